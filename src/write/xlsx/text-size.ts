// Text -> how wide it is in characters, and how many lines it takes.

/** Hangul, Han and full-width signs are two characters wide, everything else one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1;
  return width;
}

/** Lines of a text in a cell so many characters wide, at least 1: Excel fits no height to merged cells by itself. */
export function linesOf(text: string, characters: number): number {
  const room = Math.max(1, characters - 1);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}
