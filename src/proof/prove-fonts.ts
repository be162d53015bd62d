// A PDF's fonts and the program's own -> letters that are drawn otherwise than they read: each glyph is compared once.
import type { Diagnostic } from '../diagnostic.ts';
import { FontTables } from '../document/font-tables.ts';
import type { PdfFont } from './pdf/pdf-font.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** Tables of a font in a PDF (ISO 32000-1, 9.9), and those of them that are taken over as they are: instructions move outlines. */
const TABLES: ReadonlySet<string> = new Set([
  'head',
  'hhea',
  'loca',
  'maxp',
  'cvt ',
  'prep',
  'glyf',
  'hmtx',
  'fpgm',
]);
const TAKEN_OVER = ['cvt ', 'prep', 'fpgm'];
/** Tables of which a font of fewer glyphs has all but some bytes as the font itself: how many glyphs and widths, and how their places are written. */
const BUT_FOR = {
  head: [8, 9, 10, 11, 50, 51],
  hhea: [34, 35],
  maxp: [4, 5],
} as const;
/** `true`: outlines of TrueType, which the other kinds have not. */
const TRUETYPE = 0x74727565;
/** Thousandths of the type size by which a width may be rounded. */
const ROUNDING = 0.01;
/** Outlines that are made of outlines that are made of others, at most. */
const MOST_DEPTH = 8;
/** The feature by which figures have one width. */
const TABULAR = 'tnum';

/** `fonts`: the program's font files by name. */
export function proveFonts(
  faults: PdfFaults,
  pages: readonly ReadPage[],
  fonts: ReadonlyMap<string, Uint8Array>,
): readonly Diagnostic[] {
  /** The page on which each code of each font is met first. */
  const used = new Map<PdfFont, Map<number, number>>();
  pages.forEach(({ pieces }, page) => {
    for (const { shown } of pieces)
      for (const { font, codes } of shown) {
        const known = used.get(font) ?? new Map<number, number>();
        used.set(font, known);
        for (const code of codes) if (!known.has(code)) known.set(code, page);
      }
  });
  return [...used].flatMap(([font, codes]) => {
    const file = fonts.get(`${font.name}.ttf`);
    if (file === undefined) return [faults.file.otherFont(font.name)];
    try {
      return proveFont(faults, font, codes, new FontTables(file));
    } catch (fault) {
      // A font of the program's own can be read; the one in the file is cut or rewritten.
      if (fault instanceof RangeError) return [faults.file.otherFont(font.name)];
      throw fault;
    }
  });
}

/** Throws a RangeError where the font in the file cannot be read. */
function proveFont(
  faults: PdfFaults,
  font: PdfFont,
  codes: ReadonlyMap<number, number>,
  own: FontTables,
): readonly Diagnostic[] {
  const embedded = new FontTables(font.program());
  const isTakenOver = (tag: string): boolean => isSame(embedded.bytes(tag), own.bytes(tag));
  if (
    embedded.unitsPerEm !== own.unitsPerEm ||
    ![...embedded.tags].every((tag) => TABLES.has(tag)) ||
    !TAKEN_OVER.every(isTakenOver) ||
    embedded.version !== TRUETYPE ||
    !Object.entries(BUT_FOR).every(([tag, but]) => isSameBut(embedded.bytes(tag), own.bytes(tag), but))
  )
    return [faults.file.otherFont(font.name)];
  const tabular = own.substitutions(TABULAR);
  return [...codes].flatMap(([code, page]) => {
    const letter = font.characters.get(code) ?? '';
    const glyph = own.glyph(letter.codePointAt(0) ?? 0);
    const same = [glyph, tabular.get(glyph)].some((one) => {
      if (one === undefined) return false;
      const advance = own.advance(one);
      const width = font.widths.get(code) ?? font.defaultWidth;
      return (
        embedded.advance(code) === advance &&
        embedded.bearing(code) === own.bearing(one) &&
        Math.abs(width - (advance / own.unitsPerEm) * 1000) < ROUNDING &&
        isSameOutline(embedded, code, own, one)
      );
    });
    return same && [...letter].length === 1 ? [] : [faults.file.otherGlyph(page, letter, font.name)];
  });
}

/** Whether two glyphs are drawn alike; outlines that are made of others have those under other numbers. */
function isSameOutline(
  first: FontTables,
  one: number,
  second: FontTables,
  other: number,
  depth = 0,
): boolean {
  const [own, right] = [first.outline(one), second.outline(other)];
  if (own.length !== right.length || depth > MOST_DEPTH) return false;
  const [places, others] = [componentsOf(own), componentsOf(right)];
  if (places.length === 0) return isSame(own, right);
  const isPlace = new Set(places.flatMap(({ at }) => [at, at + 1]));
  return (
    own.every((byte, index) => isPlace.has(index) || byte === right[index]) &&
    places.every(({ glyph }, index) => {
      const match = others[index];
      return match !== undefined && isSameOutline(first, glyph, second, match.glyph, depth + 1);
    })
  );
}

/** The glyphs that an outline is made of, and where their numbers stand in it (OpenType 1.9.1, table glyf). */
function componentsOf(outline: Uint8Array): readonly { readonly at: number; readonly glyph: number }[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const found: { readonly at: number; readonly glyph: number }[] = [];
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at);
    found.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    // Places in words or bytes, then a scale: one, of two directions, or a matrix.
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return found;
}

function isSameBut(first: Uint8Array, second: Uint8Array, but: readonly number[]): boolean {
  return (
    first.length === second.length &&
    first.every((byte, index) => byte === second[index] || but.includes(index))
  );
}

function isSame(first: Uint8Array, second: Uint8Array): boolean {
  return first.length === second.length && Buffer.compare(first, second) === 0;
}
