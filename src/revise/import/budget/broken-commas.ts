// A row of a csv file whose numbers have commas and no quotation marks -> told: every value behind stands in a wrong column.
import type { ImportFaults } from '../import-faults.ts';
import type { BudgetTable, Segment } from './tables.ts';

/** Rule `unquoted-commas`: groups of three digits beyond the last column, or beside an amount where no amount should be. */
export function brokenCommas(
  { grid }: BudgetTable,
  { head, layout }: Segment,
  row: number,
  faults: ImportFaults,
): boolean {
  if (!grid.isText) return false;
  const width = head.columns.at(-1)?.column ?? 0;
  const filled = grid.filled(row);
  const isGroup = (text: string) => /^\d{3}$/.test(text);
  const amounts = new Set(
    head.columns.flatMap(({ column, meaning }) => (meaning.kind === 'amount' ? [column] : [])),
  );
  const beyond = filled.some(([column, text]) => column > width && isGroup(text));
  const beside = layout.amounts.some(
    ({ column }) =>
      !amounts.has(column + 1) &&
      /^[-△▲(]?[1-9]\d{0,2}$/.test(grid.own(row, column)) &&
      isGroup(grid.own(row, column + 1)),
  );
  if (!beyond && !beside) return false;
  faults.add({
    rule: 'unquoted-commas',
    place: grid.place(row, 1),
    message: `천 단위 쉼표가 칸을 나누어 값이 제 열에 있지 않습니다: 머리 ${width}칸, 이 줄 ${filled.at(-1)?.[0] ?? 0}칸`,
    expected: '쉼표 없는 수, 또는 큰따옴표로 묶은 수 ("3,000,000")',
  });
  return true;
}
