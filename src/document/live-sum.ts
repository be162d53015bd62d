// What a cell adds up in a sheet whose rows people sort, filter and add to: said by what the rows say, not by where they stand.
import type { Address } from '../figure/address.ts';

/** Columns count from 0, as in the sheet's table. */
export type LiveSum =
  /**
   * The amounts of a ledger's column in rows that are not ended: those with the text that column `label` of the cell's own row has,
   * or all rows. `odd`: a text that a spreadsheet might read as an operator, a number or a pattern.
   */
  | {
      readonly kind: 'rows';
      readonly ledger: string;
      readonly column: number;
      readonly label?: number;
      readonly odd?: boolean;
    }
  /** The cells of its own row from one column to another, and what is `besides` in no column. */
  | { readonly kind: 'across'; readonly from: number; readonly to: number; readonly besides?: LiveSum }
  | CellCount
  /** The amounts of the own sheet's column in rows that the filter shows; `ended`: the column of what is not counted. */
  | { readonly kind: 'shown'; readonly column: number; readonly ended?: number }
  /** The amount in another column of its row if the row is ended, else 0. */
  | { readonly kind: 'ended'; readonly column: number }
  /** The total in another column of its row where no source in the columns from one to another has an amount, else 0. */
  | { readonly kind: 'unsplit'; readonly total: number; readonly from: number; readonly to: number }
  /** Words that tell how many cells from one column to another hold texts, which no spreadsheet adds up; empty without any. */
  | { readonly kind: 'texts'; readonly from: number; readonly to: number }
  /** `words` where one of the figures is another number on another sheet: amounts of rows whose label is on no row there. */
  | {
      readonly kind: 'lost';
      readonly addresses: readonly Address[];
      readonly sheet: string;
      readonly words: string;
    };

/**
 * How many cells of a column have a text other than `except`, in the rows that lie `from` to `to` rows below the own one, and `more`. With
 * `less`, how many fewer these are than the number so many rows above.
 */
export interface CellCount {
  readonly kind: 'count';
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly except: string;
  readonly more?: number;
  readonly less?: number;
}

/** A sheet whose rows people sort, filter and add to; columns of its table from 0. */
export interface Ledger {
  /** The row of the table that names the columns, from 0; data stand below. */
  readonly head: number;
  /** The hidden column of ids. */
  readonly id: number;
  /** The column by which other sheets find the rows they add up. */
  readonly label: number;
  readonly state: number;
  /** The state of rows that count nowhere. */
  readonly ended: string;
  /** How many rows of the table are printed; the others are kept free. */
  readonly printed: number;
}
