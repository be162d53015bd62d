// bracket-pairs: a bracket of a caption, label or unit line that nothing opens or closes.
import { korean } from '../../diagnostic/particle.ts';
import type { Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['〈', '〉'],
  ['《', '》'],
  ['「', '」'],
  ['【', '】'],
]);
const CLOSING = new Map([...PAIRS].map(([open, close]) => [close, open]));
/** 1) 취업: a number of a list, which nothing opens. */
const LISTED = /^\s*[\d가-힣]{1,2}\)/u;

export const bracketPairs: Rule = {
  title: '괄호는 열고 닫는 것이 짝을 이루어야 합니다.',
  reason: '짝이 없는 괄호는 제목이나 단위가 어디까지인지 알 수 없게 합니다.',
  severity: 'style',
  *find({ texts }) {
    for (const { text, role } of texts) {
      const line = lineOf(text).text;
      const odd = unpaired(line.replace(LISTED, ''), role === 'caption');
      if (odd === undefined) continue;
      const missing = PAIRS.get(odd) ?? CLOSING.get(odd) ?? '';
      yield {
        subject: `${odd} ${line}`,
        message: korean`‘${line}’에서 ‘${odd}’의 짝 ‘${missing}’이(가) 없습니다.`,
        place: text.place,
        stated: odd,
        computed: missing,
        remedy: korean`‘${missing}’을(를) 적거나 ‘${odd}’을(를) 지웁니다.`,
      };
    }
  },
};

/** The first bracket without its other half. < and > are brackets around captions only; elsewhere they compare or lead on. */
function unpaired(line: string, angled: boolean): string | undefined {
  const open: string[] = [];
  for (const letter of line) {
    if (!angled && (letter === '<' || letter === '>')) continue;
    if (PAIRS.has(letter)) open.push(letter);
    const opening = CLOSING.get(letter);
    if (opening !== undefined && open.pop() !== opening) return letter;
  }
  return open[0];
}
