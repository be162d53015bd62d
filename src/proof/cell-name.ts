// A place in a sheet -> the name by which people call the cell, and back.
import type { Sheet } from '../document/workbook.ts';

/** Rows above the first of the sheet's table: its caption, and the line of its unit. */
export function rowsAbove({ unitLine }: Sheet): number {
  return unitLine === undefined ? 1 : 2;
}

/** `B3`; the column from 0, below 702 (ZZ), the row from 1. */
export function cellName(column: number, row: number): string {
  const above = Math.floor(column / 26);
  const letters =
    (above > 0 ? String.fromCharCode(64 + above) : '') + String.fromCharCode(65 + (column % 26));
  return `${letters}${row}`;
}

/** More cells than any table has. */
const MOST_CELLS = 1_000_000;

/** The cells of a range, `B3` or `B3:C9`; of what is none, or too large, the range itself. */
export function cellsIn(range: string): readonly string[] {
  const [from, to] = range.split(':').map(placeOf);
  const last = to ?? from;
  if (from === undefined || last === undefined) return [range];
  const [columns, rows] = [last.column - from.column + 1, last.row - from.row + 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) return [range];
  return Array.from({ length: columns * rows }, (_, index) =>
    cellName(from.column + (index % columns), from.row + Math.floor(index / columns)),
  );
}

/** Of `$B$3`: the column from 0, the row from 1. */
export function placeOf(name: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return { column: column - 1, row: Number(row) };
}
