// Where everything stands on the pages -> what leaves the text area or the page, and what lies on something else or under it.
import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import { type Block, type Document, placeOf } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PrintedPages } from './printed-pages.ts';

const MM = 72 / 25.4;
/** Points by which letters may stand out of their advance. */
const SLACK = 0.5;
const UPRIGHT = 0.01;
/** Letters reach this share of their size above the baseline, and below it. */
const ABOVE = 0.75;
const BELOW = 0.2;
/** Points by which neighbours on one line may touch. */
const TOUCH = 0.3;

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Placed {
  readonly piece: Printed;
  readonly place: SourceLocation | undefined;
  readonly chart: string | undefined;
}

export function proveSpace(
  faults: PdfFaults,
  document: Document,
  layout: LayoutMap,
  pages: readonly ReadPage[],
  printed: PrintedPages,
): readonly Diagnostic[] {
  const byPage = pages.map((): Placed[] => []);
  const diagnostics: Diagnostic[] = [];
  const put = (piece: Printed, area: Area, place: SourceLocation | undefined, chart?: string): void => {
    byPage[piece.page]?.push({ piece, place, chart });
    if (leaves(piece, area)) diagnostics.push(faults.outside(piece, place));
    if (piece.covered) diagnostics.push(faults.covered(piece, place));
  };
  const charts = new Set(document.blocks.flatMap(chartsIn));
  const text = textArea(document);
  for (const block of document.blocks)
    for (const piece of printed.blocks.get(block.id) ?? []) {
      const page = pages[piece.page] ?? { width: 0, height: 0 };
      put(piece, areaOf(block, page, text), placeOf(block), charts.has(block.id) ? block.id : undefined);
    }
  printed.notes.forEach((pieces) => pieces.forEach((piece) => put(piece, text, undefined)));
  printed.furniture.forEach((pieces, index) => {
    const { width = 0, height = 0 } = pages[index] ?? {};
    for (const piece of pieces) put(piece, { left: 0, right: width, top: 0, bottom: height }, undefined);
  });
  return [
    ...diagnostics,
    ...byPage.flatMap((placed) => overlaps(faults, placed)),
    ...shapesOutside(faults, document, layout, pages),
  ];
}

/** What is painted beside a block keeps between the margins, all else on the sheet. */
function shapesOutside(
  faults: PdfFaults,
  document: Document,
  layout: LayoutMap,
  pages: readonly ReadPage[],
): readonly Diagnostic[] {
  const text = textArea(document);
  const boxes = pages.map(
    (): { readonly block: Block; readonly top: number; readonly bottom: number }[] => [],
  );
  for (const block of document.blocks)
    for (const { page, y, height } of layout.blocks.get(block.id) ?? [])
      boxes[page]?.push({ block, top: y, bottom: y + height });
  return pages.flatMap((page, index) =>
    page.shapes.flatMap((shape) => {
      const middle = (shape.top + shape.bottom) / 2;
      // Printer's marks stand beside the page.
      const onPage = shape.right > 0 && shape.left < page.width;
      const block = onPage
        ? boxes[index]?.find(({ top, bottom }) => middle > top && middle < bottom)?.block
        : undefined;
      // Lines of heads and feet stand above and below the text.
      const area =
        block === undefined || reachesEdge(block)
          ? page.sheet
          : { ...page.sheet, left: text.left, right: text.right };
      if (isWithin(shape, area)) return [];
      return [faults.shapeOutside(index, (shape.left + shape.right) / 2, middle, block && placeOf(block))];
    }),
  );
}

/** Whether its colour reaches over the edge of the page, to be cut there. */
function reachesEdge({ kind }: Block): boolean {
  return kind === 'cover' || kind === 'back-cover' || kind === 'part' || kind === 'contents';
}

function isWithin(shape: Area, area: Area): boolean {
  return (
    shape.left >= area.left - SLACK &&
    shape.right <= area.right + SLACK &&
    shape.top >= area.top - SLACK &&
    shape.bottom <= area.bottom + SLACK
  );
}

function chartsIn(block: Block): readonly string[] {
  if (block.kind === 'chart') return [block.id];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(chartsIn)));
}

function textArea({ theme: { page } }: Document): Area {
  return {
    left: page.left * MM,
    right: (page.width - page.right) * MM,
    top: page.top * MM,
    bottom: (page.height - page.bottom) * MM,
  };
}

/** Covers fill their page, the band of a part stands above the text; all else keeps to the text area. */
function areaOf(block: Block, page: Pick<ReadPage, 'width' | 'height'>, text: Area): Area {
  switch (block.kind) {
    case 'cover':
    case 'back-cover':
      return { left: 0, right: page.width, top: 0, bottom: page.height };
    case 'part':
      return { ...text, top: 0 };
    default:
      return text;
  }
}

function leaves({ x, y, width, angle }: Printed, area: Area): boolean {
  const [endX, endY] = [x + width * Math.cos(angle), y - width * Math.sin(angle)];
  return (
    Math.min(x, endX) < area.left - SLACK ||
    Math.max(x, endX) > area.right + SLACK ||
    Math.min(y, endY) < area.top - SLACK ||
    Math.max(y, endY) > area.bottom + SLACK
  );
}

/** Upright texts that share a place, each pair once. */
function overlaps(faults: PdfFaults, placed: readonly Placed[]): readonly Diagnostic[] {
  const top = ({ y, size }: Printed): number => y - size * ABOVE;
  const upright = placed
    .filter(({ piece }) => Math.abs(piece.angle) < UPRIGHT)
    .sort((a, b) => top(a.piece) - top(b.piece));
  return upright.flatMap((first, index) => {
    const found: Diagnostic[] = [];
    const bottom = first.piece.y + first.piece.size * BELOW;
    for (let at = index + 1; at < upright.length; at++) {
      const second = upright[at];
      if (second === undefined || top(second.piece) >= bottom) break;
      const apart =
        first.piece.x + first.piece.width <= second.piece.x + TOUCH ||
        second.piece.x + second.piece.width <= first.piece.x + TOUCH;
      const inChart = first.chart !== undefined && first.chart === second.chart;
      if (!apart) found.push(faults.overlap(first.piece, second.piece, first.place ?? second.place, inChart));
    }
    return found;
  });
}
