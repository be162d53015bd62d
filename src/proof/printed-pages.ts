// The pages read back and the map of the layout -> what stands in each block's boxes, at the foot as notes, and around the text.
import type { LayoutMap, PlacedText } from '../document/layout-map.ts';
import type { Theme } from '../document/theme.ts';
import type { Printed } from './chain.ts';
import { squeezed } from './expected-text.ts';
import type { ReadPage } from './pdf/read-pdf.ts';

export interface PrintedPages {
  /** By block, in drawing order. */
  readonly blocks: ReadonlyMap<string, readonly Printed[]>;
  /** What stands in no box and is no head or foot: the notes of each page. */
  readonly notes: readonly (readonly Printed[])[];
  /** Heads and feet of each page. */
  readonly furniture: readonly (readonly Printed[])[];
  /** What the layout placed beside the document's texts, in charts or around the text, and the file does not show there. */
  readonly lost: readonly PlacedText[];
}

/** Points by which a file may round a place. */
const TOLERANCE = 0.05;
/** The map tells the top of a text, this share of its size above the baseline. */
const RISE = 0.8;
/** The middle of letters above their baseline, as a share of the size. */
const MIDDLE = 0.35;
const UPRIGHT = 0.01;

export function printedPages(
  pages: readonly ReadPage[],
  layout: LayoutMap,
  charts: ReadonlySet<string>,
  theme: Theme,
): PrintedPages {
  const blocks = new Map<string, Printed[]>();
  const notes: Printed[][] = pages.map(() => []);
  const furniture: Printed[][] = pages.map(() => []);
  const boxes = boxesByPage(layout, pages.length);
  const beside = pages.map((): PlacedText[] => []);
  for (const text of layout.texts)
    if (text.role === 'furniture' || charts.has(text.block)) beside[text.page]?.push(text);
  const lost = new Set(beside.flat().filter(({ text }) => squeezed(text) !== ''));
  pages.forEach((page, index) => {
    for (const piece of page.pieces) {
      const printed: Printed = { ...piece, squeezed: squeezed(piece.text) };
      // The watermark lies behind the text and is none.
      const watermark = piece.angle > UPRIGHT && Math.abs(piece.size - theme.styles.watermark.size) < 1;
      if (printed.squeezed === '' || watermark) continue;
      const placed = (beside[index] ?? []).find((text) => lost.has(text) && standsAt(printed, text));
      if (placed !== undefined) lost.delete(placed);
      if (placed?.role === 'furniture') {
        furniture[index]?.push(printed);
        continue;
      }
      const middle = piece.y - piece.size * MIDDLE;
      const box = (boxes[index] ?? []).find(({ y, height }) => middle > y && middle < y + height);
      if (box === undefined) notes[index]?.push(printed);
      else if (blocks.get(box.block)?.push(printed) === undefined) blocks.set(box.block, [printed]);
    }
  });
  return { blocks, notes, furniture, lost: [...lost] };
}

function standsAt(piece: Printed, text: PlacedText): boolean {
  return (
    Math.abs(piece.x - text.x) < TOLERANCE &&
    Math.abs(piece.y - (text.y + text.height * RISE)) < TOLERANCE &&
    piece.text === text.text
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
