// The found cells of figures and the plan's values of today -> the inputs that were changed.
import type { Address } from '../figure/address.ts';
import type { Figure, FigureBook, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import type { SetChange } from '../plan/edition.ts';
import { textOf } from '../spreadsheet/spreadsheet.ts';
import { checkDerived } from './derived-cells.ts';
import { cellAt, isNilAsZero, isTyped } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { typedNumber, valueFault } from './typed-value.ts';

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

function emptied(before: Value): Value | undefined {
  return before.kind === 'missing' ? undefined : { kind: 'nil' };
}
