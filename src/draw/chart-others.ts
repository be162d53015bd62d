// A chart's marks, and how it would be drawn of other values -> what follows the figures, and what is left out for its size.
import type { ChartMark, ChartMarks, ChartRef } from '../document/chart-marks.ts';
import { type FoundMark, rowsSeen } from './chart-marks.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Draws again with other rows; undefined where that cannot be drawn. */
type Redraw = (rowsOf: (rows: readonly Row[]) => readonly Row[]) => Promise<readonly FoundMark[] | undefined>;

/** Parts of the largest number of a scale by which two may differ and are the same. */
const NEAR = 1e-6;

/** `rows` are all of the data that the chart takes from; `byOrder`: whether what is drawn may depend on their order. */
export async function judgedByOthers(
  found: readonly FoundMark[],
  rows: readonly Row[],
  field: string,
  byOrder: boolean,
  redraw: Redraw,
): Promise<Omit<ChartMarks, 'scales' | 'categories' | 'words'>> {
  const seen = rowsSeen(found);
  const turned = await redraw(turnedRound);
  const marks = turned === undefined ? found.map(({ mark }) => mark) : withFollowers(found, turned);
  // A number that is not 0 and is not seen: would it be, if it were the largest or the smallest?
  const unseen = rows.filter((row) => Number(row.value ?? 0) !== 0 && !seen.has(String(row[field])));
  const extremes = unseen.length === 0 ? [] : [await redraw(all(Math.max)), await redraw(all(Math.min))];
  const would = new Set(
    [turned, ...extremes].flatMap((drawn) => (drawn === undefined ? [] : [...rowsSeen(drawn)])),
  );
  // Where other numbers would make what is seen disappear, it was chosen by its own.
  const kept = turned === undefined ? seen : rowsSeen(turned);
  const isChosen = [...seen].some((row) => !kept.has(row));
  const droppedBySize = unseen.map((row) => String(row[field])).filter((row) => isChosen || would.has(row));
  const orders = byOrder && unseen.length > 0 ? [backwards, turnedBy(2), turnedBy(3)] : [];
  const moved = new Set<ChartRef>();
  for (const order of orders) for (const ref of rowsSeen((await redraw(order)) ?? [])) moved.add(ref);
  const droppedByPlace = unseen
    .map((row) => String(row[field]))
    .filter((row) => moved.has(row) && !droppedBySize.includes(row));
  const couldShow = seen.size > 0 || rows.length === 0 || rowsSeen((await redraw(filled)) ?? []).size > 0;
  return { marks, droppedBySize, droppedByPlace, couldShow };
}

/** The largest for the smallest, and so on; where all are alike, twice as much. */
function turnedRound(rows: readonly Row[]): readonly Row[] {
  const numbers = numbersOf(rows);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return rows.map((row) =>
    typeof row.value === 'number'
      ? valued(row, low === high ? 2 * row.value + 1 : low + high - row.value)
      : row,
  );
}

function all(extreme: (...numbers: readonly number[]) => number): (rows: readonly Row[]) => readonly Row[] {
  return (rows) => {
    const value = extreme(...numbersOf(rows));
    return rows.map((row) => (typeof row.value === 'number' ? valued(row, value) : row));
  };
}

function backwards(rows: readonly Row[]): readonly Row[] {
  return rows.toReversed();
}

/** The last half, or third, before the others: what was amid the rows is no longer. */
function turnedBy(parts: number): (rows: readonly Row[]) => readonly Row[] {
  return (rows) => {
    const from = rows.length - Math.ceil(rows.length / parts);
    return [...rows.slice(from), ...rows.slice(0, from)];
  };
}

/** A value in each row. */
function filled(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({
    ...valued(row, typeof row.value === 'number' ? row.value : 1),
    missing: false,
  }));
}

function valued(row: Row, value: number): Row {
  return { ...row, value, text: String(value) };
}

function numbersOf(rows: readonly Row[]): readonly number[] {
  return rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

/** The marks with what of them shows other numbers when the figures are others. */
function withFollowers(found: readonly FoundMark[], turned: readonly FoundMark[]): readonly ChartMark[] {
  const others = new Map<string, FoundMark[]>();
  for (const one of turned) {
    const alike = others.get(identityOf(one)) ?? [];
    others.set(identityOf(one), alike);
    alike.push(one);
  }
  const largest = new Map<number, number>();
  for (const { mark, shown } of found)
    mark.measures.forEach(({ scale }, index) => {
      const numbers = (shown[index] ?? []).map(Math.abs);
      largest.set(scale, Math.max(largest.get(scale) ?? 0, ...numbers));
    });
  const counts = new Map<string, number>();
  return found.map((one): ChartMark => {
    const identity = identityOf(one);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    const other = others.get(identity)?.[count];
    if (other === undefined) return one.mark;
    const measures = one.mark.measures.map((measure, index) => {
      const slack = NEAR * (largest.get(measure.scale) ?? 0);
      return { ...measure, follows: !areAlike(one.shown[index] ?? [], other.shown[index] ?? [], slack) };
    });
    return { ...one.mark, measures };
  });
}

function identityOf({ mark }: FoundMark): string {
  return JSON.stringify([mark.set, mark.rows]);
}

function areAlike(some: readonly number[], others: readonly number[], slack: number): boolean {
  return some.every((value, index) => Math.abs(value - (others[index] ?? Number.NaN)) <= slack);
}
