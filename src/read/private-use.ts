// A text -> the characters in it that are refused: private-use ones delimit the tokens of figures on the way to print; half of a pair
// (which only an escape can name) is none at all, nor is U+FFFF, with which no spreadsheet program opens a workbook.
import type { Faults } from './faults.ts';

const PRIVATE_USE = /[\uE000-\uF8FF]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

export function hasPrivateUse(text: string): boolean {
  return PRIVATE_USE.test(text);
}

/** The first of them. */
export function privateUseIn(text: string): string | undefined {
  return PRIVATE_USE.exec(text)?.[0];
}

/** Reports each private-use character (U+E000 to U+F8FF), lone surrogate or noncharacter of a file's text. */
export function refusePrivateUse(file: string, text: string, faults: Faults): void {
  if (!hasPrivateUse(text)) return;
  text.split('\n').forEach((line, row) => {
    for (const { 0: character, index } of line.matchAll(new RegExp(PRIVATE_USE, 'gu'))) {
      faults.add({
        rule: 'private-use-character',
        place: { file, line: row + 1, column: index + 1 },
        message: `쓸 수 없는 사용자 정의 문자입니다: ${codePoint(character)}`,
        expected: '유니코드에 정해진 글자 (한글에서 옮긴 특수 문자는 같은 모양의 글자로 바꿈)',
      });
    }
  });
}

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
