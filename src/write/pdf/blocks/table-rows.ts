// Rows of a table, with what is left of cells that were cut -> placed cells and row heights.
import type { TableCell } from '../../../document/table.ts';
import { again } from '../../../document/table-part.ts';
import type { Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { type CellContent, type PlacedCell, stackHeight, type TableShape } from './table-shape.ts';

/** The rows of a table from where it goes on. */
export class TableRows {
  readonly #shape: TableShape;
  /** What is left of cells that were cut. */
  readonly #left: ReadonlyMap<TableCell, readonly Slug[]>;
  readonly #contents: Map<TableCell, CellContent>;

  constructor(
    shape: TableShape,
    left: ReadonlyMap<TableCell, readonly Slug[]>,
    contents: Map<TableCell, CellContent>,
  ) {
    this.#shape = shape;
    this.#left = left;
    this.#contents = contents;
  }

  headerCells(repeated: boolean): PlacedCell[] {
    return this.#shape.rows.slice(0, this.#shape.headerRows).flatMap((row, index) =>
      row.map((cell) => ({
        cell,
        row: index,
        rowSpan: Math.min(cell.rowSpan, this.#shape.headerRows - index),
        slugs: repeated ? this.#headAgain(cell) : this.#content(cell).slugs,
        split: false,
        again: repeated,
      })),
    );
  }

  /** A head shows no mark of a note where it is repeated: the note stands on the first page. */
  #headAgain(cell: TableCell): readonly Slug[] {
    const { slugs } = this.#content(cell);
    return slugs.every(({ notes }) => notes.length === 0) ? slugs : this.#shape.content(again(cell)).slugs;
  }

  /** The cells of body rows `from` to `to` (exclusive), with what is still to be shown of each. */
  bodyCells(from: number, to: number): PlacedCell[] {
    const { grid, begins } = this.#shape;
    const placed: PlacedCell[] = [];
    const seen = new Set<TableCell>();
    for (let row = from; row < to; row++) {
      for (const cell of grid[row] ?? []) {
        if (seen.has(cell)) continue;
        seen.add(cell);
        placed.push({
          cell,
          row: row - from,
          rowSpan: Math.min(this.endRow(cell), to) - row,
          ...this.#remaining(cell, begins.get(cell) === row),
        });
      }
    }
    return placed;
  }

  #remaining(cell: TableCell, begins: boolean): Pick<PlacedCell, 'slugs' | 'split' | 'again'> {
    const left = this.#left.get(cell);
    if (left !== undefined && left.length > 0) return { slugs: left, split: true };
    const resumed = left !== undefined || !begins;
    if (!resumed) return { slugs: this.#content(cell).slugs, split: false };
    // A cell of one row that is shown whole stays blank below; a merged label is begun again.
    return { slugs: cell.rowSpan > 1 ? this.#content(cell).continued : [], split: false, again: true };
  }

  #content(cell: TableCell): CellContent {
    let content = this.#contents.get(cell);
    if (content === undefined) {
      content = this.#shape.content(cell);
      this.#contents.set(cell, content);
    }
    return content;
  }

  /** The row after the cell's last one. */
  endRow(cell: TableCell): number {
    return (this.#shape.begins.get(cell) ?? 0) + cell.rowSpan;
  }

  /** Row heights from the cells; what a merged cell needs beyond its rows is added to its last one. */
  rowHeights(cells: readonly PlacedCell[], rows: number): number[] {
    const minimum = this.#shape.context.theme.table.minRow * MM;
    const heights = new Array<number>(rows).fill(minimum);
    const bySpan = [...cells].sort((a, b) => a.rowSpan - b.rowSpan);
    for (const { row, rowSpan, slugs } of bySpan) {
      const end = row + rowSpan;
      if (end > rows) continue;
      const need = stackHeight(slugs) + 2 * this.#shape.padding.y;
      const lack = need - sum(heights.slice(row, end));
      if (lack > 0) heights[end - 1] = (heights[end - 1] ?? 0) + lack;
    }
    return heights;
  }
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
