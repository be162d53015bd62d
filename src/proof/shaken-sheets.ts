// The finished sheets of a workbook -> the same as if every yellow cell were typed anew, its formulas worked out over that.
import Fraction from 'fraction.js';
import type { Sheet, SheetCell, Workbook } from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import type { Figure } from '../figure/figure.ts';
import { scaleFactor } from '../figure/follow.ts';
import { decimalText, exactDigits, sameValue } from '../figure/quantity.ts';
import { shownIn } from '../figure/show.ts';
import type { Unit } from '../figure/unit.ts';
import { storedNumber } from './cell-amount.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';
import { type ParsedFormulas, recalculate } from './xlsx/recalculate.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;

interface Shaken {
  readonly sheets: Sheets;
  /** What each figure that is typed has now, in its own unit. */
  readonly typed: ReadonlyMap<Address, Fraction>;
}

/** No two cells are moved by the same, each by so much that nothing is rounded away on any scale on which it is shown. */
const STEP = new Fraction(1_000_000);

/** Numbers are typed over, and into the free rows of a ledger; these get the labels of others, and every other one of each has ended. The same for the same sheets. */
export function shakenSheets({ sheets, figures }: Workbook, read: Sheets, parsed: ParsedFormulas): Shaken {
  const typed = new Map<Address, Fraction>();
  const shaken = new Map(read);
  let moved = 0;
  const more = (number: Fraction): Fraction => number.add(STEP.mul(++moved));
  for (const model of sheets) {
    const own = read.get(model.name);
    if (own === undefined) continue;
    const cells = new Map(own.cells);
    shaken.set(model.name, { ...own, cells });
    const labels = labelsOf(model, own);
    const count = new Map<string, number>();
    model.rows.forEach((row, index) => {
      const at = (column: number): string => cellName(column, rowsAbove(model) + index + 1);
      const isRow = model.ledger !== undefined && index > model.ledger.head;
      // What has ended counts nowhere.
      if (isRow && own.cells.get(at(model.ledger?.state ?? 0))?.value === model.ledger?.ended) return;
      const isFree = isRow && isOfNone(own.cells.get(at(model.ledger?.id ?? 0)));
      const stands = own.cells.get(at(model.ledger?.label ?? 0))?.value ?? '';
      const label = stands === '' ? (labels[index % labels.length] ?? '') : stands;
      const rows = (count.get(label) ?? 0) + 1;
      if (isFree) count.set(label, rows);
      for (const cell of row) {
        const { column, content } = cell;
        const is = own.cells.get(at(column)) ?? EMPTY;
        if (is.formula !== undefined) continue;
        const number = is.kind === 'number' ? storedNumber(is.value) : undefined;
        const figure = content.kind === 'figure' ? figures.get(content.address) : undefined;
        if (
          content.kind === 'figure' &&
          number !== undefined &&
          figure !== undefined &&
          figure.definition.relation === undefined &&
          isExactIn(figure, content.unit ?? figure.definition.unit)
        ) {
          const { address, unit } = figure.definition;
          const now = more(number);
          cells.set(at(column), numberCell(is, now));
          typed.set(address, inUnit(now, content.unit ?? unit, unit));
        } else if (number !== undefined && content.kind === 'rest' && cell.input !== undefined)
          cells.set(at(column), numberCell(is, more(number)));
        else if (isFree && is.value === '' && isAmount(cell))
          cells.set(at(column), numberCell(is, more(new Fraction(0))));
        else if (isFree && is.value === '' && column === model.ledger?.label)
          cells.set(at(column), { ...is, kind: 'text', value: label });
        else if (isFree && is.value === '' && column === model.ledger?.state && rows % 2 === 0)
          cells.set(at(column), { ...is, kind: 'text', value: model.ledger.ended });
      }
    });
  }
  for (const [name, results] of recalculate(shaken, parsed)) {
    const sheet = shaken.get(name);
    if (sheet === undefined) continue;
    const cells = new Map(sheet.cells);
    for (const [cell, result] of results) {
      const is = cells.get(cell) ?? EMPTY;
      const kind = typeof result === 'number' ? 'number' : typeof result === 'string' ? 'text' : 'other';
      cells.set(cell, { ...is, kind, value: String(result) });
    }
    shaken.set(name, { ...sheet, cells });
  }
  return { sheets: shaken, typed };
}

const EMPTY: ReadCell = {
  kind: 'empty',
  value: '',
  formula: undefined,
  format: '',
  look: '',
  stretches: undefined,
};

function numberCell(is: ReadCell, number: Fraction): ReadCell {
  return { ...is, kind: 'number', value: decimalText(number, exactDigits(number) ?? 0) };
}

/** Whether formulas refer to its cell in a column of the unit: what is rounded there they have exact. */
export function isExactIn(figure: Figure, column: Unit): boolean {
  const shown = shownIn(figure, column);
  const { unit } = figure.definition;
  if (shown.kind !== 'quantity') return true;
  return sameValue({ ...shown, exact: inUnit(shown.exact, column, unit) }, figure.effective);
}

/** The id of a free row is that of a task and of no project. */
function isOfNone(id: ReadCell | undefined): boolean {
  return id === undefined || id.value === '' || id.value.endsWith('/');
}

function isAmount({ input }: SheetCell): boolean {
  return input === 'number' || input === 'signed';
}

function labelsOf({ ledger, rows, ...sheet }: Sheet, { cells }: ReadSheet): readonly string[] {
  if (ledger === undefined) return [];
  const above = rowsAbove({ ledger, rows, ...sheet });
  const all = rows.flatMap((_, index) =>
    index > ledger.head ? (cells.get(cellName(ledger.label, above + index + 1))?.value ?? []) : [],
  );
  return [...new Set(all)].filter((label) => label !== '');
}

export function inUnit(number: Fraction, from: Unit, to: Unit): Fraction {
  return number.mul(scaleFactor(from, to));
}
