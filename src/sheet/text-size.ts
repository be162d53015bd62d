// Text -> how wide it is in characters, and how many lines it takes.

/** Ranges of code units that are two characters wide: Hangul letters, Han to Hangul syllables, forms of Han, full-width signs. */
const WIDE = [
  [0x1100, 0x11ff],
  [0x2e80, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff00, 0xff60],
] as const;

/** Hangul, Han and full-width signs are two characters wide, everything else one. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= WIDE[0][0] && WIDE.some(([first, last]) => unit >= first && unit <= last)) width++;
  }
  return width;
}

/** Lines of a text in a cell so many characters wide, at least 1: Excel fits no height to merged cells by itself. */
export function linesOf(text: string, characters: number): number {
  const room = Math.max(1, characters - 1);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}
