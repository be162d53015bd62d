// The found cells of figures and the plan's values of today -> the inputs that were changed.
import type { Address } from '../figure/address.ts';
import type { Figure, Value } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import type { SetChange } from '../plan/edition.ts';
import { textOf } from '../spreadsheet/spreadsheet.ts';
import { cellAt, isNilAsZero, isTyped } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { Current } from './import-workbook.ts';
import { exportedValue, shownNow, tellClash } from './merge-values.ts';
import { goneProjects, isUntouched, setsSince, tellStale } from './since-export.ts';
import { typedNumber, valueFault } from './typed-value.ts';
import type { WorkbookOrigin } from './workbook-origin.ts';

type FoundFigure = FoundCells['figures'][number];

/**
 * Changes by address, each at the cell it was typed into, merged with what the plan has now. Rules: `formula-in-input`, `wrong-number`,
 * `merge-clash`, `stale-workbook`.
 */
export function figureChanges(
  found: FoundCells,
  origin: WorkbookOrigin,
  { book, plan }: Pick<Current, 'book' | 'plan'>,
  faults: ImportFaults,
): ReadonlyMap<Address, SetChange> {
  const sets = new Map<Address, SetChange>();
  const goneBy = goneProjects(plan);
  const since = setsSince(plan, origin.edition);
  for (const one of found.figures) {
    const { origin: line, spot } = one;
    if (!isTyped(line)) continue;
    const { address } = line;
    const place = faults.at(spot);
    const figure = book.get(address);
    if (figure === undefined) {
      if (!isUntouched(one)) tellStale(address, place, faults);
      continue;
    }
    const now = shownNow(figure);
    const base = exportedValue(line, figure.definition.unit) ?? since.get(address) ?? now;
    const typed = typedAt(one, { ...figure, effective: base }, faults);
    if (typed === undefined) continue;
    const why = goneBy(address);
    if (why === undefined && (sameValue(typed, now) || isNilAsZero(typed, now))) continue;
    if (why !== undefined || !sameValue(base, now)) {
      tellClash({ base, typed, now }, one, figure.definition, why, faults);
      continue;
    }
    const before = { value: figure.effective, place };
    sets.set(address, { kind: 'set', address, before, after: { value: typed, place }, place });
  }
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
