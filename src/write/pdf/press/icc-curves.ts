// The table A2B0 of an ICC profile as lutAToBType -> whether all that it needs lies in it, and where its grid is.
// Source: ICC.1:2010 (profile version 4.3), 10.5 curveType, 10.12 lutAToBType, 10.16 parametricCurveType.

export interface Grid {
  /** Where it begins in the table. */
  readonly start: number;
  /** Bytes a value: 1 or 2. */
  readonly width: number;
  /** Grid points of each ink, and all of them together. */
  readonly points: readonly number[];
  readonly nodes: number;
}

/** Where the places of curves, matrix and grid are told; 0 stands for none. */
const PLACES = { after: 12, matrix: 16, middle: 20, grid: 24, before: 28 } as const;
const HEADER = 32;
const MATRIX = 12 * 4;
/** The grid points of 16 inks, the bytes a value, and nothing. */
const GRID_HEADER = 20;
/** Numbers that a parametric curve of each kind has. */
const NUMBERS = [1, 3, 4, 5, 7] as const;
/** Of a curve. */
export const MOST_ENTRIES = 4096;

/** The grid of a table for `inks` channels and three outputs; undefined where a part is not there, runs beyond the table or is no such part. */
export function gridOf(table: Buffer, inks: number): Grid | undefined {
  const place = (part: keyof typeof PLACES) => (table.length < HEADER ? 0 : table.readUInt32BE(PLACES[part]));
  const isThere = (part: 'before' | 'middle' | 'after', count: number) =>
    areCurves(table, place(part), count);
  // More channels than outputs need a grid, and curves before and after it.
  if (!isThere('before', inks) || !isThere('after', 3)) return undefined;
  if (place('matrix') !== 0 || place('middle') !== 0)
    if (!isThere('middle', 3) || !lies(table, place('matrix'), MATRIX)) return undefined;
  const at = place('grid');
  if (!lies(table, at, GRID_HEADER)) return undefined;
  const points = [...table.subarray(at, at + inks)];
  const width = table[at + 16] ?? 0;
  const nodes = points.reduce((product, one) => product * one, 1);
  const start = at + GRID_HEADER;
  const fits = (width === 1 || width === 2) && points.every((one) => one >= 2);
  return fits && lies(table, start, nodes * 3 * width) ? { start, width, points, nodes } : undefined;
}

function lies(table: Buffer, at: number, length: number): boolean {
  return at >= HEADER && at + length <= table.length;
}

/** Curves one behind the other, each from a place that four divides. */
function areCurves(table: Buffer, from: number, count: number): boolean {
  let at = from;
  for (let left = count; left > 0; left--) {
    const length = curveLength(table, at);
    if (length === undefined) return false;
    at += Math.ceil(length / 4) * 4;
  }
  return true;
}

function curveLength(table: Buffer, at: number): number | undefined {
  if (!lies(table, at, 12)) return undefined;
  const kind = table.toString('latin1', at, at + 4);
  const entries = table.readUInt32BE(at + 8);
  const numbers = kind === 'para' ? NUMBERS[table.readUInt16BE(at + 8)] : undefined;
  const length =
    kind === 'curv' && entries <= MOST_ENTRIES
      ? 12 + 2 * entries
      : numbers === undefined
        ? undefined
        : 12 + 4 * numbers;
  return length !== undefined && lies(table, at, length) ? length : undefined;
}
