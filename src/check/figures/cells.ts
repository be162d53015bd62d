// The tables of a plan -> where each of their figures stands: its table, and the headers on its way.
import type { Address } from '../../figure/address.ts';
import type { Plan } from '../../plan/plan.ts';
import { type AxisEntry, leavesOf, type StatisticsTable } from '../../plan/statistics-table.ts';

export interface CellPlace {
  readonly table: StatisticsTable;
  /** Outermost group first, the leaf last. */
  readonly row: readonly AxisEntry[];
  readonly column: readonly AxisEntry[];
  /** Indexes among the leaves. */
  readonly y: number;
  readonly x: number;
}

export type Cells = ReadonlyMap<Address, CellPlace>;

export function cellsOf(plan: Plan): Cells {
  const cells = new Map<Address, CellPlace>();
  for (const table of plan.tables.values()) {
    const columns = leavesOf(table.columns);
    leavesOf(table.rows).forEach((row, y) => {
      columns.forEach((column, x) => {
        const cell = table.cells[y]?.[x];
        if (cell?.kind === 'figure') cells.set(cell.address, { table, row, column, y, x });
      });
    });
  }
  return cells;
}

/** The figures of a row or of a column of the table, in its order. */
export function figuresAlong(table: StatisticsTable, axis: 'row' | 'column', index: number): Address[] {
  const cells = axis === 'row' ? (table.cells[index] ?? []) : table.cells.flatMap((row) => row[index] ?? []);
  return cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.address] : []));
}

/** All figures of the table, row by row. */
export function figuresOf(table: StatisticsTable): Address[] {
  return table.cells.flatMap((_, index) => figuresAlong(table, 'row', index));
}

/** Whether a header on the way says that what stands there is a total. */
export function isTotal(path: readonly AxisEntry[]): boolean {
  return path.some(({ id, emphasis }) => emphasis === 'total' || id === 'total');
}
