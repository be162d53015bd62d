// The format-neutral workbook: sheets of text and figures. Relations are still relations here, not formulas.
import type { Address } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { CellAlign, CellRole } from './table.ts';

/** A stretch of text in one face; raised for note numbers. */
export interface TextPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly raised: boolean;
}

export type SheetContent =
  | { readonly kind: 'text'; readonly pieces: readonly TextPiece[] }
  /** A number, or the formula of the figure's relation. `suffix` is printed behind it: a unit, a note's number. */
  | { readonly kind: 'figure'; readonly address: Address; readonly suffix: string; readonly bold: boolean }
  /** 공시차이: what a stated sum is more or less than its parts; its formula adds this cell. */
  | { readonly kind: 'difference'; readonly address: Address }
  /** Leads to another sheet. */
  | { readonly kind: 'link'; readonly sheet: string }
  | { readonly kind: 'empty' };

export interface SheetCell {
  /** Index of the leftmost column, from 0. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly role: CellRole;
  readonly align: CellAlign;
  readonly emphasis: 'none' | 'total' | 'own';
  /** Draw no rule above. */
  readonly openTop: boolean;
  readonly content: SheetContent;
  /** The figure that a text stands for: one that is not known yet, or one within words. */
  readonly stands?: Address;
  /** The name by which formulas of other workbooks may call the cell. */
  readonly name?: string;
  /** Where people type: a number from 0 on, a number of either sign, one of some words, or anything. */
  readonly input?: 'number' | 'signed' | 'text' | { readonly words: readonly string[] };
  /** Shows a figure that is typed into another workbook, and takes no value here. */
  readonly elsewhere?: true;
  /** What is said to who types there; at most 255 characters. */
  readonly prompt?: string;
}

/** One table on one sheet: caption, unit line, the grid, its notes below. */
export interface Sheet {
  /** At most 31 characters, none of : \ / ? * [ ] '. */
  readonly name: string;
  readonly caption: readonly TextPiece[];
  readonly unitLine?: readonly TextPiece[];
  /** Width of each column in characters of the table's type. */
  readonly columns: readonly number[];
  /** How many of the first rows are headers: they stay in view and are repeated on each printed page. */
  readonly headerRows: number;
  /** How many of the first columns are row headers: they stay in view. */
  readonly headerColumns: number;
  /** The cells that begin in each row, from left to right; they tile. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** The page-foot notes that the table refers to, each with its number in front. */
  readonly notes: readonly (readonly TextPiece[])[];
  readonly orientation: 'portrait' | 'landscape';
  /** Indexes of columns that are there for the program only. */
  readonly hiddenColumns?: readonly number[];
  /** What each column holds, by which an import finds it again, '' for one that it does not read; for a sheet whose rows have ids. */
  readonly columnKeys?: readonly string[];
}

/** The hidden sheet that tells an import where everything came from; no name of a table begins with an underscore. */
export const ORIGIN_SHEET = '_iljari';

export interface Workbook {
  /** The file's name, for messages about it: targets.xlsx. */
  readonly file: string;
  readonly title: string;
  readonly issuer: string;
  /** ISO date (YYYY-MM-DD): the only date in the file. */
  readonly issueDate: string;
  readonly sheets: readonly Sheet[];
  /** The plan and the edition that it was made from, kept on a hidden sheet with every figure, for an import. */
  readonly origin?: { readonly plan: string; readonly edition: number };
  /** The figures of the sheets and everything that their relations read, in sheets or not. */
  readonly figures: FigureBook;
  /** Whether it is a copy to hand in: cells have no notes, and what was published otherwise than it follows is a number. */
  readonly clean?: true;
  /** #RRGGBB */
  readonly colours: Readonly<Record<'main' | 'header' | 'total' | 'rule' | 'text' | 'grey', string>>;
}
