// A table -> pieces of one page each: header rows repeated, merged cells begun again, tall cells split, nothing lost.
import type { TableCell } from '../../../document/table.ts';
import type { PagedTable, TablePiece } from '../page/flow-item.ts';
import type { Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { cutCells, cutHeights } from './cut-cells.ts';
import { drawPiece } from './table-piece.ts';
import { sum, TableRows } from './table-rows.ts';
import type { CellContent, PlacedCell, TableShape } from './table-shape.ts';

/** Rows taller than this share of the page may be split in the middle of a page. */
const SPLITTABLE = 0.35;
/** A table lower than this share of the page is not begun where it does not fit. */
const KEPT_WHOLE = 0.3;

/** Rows given up, at most, to cut a table between merged groups: a cut is sought from this share of the rows on. */
const GROUP_CUT = 0.7;

interface Resumed {
  /** First body row that is not yet complete. */
  readonly row: number;
  /** What is left of cells that were cut. */
  readonly left: ReadonlyMap<TableCell, readonly Slug[]>;
}

/** The part of a table that is still to be placed. Immutable: each piece names its rest. */
export class TablePages implements PagedTable {
  readonly #shape: TableShape;
  readonly #resumed: Resumed;
  readonly #contents: Map<TableCell, CellContent>;
  readonly #rows: TableRows;

  constructor(shape: TableShape, resumed?: Resumed, contents = new Map<TableCell, CellContent>()) {
    this.#shape = shape;
    this.#resumed = resumed ?? { row: shape.headerRows, left: new Map() };
    this.#contents = contents;
    this.#rows = new TableRows(shape, this.#resumed.left, contents);
  }

  nextPiece(available: (notes: readonly string[]) => number, fresh: boolean): TablePiece | undefined {
    const shape = this.#shape;
    const first = this.#resumed.row === shape.headerRows && this.#resumed.left.size === 0;
    const header = this.#rows.headerCells(!first);
    const headerHeights = this.#rows.rowHeights(header, shape.headerRows);
    const headerHeight = headerHeights.reduce((sum, height) => sum + height, 0);
    const headerNotes = notesOf(header);
    const last = shape.rows.length;
    const start = this.#resumed.row;
    if (start >= last) {
      if (!fresh && headerHeight > available(headerNotes)) return undefined;
      return this.#draw(header, headerHeights, headerNotes, undefined);
    }

    // More rows never take less room, with their notes too, so the last one that fits is found by halving.
    const fits = (end: number): boolean => {
      const cells = this.#rows.bodyCells(start, end);
      const used = headerHeight + sum(this.#rows.rowHeights(cells, end - start));
      return used <= available([...headerNotes, ...notesOf(cells)]);
    };
    let end = start;
    for (let beyond = last + 1; beyond - end > 1; ) {
      const middle = Math.floor((end + beyond) / 2);
      if (fits(middle)) end = middle;
      else beyond = middle;
    }
    if (end === last) {
      const body = this.#rows.bodyCells(start, last);
      return this.#draw(
        [...header, ...shifted(body, shape.headerRows)],
        [...headerHeights, ...this.#rows.rowHeights(body, last - start)],
        [...headerNotes, ...notesOf(body)],
        undefined,
      );
    }
    if (!fresh && (this.#tooLittle(start, end) || (first && this.#small()))) return undefined;
    const cut = this.#withoutHeld(start, this.#bestCut(start, end));
    if (!fresh && end > start && cut === start) return undefined;
    return this.#split(
      available,
      header,
      headerHeights,
      headerNotes,
      start,
      cut === start ? end : cut,
      fresh,
    );
  }

  /** At or a little above the last row that fits: between merged groups, and with two rows left at least. */
  #bestCut(start: number, end: number): number {
    const { grid, rows } = this.#shape;
    if (end - start < 3) return end;
    const last = rows.length - end === 1 ? end - 1 : end;
    const lowest = Math.max(start + 2, start + Math.ceil((end - start) * GROUP_CUT));
    for (let row = last; row >= lowest; row--) {
      const below = new Set(grid[row]);
      if ((grid[row - 1] ?? []).every((cell) => !below.has(cell))) return row;
    }
    return last;
  }

  /** The cut moved up until no row that stays with the next one stands last before it; `start` where all of them do. */
  #withoutHeld(start: number, cut: number): number {
    let row = cut;
    while (row > start && this.#shape.heldRows.has(row - 1)) row--;
    return row;
  }

  /** One row of many at the foot of a page is not worth beginning a table for, unless the row is a tall one. */
  #tooLittle(start: number, end: number): boolean {
    const rows = this.#shape.rows.length - start;
    const next = this.#rows.bodyCells(end, end + 1);
    const tall = sum(this.#rows.rowHeights(next, 1)) > this.#shape.context.height * SPLITTABLE;
    return !tall && end - start < Math.min(2, rows);
  }

  #small(): boolean {
    const { rows, headerRows, context, whole, lead } = this.#shape;
    const header = this.#rows.rowHeights(this.#rows.headerCells(false), headerRows);
    const body = this.#rows.rowHeights(
      this.#rows.bodyCells(headerRows, rows.length),
      rows.length - headerRows,
    );
    const height = sum(header) + sum(body);
    return whole ? lead + height <= context.height : height <= context.height * KEPT_WHOLE;
  }

  /** Cuts before row `end`, or inside it when it is tall or nothing else fits. */
  #split(
    available: (notes: readonly string[]) => number,
    header: readonly PlacedCell[],
    headerHeights: readonly number[],
    headerNotes: readonly string[],
    start: number,
    end: number,
    fresh: boolean,
  ): TablePiece | undefined {
    const { context, block } = this.#shape;
    const rowHeight = sum(this.#rows.rowHeights(this.#rows.bodyCells(end, end + 1), 1));
    const inside = (fresh && end === start) || rowHeight > context.height * SPLITTABLE;
    if (inside) {
      const cut = this.#cutInside(
        available,
        sum(headerHeights),
        headerNotes,
        start,
        end,
        fresh && end === start,
      );
      if (cut !== undefined) {
        const notes = [...headerNotes, ...notesOf(cut.cells)];
        return this.#draw(
          [...header, ...shifted(cut.cells, this.#shape.headerRows)],
          [...headerHeights, ...cut.heights],
          notes,
          this.#after(end, cut.left) ?? 'cut',
        );
      }
    }
    if (end === start) {
      if (!fresh) return undefined;
      throw new Error(`table ${block}: no row could be placed`);
    }
    const body = this.#rows.bodyCells(start, end);
    const heights = this.#rows.rowHeights(
      body.filter((placed) => this.#rows.endRow(placed.cell) <= end),
      end - start,
    );
    const { cells, left } = cutCells(
      body,
      heights,
      (placed) => this.#rows.endRow(placed.cell) > end,
      this.#shape.padding.y,
    );
    return this.#draw(
      [...header, ...shifted(cells, this.#shape.headerRows)],
      [...headerHeights, ...heights],
      [...headerNotes, ...notesOf(cells)],
      new TablePages(this.#shape, { row: end, left }, this.#contents),
    );
  }

  /** What is left after a cut inside row `end`; the row itself is done when the cut took all of it. */
  #after(end: number, left: ReadonlyMap<TableCell, readonly Slug[]>): TablePages | undefined {
    const done = [...left].every(([cell, slugs]) => slugs.length === 0 || this.#rows.endRow(cell) > end + 1);
    const row = done ? end + 1 : end;
    if (row >= this.#shape.rows.length) return undefined;
    return new TablePages(this.#shape, { row, left }, this.#contents);
  }

  /** The tallest cut inside row `end` that fits with its notes; `forced` takes at least one slug even if it does not fit. */
  #cutInside(
    available: (notes: readonly string[]) => number,
    headerHeight: number,
    headerNotes: readonly string[],
    start: number,
    end: number,
    forced: boolean,
  ) {
    const body = this.#rows.bodyCells(start, end + 1);
    const above = this.#rows.rowHeights(
      body.filter((placed) => this.#rows.endRow(placed.cell) <= end),
      end - start,
    );
    const cut = (height: number) => {
      const heights = [...above, height];
      return {
        heights,
        ...cutCells(body, heights, (placed) => this.#rows.endRow(placed.cell) > end, this.#shape.padding.y),
      };
    };
    for (const height of cutHeights(body, above, this.#shape.padding.y)) {
      const piece = cut(height);
      const used = headerHeight + sum(piece.heights);
      if (used <= available([...headerNotes, ...notesOf(piece.cells)])) return piece;
    }
    const smallest = cutHeights(body, above, this.#shape.padding.y).at(-1);
    if (!forced) return undefined;
    // Nothing fits even on a page of its own: the writer reports the block, and nothing is lost.
    return cut(smallest ?? this.#shape.context.theme.table.minRow * MM);
  }

  /** A piece and what is left after it; 'cut' where a cut left nothing but its open foot. */
  #draw(
    cells: readonly PlacedCell[],
    heights: readonly number[],
    notes: readonly string[],
    rest: TablePages | 'cut' | undefined,
  ): TablePiece {
    const shape = this.#shape;
    let drawn: Slug | undefined;
    return {
      height: sum(heights),
      notes,
      get slug() {
        drawn ??= drawPiece(shape, cells, heights, notes, rest === undefined);
        return drawn;
      },
      rest: rest === 'cut' ? undefined : rest,
    };
  }
}

function notesOf(cells: readonly PlacedCell[]): string[] {
  return cells.flatMap(({ slugs }) => slugs.flatMap((slug) => slug.notes));
}

function shifted(cells: readonly PlacedCell[], rows: number): PlacedCell[] {
  return cells.map((placed) => ({ ...placed, row: placed.row + rows }));
}
