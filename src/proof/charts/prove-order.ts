// The lines of a chart -> those that are joined in another order than that of time, or of the table.
import type { ChartMark, PlacedChart } from '../../document/chart-marks.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows } from './mark-numbers.ts';
import { isPainted } from './prove-values.ts';

/** Points by which a corner has to lie beyond the one before. */
const ONWARDS = 0.1;

/** `typed`: whether somebody chose the order in a specification of their own, and not by the names of rows. */
export function proveOrder(chart: PlacedChart, rows: ChartRows, typed: boolean, faults: ChartFaults): void {
  for (const run of runsOf(chart.marks)) {
    const [first] = run;
    const along = first === undefined ? undefined : alongOf(first, rows);
    if (first === undefined || along === undefined) continue;
    const places = run.map(({ shape }) => (shape.kind === 'corner' ? shape[along] : 0));
    const label = rows.groups(first).flat()[0]?.named.label ?? '';
    const forth = isRising(places, ONWARDS);
    if (
      !forth &&
      !isRising(
        places.map((place) => -place),
        ONWARDS,
      )
    ) {
      faults.tell('chart-order', first.set, `‘${label}’에서 시작한 선이 앞뒤로 오갑니다.`);
      continue;
    }
    const behind = run.map((mark) => rows.groups(mark)[0]?.[0]);
    const periods = behind.map((row) => row?.named.period);
    const onwards = along === 'x' && !forth ? behind.toReversed() : behind;
    if (periods.every((period) => period !== undefined)) {
      const years = onwards.map((row) => row?.named.period ?? 0);
      const isTime = isRising(years, -1) || (along === 'y' && isRising(years.toReversed(), -1));
      if (!isTime)
        faults.tell('chart-order', first.set, `선이 연도의 차례로 이어지지 않습니다(${years.join(', ')}).`);
    } else if (typed) {
      const indexes = onwards.map((row) => Number(row?.ref.split(':').at(-1)));
      if (!isRising(indexes, 0) && !isRising(indexes.toReversed(), 0))
        faults.tell(
          'chart-order-of-rows',
          first.set,
          `선이 표의 차례와 달리 ${onwards
            .map((row) => `‘${row?.named.label ?? ''}’`)
            .slice(0, 4)
            .join(', ')}의 차례로 이어집니다.`,
        );
    }
  }
}

/** Each line and area between its gaps, of two corners or more. */
export function runsOf(marks: readonly ChartMark[]): readonly (readonly ChartMark[])[] {
  const runs: ChartMark[][] = [];
  for (const mark of marks) {
    const { shape } = mark;
    if (shape.kind !== 'corner' || !isPainted(mark) || mark.rows.length === 0) continue;
    if (shape.joined && runs.length > 0) runs.at(-1)?.push(mark);
    else runs.push([mark]);
  }
  return runs.filter(({ length }) => length > 1);
}

/** The direction in which a line goes on: across its values, or along the years. Undefined where both directions show values. */
function alongOf(mark: ChartMark, rows: ChartRows): 'x' | 'y' | undefined {
  const channels = new Set(mark.measures.map(({ channel }) => channel));
  if (!channels.has('x')) return 'x';
  if (!channels.has('y')) return 'y';
  return rows.numericNamesOf(mark).length > 0 ? 'x' : undefined;
}

function isRising(numbers: readonly number[], least: number): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0) + least);
}
