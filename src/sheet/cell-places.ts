// Sheets -> where on which sheet each figure stands, as formulas name it.
import { type Sheet, textIn } from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { shownValue } from '../figure/show.ts';
import { sameScale, type Unit } from '../figure/unit.ts';

export interface CellPlace {
  readonly sheet: string;
  /** From 1, as Excel counts. */
  readonly column: number;
  readonly row: number;
  /** The unit that its column has, whatever the figure's own. */
  readonly unit?: Unit;
  /** The id of its row, where that may be sorted away. */
  readonly id?: string;
}

/** The longest text that a formula may look for. */
const MOST_CHARACTERS = 255;

/** Rows above the table's first: the caption, and the unit line when there is one. */
export function rowsAbove(sheet: Sheet): number {
  return sheet.unitLine === undefined ? 1 : 2;
}

/** Where the figures of the sheets stand. */
export class CellPlaces {
  readonly #first = new Map<Address, CellPlace>();
  readonly #typed = new Map<Address, CellPlace>();
  /** The first that is no sum over rows. */
  readonly #held = new Map<Address, CellPlace>();
  readonly #bySheet = new Map<string, Map<Address, CellPlace>>();

  /** Where a figure that stands nowhere is restated. */
  readonly #restated = new Map<Address, CellPlace>();

  /** `figures`: where restatements are to serve for what they restate. */
  constructor(sheets: readonly Sheet[], figures?: FigureBook) {
    for (const sheet of sheets) {
      const own = new Map<Address, CellPlace>();
      this.#bySheet.set(sheet.name, own);
      sheet.rows.forEach((row, index) => {
        for (const { column, content, input } of row) {
          if (content.kind !== 'figure') continue;
          const { address } = content;
          const place = { ...placeOf(sheet, index, column), ...columnOf(content), ...rowOf(sheet, index) };
          if (!this.#first.has(address)) this.#first.set(address, place);
          if (!own.has(address)) own.set(address, place);
          const restated = figures && restatedBy(address, figures);
          if (restated !== undefined && !this.#restated.has(restated)) {
            const unit = place.unit ?? figures?.get(address)?.definition.unit;
            this.#restated.set(restated, { ...place, ...(unit && { unit }) });
          }
          if (content.sum === undefined && !this.#held.has(address)) this.#held.set(address, place);
          if (input !== undefined && !this.#typed.has(address)) this.#typed.set(address, place);
        }
      });
    }
  }

  /** Whether it stands in a cell, itself or restated. */
  has(address: Address): boolean {
    return this.#first.has(address) || this.#restated.has(address);
  }

  /** Whether it stands in a cell itself. */
  stands(address: Address): boolean {
    return this.#first.has(address);
  }

  /** The cell that a formula on the sheet refers to: its own sheet's, else the first of all; else where it is restated. */
  seenFrom(sheet: string, address: Address): CellPlace | undefined {
    const own = this.#bySheet.get(sheet)?.get(address) ?? this.#first.get(address);
    return own ?? this.#restated.get(address);
  }

  /** The cell that holds an input: the one that it is typed into, else the first. */
  home(address: Address): CellPlace | undefined {
    return this.#typed.get(address) ?? this.#held.get(address) ?? this.#first.get(address);
  }
}

/** The place of the cell in a row and column of the sheet's table, both from 0. */
export function placeOf(sheet: Sheet, row: number, column: number): CellPlace {
  return { sheet: sheet.name, column: column + 1, row: rowsAbove(sheet) + row + 1 };
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

/** The figure that this one restates, to the last digit. */
function restatedBy(address: Address, figures: FigureBook): Address | undefined {
  const figure = figures.get(address);
  const relation = figure?.definition.relation;
  if (figure === undefined || relation?.kind !== 'same') return undefined;
  const restated = figures.get(relation.as);
  if (restated === undefined || !sameScale(restated.definition.unit, figure.definition.unit))
    return undefined;
  const isExact = sameValue(shownValue(figure), restated.effective);
  return isExact ? relation.as : undefined;
}

function columnOf({ unit }: { readonly unit?: Unit }): Pick<CellPlace, 'unit'> {
  return unit === undefined ? {} : { unit };
}

function rowOf({ ledger, rows }: Sheet, index: number): Pick<CellPlace, 'id'> {
  if (ledger === undefined || index <= ledger.head) return {};
  const content = rows[index]?.find(({ column }) => column === ledger.id)?.content;
  const id = textIn(content);
  return id === '' || id.length > MOST_CHARACTERS ? {} : { id };
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
