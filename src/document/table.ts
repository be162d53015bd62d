// Tables -> their grid.
import type { TableCell } from './blocks/table.ts';

export type { CellAlign, TableBlock, TableCell } from './blocks/table.ts';
export type { CellRole } from './reading-node.ts';

/** The cell that covers each grid place; throws when cells overlap, leave a hole or leave the grid. */
export function gridOf<Cell extends Pick<TableCell, 'column' | 'colSpan' | 'rowSpan'>>(table: {
  readonly id: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}): readonly (readonly Cell[])[] {
  const width = table.widths.length;
  const grid: (Cell | undefined)[][] = table.rows.map(() =>
    new Array<Cell | undefined>(width).fill(undefined),
  );
  table.rows.forEach((row, top) => {
    for (const cell of row) {
      for (let y = top; y < top + cell.rowSpan; y++) {
        for (let x = cell.column; x < cell.column + cell.colSpan; x++) {
          const line = grid[y];
          if (line === undefined || x >= width || line[x] !== undefined) {
            throw new RangeError(
              `table ${table.id}: cell at row ${top + 1}, column ${cell.column + 1} does not tile`,
            );
          }
          line[x] = cell;
        }
      }
    }
  });
  return grid.map((line, y) =>
    line.map((cell, x) => {
      if (cell === undefined)
        throw new RangeError(`table ${table.id}: hole at row ${y + 1}, column ${x + 1}`);
      return cell;
    }),
  );
}
