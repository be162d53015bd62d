// A document's charts and the pages of the finished file -> marks that are not painted where and as they were drawn.
import type { Diagnostic } from '../../diagnostic.ts';
import {
  type ChartFigure,
  type ChartMark,
  type ChartRef,
  type ChartShape,
  figuresByRef,
  type PlacedChart,
} from '../../document/chart-marks.ts';
import type { Document } from '../../document/document.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import type { PaintedShape } from '../pdf/page-shapes.ts';
import type { ReadPage } from '../pdf/read-pdf.ts';
import { chartBlocks } from './chart-blocks.ts';
import { ChartFaults } from './chart-faults.ts';
import { isEatenUp, isSeenOn, MarkColours } from './mark-colours.ts';
import { PaintedShapes } from './printed-marks.ts';
import { isPainted } from './prove-values.ts';
import { sidesOf } from './shape-ends.ts';

/** Points by which a line may be of another width; a press prints them of half a point, or of a quarter in black. */
const WIDTH = 0.05;
const THINNEST = 0.5;
const HAIRLINE = 0.25;
/** Part of a mark that something painted later may lie on. */
const COVERED = 0.25;
/** As good as all of it. */
const WHOLE = 0.99;

/** `name` is the file's; it begins the message. */
export function provePrintedCharts(
  document: Document,
  { charts, pageLabels }: LayoutMap,
  pages: readonly ReadPage[],
  name: string,
): readonly Diagnostic[] {
  const blocks = chartBlocks(document);
  const colours = new MarkColours(document.theme);
  return charts.flatMap((chart) => {
    const block = blocks.get(chart.block);
    const page = pages[chart.page];
    if (block === undefined || page === undefined) return [];
    const faults = new ChartFaults(block, `${name} ${pageLabels[chart.page] ?? ''}쪽 `);
    provePrinted(chart, page, colours, faults, figuresByRef(block.rows));
    return faults.diagnostics;
  });
}

function provePrinted(
  chart: PlacedChart,
  page: ReadPage,
  colours: MarkColours,
  faults: ChartFaults,
  figures: ReadonlyMap<ChartRef, ChartFigure>,
): void {
  const painted = new PaintedShapes(page.shapes);
  const found: (readonly [ChartMark, PaintedShape])[] = [];
  let before: ChartShape | undefined;
  for (const mark of chart.marks) {
    const { shape } = mark;
    const last = shape.kind === 'corner' && shape.joined ? before : undefined;
    before = shape;
    if (!isPainted(mark) || shape.kind === 'words' || isNothing(shape)) continue;
    const own = painted.find(mark, [chart.x, chart.y], last, (one) => hasLook(mark, one, colours));
    if (own !== undefined) found.push([mark, own]);
    else
      faults.tell(
        'chart-mark-not-printed',
        mark.set,
        `${nameOf(mark, figures)}의 그림이 제자리에 제 모양과 색으로 찍히지 않았습니다.`,
      );
  }
  const own = new Set(found.flatMap(([{ rows }, shape]) => (rows.length === 0 ? [] : [shape])));
  const covers = page.shapes.filter((shape) => shape.covers);
  // What is no figure's: the ground below, and what may lie on marks only a little.
  const beside = covers.filter((shape) => !own.has(shape));
  const isUnderOther = (shape: PaintedShape): boolean =>
    covers.some((one) => own.has(one) && one.order > shape.order && overlap(one, shape) > WHOLE);
  const seen = new Set(
    found.flatMap(([mark, shape]) =>
      isSeenOn(shape, beside) && !isUnderOther(shape) && !isEatenUp(shape, acrossOfBar(mark))
        ? mark.rows.flat()
        : [],
    ),
  );
  for (const [mark, shape] of found) {
    if (beside.some((one) => one.order > shape.order && overlap(one, shape) > COVERED))
      faults.tell(
        'chart-mark-not-printed',
        `${mark.set} covered`,
        `${nameOf(mark, figures)}의 그림 위에 다른 것이 찍혔습니다.`,
      );
    if (mark.style !== 'rect' && mark.rows.flat().some((ref) => !seen.has(ref)))
      faults.tell(
        'chart-hidden',
        mark.set,
        `${nameOf(mark, figures)}의 그림이 바탕과 같은 색이거나 다른 것에 가려 보이지 않습니다.`,
      );
  }
}

function nameOf({ rows }: ChartMark, figures: ReadonlyMap<ChartRef, ChartFigure>): string {
  const [first] = rows.flat();
  return first === undefined ? '수치 없는 것' : `‘${figures.get(first)?.label ?? first}’`;
}

/** How thick a bar is; infinite for what is none. */
function acrossOfBar({ shape, style, measures: [measure, more] }: ChartMark): number {
  if (shape.kind !== 'box' || style !== 'bar' || measure === undefined || more !== undefined) return Infinity;
  return sidesOf(shape, measure.channel).across;
}

/** What has no size is not painted. */
function isNothing(shape: ChartShape): boolean {
  return (
    (shape.kind === 'point' && shape.side === 0) ||
    (shape.kind === 'sector' && (shape.start === shape.end || shape.inner === shape.outer))
  );
}

function hasLook(mark: ChartMark, shape: PaintedShape, colours: MarkColours): boolean {
  const { fill, stroke, lineWidth } = mark;
  // A lone corner of a line is a dot in the line's colour.
  const isDot = mark.shape.kind === 'corner' && fill === undefined && shape.fill !== undefined;
  if (isDot) return stroke !== undefined && shape.stroke === undefined && colours.isOwn(stroke, shape.fill);
  const isSame = (name: string | undefined, colour: PaintedShape['fill']): boolean =>
    name === undefined ? colour === undefined : colour !== undefined && colours.isOwn(name, colour);
  const isWide =
    stroke === undefined ||
    (shape.lineWidth >= (lineWidth < THINNEST ? HAIRLINE : lineWidth) - WIDTH &&
      shape.lineWidth <= Math.max(lineWidth, THINNEST) + WIDTH);
  return isSame(fill, shape.fill) && isSame(stroke, shape.stroke) && isWide;
}

/** The part of a shape's extent that another lies on. */
function overlap(other: PaintedShape, shape: PaintedShape): number {
  const width = Math.min(other.right, shape.right) - Math.max(other.left, shape.left);
  const height = Math.min(other.bottom, shape.bottom) - Math.max(other.top, shape.top);
  const size = (shape.right - shape.left) * (shape.bottom - shape.top);
  return width <= 0 || height <= 0 || size === 0 ? 0 : (width * height) / size;
}
