// Texts -> about how much room they need: whoever opens the file sets them in faces of its own.
import { plainText, type RichText } from '../../document/inline.ts';
import type { TextStyle } from '../../document/theme.ts';
import { LINE_FEED, widestOf } from '../pdf/type/line-break.ts';
import { pt } from './units.ts';

/** Parts of the size: the widest faces that stand in for ours have these. */
const WIDE = 1;
const NARROW = 0.56;
const BLANK = 0.5;

function advance(char: string): number {
  if (char === ' ') return BLANK;
  return (char.codePointAt(0) ?? 0) < 0x1100 ? NARROW : WIDE;
}

/** In points. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += advance(char) * size;
  return width;
}

/** Widths of the widest word and the widest number with its unit, in points. */
export function widest(
  text: RichText,
  { size }: Pick<TextStyle, 'size'>,
): { readonly word: number; readonly number: number } {
  const characters = [...plainText(text.inlines, LINE_FEED)];
  return widestOf(characters.map((char) => ({ char, advance: advance(char) * size })));
}

/** Lines of a text in a room of so many points; a word that is wider than it goes on in further lines. */
export function linesOf(text: string, size: number, room: number): number {
  let lines = 0;
  for (const line of text.split(LINE_FEED)) {
    lines++;
    let used = 0;
    for (const word of line.split(' ')) {
      const width = widthOf(word, size);
      if (used > 0 && used + BLANK * size + width > room) {
        lines++;
        used = 0;
      }
      used += (used > 0 ? BLANK * size : 0) + width;
      while (used > room && room > size) {
        lines++;
        used -= room;
      }
    }
  }
  return lines;
}

/** Of lines of a style, in HWPUNIT. */
export function heightOf(lines: number, { leading }: Pick<TextStyle, 'leading'>): number {
  return pt(lines * leading);
}
