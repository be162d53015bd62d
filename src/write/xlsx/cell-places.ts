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

/** The first place of every figure that stands in a sheet. */
export function placesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, CellPlace> {
  const places = new Map<Address, CellPlace>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, index) => {
      for (const { column, content } of row) {
        if (content.kind !== 'figure' || places.has(content.address)) continue;
        places.set(content.address, {
          sheet: sheet.name,
          column: column + 1,
          row: rowsAbove(sheet) + index + 1,
        });
      }
    });
  }
  return places;
}

/** Every place of every figure, in the order of the sheets. */
export function allPlacesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, readonly CellPlace[]> {
  const places = new Map<Address, CellPlace[]>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, index) => {
      for (const { column, content } of row) {
        if (content.kind !== 'figure') continue;
        const place = { sheet: sheet.name, column: column + 1, row: rowsAbove(sheet) + index + 1 };
        places.set(content.address, [...(places.get(content.address) ?? []), place]);
      }
    });
  }
  return places;
}

/** The cell of each stated sum's difference. */
export function differencesOf(sheets: readonly Sheet[]): ReadonlyMap<Address, CellPlace> {
  const places = new Map<Address, CellPlace>();
  for (const sheet of sheets) {
    sheet.rows.forEach((row, index) => {
      for (const { column, content } of row) {
        if (content.kind !== 'difference') continue;
        const place = { sheet: sheet.name, column: column + 1, row: rowsAbove(sheet) + index + 1 };
        places.set(content.address, place);
      }
    });
  }
  return places;
}

/** `B3`. */
export function cellName({ column, row }: Pick<CellPlace, 'column' | 'row'>): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** The cell as a formula on the given sheet names it: `B3`, or `'표02'!B3` from another sheet. */
export function referenceTo(place: CellPlace, from: string): string {
  return place.sheet === from ? cellName(place) : `'${place.sheet}'!${cellName(place)}`;
}
