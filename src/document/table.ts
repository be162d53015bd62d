// A table as a typed grid: cells that tile, header rows, widths, caption, unit line.
import type { Address } from '../figure/address.ts';
import type { Block } from './document.ts';
import type { Identified } from './identified.ts';
import type { RichText } from './inline.ts';

/** What a cell is: decides its face (tint, weight) and its tag. */
export type CellRole = 'column-header' | 'row-header' | 'data';
export type CellAlign = 'left' | 'center' | 'right';

export interface TableCell {
  /** Index of the leftmost grid column, from 0. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly role: CellRole;
  readonly align: CellAlign;
  /** Bold on a tint (totals) or bold alone (own). */
  readonly emphasis: 'none' | 'total' | 'own';
  /** Paragraphs, nested lists or nested tables; none for an empty cell. */
  readonly blocks: readonly Block[];
  /** The figure in this cell, when it is one. */
  readonly figure?: Address;
  /** Draw no rule above: the lower arm of an L-shaped header. */
  readonly openTop?: boolean;
}

export interface TableBlock extends Identified {
  readonly kind: 'table';
  readonly caption?: RichText;
  readonly unitLine?: RichText;
  /** Relative widths of the grid columns, each > 0. */
  readonly widths: readonly number[];
  /** How many of the first rows are headers, repeated on each page. */
  readonly headerRows: number;
  /** The cells that begin in each grid row, from left to right. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly density: 'normal' | 'dense';
  /** The level of the items whose text it hangs under; unset at the text's own edge. */
  readonly inset?: 1 | 2 | 3 | 4;
  /** Never cut where it fits on a page. */
  readonly whole?: boolean;
  /** Indexes of rows that stay with the next one: the headings inside a table. */
  readonly heldRows?: readonly number[];
}

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
