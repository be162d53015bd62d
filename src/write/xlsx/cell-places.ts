// Sheets -> where on which sheet each figure stands, as formulas name it.
import type { Sheet } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';

export interface CellPlace {
  readonly sheet: string;
  /** From 1, as Excel counts. */
  readonly column: number;
  readonly row: number;
}

/** Rows above the table's first: the caption, and the unit line when there is one. */
export function rowsAbove(sheet: Sheet): number {
  return sheet.unitLine === undefined ? 1 : 2;
}

/** Where each figure of the sheets is at home: the cell that it is typed into, else its first one. */
export function placesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, CellPlace> {
  const places = new Map<Address, CellPlace>();
  const typed = new Set<Address>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, index) => {
      for (const { column, content, input } of row) {
        if (content.kind !== 'figure' || typed.has(content.address)) continue;
        if (input !== undefined) typed.add(content.address);
        else if (places.has(content.address)) continue;
        places.set(content.address, placeOf(sheet, index, column));
      }
    });
  }
  return places;
}

/** The place of the cell in a row and column of the sheet's table, both from 0. */
export function placeOf(sheet: Sheet, row: number, column: number): CellPlace {
  return { sheet: sheet.name, column: column + 1, row: rowsAbove(sheet) + row + 1 };
}

/** The cell of each stated sum's difference. */
export function differencesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, CellPlace> {
  const places = new Map<Address, CellPlace>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, index) => {
      for (const { column, content } of row) {
        if (content.kind !== 'difference') continue;
        places.set(content.address, placeOf(sheet, index, column));
      }
    });
  }
  return places;
}

/** `B3`. */
export function cellName({ column, row }: Pick<CellPlace, 'column' | 'row'>): string {
  return `${columnName(column)}${row}`;
}

/** `B` for 2, `AA` for 27. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The cell as a formula on the given sheet names it: `B3`, or `'표02'!B3` from another sheet. */
export function referenceTo(place: CellPlace, from: string): string {
  return place.sheet === from ? cellName(place) : `'${place.sheet}'!${cellName(place)}`;
}
