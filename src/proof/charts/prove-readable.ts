// The scales of a chart and what is written at them -> values that nobody can read, and two scales of which nobody can tell which is meant.
import type { ChartMark, ChartRef, ChartScale, PlacedChart } from '../../document/chart-marks.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows } from './mark-numbers.ts';
import { isPainted } from './prove-values.ts';
import { placeOnScale } from './scale-places.ts';
import type { ScaleUse } from './scale-use.ts';

/** Marks that begin at 0: one value that is written gives the others away. */
const FROM_ZERO: ReadonlySet<string> = new Set(['bar', 'area']);
/** Points by which two scales differ. */
const APART = 1;

interface UsedScale {
  readonly index: number;
  readonly scale: ChartScale;
  readonly marks: readonly ChartMark[];
  /** The figures on it, and those of them whose value is written. */
  readonly refs: ReadonlySet<ChartRef>;
  readonly said: ReadonlySet<ChartRef>;
}

export function proveReadable(
  { marks, scales, categories }: PlacedChart,
  rows: ChartRows,
  uses: ReadonlyMap<number, ScaleUse>,
  faults: ChartFaults,
): void {
  const painted = marks.filter(isPainted);
  const written = new Set(
    painted.flatMap(({ shape, rows: refs }) =>
      shape.kind === 'words' && /\d/u.test(shape.text) ? refs.flat() : [],
    ),
  );
  const used = scales.flatMap((scale, index): readonly UsedScale[] => {
    if (scale.channel !== 'x' && scale.channel !== 'y') return [];
    const own = painted.filter(
      ({ shape, measures, rows: refs }) =>
        shape.kind !== 'words' &&
        refs.flat().some((ref) => (rows.row(ref)?.value ?? 0) !== 0) &&
        measures.some((measure) => measure.scale === index && measure.follows),
    );
    const refs = new Set(own.flatMap((mark) => mark.rows.flat()));
    const said = new Set([...refs].filter((ref) => written.has(ref)));
    return own.length === 0 ? [] : [{ index, scale, marks: own, refs, said }];
  });
  for (const one of used) {
    if (isLabelled(one.scale, scales) || uses.get(one.index)?.shares === true) continue;
    const isLength = one.scale.type === 'linear' && one.marks.every(({ style }) => FROM_ZERO.has(style));
    if (one.said.size >= Math.min(isLength ? 1 : 2, one.refs.size)) continue;
    const [ref = ''] = one.refs;
    const others = used.some(
      ({ scale }) => scale.channel === one.scale.channel && !areSame(scale, one.scale),
    );
    faults.tell(
      isLength && !others ? 'chart-no-values' : 'chart-unreadable',
      `values ${one.index}`,
      `‘${rows.row(ref)?.named.label ?? ''}’ 등 수치 ${one.refs.size}개의 값을 읽을 눈금도 글자도 없습니다.`,
    );
  }
  proveEach(painted, rows, written, categories, faults);
  used.forEach((one, index) => {
    for (const other of used.slice(index + 1))
      if (one.scale.channel === other.scale.channel && areMixed(one, other, scales))
        faults.tell(
          'chart-two-scales',
          `${one.index} ${other.index}`,
          '한자리에 그린 것의 눈금이 둘인데 어느 것이 어느 눈금인지 알 수 없습니다.',
        );
  });
}

/** A mark whose colour alone is its value says it to nobody, unless a legend has numbers. */
function proveEach(
  painted: readonly ChartMark[],
  rows: ChartRows,
  written: ReadonlySet<ChartRef>,
  categories: PlacedChart['categories'],
  faults: ChartFaults,
): void {
  if (categories.some(({ scale, text }) => scale === 'legend' && /\d/u.test(text))) return;
  const measured = new Set(
    painted.flatMap(({ measures, rows: refs }) => (measures.length > 0 ? refs.flat() : [])),
  );
  for (const mark of painted)
    for (const ref of mark.shape.kind === 'words' ? [] : mark.rows.flat()) {
      const row = rows.row(ref);
      if (measured.has(ref) || written.has(ref) || row?.figure.effective.kind !== 'quantity') continue;
      faults.tell(
        'chart-no-values',
        `each ${mark.set}`,
        `‘${row.named.label}’의 값을 길이나 자리로도 글자로도 읽을 수 없습니다.`,
      );
    }
}

/** By its own axis, or by one that small charts side by side have together. */
function isLabelled(scale: ChartScale, scales: readonly ChartScale[]): boolean {
  const place = ({ channel, domain, range }: ChartScale): string =>
    [channel, ...domain, ...range.map((end) => end.toFixed(0))].join(' ');
  const labels = scales.filter((one) => place(one) === place(scale)).flatMap((one) => one.labels);
  return new Set(labels.filter(({ text }) => /\d/u.test(text)).map(({ value }) => value)).size > 1;
}

/** The same values lie at the same places, or as far from each other. */
function areSame(one: ChartScale, other: ChartScale): boolean {
  const length = (scale: ChartScale, [from = 0, to = 0]: readonly number[]): number =>
    Math.abs(placeOnScale(scale, to) - placeOnScale(scale, from));
  return Math.abs(length(one, one.domain) - length(other, one.domain)) <= APART;
}

/** Marks of both lie among each other, at other places for the same values, and neither words nor titles tell which is which. */
function areMixed(one: UsedScale, other: UsedScale, scales: readonly ChartScale[]): boolean {
  const isSame = one.scale.domain.every(
    (value) => Math.abs(placeOnScale(one.scale, value) - placeOnScale(other.scale, value)) <= APART,
  );
  if (isSame || !overlap(areaOf(one.marks), areaOf(other.marks))) return false;
  if ([one, other].every(({ refs, said }) => refs.size === said.size)) return false;
  const [first, second] = [one, other].map(({ scale }) => scale.titles.join(' ').trim());
  return (
    !isLabelled(one.scale, scales) ||
    !isLabelled(other.scale, scales) ||
    !first ||
    !second ||
    first === second
  );
}

type Area = readonly [left: number, top: number, right: number, bottom: number];

function areaOf(marks: readonly ChartMark[]): Area {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { shape } of marks) {
    if (shape.kind === 'box') {
      xs.push(shape.left, shape.right);
      ys.push(shape.top, shape.bottom);
    } else if (shape.kind !== 'sector') {
      xs.push(shape.x, ...('x2' in shape ? [shape.x2 ?? shape.x] : []));
      ys.push(shape.y, ...('y2' in shape ? [shape.y2 ?? shape.y] : []));
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function overlap([left, top, right, bottom]: Area, [x1, y1, x2, y2]: Area): boolean {
  return Math.min(right, x2) >= Math.max(left, x1) && Math.min(bottom, y2) >= Math.max(top, y1);
}
