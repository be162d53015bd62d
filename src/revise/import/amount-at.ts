// A cell for an amount or a target of the sheet of projects -> the value typed there.
import { addressOf } from '../../figure/address.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import type { TypedValue } from '../../plan/edition.ts';
import { impossibleBecause } from '../../plan/possible-value.ts';
import type { FundingSource } from '../../plan/programme.ts';
import { textAt } from '../../spreadsheet/spreadsheet.ts';
import { type CellReading, JOBS, readCell, saysUnknown } from '../apply/typed-value.ts';
import type { ImportFaults } from './import-faults.ts';
import { takenValue } from './tell-reading.ts';
import type { OriginSheet } from './workbook-origin.ts';

/**
 * Undefined for an empty cell, for `-`, and, told, for what is no amount: rules of `takenValue`. A total may be a formula, of which nothing
 * is said. `money`: what the figure is kept in, and what the column is in, of amounts and of targets besides jobs.
 */
export function amountAt(
  row: number,
  key: FundingSource | 'total' | 'target' | `targets/${string}`,
  { sheet, columns }: OriginSheet,
  faults: ImportFaults,
  money: { readonly own: Unit; readonly column: Unit } = { own: UNITS.천원, column: UNITS.천원 },
): TypedValue | undefined {
  const column = columns.get(key);
  const cell = column === undefined ? undefined : sheet.rows.get(row)?.get(column);
  if (cell === undefined || column === undefined) return undefined;
  if (saysUnknown(cell)) return undefined;
  // Its result was not stored; the sources tell what it is.
  if (key === 'total' && cell.formula !== undefined && cell.value === undefined) return undefined;
  const place = faults.at({ sheet, row, column });
  const unit = key === 'target' ? UNITS.명 : money.own;
  const read = readCell(cell, { unit, ...(key === 'target' ? JOBS : { column: money.column }) });
  const isLive = key === 'total' && cell.formula !== undefined && read.kind === 'value';
  const reading: CellReading = isLive ? { kind: 'value', value: read.value, doubts: [] } : read;
  const value = takenValue(reading, place, textAt(sheet, row, columns.get('reason') ?? 0), faults);
  if (value?.kind !== 'quantity') return undefined;
  // Whichever row it is: what the column holds is a target or an amount.
  const ofYear = key.startsWith('yearly/') ? [key, 'total'] : ['funding', key];
  const address = addressOf('tasks', ...(key.startsWith('target') ? [key] : ofYear));
  const wrong = impossibleBecause(value, { address, unit, digits: 0 });
  if (wrong !== undefined) {
    faults.add({ rule: 'wrong-number', place, ...wrong });
    return undefined;
  }
  const typed = reading.kind === 'value' ? reading.typed : undefined;
  return { value, place, ...(typed === undefined ? {} : { typed }) };
}
