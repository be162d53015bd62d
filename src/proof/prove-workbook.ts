// A workbook's model and its finished file -> where each figure stands, and what is not as it should be.
import Fraction from 'fraction.js';
import { korean } from '../diagnostic/particle.ts';
import type { Diagnostic } from '../diagnostic.ts';
import {
  charactersOf,
  ORIGIN_SHEET,
  type Sheet,
  type SheetContent,
  type Workbook,
} from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import { type Figure, figureIn, type Value } from '../figure/figure.ts';
import { exactDigits, sameValue } from '../figure/quantity.ts';
import { showValue } from '../figure/show.ts';
import type { Unit } from '../figure/unit.ts';
import { cellValues } from '../sheet/cell-values.ts';
import { amountInColumn, inBase, storedNumber } from './cell-amount.ts';
import { cellName } from './cell-name.ts';
import { proveAppearance } from './prove-appearance.ts';
import { proveFormulaTexts, proveResults } from './prove-calculation.ts';
import { proveFollowing } from './prove-following.ts';
import { proveFormulas } from './prove-formulas.ts';
import { proveOrigin } from './prove-origin.ts';
import { proveTotals } from './prove-totals.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';
import { type ReadBook, readWorkbook, WorkbookFault } from './xlsx/read-workbook.ts';
import type { ParsedFormulas } from './xlsx/recalculate.ts';
import { shownNumber } from './xlsx/shown-number.ts';

/** A figure in a cell. */
interface SheetFigure {
  readonly address: Address;
  readonly text: string;
  /** `총괄!B5` */
  readonly cell: string;
}

interface WorkbookProof {
  readonly figures: readonly SheetFigure[];
  readonly diagnostics: readonly Diagnostic[];
}

const EMPTY: ReadCell = {
  kind: 'empty',
  value: '',
  formula: undefined,
  format: '',
  look: '',
  stretches: undefined,
};

/** Reads the file and looks up every text and number in its cell. */
export function proveWorkbook(workbook: Workbook, bytes: Uint8Array): WorkbookProof {
  let read: ReadBook;
  try {
    read = readWorkbook(bytes, ORIGIN_SHEET);
  } catch (fault) {
    if (!(fault instanceof WorkbookFault)) throw fault;
    const message = korean`만든 파일 ${workbook.file}을(를) 다시 읽을 수 없습니다: ${fault.message}`;
    const place = { file: workbook.file, line: 1, column: 1 };
    return { figures: [], diagnostics: [{ rule: 'output-unreadable', severity: 'error', message, place }] };
  }
  const { sheets } = read;
  const values = cellValues(workbook);
  const proofs = workbook.sheets.map((sheet) => proveSheet(workbook, sheet, sheets.get(sheet.name)));
  const told = [
    ...proofs.flatMap(({ diagnostics }) => diagnostics),
    ...proveFormulaTexts(workbook, sheets, values),
    ...proveOrigin(workbook, sheets),
    ...proveAppearance(workbook, read, values),
  ];
  // What follows from cells is looked at only where these are as the model has them.
  const parsed: ParsedFormulas = new Map();
  const after = [proveFormulas, proveTotals, proveResults].flatMap((prove) =>
    told.length > 0 ? [] : prove(workbook, sheets, parsed),
  );
  const diagnostics = [...told, ...after];
  if (diagnostics.length === 0) diagnostics.push(...proveFollowing(workbook, sheets, parsed));
  return { figures: proofs.flatMap(({ figures }) => figures), diagnostics };
}

