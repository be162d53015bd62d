// The cells of a sheet -> what each that is no plain text holds: numbers, formulas with their results, formats.
import Fraction from 'fraction.js';
import {
  type Sheet,
  type SheetCell,
  type SheetContent,
  textIn,
  type Workbook,
} from '../document/workbook.ts';
import { figureIn } from '../figure/figure.ts';
import { exactDigits } from '../figure/quantity.ts';
import { shownIn } from '../figure/show.ts';
import { CellPlaces, placeOf } from './cell-places.ts';
import { differenceOf, type FigureValue, figureValue, numberFormat, plainValue } from './figure-value.ts';
import type { FormulaContext } from './formula.ts';
import { ledgersOf, liveFormula } from './live-formula.ts';

type CellValue =
  | (FigureValue & { readonly kind: 'number' })
  /** A formula that gives words. */
  | { readonly kind: 'words'; readonly formula: string; readonly words: string; readonly format: string }
  /** Nothing yet; how it is shown when something is typed. */
  | { readonly kind: 'blank'; readonly format: string };

const TEXT_FORMAT = '@';

/** What each cell of a sheet's table holds that is no plain text. */
export type CellValues = ReadonlyMap<SheetCell, CellValue>;

/** By sheet. */
export function cellValues(workbook: Workbook): ReadonlyMap<Sheet, CellValues> {
  const { sheets, figures, clean = false } = workbook;
  const where = { figures, places: new CellPlaces(sheets, figures), ledgers: ledgersOf(sheets), clean };
  const decimals = decimalsOf(workbook);
  return new Map(
    sheets.map((sheet) => [sheet, valuesIn(sheet, workbook, { ...where, sheet: sheet.name }, decimals)]),
  );
}

function valuesIn(sheet: Sheet, workbook: Workbook, context: FormulaContext, decimals: number): CellValues {
  const values = new Map<SheetCell, CellValue>();
  sheet.rows.forEach((row, index) => {
    const textAt = (column: number) => textIn(row.find((one) => one.column === column)?.content);
    const sumOf = (content: SheetContent & { readonly kind: 'figure' | 'live' }, cell: SheetCell) => {
      if (content.sum === undefined) return undefined;
      const at = placeOf(sheet, index, cell.column);
      const formula = liveFormula(content.sum, { ...context, at, textAt });
      return decimals === 0 || isWords(content) ? formula : `ROUND(${formula},${decimals})`;
    };
    for (const cell of row) {
      const value = heldBy(cell, sheet, index, workbook, context, sumOf);
      if (value !== undefined) values.set(cell, value);
    }
  });
  return values;
}

function isWords(content: SheetContent): boolean {
  return content.kind === 'live' && typeof content.comes === 'string';
}

function heldBy(
  cell: SheetCell,
  sheet: Sheet,
  index: number,
  { figures, published }: Workbook,
  context: FormulaContext,
  sumOf: (
    content: SheetContent & { readonly kind: 'figure' | 'live' },
    cell: SheetCell,
  ) => string | undefined,
): CellValue | undefined {
  const { content, column, input } = cell;
  switch (content.kind) {
    case 'figure': {
      const { suffix, unit } = content;
      const sum = sumOf(content, cell);
      const form = { suffix, ...(unit && { unit }), ...(sum !== undefined && { sum }) };
      const at = placeOf(sheet, index, column);
      return number(figureValue(figureIn(figures, content.address), form, at, context));
    }
    case 'difference': {
      const live = figureIn(figures, content.address);
      return number(plainValue(differenceOf(published?.get(content.address), live, content.unit)));
    }
    case 'rest':
      return number(plainValue(content.comes));
    case 'live': {
      const formula = sumOf(content, cell) ?? '';
      const { comes } = content;
      if (typeof comes === 'string') return { kind: 'words', formula, words: comes, format: 'General' };
      // Where nothing stands yet, a row's total of nothing shows nothing.
      const isOfRow = content.sum.kind === 'across' && content.sum.besides === undefined;
      return number(plainValue(comes, formula, isOfRow && comes.equals(0)));
    }
    case 'empty':
    case 'text': {
      if (input === undefined) return undefined;
      // A text may stand for a figure that is not known yet, and is typed over with a number.
      const digits = (cell.stands && figures.get(cell.stands)?.definition.digits) ?? 0;
      const isNumber = input === 'number' || input === 'signed';
      return { kind: 'blank', format: isNumber ? numberFormat(digits, '', false) : TEXT_FORMAT };
    }
    case 'link':
      return undefined;
  }
}

function number(value: FigureValue): CellValue {
  return { kind: 'number', ...value };
}

/** The decimals that amounts of ledgers have: sums of them are rounded to these, so that no binary fraction creeps in. */
function decimalsOf({ sheets, figures }: Workbook): number {
  const digits = (content: SheetContent): number => {
    if (content.kind === 'rest') return exactDigits(content.comes) ?? 0;
    const figure = content.kind === 'figure' ? figures.get(content.address) : undefined;
    if (content.kind !== 'figure' || figure === undefined) return 0;
    const shown = shownIn(figure, content.unit ?? figure.definition.unit);
    return shown.kind === 'quantity' ? (exactDigits(new Fraction(shown.exact)) ?? 0) : 0;
  };
  const amounts = sheets.flatMap(({ ledger, rows }) => (ledger === undefined ? [] : rows.flat()));
  return Math.max(0, ...amounts.map(({ content }) => digits(content)));
}
