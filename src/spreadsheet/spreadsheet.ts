// What a spreadsheet file of any program holds, as plain cells: values, whether formulas stand there, merged ranges.
import Fraction from 'fraction.js';
import { dateText } from './date-text.ts';
import type { FormatShown, NumberForm } from './number-format.ts';

/** What a cell shows, before anyone asks what it means. */
export type CellValue =
  /** Decimal characters without exponent, as precise as Excel is: 15 significant digits. `percent`: shown times 100 with a % sign. */
  | { readonly kind: 'number'; readonly text: string; readonly form: NumberForm }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** #REF!, #N/A … */
  | { readonly kind: 'error'; readonly text: string };

export interface PlainCell {
  /** Undefined for a formula whose result was not stored. */
  readonly value: CellValue | undefined;
  /** Without `=`; empty where the file shares a formula that stands elsewhere. Undefined: typed in. */
  readonly formula: string | undefined;
  /** Of a number whose format leaves out zeros or puts words beside it. */
  readonly shown?: FormatShown;
}

/** Columns and rows from 1, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What someone noted at a cell: a note, or a comment of a thread. */
export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A sheet: cells that hold something, by row and column from 1. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, PlainCell>>;
  readonly merged: readonly CellRange[];
  readonly comments?: readonly CellComment[];
}

/** The text of a cell as a person would read it, blanks trimmed and made single; empty for an empty one. */
export function textAt(sheet: PlainSheet, row: number, column: number): string {
  const value = sheet.rows.get(row)?.get(column)?.value;
  return value === undefined ? '' : textOf(value);
}

/** The same of a cell that is for words: a date as dates are written, a percentage with its sign, words that a format puts behind. */
export function wordsAt(sheet: PlainSheet, row: number, column: number): string {
  const { value, shown } = sheet.rows.get(row)?.get(column) ?? {};
  if (value?.kind !== 'number') return value === undefined ? '' : textOf(value);
  switch (value.form) {
    case 'plain':
      return value.text + (shown?.words ?? '');
    case 'percent':
      return `${new Fraction(value.text).mul(100).toString()}%`;
    case 'date':
      return dateText(value.text);
  }
}

/** The same; of a cell that was merged with those above it, what stands in the first of them. */
export function wordsOver(sheet: PlainSheet, row: number, column: number): string {
  const own = wordsAt(sheet, row, column);
  const over = sheet.merged.find(
    ({ top, bottom, left, right }) => top < row && row <= bottom && left === column && right === column,
  );
  return own === '' && over !== undefined ? wordsAt(sheet, over.top, column) : own;
}

/** Words as they are compared and shown: letters composed, one blank for any. */
export function collapsed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

export function textOf(value: CellValue): string {
  switch (value.kind) {
    case 'number':
      return value.text;
    case 'text':
    case 'error':
      return collapsed(value.text);
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
  }
}

/** `C12` -> column 3, row 12, with or without `$`; undefined for anything else. */
export function parseCell(text: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}

/** Column 3, row 12 -> `C12`. */
export function cellText(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
