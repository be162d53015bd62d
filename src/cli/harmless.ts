// Texts that may come from anywhere -> texts that do nothing to a terminal.
import { codePoint } from '../figure/characters.ts';

/** Controls, formats (which turn texts around), halves of pairs, line and paragraph separators. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const WORDS: Readonly<Record<string, string>> = { '\n': '줄바꿈', '\t': '탭' };

/** One line of text: what could do something is said in words, a line feed too: `(줄바꿈)`, `(보이지 않는 글자 U+001B)`. */
export function harmless(line: string): string {
  return line
    .replaceAll('\r\n', '\n')
    .replaceAll(
      HARMFUL,
      (character) => `(${WORDS[character] ?? `보이지 않는 글자 ${codePoint(character)}`})`,
    );
}

/** Lines of text: their line feeds and tabs stay. */
export function harmlessLines(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, harmless);
}

/** The same JSON as `JSON.stringify` gives, which leaves most of those characters as they are: here they are `\u202e`. */
export function harmlessJson(value: unknown, indent = 0): string {
  // Line feeds stand between values only: in a string they are escaped already.
  return JSON.stringify(value, undefined, indent).replaceAll(HARMFUL, (character) =>
    character === '\n'
      ? character
      : character
          .split('')
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
