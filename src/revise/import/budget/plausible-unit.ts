// Amounts in a unit that nobody says, and what the plan has -> whether the unit can be what it is taken for.
import Fraction from 'fraction.js';
import type { ImportFaults } from '../import-faults.ts';
import { wonText } from './cell-amount.ts';
import type { BudgetLine } from './entry.ts';

/** From here on a change is rather another unit. */
const FACTOR = 20;

/** Rule `unit-not-said`, where most projects would have 20 times as much as now, or a twentieth. `present`: in won. */
export function checkUnit(
  byRow: ReadonlyMap<string, readonly BudgetLine[]>,
  present: (row: string) => Fraction,
  nameOfRow: (row: string) => string,
  faults: ImportFaults,
): void {
  let compared = 0;
  const odd: {
    readonly row: string;
    readonly line: BudgetLine;
    readonly now: Fraction;
    readonly sum: Fraction;
  }[] = [];
  for (const [row, lines] of byRow) {
    const [line] = lines;
    if (line === undefined || !lines.every(({ table, namesUnit }) => table.assumed && !namesUnit)) continue;
    const now = present(row);
    const sum = lines.reduce((all, { total }) => all.add(total), new Fraction(0));
    if (now.n === 0n || sum.n === 0n) continue;
    compared++;
    const ratio = sum.div(now).abs();
    if (ratio.compare(FACTOR) >= 0 || ratio.inverse().compare(FACTOR) >= 0) odd.push({ row, line, now, sum });
  }
  const [first] = odd;
  if (first === undefined || odd.length * 2 <= compared) return;
  const { row, line, now, sum } = first;
  const { unit, grid } = line.table;
  faults.add({
    rule: 'unit-not-said',
    place: grid.place(line.segment.head.bottom, line.segment.layout.amounts[0]?.column ?? 1),
    message: `금액의 단위가 적혀 있지 않고, ${unit.label}으로 보면 지금과 ${FACTOR}배 이상 다릅니다: ${nameOfRow(row)} 지금 ${wonText(now, unit)}, 파일 ${wonText(sum, unit)} (견준 ${compared}건 가운데 ${odd.length}건)`,
    expected: '표 위의 (단위: 원)처럼 단위를 적은 파일, 또는 budget-codes.yaml의 unit: 원',
  });
}
