// A text -> the private-use characters in it, which are refused: they delimit the tokens of figures on the way to print.
import type { Faults } from './faults.ts';

const PRIVATE_USE = /[\uE000-\uF8FF]/;

export function hasPrivateUse(text: string): boolean {
  return PRIVATE_USE.test(text);
}

/** Reports each private-use character (U+E000 to U+F8FF) of a file's text. */
export function refusePrivateUse(file: string, text: string, faults: Faults): void {
  if (!hasPrivateUse(text)) return;
  text.split('\n').forEach((line, row) => {
    for (const { 0: character, index } of line.matchAll(new RegExp(PRIVATE_USE, 'g'))) {
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
