// Stated sums of which a part is not known -> what can be said all the same: that the known parts are too many already, or that only they were added.

import { rescaled } from '../../figure/follow.ts';
import { type Interval, NOTHING, plus } from '../../figure/interval.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import type { Found } from '../finding.ts';
import type { Constraint } from '../relations/constraint.ts';
import { print, printAs } from '../relations/wording.ts';
import type { CheckInput, Rule } from '../rule.ts';

export const partialSum: Rule = {
  title: '일부 항목을 모르는 합계는 아는 항목을 더한 값보다 작지 않아야 합니다.',
  reason: '모르는 항목이 하나라도 있으면 합계를 끝까지 확인할 수 없습니다.',
  severity: 'information',
  *find(input) {
    for (const constraint of input.audit.constraints) {
      const found = constraint.relation.kind === 'sum' ? partOf(constraint, input) : undefined;
      if (found !== undefined) yield found;
    }
  },
};

function partOf({ figure, relation }: Constraint, { audit, labels }: CheckInput): Found | undefined {
  const { address, unit, place, digits } = figure.definition;
  const { evidence } = audit;
  const stated = evidence.known(address);
  if (relation.kind !== 'sum' || stated === undefined) return undefined;
  const known: Interval[] = [];
  const unknown: (typeof relation.operands)[number][] = [];
  for (const operand of relation.operands) {
    const own = evidence.book.get(operand)?.definition.unit;
    const interval = evidence.known(operand);
    if (own === undefined || interval === undefined) unknown.push(operand);
    else known.push(rescaled(interval, own, unit));
  }
  if (unknown.length === 0 || known.length === 0) return undefined;
  const sum = known.reduce(plus, NOTHING);
  // Less than nothing may be among what is not known, where there is less than nothing at all.
  const counts = known.every(({ low }) => low.compare(0) >= 0) && stated.low.compare(0) >= 0;
  const tooMuch = counts && sum.low.compare(stated.high) > 0;
  const [typed, added] = [print(figure), printAs(roundHalfUp(sum.low, digits), digits, figure)];
  const count = `${relation.operands.length}개 중 ${unknown.length}개 없음`;
  return {
    subject: address,
    severity: tooMuch ? 'error' : 'information',
    message: tooMuch
      ? `${labels(address)}: 적힌 값은 ${typed}인데 아는 항목만 더해도 ${added}입니다(${count}).`
      : `${labels(address)}: 부분합만 확인했습니다(${count}). 적힌 값은 ${typed}, 아는 항목을 더한 값은 ${added}입니다.`,
    place,
    related: unknown.map((one) => ({
      place: evidence.book.get(one)?.definition.place ?? place,
      note: `${labels(one)}: 근거로 삼을 값이 없음`,
    })),
    stated: typed,
    computed: added,
    remedy: tooMuch
      ? '합계나 항목을 고칩니다.'
      : '없는 항목을 채우면 합계를 확인합니다. 짐작한 값(inferred)은 원자료에서 확인합니다.',
  };
}
