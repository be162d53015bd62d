// A document and the marks of its charts -> each mark that shows another value than the figure's, and each figure that is hidden.
import { korean } from '../diagnostic/particle.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type ChartMark, figuresByRef, type PlacedChart } from '../document/chart-marks.ts';
import type { ChartBlock, Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import type { Theme } from '../document/theme.ts';
import type { FigureBook } from '../figure/figure.ts';
import { chartBlocks } from './charts/chart-blocks.ts';
import { ChartFaults } from './charts/chart-faults.ts';
import { ChartRows } from './charts/mark-numbers.ts';
import { proveCalled } from './charts/prove-called.ts';
import { proveHeadings } from './charts/prove-headings.ts';
import { proveLabels } from './charts/prove-labels.ts';
import { proveLeftOut } from './charts/prove-left-out.ts';
import { proveNames } from './charts/prove-names.ts';
import { proveOrder } from './charts/prove-order.ts';
import { proveReadable } from './charts/prove-readable.ts';
import { proveScales } from './charts/prove-scales.ts';
import { proveLetters, proveTitles } from './charts/prove-titles.ts';
import { isPainted, proveValues, showing } from './charts/prove-values.ts';
import { proveWhole } from './charts/prove-whole.ts';
import { proveWords } from './charts/prove-words.ts';
import { sidesOf } from './charts/shape-ends.ts';

/** Points below which nobody sees a mark. */
const LEAST_SEEN = 0.8;
/** A bar that is thinner is no bar, and a line no line. */
const LEAST_ACROSS = 0.8;
const THINNEST = 0.15;
/** Part of a dashed line that is drawn at least, and points between two dashes at most. */
const LEAST_INKED = 0.15;
const WIDEST_GAP = 15;
/** The radius of the smallest disc whose sectors are told apart. */
const LEAST_DISC = 5;
/** Points that words may be moved from the place of their value. */
const FARTHEST = 40;
/** Points by which bars that are drawn alike may differ in width. */
const UNEVEN = 0.5;
/** Points that a scale of lengths has at least. */
const SHORTEST = 10;

export function proveCharts(
  document: Document,
  { charts }: LayoutMap,
  book: FigureBook,
): readonly Diagnostic[] {
  const blocks = chartBlocks(document);
  return charts.flatMap((chart) => {
    const block = blocks.get(chart.block);
    return block === undefined ? [] : proveChart(block, chart, book, document.theme);
  });
}

function proveChart(
  block: ChartBlock,
  chart: PlacedChart,
  book: FigureBook,
  theme: Theme,
): readonly Diagnostic[] {
  const faults = new ChartFaults(block);
  const rows = new ChartRows(figuresByRef(block.rows), book);
  if (!chart.couldShow) faults.tell('chart-nothing', '', '표의 수치가 하나도 보이지 않습니다.');
  const uses = proveValues(chart, rows, faults);
  proveWords(chart, rows, uses, faults);
  proveCalled(chart, rows, faults);
  proveSeen(chart, rows, faults);
  proveWhole(chart, rows, faults);
  proveScales(chart, rows, faults);
  proveBars(chart, rows, faults);
  proveInPlace(chart, rows, faults);
  proveReadable(chart, rows, uses, faults);
  proveNames(chart, rows, theme, faults);
  proveOrder(chart, rows, block.specFile !== undefined, faults);
  proveLabels(chart, rows, faults);
  const { datasets: _, ...own } = block.spec;
  const typed = JSON.stringify(own);
  proveTitles(chart, rows, typed, faults);
  proveHeadings(chart, rows, uses, typed, faults);
  proveLeftOut(chart, rows, uses, saidIn(block, chart), block.specFile !== undefined, faults);
  proveLetters(chart, theme, faults);
  return faults.diagnostics;
}

/** All that a reader sees written in and under the chart. */
function saidIn({ caption }: ChartBlock, { words, marks, categories }: PlacedChart): readonly string[] {
  const inMarks = marks.flatMap(({ shape }) => (shape.kind === 'words' ? [shape.text] : []));
  return [plainText(caption.inlines), ...[...words, ...categories].map(({ text }) => text), ...inMarks];
}

/** Every figure that is drawn is seen, and not its text alone; what is left out is not left out for its size. */
function proveSeen(chart: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const { marks, droppedBySize, droppedByPlace } = chart;
  const painted = marks.filter((mark) => isPainted(mark) && isSeen(mark));
  const isSaid = new Set(painted.flatMap((mark) => mark.rows.flat()));
  const isShown = new Set(painted.flatMap((mark) => (mark.shape.kind === 'words' ? [] : mark.rows.flat())));
  const would = showing(chart, rows);
  const seen = new Set(painted);
  for (const mark of marks) {
    if (seen.has(mark)) continue;
    // A point may mark another time what a line or a bar shows.
    const elsewhere = !would.has(mark) ? isSaid : mark.shape.kind === 'point' ? isShown : new Set<string>();
    for (const ref of mark.rows.flat()) {
      const row = rows.row(ref);
      if (elsewhere.has(ref) || row?.value === undefined || row.value === 0) continue;
      faults.tell('chart-hidden', mark.set, `‘${row.named.label}’의 수치를 그렸으나 보이지 않습니다.`);
    }
  }
  for (const ref of droppedByPlace)
    faults.tell(
      'chart-dropped',
      'place',
      `‘${rows.row(ref)?.named.label ?? ref}’의 수치가 표에서 놓인 차례 때문에 빠졌습니다.`,
    );
  for (const ref of droppedBySize)
    faults.tell(
      'chart-dropped',
      '',
      `‘${rows.row(ref)?.named.label ?? ref}’의 수치가 그 값 때문에 빠졌습니다.`,
    );
}

/** Every mark of a figure lies in its plot, and words stand by the place of their value. */
function proveInPlace({ marks }: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  for (const mark of marks.filter(isPainted)) {
    const { shape, set, outside } = mark;
    const [row] = rows.groups(mark).flat();
    if (row === undefined) continue;
    if (shape.kind !== 'words' && outside)
      faults.tell(
        'chart-other-place',
        `${set} outside`,
        `‘${row.named.label}’의 그림이 그림판 밖에 있습니다.`,
      );
    if (shape.kind === 'words' && shape.text.trim() !== '' && shape.moved > FARTHEST)
      faults.tell(
        'chart-other-place',
        `${set} moved`,
        korean`‘${row.named.label}’의 글자 ‘${shape.text}’이(가) 제자리에서 ${shape.moved.toFixed(0)}포인트 떨어져 있습니다.`,
      );
  }
}

/** How much of a dashed line is drawn, and how far its dashes lie apart. */
function isInked(dash: readonly number[]): boolean {
  // An odd number of lengths is gone through twice.
  const lengths = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const sum = lengths.reduce((total, length) => total + length, 0);
  const on = lengths.reduce((total, length, index) => total + (index % 2 === 0 ? length : 0), 0);
  const gaps = lengths.filter((_, index) => index % 2 === 1);
  return (
    lengths.length === 0 || (on >= LEAST_INKED * sum && Math.max(...gaps) <= WIDEST_GAP && sum > LEAST_SEEN)
  );
}

function isSeen({ shape, fill, lineWidth, style, measures, dash }: ChartMark): boolean {
  const isLine = fill === undefined;
  if (isLine && shape.kind !== 'words' && (!isInked(dash) || lineWidth < THINNEST)) return false;
  switch (shape.kind) {
    case 'words':
      return shape.text.trim() !== '';
    case 'point':
      return shape.side >= LEAST_SEEN;
    case 'sector':
      return shape.outer - shape.inner >= LEAST_SEEN && shape.outer >= LEAST_DISC;
    case 'box': {
      const [measure, more] = measures;
      const { along, across } = sidesOf(shape, measure?.channel ?? 'x');
      // A bar of a small value is short; none is thin.
      const isBar = style === 'bar' && measure !== undefined && more === undefined;
      return isBar ? across >= LEAST_ACROSS : Math.max(along, across) >= LEAST_SEEN;
    }
    case 'segment':
    case 'corner':
      return true;
  }
}

/** Bars have their length by a scale, are of one width, and are long enough to be told from each other. */
function proveBars({ marks, scales }: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const sets = new Map<string, ChartMark[]>();
  for (const mark of marks) {
    if (mark.style !== 'bar' || mark.shape.kind !== 'box' || !isPainted(mark)) continue;
    const [row] = rows.groups(mark).flat();
    if (mark.measures.length === 0 && row !== undefined)
      faults.tell(
        'chart-other-value',
        mark.set,
        `‘${row.named.label}’의 막대 길이가 수치에서 오지 않습니다.`,
      );
    const [measure, more] = mark.measures;
    if (measure === undefined || more !== undefined || row === undefined) continue;
    const key = JSON.stringify([mark.set, measure.scale]);
    const set = sets.get(key) ?? [];
    sets.set(key, set);
    set.push(mark);
  }
  for (const [first, ...others] of sets.values()) {
    const measure = first?.measures[0];
    if (first === undefined || measure === undefined) continue;
    const sizes = [first, ...others].flatMap(({ shape }) =>
      shape.kind === 'box' ? [sidesOf(shape, measure.channel)] : [],
    );
    const widths = sizes.map(({ across }) => across);
    if (Math.max(...widths) - Math.min(...widths) > UNEVEN)
      faults.tell('chart-uneven', first.set, '막대의 굵기가 서로 달라 길이로 견줄 수 없습니다.');
    const [from = 0, to = 0] = scales[measure.scale]?.range ?? [];
    const values = [first, ...others].flatMap((mark) =>
      rows
        .groups(mark)
        .flat()
        .map(({ value }) => value ?? 0),
    );
    const isAny = values.some((value) => value !== 0);
    const isShort = sizes.some(({ along }) => along > 0) && sizes.every(({ along }) => along < 1);
    if (isAny && (Math.abs(to - from) < SHORTEST || isShort))
      faults.tell('chart-hidden', `${first.set} short`, '막대가 모두 너무 짧아 길이를 알아볼 수 없습니다.');
  }
}
