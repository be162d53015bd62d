// The lines that count -> what a person should know of the stages they are of.
import Fraction from 'fraction.js';
import type { ImportFaults } from '../import-faults.ts';
import { wonText } from './cell-amount.ts';
import { type BudgetLine, nameOf } from './entry.ts';

/**
 * Rules, as warnings: `earlier-stage` where a project has lines of the last 추경 and lines that stand only before it; `present-differs` where
 * the book's 기정액 is not what the plan has; `added-to-present` where increases are added to what it has. `present`: in won.
 */
export function tellStages(
  byRow: ReadonlyMap<string, readonly BudgetLine[]>,
  present: (row: string) => Fraction,
  nameOfRow: (row: string) => string,
  faults: ImportFaults,
): void {
  for (const [row, lines] of byRow) {
    const [first] = lines;
    if (first === undefined) continue;
    const latest = Math.max(...lines.map(rank));
    for (const line of lines)
      if (rank(line) < latest)
        faults.add({
          rule: 'earlier-stage',
          severity: 'warning',
          place: line.place,
          message: `뒤의 추경에 없는 줄을 앞의 금액대로 더했습니다: ${nameOf(line)} ${wonText(line.total, line.table.unit)}`,
        });
    const { unit } = first.table;
    if (first.segment.layout.kind === 'increase')
      faults.add({
        rule: 'added-to-present',
        severity: 'warning',
        place: first.place,
        message: `증감액만 있어 지금 금액에 더했습니다: ${nameOfRow(row)} 지금 ${wonText(present(row), unit)}`,
      });
    if (!lines.every(({ before }) => before.has('total'))) continue;
    const before = lines.reduce((sum, line) => sum.add(line.before.get('total') ?? 0), new Fraction(0));
    const now = present(row);
    if (!before.equals(now))
      faults.add({
        rule: 'present-differs',
        severity: 'warning',
        place: first.place,
        message: `파일의 앞 단계 금액이 계획의 지금 금액과 다릅니다: ${nameOfRow(row)} 파일 ${wonText(before, unit)}, 계획 ${wonText(now, unit)}`,
      });
  }
}

function rank({ stage }: BudgetLine): number {
  return stage === undefined ? -1 : (stage.year ?? 0) * 10_000 + stage.rank;
}
