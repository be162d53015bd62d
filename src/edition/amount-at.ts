// A cell for an amount or a target of the sheet of projects -> the value typed there.
import { addressOf } from '../figure/address.ts';
import { UNITS } from '../figure/unit.ts';
import type { TypedValue } from '../plan/edition.ts';
import type { FundingSource } from '../plan/programme.ts';
import type { ImportFaults } from './import-faults.ts';
import { typedNumber, valueFault } from './typed-value.ts';
import type { OriginSheet } from './workbook-origin.ts';

/** Undefined for an empty cell, for `-`, and, told, for what is no amount (`wrong-number`, `formula-in-input`). A total may be a formula. */
export function amountAt(
  row: number,
  key: FundingSource | 'total' | 'target',
  { sheet, columns }: OriginSheet,
  faults: ImportFaults,
): TypedValue | undefined {
  const column = columns.get(key);
  const cell = column === undefined ? undefined : sheet.rows.get(row)?.get(column);
  if (cell === undefined || column === undefined) return undefined;
  const place = faults.at({ sheet, row, column });
  if (cell.formula !== undefined && key !== 'total') {
    faults.formulaInInput(place, cell.formula);
    return undefined;
  }
  const typed = typedNumber(cell.value, { digits: 0, percentage: false });
  // Only the unit and that it is the programme's matter for what may be typed.
  const about = key === 'target' ? UNITS.명 : UNITS.천원;
  const wrong =
    typed.kind === 'fault'
      ? typed
      : {
          message: valueFault(typed.value, { address: addressOf('tasks', key), unit: about }),
          expected: '0 이상의 수',
        };
  if (wrong.message !== undefined) {
    faults.add({ rule: 'wrong-number', place, message: wrong.message, expected: wrong.expected });
    return undefined;
  }
  return typed.kind === 'value' && typed.value.kind === 'quantity'
    ? { value: typed.value, place }
    : undefined;
}
