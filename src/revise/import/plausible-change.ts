// Changes of figures -> those that are so large or so small that somebody has to say why.
import type { Diagnostic } from '../../diagnostic.ts';
import type { Value } from '../../figure/figure.ts';
import { showValue, valueIn } from '../../figure/show.ts';
import type { Unit } from '../../figure/unit.ts';
import { columnUnit } from '../../plan/column-unit.ts';
import type { Change, SetChange } from '../../plan/edition.ts';
import { isReason } from './tell-reading.ts';

/** A change to so many times, or to one of so many, is more often a unit mistaken than a budget decided. */
const TIMES = 20;

/** Whether the change needs a reason. Never one from or to 0, nothing or what was not known. */
function isImplausible(before: Value, after: Value): boolean {
  if (before.kind !== 'quantity' || after.kind !== 'quantity') return false;
  const [from, to] = [before.exact.abs(), after.exact.abs()];
  if (from.n === 0n || to.n === 0n) return false;
  return to.compare(from.mul(TIMES)) >= 0 || from.compare(to.mul(TIMES)) >= 0;
}

/**
 * Rule `implausible-change`: each change of a figure to 20 times or more or to a twentieth or less that has no words for it, its own or
 * those of all changes. `unitOf` gives a figure's unit.
 */
export function implausibleChanges(
  changes: readonly Change[],
  reason: string | undefined,
  unitOf: (address: SetChange['address']) => Unit | undefined,
): readonly Diagnostic[] {
  if (isReason(reason)) return [];
  return changes.flatMap((change): Diagnostic[] => {
    if (change.kind !== 'set' || isReason(change.reason?.text)) return [];
    const { address, before, after } = change;
    const unit = unitOf(address);
    if (unit === undefined || !isImplausible(before.value, after.value)) return [];
    return [implausibleFault(before.value, after, unit, columnUnit(address, unit))];
  });
}

/** The fault of one change, at the cell where it was typed; the values are in `unit` and shown in `column`. */
function implausibleFault(
  before: Value,
  { value, place, typed }: SetChange['after'],
  unit: Unit,
  column = unit,
): Diagnostic {
  const shown = (one: Value) => {
    const converted = valueIn(one, unit, column);
    return `${showValue(converted, converted.kind === 'quantity' ? converted.digits : 0)}${column.label}`;
  };
  const written = typed === undefined ? '' : ` (적은 값 ${typed})`;
  return {
    rule: 'implausible-change',
    severity: 'error',
    message: `${TIMES}배 이상이나 ${TIMES}분의 1 이하로 바뀝니다: ${shown(before)} → ${shown(value)}${written}`,
    expected: `${column.label} 단위의 수. 값이 맞으면 사유 칸에 까닭을 적으면 받습니다(사유 칸이 없으면 --reason).`,
    place,
  };
}
