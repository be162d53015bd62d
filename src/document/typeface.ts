// Weights and characters -> the font that has the glyph, with its advance.
import { FontTables } from './font-tables.ts';
import type { TextStyle } from './theme.ts';

export type Weight = TextStyle['weight'];

/** Every font file of the program, by face. The fallbacks serve what Pretendard lacks. */
export const FACES = {
  regular: { file: 'Pretendard-Regular.ttf', family: 'Pretendard', bold: false },
  bold: { file: 'Pretendard-Bold.ttf', family: 'Pretendard', bold: true },
  semibold: { file: 'Pretendard-SemiBold.ttf', family: 'Pretendard Display', bold: false },
  extrabold: { file: 'Pretendard-ExtraBold.ttf', family: 'Pretendard Display', bold: true },
  'fallback-regular': { file: 'NanumGothic.ttf', family: 'NanumGothic', bold: false },
  'fallback-bold': { file: 'NanumGothicBold.ttf', family: 'NanumGothic', bold: true },
} as const;

export type FaceName = keyof typeof FACES;

/** A glyph that some face has. */
interface Glyph {
  readonly face: FaceName;
  readonly id: number;
  /** In thousandths of the type size. */
  readonly advance: number;
}

const FALLBACK: Readonly<Record<Weight, FaceName>> = {
  regular: 'fallback-regular',
  semibold: 'fallback-bold',
  bold: 'fallback-bold',
  extrabold: 'fallback-bold',
};

/** Looks glyphs up by character, with figures of equal width on request. Reads advances, shapes nothing. */
export class Typeface {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #opened = new Map<FaceName, FontTables>();
  readonly #glyphs = new Map<string, Map<number, Glyph | undefined>>();

  /** `files`: font files by name. */
  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  /** The glyph of a code point, from the weight's own face or its fallback; undefined when neither has it. */
  glyph(codePoint: number, weight: Weight, tabular: boolean): Glyph | undefined {
    const key = tabular ? `${weight} tabular` : weight;
    let known = this.#glyphs.get(key);
    if (known === undefined) {
      known = tabular ? this.#tabularDigits(weight) : new Map();
      this.#glyphs.set(key, known);
    }
    if (known.has(codePoint)) return known.get(codePoint);
    const glyph = this.#find(codePoint, weight) ?? this.#find(codePoint, FALLBACK[weight]);
    known.set(codePoint, glyph);
    return glyph;
  }

  /** Width of a text in points, `size` points high, with `spacing` of that size behind each letter; a glyph that no face has counts as a square. */
  width(text: string, size: number, weight: Weight, spacing: number, tabular = false): number {
    let width = 0;
    for (const char of text) {
      const glyph = this.glyph(char.codePointAt(0) ?? 0, weight, tabular);
      width += ((glyph?.advance ?? 1000) / 1000 + spacing) * size;
    }
    return width;
  }

  /** Ascender and descender (negative) of the text faces, in thousandths of the type size. */
  get vertical(): { readonly ascender: number; readonly descender: number } {
    const { ascent, descent, unitsPerEm } = this.tables('regular');
    return { ascender: (ascent / unitsPerEm) * 1000, descender: (descent / unitsPerEm) * 1000 };
  }

  #find(codePoint: number, face: FaceName): Glyph | undefined {
    const id = this.tables(face).glyph(codePoint);
    return id === 0 ? undefined : this.#glyphOf(face, id);
  }

  #glyphOf(face: FaceName, id: number): Glyph {
    const tables = this.tables(face);
    return { face, id, advance: (tables.advance(id) / tables.unitsPerEm) * 1000 };
  }

  #tabularDigits(weight: Weight): Map<number, Glyph | undefined> {
    const tables = this.tables(weight);
    const tabular = tables.substitutions('tnum');
    return new Map(
      [...'0123456789'].map((digit) => {
        const codePoint = digit.charCodeAt(0);
        const glyph = tables.glyph(codePoint);
        return [codePoint, this.#glyphOf(weight, tabular.get(glyph) ?? glyph)];
      }),
    );
  }

  /** The tables of a face's font. Throws where its file is missing. */
  tables(face: FaceName): FontTables {
    let tables = this.#opened.get(face);
    if (tables === undefined) {
      const bytes = this.#files.get(FACES[face].file);
      if (bytes === undefined) throw new Error(`font file is missing: ${FACES[face].file}`);
      tables = new FontTables(bytes);
      this.#opened.set(face, tables);
    }
    return tables;
  }
}
