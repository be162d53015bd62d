// A sheet's rows -> each by its key, so that rows are found again after sorting.
import { textAt } from '../../spreadsheet/spreadsheet.ts';
import type { OriginSheet } from './workbook-origin.ts';

/** Between the texts of a key, as the hidden sheet was written with. */
export const KEY_SEPARATOR = ' / ';

export interface RowIndex {
  /** The key of a row: the texts of its key columns. */
  keyOf(row: number): string;
  /** The rows with the key, from top to bottom. */
  rowsOf(key: string): readonly number[];
}

export function indexRows({ sheet, keyColumns }: OriginSheet): RowIndex {
  // A merged cell's text counts in each of its rows.
  const above = new Map<string, number>();
  for (const { top, left, bottom, right } of sheet.merged) {
    for (const column of keyColumns) {
      if (column < left || column > right) continue;
      for (let row = top; row <= Math.min(bottom, top + 10_000); row++) above.set(`${row} ${column}`, top);
    }
  }
  const leftOf = (row: number, column: number) =>
    sheet.merged.find(
      (range) => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
    )?.left ?? column;
  const keyOf = (row: number) =>
    keyColumns
      .map((column) => {
        const top = above.get(`${row} ${column}`);
        return top === undefined ? textAt(sheet, row, column) : textAt(sheet, top, leftOf(row, column));
      })
      .join(KEY_SEPARATOR);
  const byKey = new Map<string, number[]>();
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const key = keyOf(row);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return { keyOf, rowsOf: (key) => byKey.get(key) ?? [] };
}
