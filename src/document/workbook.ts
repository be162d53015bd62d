// The format-neutral workbook: sheets of text and figures. Relations are still relations here, not formulas.
import type Fraction from 'fraction.js';
import type { Address } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Unit } from '../figure/unit.ts';
import type { Picture } from '../picture/picture.ts';
import type { Ledger, LiveSum } from './live-sum.ts';
import type { CellAlign, CellRole } from './table.ts';

/** A stretch of text in one face; raised for note numbers. */
export interface TextPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly raised: boolean;
}

/** The characters of pieces, whatever their faces. */
export function charactersOf(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The characters of a cell's text; none of other content. */
export function textIn(content: SheetContent | undefined): string {
  return content?.kind === 'text' ? charactersOf(content.pieces) : '';
}

export type SheetContent =
  | { readonly kind: 'text'; readonly pieces: readonly TextPiece[] }
  /**
   * A number, or the formula of the figure's relation, or of `sum` where there is one. `suffix` is printed behind it: a unit, a note's
   * number. `unit`: the column's, where that may be another than the figure's own; the number is converted to it.
   */
  | {
      readonly kind: 'figure';
      readonly address: Address;
      readonly suffix: string;
      readonly bold: boolean;
      readonly unit?: Unit;
      readonly sum?: LiveSum;
    }
  /** 공시차이: what the figure was published as more than its live parts come to. A constant, to which nothing refers. */
  | { readonly kind: 'difference'; readonly address: Address; readonly unit?: Unit }
  /** What the figure `whole` is more than the rows listed beside this one; a number that people may type, in the column's unit. */
  | { readonly kind: 'rest'; readonly whole: Address; readonly comes: Fraction; readonly unit: Unit }
  /** A cell that is no figure and follows from others; what it comes to, in the column's unit, or the words that it says. */
  | { readonly kind: 'live'; readonly sum: LiveSum; readonly comes: Fraction | string }
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
  /** Where people type: a number from 0 on, a number of either sign, one of some words or of a column's texts, or anything. */
  readonly input?: 'number' | 'signed' | 'text' | { readonly words: readonly string[] } | CellList;
  /** Shows a figure that is typed into another workbook, and takes no value here. */
  readonly elsewhere?: true;
  /** What is said to who types there; at most 255 characters. */
  readonly prompt?: string;
}

/** The texts in a column of a sheet's table, from one row to another; all count from 0. */
export interface CellList {
  readonly sheet: string;
  /** Said of another text. */
  readonly refusal: string;
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** A picture over the cells of a sheet, from the left end of its first column on. */
export interface SheetPicture {
  /** Of the sheet's rows, from 0: the one at whose top it begins. */
  readonly row: number;
  readonly picture: Picture;
  /** What is to be seen, for who cannot see it. */
  readonly alt: string;
  /** In mm. */
  readonly width: number;
}

/** One table on one sheet: caption, unit line, the grid, its notes below. */
export interface Sheet {
  /** As `isSheetName` has it. */
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
  /** Of a sheet whose rows people sort, filter and add to. */
  readonly ledger?: Ledger;
  readonly pictures?: readonly SheetPicture[];
}

/** What Excel takes: 31 characters, none of these; an apostrophe makes files that some programs cannot read. */
export const MOST_IN_SHEET_NAME = 31;
const NOT_IN_SHEET_NAME = /[:\\/?*[\]']/u;

export function isSheetName(name: string): boolean {
  const length = [...name].length;
  return length > 0 && length <= MOST_IN_SHEET_NAME && !NOT_IN_SHEET_NAME.test(name);
}

/** The hidden sheet that tells an import where everything came from; no name of a table begins with an underscore. */
export const ORIGIN_SHEET = '_iljari';

export interface Workbook {
  /** The file's name, for messages about it: targets.xlsx. */
  readonly file: string;
  readonly title: string;
  readonly issuer: string;
  readonly keywords?: readonly string[];
  readonly summary?: string;
  /** ISO date (YYYY-MM-DD): the only date in the file. */
  readonly issueDate: string;
  readonly sheets: readonly Sheet[];
  /** The plan and the edition that it was made from, kept on a hidden sheet with every figure, for an import. */
  readonly origin?: { readonly plan: string; readonly edition: number };
  /** The figures of the sheets and everything that their relations read, in sheets or not. */
  readonly figures: FigureBook;
  /** Whether it is a copy to hand in: cells have no notes, and what was published otherwise than it follows is a number. */
  readonly clean?: true;
  /** The figures as published, where the sheets show what sums come to now; the difference stands in cells of its own. */
  readonly published?: FigureBook;
  /** #RRGGBB */
  readonly colours: Readonly<Record<'main' | 'header' | 'total' | 'rule' | 'text' | 'grey', string>>;
}
