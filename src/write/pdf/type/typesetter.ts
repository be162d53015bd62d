// Rich text -> lines of positioned text in one style.
import { plainRich, type RichText } from '../../../document/inline.ts';
import type { TextStyle, Theme } from '../../../document/theme.ts';
import type { FaceName, Typeface, Weight } from '../../../document/typeface.ts';
import type { Address } from '../../../figure/address.ts';
import type { Leaf } from '../tags/tag.ts';
import type { MissingGlyph, TextItem } from './drawing.ts';
import { breakLines, LINE_FEED, widestOf } from './line-break.ts';

/** One line of text; items relative to its left edge and top. */
export interface TypesetLine {
  readonly items: readonly TextItem[];
  readonly width: number;
  readonly height: number;
  readonly notes: readonly string[];
}

interface Character {
  readonly char: string;
  readonly advance: number;
  readonly attached: boolean;
  readonly face: FaceName;
  readonly glyph: number;
  readonly size: number;
  readonly rise: number;
  readonly spacing: number;
  readonly note: string | undefined;
  readonly figure: Address | undefined;
  /** How many references to notes begin before it and at it, and end before it. */
  readonly segment: number;
}

/** How a piece of text departs from its style. */
export interface Variation {
  readonly bold?: boolean;
  /** Figures of equal width. */
  readonly tabular?: boolean;
  readonly colour?: string;
  /** The places in the logical structure of the text before, at and after each reference in turn. */
  readonly leaves?: readonly Leaf[];
}

/** The colour of what an edition changed, which a line below it shows on grey paper too. */
const MARKED = 'change';
/** Size and rise of a note reference, as fractions of the type size. */
const REFERENCE_SIZE = 0.62;
const REFERENCE_RISE = 0.36;

/** Sets text in the document's faces; collects the characters that none of them has. */
export class Typesetter {
  readonly missing: MissingGlyph[] = [];
  readonly #face: Typeface;
  readonly #theme: Theme;
  readonly #noteNumber: (note: string) => number;
  readonly #isMarked: (figure: Address) => boolean;

  constructor(
    face: Typeface,
    theme: Theme,
    noteNumber: (note: string) => number,
    isMarked: (figure: Address) => boolean = () => false,
  ) {
    this.#face = face;
    this.#theme = theme;
    this.#noteNumber = noteNumber;
    this.#isMarked = isMarked;
  }

  /** Lines no wider than `width` points, left-set at 0; an empty text gives one empty line. */
  lines(text: RichText, style: TextStyle, width: number, variation: Variation = {}): TypesetLine[] {
    const characters = this.#shape(text, style, variation);
    const colour = variation.colour ?? style.colour;
    const baseline = this.#baseline(style);
    const ranges = breakLines(characters, width);
    return ranges.map(({ start, end }, index) => {
      const next = ranges[index + 1];
      const set = characters.slice(start, end);
      return {
        items: runsOf(set, {
          colour,
          baseline,
          leaves: variation.leaves,
          blankAfter: next !== undefined && next.start > end,
          isMarked: this.#isMarked,
        }),
        width: set.reduce((sum, character) => sum + character.advance, 0),
        height: style.leading,
        notes: set.flatMap((character) => (character.note === undefined ? [] : [character.note])),
      };
    });
  }

  /** One line of plain text with its baseline at 0, and its width. */
  label(text: string, style: TextStyle, variation: Variation = {}): TypesetLine {
    const line = this.lines(plain(text), style, Number.POSITIVE_INFINITY, variation)[0];
    if (line === undefined) throw new Error('a label has one line');
    return line;
  }

  /** The width of plain text in points, at a size and weight of the theme's letter spacing. */
  width(text: string, size: number, weight: Weight, tabular = false): number {
    return this.#face.width(text, size, weight, this.#theme.letterSpacing, tabular);
  }

  /** Widths of the widest word and of the widest number with its unit, in points: no column should be narrower. */
  widest(text: RichText, style: TextStyle, variation: Variation = {}): { word: number; number: number } {
    return widestOf(this.#shape(text, style, variation));
  }

  #baseline(style: TextStyle): number {
    const { ascender, descender } = this.#face.vertical;
    return style.leading / 2 + ((ascender + descender) / 2000) * style.size;
  }

