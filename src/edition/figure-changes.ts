// The found cells of figures and the plan's values of today -> the inputs that were changed, and what must not have been.

import type { Address } from '../figure/address.ts';
import { evaluateFigures } from '../figure/evaluate.ts';
import type { Figure, FigureBook, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { shownValue, showValue } from '../figure/show.ts';
import { isCompared } from '../plan/comparison.ts';
import type { SetChange } from '../plan/edition.ts';
import type { PlainCell } from '../spreadsheet/spreadsheet.ts';
import { textOf } from '../spreadsheet/spreadsheet.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { Current } from './import-workbook.ts';
import { typedNumber, valueFault, valueText } from './typed-value.ts';
import type { CellSpot, OriginFigure } from './workbook-origin.ts';

type FoundFigure = FoundCells['figures'][number];

/**
 * Changes by address, each at the cell it was typed into. Rules: `formula-in-input`, `wrong-number`,
 * and for what follows from others: `sources-do-not-add-up`, `derived-typed-over`, `formula-result-differs`.
 */
export function figureChanges(
  found: FoundCells,
  book: FigureBook,
  faults: ImportFaults,
): ReadonlyMap<Address, SetChange> {
  const sets = new Map<Address, SetChange>();
  for (const { origin, spot } of found.figures) {
    const figure = book.get(origin.address);
    if (!isTyped(origin) || figure === undefined) continue;
    const after = typedAt({ origin, spot }, figure, faults);
    if (after === undefined) continue;
    const { address } = origin;
    const place = faults.at(spot);
    const before = { value: figure.effective, place };
    sets.set(address, { kind: 'set', address, before, after: { value: after, place }, place });
  }
  checkDerived(found, book, sets, faults);
  return sets;
}

/** What an edition may set: not the earlier values beside which a comparison puts the present ones. */
function isTyped({ kind, address }: OriginFigure): boolean {
  return kind === 'input' && !isCompared(address);
}

/** The value of an input's cell where it was changed; undefined where it was not, or is faulty. */
function typedAt({ origin, spot }: FoundFigure, figure: Figure, faults: ImportFaults): Value | undefined {
  const cell = cellAt(spot);
  const { definition } = figure;
  const place = faults.at(spot);
  if (cell?.value !== undefined && textOf(cell.value) === origin.exported && cell.formula === undefined)
    return undefined;
  if (cell?.formula !== undefined) {
    faults.formulaInInput(place, cell.formula);
    return undefined;
  }
  const before = figure.effective;
  const { dimension } = definition.unit;
  const typed = typedNumber(cell?.value, {
    digits: before.kind === 'quantity' ? before.digits : 0,
    percentage: dimension === 'percent' || dimension === 'percentage-points',
  });
  if (typed.kind === 'fault') {
    faults.add({ rule: 'wrong-number', place, message: typed.message, expected: typed.expected });
    return undefined;
  }
  const { value } = typed;
  if (sameValue(value, before) || isNilAsZero(value, before)) return undefined;
  const wrong = valueFault(value, definition);
  if (wrong !== undefined) {
    faults.add({ rule: 'wrong-number', place, message: wrong, expected: '0 이상의 수' });
    return undefined;
  }
  // An emptied cell of a figure that was there says that there is nothing now, not that nobody knows.
  return value.kind === 'missing' ? emptied(before) : value;
}

/** Nil is written as a 0 that shows as `-`. */
function isNilAsZero(value: Value, before: Value): boolean {
  return (
    before.kind === 'nil' && (value.kind === 'missing' || (value.kind === 'quantity' && value.exact.n === 0n))
  );
}

function emptied(before: Value): Value | undefined {
  return before.kind === 'missing' ? undefined : { kind: 'nil' };
}

/** Tells (`stale-workbook`) each cell that was made from another value than the plan has now, with both; whether there is one. */
export function tellStale(
  found: FoundCells,
  { book, plan }: Pick<Current, 'book' | 'plan'>,
  faults: ImportFaults,
): boolean {
  const latest = plan.editions.length;
  let stale = false;
  for (const { origin, spot } of found.figures) {
    if (!isTyped(origin)) continue;
    const figure = book.get(origin.address);
    const now = figure && exportedForm(figure);
    // Where a text stands for a figure, what was written is the text.
    if (now === origin.exported || (figure !== undefined && isWords(origin.exported))) continue;
    stale = true;
    faults.add({
      rule: 'stale-workbook',
      place: faults.at(spot),
      message:
        now === undefined
          ? `지금 계획에 없는 수치입니다: ${origin.address}`
          : `통합문서를 만든 뒤에 자료가 바뀌었습니다. 통합문서 ${origin.exported || '미정'}, 지금 ${now || '미정'}`,
      expected: `iljari build${latest === 0 ? '' : ` --edition ${latest}`}(으)로 새로 만든 통합문서`,
      ...(figure === undefined ? {} : { related: [{ place: figure.definition.place, note: '지금 값' }] }),
    });
  }
  return stale;
}

function exportedForm(figure: Figure): string {
  const shown = shownValue(figure);
  if (shown.kind === 'missing') return '';
  return shown.kind === 'nil' ? '-' : valueText({ ...shown });
}

function isWords(exported: string): boolean {
  return exported !== '' && !/^(-|-?\d+(\.\d+)?)$/.test(exported);
}

/** What follows from other figures: typed over, or a formula that was changed. */
function checkDerived(
  found: FoundCells,
  book: FigureBook,
  sets: ReadonlyMap<Address, SetChange>,
  faults: ImportFaults,
): void {
  const derived = found.figures.filter(({ origin }) => !isTyped(origin));
  const suspects = derived.filter(({ origin, spot }) => {
    const value = cellAt(spot)?.value;
    return value === undefined
      ? cellAt(spot)?.formula === undefined && origin.exported !== ''
      : !shows(value, origin.exported);
  });
  if (suspects.length === 0) return;
  const values = new Map([...sets].map(([address, { after }]) => [address, after.value]));
  const current = [...book.values()].map((figure) => figure.definition);
  const changed = currentValues(book, values);
  const after = evaluateFigures(current, changed).value ?? new Map();
  for (const { origin, spot } of suspects) tellDerived(origin, spot, after, faults);
}

/** The inputs as the book has them, changed ones changed. */
function currentValues(book: FigureBook, values: ReadonlyMap<Address, Value>): ReadonlyMap<Address, Value> {
  const current = new Map<Address, Value>();
  for (const [address, { definition, effective }] of book) {
    if (definition.relation !== undefined) continue;
    const value = values.get(address) ?? effective;
    if (value !== definition.given) current.set(address, value);
  }
  return current;
}

function tellDerived(origin: OriginFigure, spot: CellSpot, after: FigureBook, faults: ImportFaults): void {
  const figure = after.get(origin.address);
  const cell = cellAt(spot);
  if (figure === undefined) return;
  const now = exportedForm(figure);
  if (cell?.value !== undefined && shows(cell.value, now)) return;
  const shown = cell?.value === undefined ? '(빈칸)' : textOf(cell.value);
  const place = faults.at(spot);
  const computed = showValue(
    figure.effective,
    figure.effective.kind === 'quantity' ? figure.effective.digits : 0,
  );
  if (cell?.formula !== undefined) {
    faults.add({
      rule: 'formula-result-differs',
      severity: 'warning',
      place,
      message: `수식의 결과 ${shown}이(가) 자료로 계산한 ${computed || '미정'}와(과) 다릅니다. 계산한 값을 씁니다.`,
    });
  } else if (figure.definition.relation?.kind === 'sum') {
    faults.add({
      rule: 'sources-do-not-add-up',
      place,
      message: `적힌 합계 ${shown}이(가) 항목의 합 ${computed || '미정'}와(과) 다릅니다.`,
      expected: `항목을 고칩니다. 합계는 저절로 계산됩니다 (${now || '미정'}).`,
    });
  } else if (figure.definition.relation === undefined) {
    faults.add({
      rule: 'derived-typed-over',
      place,
      message: `다른 칸의 값을 보여 주는 칸에 값을 적었습니다: ${shown} (그 칸의 값 ${computed || '미정'})`,
      expected: '노란 칸이나 표에서 그 수치가 처음 나오는 칸을 고칩니다.',
    });
  } else {
    faults.add({
      rule: 'derived-typed-over',
      place,
      message: `계산되는 칸에 값을 적었습니다: ${shown} (계산값 ${computed || '미정'})`,
      expected: '계산의 바탕이 되는 칸을 고칩니다.',
    });
  }
}

function cellAt({ sheet, row, column }: CellSpot): PlainCell | undefined {
  return sheet.rows.get(row)?.get(column);
}

/** Whether a cell shows the exported form: the same number in any spelling, nil as 0 or `-`. */
function shows(value: NonNullable<PlainCell['value']>, exported: string): boolean {
  if (textOf(value) === exported) return true;
  const typed = typedNumber(value, { digits: 0, percentage: true });
  if (typed.kind === 'fault') return false;
  const expected = typedNumber(exported === '' ? undefined : { kind: 'text', text: exported }, {
    digits: 0,
    percentage: true,
  });
  if (expected.kind === 'fault') return false;
  return sameValue(typed.value, expected.value) || isNilAsZero(typed.value, expected.value);
}
