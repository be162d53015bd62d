// A file's text -> what makes it unfit to be read, whatever it holds: characters that show nothing, marks of a merge, words without end.
import { codePoint, unusableIn, unusableSeverity } from '../figure/characters.ts';
import { refuseEndlessWords } from './endless-words.ts';
import type { Faults } from './faults.ts';

/** What a merge leaves at the lines that it could not join (git, diff3); a line of `=` alone may also be a rule that somebody drew. */
const CONFLICT = /^[^\S\n]*(?:(<{7}|>{7}|\|{7})(?=\s|$)|(={7})\s*$)/;

/** So many in a file say that it is another kind of file, or that one program put them everywhere. */
const MOST = 50;

/** Rules: `unusable-character`, `conflict-marker`, `word-too-long`. Whether the rest of the file is better left unread. */
export function refuseText(file: string, text: string, faults: Faults): boolean {
  refuseUnusable(file, text, faults);
  const isTorn = refuseConflicts(file, text, faults);
  return refuseEndlessWords(file, text, faults) || isTorn;
}

function refuseUnusable(file: string, text: string, faults: Faults): void {
  let count = 0;
  text.split('\n').forEach((line, row) => {
    if (count > MOST) return;
    for (const { character, index } of [...unusableIn(line), ...unusableEscapes(file, line)].slice(0, MOST)) {
      // What Windows programs put at the beginning of a text.
      if (row === 0 && index === 0 && character === '\uFEFF') continue;
      count += 1;
      faults.add({
        rule: 'unusable-character',
        severity: unusableSeverity(character),
        place: { file, line: row + 1, column: index + 1 },
        message: `쓸 수 없는 문자입니다: ${codePoint(character)}`,
        expected:
          '유니코드에 정해진 글자 (한글에서 옮긴 특수 문자는 같은 모양의 글자로 바꾸고, 보이지 않는 제어 문자는 지움)',
      });
    }
  });
}

/** What JSON spells (RFC 8259, 7); halves of a pair may make a whole. YAML's own escapes are looked at when they are resolved. */
function unusableEscapes(file: string, line: string): ReturnType<typeof unusableIn> {
  if (!file.endsWith('.json')) return [];
  return [...line.matchAll(/\\u([\da-fA-F]{4})/g)].flatMap(({ 1: code = '', index }) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /\p{Surrogate}/u.test(character) || unusableIn(`가${character}`).length === 0
      ? []
      : [{ character, index }];
  });
}

function refuseConflicts(file: string, text: string, faults: Faults): boolean {
  const lines = text.split('\n').flatMap((line, row) => {
    const [, sure, rule] = CONFLICT.exec(line) ?? [];
    const mark = sure ?? rule;
    return mark === undefined
      ? []
      : [{ mark, isSure: sure !== undefined, row, column: line.indexOf(mark) + 1 }];
  });
  if (!lines.some(({ isSure }) => isSure)) return false;
  for (const { mark, row, column } of lines.slice(0, MOST))
    faults.add({
      rule: 'conflict-marker',
      place: { file, line: row + 1, column },
      message: `두 사람이 고친 것을 합치다 남은 표시입니다: ${mark}`,
      expected: '둘 가운데 맞는 글만 두고 <<<<<<<, =======, >>>>>>> 줄을 지움',
    });
  return true;
}
