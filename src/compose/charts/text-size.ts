// Texts of a chart -> their widths, and their lines: near enough to choose a layout by, before any font is there.

/** In type sizes, a little more than Pretendard's own at the publication's letter spacing. */
const HANGUL = 0.88;
const NARROW = 0.28;
const OTHER = 0.6;
const BOLD = 1.06;

/** In points. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text)
    sum += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]/u.test(character)
      ? HANGUL
      : /[,. '|!:;]/u.test(character)
        ? NARROW
        : OTHER;
  return sum * size * (bold ? BOLD : 1);
}

export function widest(texts: readonly string[], size: number, bold = false): number {
  return Math.max(0, ...texts.map((text) => widthOf(text, size, bold)));
}

/** The words in lines of at most a width where words allow it: a word is never cut. */
export function linesOf(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last === undefined || widthOf(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
