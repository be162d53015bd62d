// A table as printed -> where each number stands, what its heads call it, and which one is next to it.
import type { StatisticsCell, StatisticsFigure, StatisticsTable } from '../../serve/api-statistics.ts';

/** A cell with a number. */
export interface NumberCell {
  readonly row: number;
  readonly column: number;
  readonly printed: StatisticsCell;
  readonly figure: StatisticsFigure;
  /** `2022년, 구인건수` */
  readonly name: string;
}

export interface Layout {
  /** The cell at each place, merged ones at all of theirs. */
  readonly places: readonly (readonly (StatisticsCell | undefined)[])[];
  /** In the order of reading. */
  readonly numbers: readonly NumberCell[];
  /** By row and column. */
  at(row: number, column: number): NumberCell | undefined;
  of(cell: string | undefined): NumberCell | undefined;
}

export function layoutOf({ rows }: StatisticsTable): Layout {
  const places: (StatisticsCell | undefined)[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    for (const cell of row)
      for (let y = top; y < top + cell.rowSpan; y++)
        for (let x = cell.column; x < cell.column + cell.colSpan; x++) {
          const line = places[y];
          if (line !== undefined) line[x] = cell;
        }
  });
  const numbers = rows.flatMap((row, top) =>
    row.flatMap((printed): readonly NumberCell[] => {
      const { figure, column } = printed;
      if (figure === undefined) return [];
      return [{ row: top, column, printed, figure, name: nameOf(places, top, column) }];
    }),
  );
  const byCell = new Map(numbers.map((one) => [one.figure.cell, one]));
  const at = (row: number, column: number): NumberCell | undefined => {
    const figure = places[row]?.[column]?.figure;
    return figure && byCell.get(figure.cell);
  };
  return { places, numbers, at, of: (cell) => (cell === undefined ? undefined : byCell.get(cell)) };
}

/** The words of the heads left of it and above it, each once. */
function nameOf(places: Layout['places'], row: number, column: number): string {
  const left = places[row]?.slice(0, column) ?? [];
  const above = places.slice(0, row).map((line) => line[column]);
  const heads = [...left, ...above].filter((cell) => cell?.isHead === true);
  const words = heads.map((cell) => (cell?.text ?? '').replaceAll(/\s+/g, ' ').trim());
  return [...new Set(words.filter((text) => text !== ''))].join(', ');
}

export type Step = readonly [down: number, right: number];

/** The next number that way, or the last one with `toEdge`; itself where there is none. */
export function besides(layout: Layout, from: NumberCell, [down, right]: Step, toEdge = false): NumberCell {
  let found = from;
  const height = layout.places.length;
  const width = Math.max(...layout.places.map((line) => line.length));
  let [row, column] = [from.row + down, from.column + right];
  for (; row >= 0 && row < height && column >= 0 && column < width; row += down, column += right) {
    const next = layout.at(row, column);
    if (next === undefined || next === found) continue;
    found = next;
    if (!toEdge) break;
  }
  return found;
}

/** The next one in the order of reading; undefined at the end. */
export function after(layout: Layout, from: NumberCell, by: 1 | -1): NumberCell | undefined {
  return layout.numbers[layout.numbers.indexOf(from) + by];
}

/** The numbers of the rectangle between two. */
export function between(layout: Layout, one: NumberCell, other: NumberCell): readonly NumberCell[] {
  const inside = (at: number, a: number, b: number): boolean => at >= Math.min(a, b) && at <= Math.max(a, b);
  return layout.numbers.filter(
    ({ row, column }) => inside(row, one.row, other.row) && inside(column, one.column, other.column),
  );
}

/** As a block of texts, row by row, places without a number empty. */
export function textsOf(layout: Layout, cells: readonly NumberCell[]): readonly (readonly string[])[] {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  return rows.map((row) => columns.map((column) => layout.at(row, column)?.printed.text.trim() ?? ''));
}
