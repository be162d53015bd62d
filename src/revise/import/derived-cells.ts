// The found cells of figures that follow from others -> which were typed over, or have a formula that was changed.

import Fraction from 'fraction.js';
import { type Address, isTaskRow } from '../../figure/address.ts';
import { evaluateFigures } from '../../figure/evaluate.ts';
import type { FigureBook, Value } from '../../figure/figure.ts';
import { scaleFactor } from '../../figure/follow.ts';
import { parseQuantity } from '../../figure/quantity.ts';
import { showValue } from '../../figure/show.ts';
import type { Change } from '../../plan/edition.ts';
import { textOf } from '../../spreadsheet/spreadsheet.ts';
import type { Current } from './current.ts';
import { cellAt, exportedForm, isTyped, shows, spelt } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { CellSpot, OriginFigure } from './workbook-origin.ts';

/**
 * A total that was typed over must be what its parts come to, and a formula's result too: with the changes on top, or as much more than it
 * was written with as its figure is (what is shown may be without what was stated, or of an edition before). Rules:
 * `sources-do-not-add-up`, `derived-typed-over`, `formula-result-differs`.
 */
export function checkDerived(
  found: FoundCells,
  changes: readonly Change[],
  { book, revised }: Pick<Current, 'book' | 'revised'>,
  faults: ImportFaults,
): void {
  const suspects = found.figures.filter(
    (one) => one.origin.kind !== 'rest' && !isTyped(one.origin) && !isUntouchedDerived(one),
  );
  if (suspects.length === 0) return;
  const after = (changes.length === 0 ? book : revised(changes)) ?? withSets(book, changes);
  for (const { origin, spot } of suspects)
    if (!movedAlong(origin, spot, book, after)) tellDerived(origin, spot, after, faults);
}

function isUntouchedDerived({ origin, spot }: FoundCells['figures'][number]): boolean {
  const cell = cellAt(spot);
  // The total in a row of a whole task is of that row alone, and the figure of all the task's rows.
  const ofWhole = origin.home?.columns.has('name') === true && isTaskRow(origin.rowKey);
  if (ofWhole && cell?.formula !== undefined) return true;
  return cell?.value === undefined
    ? cell?.formula !== undefined || origin.exported === ''
    : shows(cell.value, origin.exported);
}

/** Whether the cell is as much more than it was written with as its figure is. */
function movedAlong(origin: OriginFigure, spot: CellSpot, book: FigureBook, after: FigureBook): boolean {
  const value = cellAt(spot)?.value;
  const [before, now] = [book, after].map((figures) => figures.get(origin.address)?.effective);
  const written = parseQuantity(origin.exported === '-' ? '0' : origin.exported);
  const typed = value && spelt(value);
  const amount = (one: Value | undefined) =>
    one?.kind === 'quantity' ? one.exact : one?.kind === 'nil' ? new Fraction(0) : undefined;
  const [from, to] = [amount(before), amount(now)];
  if (written === undefined || typed === undefined || from === undefined || to === undefined) return false;
  const own = after.get(origin.address)?.definition.unit;
  const scale = own === undefined || origin.unit === undefined ? 1 : scaleFactor(own, origin.unit);
  return amount(typed)?.sub(written.exact).equals(to.sub(from).mul(scale)) ?? false;
}

/** Where the changes as a whole cannot be taken, with the new values of inputs alone. */
function withSets(book: FigureBook, changes: readonly Change[]): FigureBook {
  const values = new Map<Address, Value>();
  for (const [address, { definition, effective }] of book)
    if (definition.relation === undefined && effective !== definition.given) values.set(address, effective);
  for (const change of changes)
    if (change.kind === 'set' && book.has(change.address)) values.set(change.address, change.after.value);
  const definitions = [...book.values()].map(({ definition }) => definition);
  return evaluateFigures(definitions, values).value ?? book;
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
      message: `수식의 결과가 자료로 계산한 값과 달라 계산한 값을 씁니다: 수식의 결과 ${shown}, 계산한 값 ${computed || '미정'}`,
    });
  } else if (figure.definition.relation?.kind === 'sum') {
    faults.add({
      rule: 'sources-do-not-add-up',
      place,
      message:
        cell?.value?.kind === 'text' && spelt(cell.value) === undefined
          ? `셈하는 칸에 수가 아닌 글이 적혀 있습니다: ‘${shown}’ (항목의 합 ${computed || '미정'})`
          : `적힌 합계가 항목의 합과 다릅니다: 적힌 합계 ${shown}, 항목의 합 ${computed || '미정'}`,
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
