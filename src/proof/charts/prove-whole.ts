// The parts of a chart that are drawn as one whole -> figures that are drawn twice in it, or are no parts of one.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, PlacedChart } from '../../document/chart-marks.ts';
import { operandsOf } from '../../figure/relation.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows, KnownRow } from './mark-numbers.ts';
import { isTotal } from './names-in-words.ts';
import { isPainted, LENGTHS } from './prove-values.ts';
import { acrossOf } from './shape-ends.ts';

/** Radians by which the sectors of a disc may come to less than all. */
const OPEN = 0.01;
/** Points by which the sectors of a disc may differ in their radius. */
const UNEVEN = 0.5;
/** Per cent by which shares may come to something else than 100, for rounding. */
const ROUNDED = 2;

export function proveWhole(chart: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const painted = chart.marks.filter(isPainted);
  proveOnce(painted, rows, faults);
  const wholes = new Map<string, ChartMark[]>();
  for (const mark of chart.marks) {
    const channel = mark.measures[0]?.channel;
    if (channel === undefined || !LENGTHS.has(mark.style) || mark.rows.length === 0) continue;
    const key = JSON.stringify([mark.set, mark.plot, acrossOf(mark.shape, channel)]);
    wholes.set(key, [...(wholes.get(key) ?? []), mark]);
  }
  for (const parts of wholes.values()) {
    proveParts(parts.filter(isPainted), rows, faults);
    proveDisc(parts, chart, rows, faults);
  }
}

/** No figure is drawn twice in one set of lengths: stacked on itself it would count double. */
function proveOnce(painted: readonly ChartMark[], rows: ChartRows, faults: ChartFaults): void {
  const known = new Set<string>();
  for (const mark of painted.filter(({ style }) => LENGTHS.has(style))) {
    const key = JSON.stringify([mark.set, mark.rows]);
    const [row] = rows.groups(mark).flat();
    if (row !== undefined && known.has(key))
      faults.tell(
        'chart-other-value',
        `${mark.set} twice`,
        `‘${row.named.label}’의 수치가 두 번 그려졌습니다.`,
      );
    known.add(key);
  }
}

/** A total is no part beside its own parts. */
function proveParts(parts: readonly ChartMark[], rows: ChartRows, faults: ChartFaults): void {
  const all = parts.flatMap((mark): readonly KnownRow[] => {
    const [row, more] = rows.groups(mark).flat();
    return row === undefined || more !== undefined ? [] : [row];
  });
  if (all.length < 2) return;
  const addresses = new Set<string>(all.map(({ named }) => named.address));
  const total = all.find(({ figure: { definition }, named }) => {
    const { relation } = definition;
    const isSum = relation?.kind === 'sum' && operandsOf(relation).some((operand) => addresses.has(operand));
    return (
      isSum ||
      named.words.some(
        (word) => isTotal(word) && all.every((one) => one.named === named || !one.named.words.includes(word)),
      )
    );
  });
  if (total !== undefined)
    faults.tell(
      'chart-whole',
      parts[0]?.set ?? '',
      korean`합계인 ‘${total.named.label}’이(가) 제 부분과 나란히 쌓여 두 번 세어집니다.`,
    );
}

/** The sectors of a disc are parts of one whole: all of it, none below 0, of one radius. */
function proveDisc(
  parts: readonly ChartMark[],
  { scales }: PlacedChart,
  rows: ChartRows,
  faults: ChartFaults,
): void {
  const [first] = parts;
  const sectors = parts.flatMap(({ shape }) => (shape.kind === 'sector' ? [shape] : []));
  const measure = first?.measures.find(({ channel }) => channel === 'angle');
  if (first === undefined || measure === undefined || sectors.length === 0) return;
  const [from = 0, to = 0] = scales[measure.scale]?.range ?? [];
  const sum = sectors.reduce((total, { start, end }) => total + Math.abs(end - start), 0);
  if (sum > 0 && Math.abs(sum - Math.abs(to - from)) > OPEN)
    faults.tell('chart-scale', `angle ${measure.scale}`, '부채꼴을 모두 합쳐도 전체가 되지 않습니다.');
  const behind = parts.flatMap((mark) => rows.groups(mark).flat());
  const less = behind.find(({ value = 0 }) => value < 0);
  if (less !== undefined)
    faults.tell(
      'chart-scale',
      `below ${measure.scale}`,
      `0보다 작은 ‘${less.named.label}’의 수치를 부채꼴로 그렸습니다.`,
    );
  const areUneven = [sectors.map(({ outer }) => outer), sectors.map(({ inner }) => inner)].some(
    (radii) => Math.max(...radii) - Math.min(...radii) > UNEVEN,
  );
  if (areUneven && first.measures.every(({ channel }) => channel !== 'radius'))
    faults.tell(
      'chart-uneven',
      `radius ${measure.scale}`,
      '부채꼴의 반지름이 서로 달라 넓이로 견줄 수 없습니다.',
    );
  const rates = behind.flatMap(({ value, figure }) =>
    figure.definition.unit.label === '%' ? [value ?? 0] : [],
  );
  const all = rates.reduce((total, rate) => total + rate, 0);
  if (rates.length > 1 && all !== 0 && Math.abs(all - 100) > ROUNDED)
    faults.tell(
      'chart-whole',
      `rates ${measure.scale}`,
      `부채꼴로 그린 비율을 합하면 100%가 아니라 ${Number(all.toFixed(1))}%입니다.`,
    );
}
