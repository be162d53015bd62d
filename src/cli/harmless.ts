// Texts that may come from anywhere -> texts that do nothing to a terminal.

/** Controls, formats (which turn texts around), halves of pairs, line and paragraph separators. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line of text: each character that could do something as its code point, `\u{1b}`. Line feeds too. */
export function harmless(line: string): string {
  return line.replaceAll(HARMFUL, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
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
