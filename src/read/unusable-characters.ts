// A text -> the characters in it that are refused: private-use ones delimit the tokens of figures on the way to print; controls show
// nothing, and no spreadsheet program opens a workbook that holds one, or U+FFFF; half of a pair (which only an escape can name) is none at all.
import type { Faults } from './faults.ts';

const UNUSABLE = /[\uE000-\uF8FF]|(?![\t\n\r])\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

export function hasUnusable(text: string): boolean {
  return UNUSABLE.test(text);
}

/** The first of them. */
export function unusableIn(text: string): string | undefined {
  return UNUSABLE.exec(text)?.[0];
}

/** Reports each private-use character (U+E000 to U+F8FF), control, lone surrogate or noncharacter of a file's text. */
export function refuseUnusable(file: string, text: string, faults: Faults): void {
  if (!hasUnusable(text)) return;
  text.split('\n').forEach((line, row) => {
    for (const { 0: character, index } of line.matchAll(new RegExp(UNUSABLE, 'gu'))) {
      faults.add({
        rule: 'unusable-character',
        place: { file, line: row + 1, column: index + 1 },
        message: `쓸 수 없는 문자입니다: ${codePoint(character)}`,
        expected:
          '유니코드에 정해진 글자 (한글에서 옮긴 특수 문자는 같은 모양의 글자로 바꾸고, 보이지 않는 제어 문자는 지움)',
      });
    }
  });
}

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
