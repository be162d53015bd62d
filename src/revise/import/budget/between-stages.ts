// Lines of what lies between two stages of the budget -> told where the book does not have the whole that they lead to.
import type { ImportFaults } from '../import-faults.ts';
import { type Entry, nameOf } from './entry.ts';
import { keyOf } from './last-stages.ts';

/**
 * An increase is passed over where its line stands at two stages or more, one of them as late as its own: the whole is there then. Rule:
 * `unclear-amounts` where it is not, so that the amount before the increase is not taken for the last one. Lines of no project are left.
 */
export function checkIncreases(
  entries: readonly Entry[],
  isMapped: (entry: Entry) => boolean,
  faults: ImportFaults,
): void {
  const stages = new Map<string, Set<number>>();
  for (const entry of entries) {
    if (entry.kind !== 'line' || entry.stage === undefined) continue;
    const key = keyOf(entry, false);
    stages.set(key, (stages.get(key) ?? new Set()).add(entry.stage.rank));
  }
  for (const entry of entries) {
    if (entry.kind !== 'increase' || !isMapped(entry)) continue;
    if ([...entry.amounts.values()].every(({ n }) => n === 0n)) continue;
    const held = stages.get(keyOf(entry, false)) ?? new Set();
    if (held.size > 1 && Math.max(...held) >= (entry.stage?.rank ?? 0)) continue;
    faults.add({
      rule: 'unclear-amounts',
      place: entry.place,
      message: `증감의 줄만 있고 그 뒤의 전체 금액이 없습니다: ${nameOf(entry)}`,
      expected:
        '바뀐 뒤의 전체 금액(경정, 제n회 추경)의 줄도 있는 파일, 또는 증감액이라는 열에 증감만 적은 파일',
    });
  }
}
