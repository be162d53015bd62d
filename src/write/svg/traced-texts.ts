// A document that is laid out with a tracer -> where each of its texts and figures came to stand, to the letter.
import { formatLocation } from '../../diagnostic.ts';
import type { RichText } from '../../document/inline.ts';
import type { Fragment } from '../../document/layout-map.ts';
import type { Typeface } from '../../document/typeface.ts';
import type { Address } from '../../figure/address.ts';
import type { MadePage } from '../pdf/page/made-page.ts';
import type { StructureLookup } from '../pdf/tags/structure.ts';
import { addLeaf, type Leaf, newTag, type TextLeaves } from '../pdf/tags/tag.ts';
import type { TextItem } from '../pdf/type/drawing.ts';

/** In the order of the pages; a text that goes on behind a page has a box on each. */
export interface TracedTexts {
  /** By the place where they were written, as `formatLocation` tells it: one of the data, or several that are made of one place. */
  readonly texts: ReadonlyMap<string, readonly TracedText[]>;
  readonly figures: ReadonlyMap<Address, readonly Fragment[]>;
}

interface TracedText {
  readonly text: RichText;
  readonly boxes: readonly Fragment[];
}

/** A run of letters on a page. */
interface Run {
  readonly page: number;
  readonly item: TextItem;
}

/** How far letters reach above and below their baseline, in em. */
const ABOVE = 0.88;
const BELOW = 0.22;

/** Tells the layout that each text has a place, and remembers which. The document's texts must each be an object of its own (`withOwnTexts`). */
export class TextTracer implements StructureLookup {
  readonly #root = newTag('Document');
  readonly #known = new Map<RichText, TextLeaves>();
  readonly #texts = new Map<Leaf, RichText>();

  text(text: RichText): TextLeaves {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const leaf = addLeaf(this.#root);
    const references = text.inlines.filter(({ kind }) => kind === 'note-reference').length;
    const leaves = { segments: Array.from({ length: 2 * references + 1 }, () => leaf) };
    this.#known.set(text, leaves);
    this.#texts.set(leaf, text);
    return leaves;
  }

  picture(): undefined {
    return undefined;
  }

  placed(pages: readonly MadePage[], typeface: Typeface): TracedTexts {
    const runs = new Map<RichText, Run[]>();
    pages.forEach(({ items }, page) => {
      for (const { item } of items) {
        if (item.kind !== 'text' || item.leaf === undefined) continue;
        const text = this.#texts.get(item.leaf);
        if (text !== undefined) addTo(runs, text, { page, item });
      }
    });
    const texts = new Map<string, TracedText[]>();
    const figures = new Map<Address, Fragment[]>();
    for (const [text, own] of runs) {
      const boxes = around(own.map((run) => boxOf(run, typeface)));
      addTo(texts, formatLocation(text.place), { text, boxes });
      for (const [address, box] of figureBoxes(text, own, typeface)) addTo(figures, address, box);
    }
    return { texts, figures };
  }
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** One box for each page. */
function around(boxes: readonly Fragment[]): Fragment[] {
  const byPage = new Map<number, Fragment>();
  for (const box of boxes) {
    const { page, x, y, width, height } = byPage.get(box.page) ?? box;
    const [left, top] = [Math.min(x, box.x), Math.min(y, box.y)];
    byPage.set(page, {
      page,
      x: left,
      y: top,
      width: Math.max(x + width, box.x + box.width) - left,
      height: Math.max(y + height, box.y + box.height) - top,
    });
  }
  return [...byPage.values()];
}

/** Each figure of the text where its digits are; where they are cut by the end of a line nothing tells of it. */
function figureBoxes({ inlines }: RichText, runs: readonly Run[], typeface: Typeface): [Address, Fragment][] {
  let [at, from] = [0, 0];
  return inlines.flatMap((inline): [Address, Fragment][] => {
    if (inline.kind !== 'figure') return [];
    for (let index = at; index < runs.length; index++) {
      const run = runs[index];
      const start = run?.item.text.indexOf(inline.text, index === at ? from : 0) ?? -1;
      if (run === undefined || start < 0) continue;
      [at, from] = [index, start + inline.text.length];
      return [[inline.address, boxOf(run, typeface, start, from)]];
    }
    return [];
  });
}

/** The box of a stretch of letters, from one index in the text to another. */
function boxOf({ page, item }: Run, typeface: Typeface, start = 0, end = item.text.length): Fragment {
  const tables = typeface.tables(item.face);
  const advance = (text: string, first: number): number =>
    item.glyphs
      .slice(first, first + [...text].length)
      .reduce(
        (sum, glyph) => sum + (tables.advance(glyph) / tables.unitsPerEm) * item.size + item.spacing,
        0,
      );
  const before = item.text.slice(0, start);
  return {
    page,
    x: item.x + advance(before, 0),
    y: item.y - item.size * ABOVE,
    width: advance(item.text.slice(start, end), [...before].length),
    height: item.size * (ABOVE + BELOW),
  };
}