  #shape(text: RichText, style: TextStyle, variation: Variation): Character[] {
    const characters: Character[] = [];
    let segment = 0;
    const add = (
      string: string,
      bold: boolean,
      size: number,
      rise: number,
      { note, figure }: { readonly note?: string; readonly figure?: Address } = {},
    ): void => {
      const weight = bold && style.weight === 'regular' ? 'bold' : style.weight;
      const codePoints = [...string];
      codePoints.forEach((char, index) => {
        const spacing = this.#theme.letterSpacing * size;
        const glyph = this.#glyph(char, weight, variation.tabular ?? false, text);
        characters.push({
          char,
          advance: char === LINE_FEED ? 0 : ((glyph?.advance ?? 0) / 1000) * size + spacing,
          attached: note !== undefined,
          face: glyph?.face ?? 'regular',
          glyph: glyph?.id ?? 0,
          size,
          rise,
          spacing,
          // The note belongs to the last character of its reference, so that a cut reference is not noted twice.
          note: index === codePoints.length - 1 ? note : undefined,
          figure,
          segment,
        });
      });
    };
    for (const inline of text.inlines) {
      switch (inline.kind) {
        case 'text':
          add(inline.text, inline.bold || variation.bold === true, style.size, 0);
          break;
        case 'figure':
          add(inline.text, inline.bold || variation.bold === true, style.size, 0, {
            figure: inline.address,
          });
          break;
        case 'line-break':
          add(LINE_FEED, false, style.size, 0);
          break;
        case 'note-reference':
          segment++;
          add(
            `${this.#noteNumber(inline.note)})`,
            variation.bold === true,
            style.size * REFERENCE_SIZE,
            style.size * REFERENCE_RISE,
            { note: inline.note },
          );
          segment++;
          break;
      }
    }
    return characters;
  }

  #glyph(char: string, weight: Weight, tabular: boolean, text: RichText) {
    if (char === LINE_FEED) return undefined;
    const glyph = this.#face.glyph(char.codePointAt(0) ?? 0, weight, tabular);
    if (glyph === undefined) this.missing.push({ character: char, place: text.place });
    return glyph;
  }
}

/** Plain characters as rich text without a place of their own. */
export function plain(text: string, place: RichText['place'] = { file: '', line: 1, column: 1 }): RichText {
  return plainRich(text, place);
}

/** What the runs of a line share. */
interface LineSetting {
  readonly colour: string;
  readonly baseline: number;
  readonly leaves: readonly Leaf[] | undefined;
  readonly blankAfter: boolean;
  readonly isMarked: (figure: Address) => boolean;
}

/** Joins neighbours of one face, size, rise, mark and tag, so that each run is one drawing operation. */
function runsOf(
  characters: readonly Character[],
  { colour, baseline, leaves, blankAfter, isMarked }: LineSetting,
): TextItem[] {
  const items: TextItem[] = [];
  let x = 0;
  let from = 0;
  const marks = characters.map(({ figure }) => figure !== undefined && isMarked(figure));
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const same =
      next !== undefined &&
      next.face === character.face &&
      next.size === character.size &&
      next.rise === character.rise &&
      marks[index + 1] === marks[index] &&
      (leaves === undefined || next.segment === character.segment);
    if (same) return;
    const run = characters.slice(from, index + 1);
    const width = run.reduce((sum, member) => sum + member.advance, 0);
    const figures = new Set(run.flatMap(({ figure }) => figure ?? []));
    const marked = marks[index] === true;
    const leaf = leaves?.[character.segment];
    items.push({
      kind: 'text',
      x,
      y: baseline - character.rise,
      face: character.face,
      size: character.size,
      colour: marked ? MARKED : colour,
      text: run.map((member) => member.char).join(''),
      glyphs: run.map((member) => member.glyph),
      width,
      spacing: character.spacing,
      ...(marked ? { underlined: true } : {}),
      ...(figures.size > 0 ? { figures: [...figures] } : {}),
      ...(leaf && { leaf }),
      ...(blankAfter && next === undefined && { blankAfter }),
    });
    x += width;
    from = index + 1;
  });
  return items;
}
