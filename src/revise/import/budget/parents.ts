// The lines of a project -> those that are the sum of its other lines though no word says so.
import Fraction from 'fraction.js';
import type { ImportFaults } from '../import-faults.ts';
import { wonText } from './cell-amount.ts';
import { type Amounts, type Entry, nameOf } from './entry.ts';

/**
 * A line without an item (통계목) above lines of the same project that have one: their sum, which then is no line. Rules: `total-line` as
 * information; `totals-do-not-add-up` where lines that go on below its name do not come to it.
 */
export function withoutParents(entries: readonly Entry[], faults: ImportFaults): readonly Entry[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    const { code, name, stage, year } = entry;
    const key = JSON.stringify([code, name, stage, year, entry.table.account, entry.table.grid.sheet.name]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  const parents = new Set<Entry>();
  for (const group of groups.values()) {
    const bare = group.filter(({ detail }) => detail === '');
    const items = group.filter(({ detail }) => detail !== '');
    const [parent] = bare;
    if (parent === undefined || bare.length > 1 || items.length === 0) continue;
    const sum = summed(items);
    if (agrees(parent.amounts, sum)) {
      parents.add(parent);
      faults.add({
        rule: 'total-line',
        severity: 'information',
        place: parent.place,
        message: `같은 사업의 다른 줄을 더한 줄이라 지나갑니다: ${nameOf(parent)}`,
      });
    } else if (items.some(({ carried }) => carried))
      faults.add({
        rule: 'totals-do-not-add-up',
        place: parent.place,
        message: `아래 줄들의 합이 이 줄의 금액과 다릅니다: ${nameOf(parent)} ${differing(parent.amounts, sum, parent)}`,
        expected: '아래 줄들의 합과 같은 금액, 또는 금액이 빈 줄',
      });
  }
  return entries.filter((entry) => !parents.has(entry));
}

/** Part by part. */
export function summed(entries: Iterable<Entry>): Amounts {
  const sum = new Map<Parameters<Amounts['get']>[0], Fraction>();
  for (const { amounts } of entries)
    for (const [part, amount] of amounts) sum.set(part, amount.add(sum.get(part) ?? 0));
  return sum;
}

/** Whether each amount of the stated sum is what the lines come to. */
export function agrees(stated: Amounts, sum: Amounts): boolean {
  return [...stated].every(([part, amount]) => amount.equals(sum.get(part) ?? 0));
}

/** `3,000천원, 줄들의 합 2,500천원, 차이 500천원`: of the first part that differs. */
export function differing(stated: Amounts, sum: Amounts, { table }: Entry): string {
  const [part, amount] = [...stated].find(([one, value]) => !value.equals(sum.get(one) ?? 0)) ?? [];
  if (part === undefined || amount === undefined) return '';
  const other = new Fraction(sum.get(part) ?? 0);
  const difference = amount.sub(other);
  const sign = difference.s < 0n ? '△' : '';
  return `${wonText(amount, table.unit)}, 줄들의 합 ${wonText(other, table.unit)}, 차이 ${sign}${wonText(difference.abs(), table.unit)}`;
}
