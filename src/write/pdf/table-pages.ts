// A table -> pieces of one page each: header rows repeated, merged cells begun again, tall cells split, nothing lost.
import type { TableCell } from '../../document/table.ts';
import type { Slug } from './drawing.ts';
import { drawPiece } from './table-piece.ts';
import { type CellContent, type PlacedCell, stackHeight, type TableShape } from './table-shape.ts';
import { MM } from './units.ts';

/** A piece of a table, and what is left of the table after it. */
export interface TablePiece {
  /** Points. */
  readonly height: number;
  readonly notes: readonly string[];
  /** Drawn when first asked for: whether a piece fits is asked more often. */
  readonly slug: Slug;
  readonly rest: TablePages | undefined;
}

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
export class TablePages {
  readonly #shape: TableShape;
  readonly #resumed: Resumed;
  readonly #contents: Map<TableCell, CellContent>;

  constructor(shape: TableShape, resumed?: Resumed, contents = new Map<TableCell, CellContent>()) {
    this.#shape = shape;
    this.#resumed = resumed ?? { row: shape.headerRows, left: new Map() };
    this.#contents = contents;
  }

  /**
   * The next piece in the room that `available` gives for a set of notes (points). On a page with other content above
   * (`fresh` false) it may be undefined: then the table goes on on the next page. On a fresh page there always is one.
   */
  nextPiece(available: (notes: readonly string[]) => number, fresh: boolean): TablePiece | undefined {
    const shape = this.#shape;
    const first = this.#resumed.row === shape.headerRows && this.#resumed.left.size === 0;
    const header = this.#headerCells(!first);
    const headerHeights = this.#rowHeights(header, shape.headerRows);
    const headerHeight = headerHeights.reduce((sum, height) => sum + height, 0);
    const headerNotes = first ? notesOf(header) : [];
    const last = shape.rows.length;
    const start = this.#resumed.row;
    if (start >= last) {
      if (!fresh && headerHeight > available(headerNotes)) return undefined;
      return this.#draw(header, headerHeights, headerNotes, undefined);
    }

    // More rows never take less room, with their notes too, so the last one that fits is found by halving.
    const fits = (end: number): boolean => {
      const cells = this.#bodyCells(start, end);
      const used = headerHeight + sum(this.#rowHeights(cells, end - start));
      return used <= available([...headerNotes, ...notesOf(cells)]);
    };
    let end = start;
    for (let beyond = last + 1; beyond - end > 1; ) {
      const middle = Math.floor((end + beyond) / 2);
      if (fits(middle)) end = middle;
      else beyond = middle;
    }
    if (end === last) {
      const body = this.#bodyCells(start, last);
      return this.#draw(
        [...header, ...shifted(body, shape.headerRows)],
        [...headerHeights, ...this.#rowHeights(body, last - start)],
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
    const next = this.#bodyCells(end, end + 1);
    const tall = sum(this.#rowHeights(next, 1)) > this.#shape.context.height * SPLITTABLE;
    return !tall && end - start < Math.min(2, rows);
  }

  #small(): boolean {
    const { rows, headerRows, context, whole, lead } = this.#shape;
    const header = this.#rowHeights(this.#headerCells(false), headerRows);
    const body = this.#rowHeights(this.#bodyCells(headerRows, rows.length), rows.length - headerRows);
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
    const rowHeight = sum(this.#rowHeights(this.#bodyCells(end, end + 1), 1));
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
    const body = this.#bodyCells(start, end);
    const heights = this.#rowHeights(
      body.filter((placed) => this.#endRow(placed.cell) <= end),
      end - start,
    );
    const { cells, left } = cutCells(
      body,
      heights,
      (placed) => this.#endRow(placed.cell) > end,
      this.#paddingY,
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
    const done = [...left].every(([cell, slugs]) => slugs.length === 0 || this.#endRow(cell) > end + 1);
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
    const body = this.#bodyCells(start, end + 1);
    const above = this.#rowHeights(
      body.filter((placed) => this.#endRow(placed.cell) <= end),
      end - start,
    );
    const cut = (height: number) => {
      const heights = [...above, height];
      return {
        heights,
        ...cutCells(body, heights, (placed) => this.#endRow(placed.cell) > end, this.#paddingY),
      };
    };
    for (const height of this.#cutHeights(body, above)) {
      const piece = cut(height);
      const used = headerHeight + sum(piece.heights);
      if (used <= available([...headerNotes, ...notesOf(piece.cells)])) return piece;
    }
    const smallest = this.#cutHeights(body, above).at(-1);
    if (!forced) return undefined;
    // Nothing fits even on a page of its own: the writer reports the block, and nothing is lost.
    return cut(smallest ?? this.#shape.context.theme.table.minRow * MM);
  }

  /** Heights at which some cell of the last row has a slug's end, tallest first. */
  #cutHeights(body: readonly PlacedCell[], above: readonly number[]): number[] {
    const heights = new Set<number>();
    for (const placed of body) {
      // A label that is only begun again is no progress: a cut at its end would come back for ever.
      if (placed.row + placed.rowSpan <= above.length || placed.again) continue;
      const over = sum(above.slice(placed.row));
      for (let count = 1; count <= placed.slugs.length; count++) {
        const height = stackHeight(placed.slugs.slice(0, count)) + 2 * this.#paddingY - over;
        if (height > 2 * this.#paddingY) heights.add(height);
      }
    }
    return [...heights].sort((a, b) => b - a);
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

  #headerCells(again: boolean): PlacedCell[] {
    return this.#shape.rows.slice(0, this.#shape.headerRows).flatMap((row, index) =>
      row.map((cell) => ({
        cell,
        row: index,
        rowSpan: Math.min(cell.rowSpan, this.#shape.headerRows - index),
        slugs: this.#content(cell).slugs,
        split: false,
        again,
      })),
    );
  }

  /** The cells of body rows `from` to `to` (exclusive), with what is still to be shown of each. */
  #bodyCells(from: number, to: number): PlacedCell[] {
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
          rowSpan: Math.min(this.#endRow(cell), to) - row,
          ...this.#remaining(cell, begins.get(cell) === row),
        });
      }
    }
    return placed;
  }

  #remaining(cell: TableCell, begins: boolean): Pick<PlacedCell, 'slugs' | 'split' | 'again'> {
    const left = this.#resumed.left.get(cell);
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
  #endRow(cell: TableCell): number {
    return (this.#shape.begins.get(cell) ?? 0) + cell.rowSpan;
  }

  /** Row heights from the cells; what a merged cell needs beyond its rows is added to its last one. */
  #rowHeights(cells: readonly PlacedCell[], rows: number): number[] {
    const minimum = this.#shape.context.theme.table.minRow * MM;
    const heights = new Array<number>(rows).fill(minimum);
    const bySpan = [...cells].sort((a, b) => a.rowSpan - b.rowSpan);
    for (const { row, rowSpan, slugs } of bySpan) {
      const end = row + rowSpan;
      if (end > rows) continue;
      const need = stackHeight(slugs) + 2 * this.#paddingY;
      const lack = need - sum(heights.slice(row, end));
      if (lack > 0) heights[end - 1] = (heights[end - 1] ?? 0) + lack;
    }
    return heights;
  }

  get #paddingY(): number {
    return this.#shape.padding.y;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function notesOf(cells: readonly PlacedCell[]): string[] {
  return cells.flatMap(({ slugs }) => slugs.flatMap((slug) => slug.notes));
}

function shifted(cells: readonly PlacedCell[], rows: number): PlacedCell[] {
  return cells.map((placed) => ({ ...placed, row: placed.row + rows }));
}

/** Cuts the cells that go on below the given rows; the others are whole. */
function cutCells(
  cells: readonly PlacedCell[],
  heights: readonly number[],
  goesOn: (placed: PlacedCell) => boolean,
  paddingY: number,
): { readonly cells: readonly PlacedCell[]; readonly left: ReadonlyMap<TableCell, readonly Slug[]> } {
  const left = new Map<TableCell, readonly Slug[]>();
  const result = cells.map((placed) => {
    if (!goesOn(placed)) return placed;
    const room = sum(heights.slice(placed.row, placed.row + placed.rowSpan)) - 2 * paddingY + 0.01;
    let count = placed.slugs.length;
    while (count > 0 && stackHeight(placed.slugs.slice(0, count)) > room) count--;
    left.set(placed.cell, placed.slugs.slice(count));
    return {
      ...placed,
      slugs: placed.slugs.slice(0, count),
      split: placed.split || count < placed.slugs.length,
    };
  });
  return { cells: result, left };
}
