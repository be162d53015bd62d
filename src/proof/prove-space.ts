// Where everything stands on the pages -> what leaves the text area or the page, and what lies on something else or under it.
import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { placeOf } from '../document/reading.ts';
import { type Area, SLACK, textArea } from './area.ts';
import type { Printed } from './chain.ts';
import { chartBlocks } from './charts/chart-blocks.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PrintedPages } from './printed-pages.ts';

const UPRIGHT = 0.01;
/** Letters reach this share of their size above the baseline, and below it. */
const ABOVE = 0.75;
const BELOW = 0.2;
/** Points by which neighbours on one line may touch. */
const TOUCH = 0.3;

interface Placed {
  readonly piece: Printed;
  readonly place: SourceLocation | undefined;
  readonly chart: string | undefined;
}

export function proveSpace(
  faults: PdfFaults,
  document: Document,
  pages: readonly ReadPage[],
  printed: PrintedPages,
  { turned, leftHand }: Pick<LayoutMap, 'turned' | 'leftHand'>,
): readonly Diagnostic[] {
  const byPage = pages.map((): Placed[] => []);
  const diagnostics: Diagnostic[] = [];
  const put = (piece: Printed, area: Area, place: SourceLocation | undefined, chart?: string): void => {
    byPage[piece.page]?.push({ piece, place, chart });
    if (leaves(piece, area)) diagnostics.push(faults.outside(piece, place));
    if (piece.covered) diagnostics.push(faults.covered(piece, place));
  };
  const charts = chartBlocks(document);
  const texts = pages.map((_, index) => textArea(document, turned[index], leftHand[index]));
  const textOn = ({ page }: Printed): Area => texts[page] ?? textArea(document);
  for (const block of document.blocks) {
    const place = placeOf(block);
    for (const piece of printed.blocks.get(block.id) ?? []) {
      const page = pages[piece.page] ?? { width: 0, height: 0 };
      put(piece, areaOf(block, page, textOn(piece)), place, charts.has(block.id) ? block.id : undefined);
    }
  }
  printed.notes.forEach((pieces) => pieces.forEach((piece) => put(piece, textOn(piece), undefined)));
  printed.furniture.forEach((pieces, index) => {
    const { width = 0, height = 0 } = pages[index] ?? {};
    for (const piece of pieces) put(piece, { left: 0, right: width, top: 0, bottom: height }, undefined);
  });
  return [...diagnostics, ...byPage.flatMap((placed) => overlaps(faults, placed))];
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
