// The found cells of figures and the plan's values of today -> the inputs that were changed.

import { type Address, formOf } from '../../figure/address.ts';
import type { Figure, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import type { SetChange, TypedValue } from '../../plan/edition.ts';
import { figureKinds } from '../../plan/figure-kinds.ts';
import { impossibleBecause } from '../../plan/possible-value.ts';
import { textAt, textOf } from '../../spreadsheet/spreadsheet.ts';
import { JOBS, readCell, saysUnknown } from '../apply/typed-value.ts';
import type { Current } from './current.ts';
import { cellAt, isNilAsZero, isTyped } from './figure-cell.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { exportedValue, shownNow, tellClash } from './merge-values.ts';
import { goneProjects, isUntouched, setsSince, tellStale } from './since-export.ts';
import { takenValue } from './tell-reading.ts';
import type { OriginFigure, WorkbookOrigin } from './workbook-origin.ts';

type FoundFigure = FoundCells['figures'][number];

/**
 * Changes by address, each at the cell it was typed into, merged with what the plan has now. Rules: those of `takenValue`,
 * `merge-clash`, `stale-workbook`.
 */
export function figureChanges(
  found: FoundCells,
  origin: WorkbookOrigin,
  current: Pick<Current, 'plan' | 'book' | 'rateWords'>,
  faults: ImportFaults,
): ReadonlyMap<Address, SetChange> {
  const { book, plan } = current;
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
    const after = typedAt(one, { ...figure, effective: base }, current, faults);
    if (after === undefined) continue;
    const { value: typed } = after;
    const why = goneBy(address);
    if (why === undefined && (sameValue(typed, now) || isNilAsZero(typed, now))) continue;
    if (why !== undefined || !sameValue(base, now)) {
      tellClash({ base, typed, now }, one, figure.definition, why, faults);
      continue;
    }
    const before = { value: figure.effective, place };
    sets.set(address, { kind: 'set', address, before, after, place });
  }
  return new Map([...sets].map(([address, set]) => [address, withDecimals(set, sets, current)]));
}

/**
 * What is typed where nothing was known gets the decimals of its series: of its column, or of its row where the columns are years; where
 * that has no other number, of what stands across it. A cell keeps no 0 at the end.
 */
export function withDecimals(
  set: SetChange,
  sets: ReadonlyMap<Address, SetChange>,
  { book, plan }: Pick<Current, 'plan' | 'book'>,
): SetChange {
  const { before, after, address } = set;
  const own = formOf(address);
  const unit = book.get(address)?.definition.unit;
  if (before.value.kind !== 'missing' || after.value.kind !== 'quantity' || own.kind !== 'table') return set;
  const beside = (axis: 'row' | 'column') =>
    [...book.values()].flatMap(({ definition, effective }) => {
      const form = formOf(definition.address);
      const isPeer =
        form.kind === 'table' &&
        form.table === own.table &&
        form[axis] === own[axis] &&
        definition.address !== address &&
        definition.relation === undefined &&
        definition.unit === unit;
      const value = sets.get(definition.address)?.after.value ?? effective;
      return isPeer && value.kind === 'quantity' ? [value.digits] : [];
    });
  const columns = plan.tables.get(own.table)?.columns ?? [];
  const isAcross = columns.length > 0 && columns.every(({ period }) => period !== undefined);
  const [along, across] = isAcross ? [beside('row'), beside('column')] : [beside('column'), beside('row')];
  const digits = Math.max(after.value.digits, ...(along.length > 0 ? along : across));
  return { ...set, after: { ...after, value: { ...after.value, digits } } };
}

/** What an input's cell was changed to; undefined where it was not, or is faulty. */
export function typedAt(
  { origin, spot }: FoundFigure,
  figure: Figure,
  { plan, book, rateWords }: Pick<Current, 'plan' | 'book' | 'rateWords'>,
  faults: ImportFaults,
): TypedValue | undefined {
  const cell = cellAt(spot);
  const { definition, effective: before } = figure;
  const place = faults.at(spot);
  if (cell?.value !== undefined && textOf(cell.value) === origin.exported && cell.formula === undefined)
    return undefined;
  const isKnown = before.kind !== 'missing';
  if (saysUnknown(cell) && origin.kind !== 'rest')
    return isKnown ? { value: { kind: 'missing' }, place } : undefined;
  const { address, unit } = definition;
  const digits = before.kind === 'quantity' ? before.digits : 0;
  const kinds = figureKinds(plan, rateWords, (one) => book.get(one));
  const reading = readCell(cell, {
    unit,
    units: plan.units,
    digits,
    ...(origin.unit === undefined ? {} : { column: origin.unit }),
    ...(isTarget(address) ? JOBS : {}),
    ...(unit.dimension === 'percent' ? { rate: kinds.rate(address) } : {}),
  });
  if (reading.kind === 'value' && (sameValue(reading.value, before) || isNilAsZero(reading.value, before)))
    return undefined;
  const value = takenValue(reading, place, reasonBeside(spot, origin), faults);
  if (value === undefined) return undefined;
  const wrong = impossibleBecause(value, { ...definition, digits }, kinds);
  if (wrong !== undefined) {
    faults.add({ rule: 'wrong-number', place, ...wrong });
    return undefined;
  }
  // An emptied cell of a figure that was there says that there is nothing now, not that nobody knows.
  const after = value.kind === 'missing' ? emptied(before) : value;
  const typed = reading.kind === 'value' ? reading.typed : undefined;
  return after && { value: after, place, ...(typed === undefined ? {} : { typed }) };
}

function isTarget(address: Address): boolean {
  const form = formOf(address);
  return 'task' in form && form.item.at(-1) === 'target';
}

/** The words of the row's column for reasons, where its sheet has one. */
function reasonBeside({ sheet, row }: FoundFigure['spot'], { home }: OriginFigure): string {
  const column = home?.columns.get('reason');
  return column === undefined ? '' : textAt(sheet, row, column);
}

function emptied(before: Value): Value | undefined {
  return before.kind === 'missing' ? undefined : { kind: 'nil' };
}
