// The pages read back and the map of the layout -> what stands in each block's boxes, at the foot as notes, and around the text;
// what was laid out and is not there, and what is there and was not laid out.

import type { LayoutMap, PlacedText } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import { squeezed } from './expected-text.ts';
import { LETTER_MIDDLE } from './pdf/page-text.ts';
import type { ReadPage } from './pdf/read-pdf.ts';

export interface PrintedPages {
  /** By block, in drawing order. */
  readonly blocks: ReadonlyMap<string, readonly Printed[]>;
  /** What stands in no box and is no head or foot: the notes of each page. */
  readonly notes: readonly (readonly Printed[])[];
  /** Heads and feet of each page. */
  readonly furniture: readonly (readonly Printed[])[];
  /** What the layout placed and the file does not show there. */
  readonly lost: readonly PlacedText[];
  /** What the file shows and the layout has not placed there. */
  readonly foreign: readonly Printed[];
  /** What stands where the layout placed it, each with that. */
  readonly placed: readonly (readonly [Printed, PlacedText])[];
}

/** Points by which a file may round a place. */
const TOLERANCE = 0.05;
/** The map tells the top of a text, this share of its size above the baseline. */
const RISE = 0.8;

export function printedPages(pages: readonly ReadPage[], layout: LayoutMap): PrintedPages {
  const blocks = new Map<string, Printed[]>();
  const notes: Printed[][] = pages.map(() => []);
  const furniture: Printed[][] = pages.map(() => []);
  const foreign: Printed[] = [];
  const boxes = boxesByPage(layout, pages.length);
  const placed = placedByText(layout, pages.length);
  const pairs: (readonly [Printed, PlacedText])[] = [];
  pages.forEach((page, index) => {
    for (const piece of page.pieces) {
      const printed: Printed = { ...piece, squeezed: squeezed(piece.text) };
      if (printed.squeezed === '') continue;
      const alike = placed[index]?.get(piece.text.trimEnd()) ?? [];
      const at = alike.findIndex((text) => standsAt(printed, text));
      const [text] = at < 0 ? [] : alike.splice(at, 1);
      if (text === undefined) foreign.push(printed);
      else pairs.push([printed, text]);
      // It lies behind the text and is none.
      if (text?.role === 'watermark') continue;
      if (text?.role === 'furniture') {
        furniture[index]?.push(printed);
        continue;
      }
      const middle = piece.y - piece.size * LETTER_MIDDLE;
      const within = (boxes[index] ?? []).filter(({ y, height }) => middle > y && middle < y + height);
      // Two covers lie side by side.
      const box = within.find(({ block }) => block === text?.block) ?? within[0];
      if (box === undefined) notes[index]?.push(printed);
      else if (blocks.get(box.block)?.push(printed) === undefined) blocks.set(box.block, [printed]);
    }
  });
  const lost = placed.flatMap((texts) => [...texts.values()].flat());
  return { blocks, notes, furniture, lost, foreign, placed: pairs };
}

/** By page, then by their characters; a blank at the end shows nothing, and a reader need not see it. */
function placedByText({ texts }: LayoutMap, pages: number): readonly Map<string, PlacedText[]>[] {
  const placed = Array.from({ length: pages }, () => new Map<string, PlacedText[]>());
  for (const text of texts) {
    if (squeezed(text.text) === '') continue;
    const page = placed[text.page];
    const shown = text.text.trimEnd();
    const alike = page?.get(shown);
    if (alike === undefined) page?.set(shown, [text]);
    else alike.push(text);
  }
  return placed;
}

function standsAt(piece: Printed, text: PlacedText): boolean {
  return (
    Math.abs(piece.x - text.x) < TOLERANCE && Math.abs(piece.y - (text.y + text.height * RISE)) < TOLERANCE
  );
}

interface BlockBox {
  readonly block: string;
  readonly y: number;
  readonly height: number;
}

function boxesByPage(layout: LayoutMap, pages: number): readonly (readonly BlockBox[])[] {
  const boxes = Array.from({ length: pages }, (): BlockBox[] => []);
  for (const [block, fragments] of layout.blocks)
    for (const { page, y, height } of fragments) boxes[page]?.push({ block, y, height });
  return boxes;
}
