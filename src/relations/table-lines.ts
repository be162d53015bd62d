// A table of statistics -> its rows and columns as lines of numbers, known to a precision.
import type { Address } from '../figure/address.ts';
import { isExact } from '../figure/exact-unit.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from '../plan/statistics-table.ts';

/** A number in base units, good for guessing; verdicts are for exact ones. */
export interface Cell {
  readonly address: Address;
  readonly figure: Figure;
  readonly value: number;
  /** How far to both sides it may lie; half of its last digit, or 0 where it is counted. */
  readonly half: number;
  /** Whether somebody typed it, and declared nothing that it follows from. */
  readonly free: boolean;
  /** What it counts: percent, percentage-points, times, people … */
  readonly dimension: string;
}

export interface Line {
  readonly id: string;
  /** Its labels, from the outermost in, without blanks. */
  readonly label: string;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Lines {
  readonly axis: 'columns' | 'rows';
  readonly lines: readonly Line[];
  /** What the cells of each line stand under, in order. */
  readonly positions: readonly Position[];
}

interface Position {
  readonly id: string;
  readonly label: string;
  /** The position of the period before, of the same kind. */
  readonly previous: number | undefined;
}

export interface TypedTable {
  readonly table: StatisticsTable;
  readonly axes: readonly [Lines, Lines];
}

/** The tables that people typed, with their columns and rows. */
export function typedTables(tables: Iterable<StatisticsTable>, book: FigureBook): readonly TypedTable[] {
  return [...tables].flatMap((table) => (table.isOfProgramme ? [] : [{ table, axes: linesOf(table, book) }]));
}

/** Columns with their cells from above, and rows with theirs from the left; what only inferred figures say is unknown. */
function linesOf(table: StatisticsTable, book: FigureBook): readonly [Lines, Lines] {
  const [rows, columns] = [leavesOf(table.rows), leavesOf(table.columns)];
  const grid = rows.map((_, row) =>
    columns.map((_, column) => {
      const cell = table.cells[row]?.[column];
      const figure = cell?.kind === 'figure' ? book.get(cell.address) : undefined;
      return figure && cellOf(figure);
    }),
  );
  const line = (path: readonly AxisEntry[], cells: Line['cells']): Line => ({
    id: leafId(path),
    label: labelOf(path),
    cells,
  });
  return [
    {
      axis: 'columns',
      lines: columns.map((path, column) =>
        line(
          path,
          grid.map((cells) => cells[column]),
        ),
      ),
      positions: positionsOf(rows),
    },
    {
      axis: 'rows',
      lines: rows.map((path, row) => line(path, grid[row] ?? [])),
      positions: positionsOf(columns),
    },
  ];
}

function cellOf(figure: Figure): Cell | undefined {
  const { effective, definition } = figure;
  const { unit, address, inferred, given, relation } = definition;
  if (inferred || effective.kind === 'missing' || (effective.kind === 'quantity' && effective.about))
    return undefined;
  const free = relation === undefined && given?.kind === 'quantity';
  const nil = effective.kind === 'nil';
  const scale = unit.scale.valueOf();
  const half = nil || isExact(unit, effective.digits) ? 0 : (scale * 10 ** -effective.digits) / 2;
  return {
    address,
    figure,
    value: nil ? 0 : effective.exact.valueOf() * scale,
    half,
    free,
    dimension: unit.dimension,
  };
}

function labelOf(path: readonly AxisEntry[]): string {
  return path.map(({ label }) => label.text.replaceAll(/\s/gu, '')).join('');
}

function positionsOf(leaves: readonly (readonly AxisEntry[])[]): readonly Position[] {
  const keys = leaves.map((path) => {
    const dated = path.find(({ period }) => period !== undefined);
    return { period: dated?.period, kind: path.map((one) => (one === dated ? '*' : one.id)).join('-') };
  });
  const at = new Map(keys.map(({ period, kind }, index) => [`${kind} ${period}`, index]));
  return leaves.map((path, index) => {
    const { period, kind } = keys[index] ?? {};
    const previous = period === undefined ? undefined : at.get(`${kind} ${period - 1}`);
    return { id: leafId(path), label: labelOf(path), previous };
  });
}
