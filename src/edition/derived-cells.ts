// The found cells of figures that follow from others -> which were typed over, or have a formula that was changed.
import type { Address } from '../figure/address.ts';
import { evaluateFigures } from '../figure/evaluate.ts';
import type { FigureBook, Value } from '../figure/figure.ts';
import { showValue } from '../figure/show.ts';
import type { SetChange } from '../plan/edition.ts';
import { textOf } from '../spreadsheet/spreadsheet.ts';
import { cellAt, exportedForm, isTyped, shows } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { CellSpot, OriginFigure } from './workbook-origin.ts';

/** Rules: `sources-do-not-add-up`, `derived-typed-over`, `formula-result-differs`. */
export function checkDerived(
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
