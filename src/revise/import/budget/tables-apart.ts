// The lines of a project in several tables -> whether they may be added: those of several accounts, not those of one listed twice.
import type Fraction from 'fraction.js';
import type { ImportFaults } from '../import-faults.ts';
import type { BudgetLine } from './entry.ts';
import type { BudgetTable } from './tables.ts';

/** Rule `repeated-line`: tables that name no different accounts, or one that is the sum of the others. `byRow`: lines by the plan's row. */
export function checkTablesApart(
  byRow: ReadonlyMap<string, readonly BudgetLine[]>,
  nameOfRow: (row: string) => string,
  faults: ImportFaults,
): void {
  const sums = new Map<BudgetTable, boolean>();
  for (const [row, lines] of byRow) {
    const tables = [...new Set(lines.map(({ table }) => table))];
    if (tables.length < 2) {
      for (const table of tables) sums.set(table, false);
      continue;
    }
    const [one, other] = overlapping(tables) ?? [];
    const last = lines.findLast(({ table }) => table === other);
    if (one !== undefined && last !== undefined) {
      const first = lines.find(({ table }) => table === one);
      faults.add({
        rule: 'repeated-line',
        place: last.place,
        message: `두 표에 있는 세부사업이라 더할지 하나만 쓸지 알 수 없습니다: ${nameOfRow(row)}`,
        expected: '시트 이름이나 제목에 회계(일반회계, 특별회계)가 적힌 표, 또는 한 표만 남긴 파일',
        ...(first && { related: [{ place: first.place, note: '먼저 나온 곳' }] }),
      });
    }
    for (const table of tables) {
      const own = total(lines.filter((line) => line.table === table));
      const others = total(lines.filter((line) => line.table !== table));
      sums.set(
        table,
        (sums.get(table) ?? true) && own !== undefined && others !== undefined && own.equals(others),
      );
    }
  }
  for (const [table, isSum] of sums) {
    const first = [...byRow.values()].flat().find((line) => line.table === table);
    if (!isSum || first === undefined) continue;
    faults.add({
      rule: 'repeated-line',
      place: first.place,
      message: `이 표의 세부사업마다 금액이 다른 표들의 합과 같아, 더하면 두 번 세게 됩니다: 시트 ${table.grid.sheet.name}`,
      expected: '총괄표를 지우고 회계별 표만 남긴 파일, 또는 그 반대',
    });
    return;
  }
}

/** Two tables of the same stage of which nothing says that their accounts differ. */
function overlapping(tables: readonly BudgetTable[]): readonly [BudgetTable, BudgetTable] | undefined {
  for (const [index, one] of tables.entries())
    for (const other of tables.slice(index + 1)) {
      if (one.stage?.rank !== other.stage?.rank) continue;
      const accounts = new Set(one.account.split(', '));
      if (other.account.split(', ').some((account) => accounts.has(account))) return [one, other];
    }
  return undefined;
}

function total(lines: readonly BudgetLine[]): Fraction | undefined {
  const [first, ...others] = lines.map((line) => line.total);
  return first && others.reduce((sum, next) => sum.add(next), first);
}