function proveSheet(workbook: Workbook, sheet: Sheet, read: ReadSheet | undefined): WorkbookProof {
  const figures: SheetFigure[] = [];
  const diagnostics: Diagnostic[] = [];
  const tell = (cell: string, is: string, should: string, figure?: Figure): void => {
    const definition = figure?.definition;
    diagnostics.push({
      rule: definition ? 'figure-not-in-cell' : 'text-not-in-cell',
      severity: 'error',
      message: `${workbook.file} ‘${sheet.name}’ 시트 ${cell} 칸에 ${is}. ‘${should}’이어야 합니다.`,
      place: { file: workbook.file, cell: `${sheet.name}!${cell}` },
      ...(definition && { related: [{ place: definition.place, note: `수치 ${definition.address}` }] }),
    });
  };
  if (read === undefined) {
    tell('A1', '시트가 없습니다', sheet.name);
    return { figures, diagnostics };
  }
  const looked = new Set<string>();
  const text = (cell: string, should: string): void => {
    looked.add(cell);
    const { kind, value } = read.cells.get(cell) ?? EMPTY;
    const right = should === '' ? value === '' : kind === 'text' && value === should;
    if (!right) tell(cell, holds({ kind, value }), should);
  };
  const number = (cell: string, should: Fraction, figure?: Figure): void => {
    const is = read.cells.get(cell) ?? EMPTY;
    const stored = is.kind === 'number' ? storedNumber(is.value) : undefined;
    if (stored?.equals(should) !== true) tell(cell, holds(is), should.toFraction(), figure);
  };
  const lead = [sheet.caption, ...(sheet.unitLine === undefined ? [] : [sheet.unitLine])];
  lead.forEach((pieces, index) => text(`A${index + 1}`, charactersOf(pieces)));
  sheet.notes.forEach((pieces, index) =>
    // One row is left free between the table and its notes.
    text(`A${lead.length + sheet.rows.length + 2 + index}`, charactersOf(pieces)),
  );
  sheet.rows.forEach((row, index) => {
    for (const cell of row) {
      const name = cellName(cell.column, lead.length + index + 1);
      looked.add(name);
      const { content } = cell;
      switch (content.kind) {
        case 'text':
          text(name, charactersOf(content.pieces));
          break;
        case 'link':
          text(name, content.sheet);
          break;
        case 'empty':
          text(name, '');
          break;
        case 'figure': {
          const figure = figureIn(workbook.figures, content.address);
          const is = read.cells.get(name) ?? EMPTY;
          const should = formOf(figure, content);
          if (shownIn(is) !== should) tell(name, holds(is), should, figure);
          else if (should !== '' && isPublished(figure, workbook)) {
            const text = should + unitBehind(figure, content);
            figures.push({ address: content.address, text, cell: `${sheet.name}!${name}` });
          }
          break;
        }
        case 'difference': {
          const figure = figureIn(workbook.figures, content.address);
          number(name, differenceOf(figure, content.unit, workbook), figure);
          break;
        }
        case 'rest':
          number(name, content.comes, figureIn(workbook.figures, content.whole));
          break;
        case 'live':
          if (typeof content.comes === 'string') text(name, content.comes);
          else number(name, content.comes);
      }
    }
  });
  for (const [name, is] of read.cells)
    if (is.value !== '' && !looked.has(name)) tell(name, holds(is), '빈 칸');
  return { figures, diagnostics };
}

/** Whether the cell shows what the publication has: sums show what their parts come to now. */
function isPublished(figure: Figure, { published }: Workbook): boolean {
  const other = published?.get(figure.definition.address);
  return other === undefined || sameValue(other.effective, figure.effective);
}

type FigureContent = SheetContent & { readonly kind: 'figure' };

/**
 * As the cell should show it, in the column's unit: so many times that unit is the figure's value. Nothing for a missing figure, but a
 * sum over rows is always something. A dash stands for nil, with its unit or without.
 */
function formOf(figure: Figure, { suffix, unit, sum }: FigureContent): string {
  const amount = amountInColumn(figure, unit);
  if (amount === 'missing' && sum === undefined) return '';
  if (typeof amount === 'string') return '-';
  const own = figure.effective.kind === 'quantity' ? figure.effective.digits : 0;
  const isOwnUnit = unit === undefined || unit.scale.equals(figure.definition.unit.scale);
  const digits = isOwnUnit ? own : (exactDigits(amount) ?? own);
  return showValue({ kind: 'quantity', exact: amount, digits }, digits) + suffix;
}

/** The column's unit, told behind a number that is in another one than its figure. */
function unitBehind(figure: Figure, { unit }: FigureContent): string {
  const isOwnUnit = unit === undefined || unit.scale.equals(figure.definition.unit.scale);
  return isOwnUnit || figure.effective.kind !== 'quantity' ? '' : unit.label;
}

/** What the cell shows; a text or a formula without a number shows nothing that counts. */
function shownIn({ kind, value, format }: ReadCell): string | undefined {
  if (kind === 'empty') return '';
  if (kind !== 'number') return undefined;
  const number = decimal(value);
  return number === undefined ? undefined : shownNumber(number, format);
}

/** What the figure was published as more than it comes to now, in the column's unit; what is not known counts as 0. */
function differenceOf(
  { definition, effective }: Figure,
  column: Unit | undefined,
  { published }: Workbook,
): Fraction {
  const inColumn = (value: Value | undefined) =>
    value?.kind === 'quantity'
      ? inBase(value.exact, definition.unit).div(inBase(new Fraction(1), column ?? definition.unit))
      : new Fraction(0);
  return inColumn(published?.get(definition.address)?.effective).sub(inColumn(effective));
}

/** The digits of a stored number without an exponent or needless zeros; undefined for what is no number. */
function decimal(value: string): string | undefined {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return undefined;
  const match = /^(-?\d(?:\.\d+)?)e([+-]\d+)$/.exec(String(number));
  if (match === null) return Object.is(number, -0) ? '0' : String(number);
  return number.toFixed(Math.min(100, Math.max(0, -Number(match[2]) + 15))).replace(/\.?0+$/, '');
}

function holds({ kind, value }: Pick<ReadCell, 'kind' | 'value'>): string {
  switch (kind) {
    case 'empty':
      return '아무것도 없습니다';
    case 'number':
      return korean`숫자 ${value}이(가) 있습니다`;
    case 'text':
      return korean`글 ‘${value}’이(가) 있습니다`;
    case 'other':
      return korean`‘${value}’이(가) 있습니다`;
  }
}
