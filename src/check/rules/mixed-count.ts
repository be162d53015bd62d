// mixed-count: a count of one thing (개) that is added to, or listed as, a count of another (명).
import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import type { Relation } from '../../figure/relation.ts';
import { showFigure } from '../../figure/show.ts';
import type { Unit, Units } from '../../figure/unit.ts';
import type { Rule } from '../rule.ts';

export const mixedCount: Rule = {
  title: '서로 다른 것을 센 수는 더하거나 같은 칸에 적지 않아야 합니다.',
  reason: '기업의 수를 사람의 수에 더하면 일자리 목표가 실제보다 많아 보입니다.',
  severity: 'error',
  *find({ plan, book, labels }) {
    for (const { address, relation, unit, place } of plan.figures) {
      if (relation === undefined) continue;
      for (const operand of addends(relation)) {
        const part = book.get(operand);
        if (part === undefined || part.effective.kind !== 'quantity') continue;
        if (!countsAnother(part.definition.unit, unit, plan.units)) continue;
        yield {
          subject: `${operand} in ${address}`,
          cause: `mixed-count ${operand}`,
          message: korean`${labels(operand)} ${showFigure(part, { unit: true })}이(가) ${unit.label}을(를) 세는 ${labels(address)}에 들어 있습니다.`,
          place: part.definition.place,
          related: [{ place, note: `${labels(address)}(${unit.label})` }],
          stated: part.definition.unit.label,
          computed: unit.label,
          remedy: korean`${part.definition.unit.label}(으)로 센 목표를 따로 적거나, 합계에서 빼고 그 사실을 밝힙니다.`,
        };
      }
    }
  },
};

function addends(relation: Relation): readonly Address[] {
  if (relation.kind === 'sum') return relation.operands;
  if (relation.kind === 'difference') return [relation.minuend, relation.subtrahend];
  return relation.kind === 'same' ? [relation.as] : [];
}

/** Of another dimension by what is printed, though the plan lets both stand for jobs. */
function countsAnother(unit: Unit, sum: Unit, units: Units): boolean {
  if (unit.kind !== 'pieces' || sum.kind !== 'pieces') return false;
  const [one, other] = [units.named(unit.label), units.named(sum.label)];
  return one !== undefined && other !== undefined && one.dimension !== other.dimension;
}
