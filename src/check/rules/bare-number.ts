// bare-number: digits typed in a narrative, and a number of a task sheet that a figure of the task holds already.
import { korean } from '../../diagnostic/particle.ts';
import { type Address, taskAddress } from '../../figure/address.ts';
import type { Figure } from '../../figure/figure.ts';
import { describedBy } from '../figures/described.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { excerptOf, lineOf, typedNumbers } from '../text/line.ts';
import { numberKinds } from '../text/number-kind.ts';
import { parseShown } from '../text/shown-number.ts';

export const bareNumber: Rule = {
  title: '본문의 수는 수치에서 가져오거나, 수치가 아님을 밝혀 적어야 합니다.',
  reason: '글에 바로 적은 수는 수치가 바뀌어도 따라 바뀌지 않습니다.',
  severity: 'warning',
  *find(input) {
    const narratives = new Set([...input.plan.narratives.values()].map(({ file }) => file));
    const sheets = sheetFigures(input);
    const nameOf = describedBy(input.book, input.labels);
    const isKnown = numberKinds(input.words, input.plan.units);
    for (const { text, context } of input.texts) {
      const { file } = text.place;
      const known = sheets.get(file);
      if (!narratives.has(file) && known === undefined) continue;
      if (context.cell !== undefined || context.block.kind === 'contents') continue;
      const line = lineOf(text);
      for (const typed of typedNumbers(line)) {
        const around = excerptOf(line.text, typed.from, typed.to);
        if (known === undefined && isKnown(line.text, typed.from, typed.to)) continue;
        if (known === undefined) {
          yield {
            subject: `${file} ${around}`,
            message: korean`‘${around}’: 수 ‘${typed.text}’이(가) 글에 바로 적혀 있습니다.`,
            place: text.place,
            stated: typed.text,
            remedy: '{{fig "주소"}}로 가져오거나, 수치가 아니면 {{free "수" "무엇인지"}}로 적습니다.',
          };
          continue;
        }
        const same = known.find((figure) => states(figure, typed.text, line.text.slice(typed.to)));
        if (same !== undefined) yield typedTwice(same, typed.text, around, text.place, nameOf);
      }
    }
  },
};

/** The figures of a task and its projects, by the file of its sheet. */
function sheetFigures({ plan, book }: CheckInput): ReadonlyMap<string, readonly Figure[]> {
  const sheets = new Map<string, readonly Figure[]>();
  for (const { tasks } of plan.programme.strategies) {
    for (const { id, sheet } of tasks) {
      if (sheet === undefined) continue;
      const own = [...book].flatMap(([address, figure]) =>
        address.startsWith(`${taskAddress(id)}/`) ? [figure] : [],
      );
      sheets.set(sheet.file, own);
    }
  }
  return sheets;
}

/** The same number with the same unit behind it. */
function states({ definition, effective }: Figure, typed: string, after: string): boolean {
  const number = parseShown(typed);
  return (
    number !== undefined &&
    effective.kind === 'quantity' &&
    effective.exact.equals(number.exact) &&
    new RegExp(`^\\s*${definition.unit.label.replace('.', '\\.')}(?!소)`, 'u').test(after)
  );
}

function typedTwice(
  { definition }: Figure,
  typed: string,
  around: string,
  place: Found['place'],
  nameOf: (address: Address) => string,
): Found {
  const { address } = definition;
  return {
    subject: `${address} ${around}`,
    message: korean`‘${around}’: ${nameOf(address)}의 값 ‘${typed}’이(가) 수치에서 오지 않고 글에 바로 적혀 있습니다.`,
    place,
    related: [{ place: definition.place, note: '수치가 적힌 곳' }],
    stated: typed,
    remedy: korean`{{fig "${address}"}}(으)로 가져옵니다.`,
  };
}
