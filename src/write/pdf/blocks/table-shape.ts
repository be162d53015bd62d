// What table pagination works on: cells with their content, and where a piece puts them.
import type { TableCell } from '../../../document/table.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Leaf } from '../tags/tag.ts';
import type { Slug } from '../type/drawing.ts';

/** A cell's content as slugs, and what stands in its place where it goes on on another page. */
export interface CellContent {
  readonly slugs: readonly Slug[];
  readonly continued: readonly Slug[];
}

/** How a cell departs from the look of its role. */
export interface CellLook {
  readonly fill?: string;
  /** Points. */
  readonly paddingX?: number;
  /** A white joint at its left edge instead of a rule: a bar of a schedule. */
  readonly joint?: boolean;
  /** A dashed right edge: where it ends was inferred. */
  readonly dashedEnd?: boolean;
  /** What its fill stands for. */
  readonly leaf?: Leaf;
}

export interface TableShape {
  readonly block: string;
  /** Points from the left edge of the flow. */
  readonly offset: number;
  /** Points. */
  readonly widths: readonly number[];
  readonly headerRows: number;
  /** Whether rules part the columns of the body, too. */
  readonly ruledDown: boolean;
  readonly rows: readonly (readonly TableCell[])[];
  /** The cell that covers each place. */
  readonly grid: readonly (readonly TableCell[])[];
  /** The row in which each cell begins. */
  readonly begins: ReadonlyMap<TableCell, number>;
  readonly context: LayoutContext;
  /** Points. */
  readonly padding: { readonly x: number; readonly y: number };
  /** Points that the caption above it takes. */
  readonly lead: number;
  /** Not cut where it fits on a page with its caption. */
  readonly whole: boolean;
  /** Rows that stay with the next one. */
  readonly heldRows: ReadonlySet<number>;
  look(cell: TableCell): CellLook;
  content(cell: TableCell): CellContent;
}

/** A cell in one piece: from which row of the piece on, over how many of its rows, with what in it. */
export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly rowSpan: number;
  readonly slugs: readonly Slug[];
  /** Set at the top instead of the middle: part of a cell that is split over pages. */
  readonly split: boolean;
  /** Shows a merged cell's label or a header again: nothing of the cell is left to place or to read. */
  readonly again?: boolean;
}

/** Height of slugs one below the other, in points. */
export function stackHeight(slugs: readonly Slug[]): number {
  return slugs.reduce(
    (sum, slug, index) =>
      sum + slug.height + (index === 0 ? 0 : slug.before) + (index === slugs.length - 1 ? 0 : slug.after),
    0,
  );
}
