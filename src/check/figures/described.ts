// A figure that nothing prints -> words for it, from what it is computed of.

import { korean } from '../../diagnostic/particle.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { FigureLabels } from '../figure-labels.ts';
import { MEAN_WORDS } from '../relations/wording.ts';

/** Labels that fall back on the relation: ‘… - …’의 차이. */
export function describedBy(book: FigureBook, nameOf: FigureLabels): FigureLabels {
  const describe = (address: Address): string => {
    const name = nameOf(address);
    if (name !== address) return name;
    const relation = book.get(address)?.definition.relation;
    switch (relation?.kind) {
      case 'difference':
        return korean`[${describe(relation.minuend)}]와(과) [${describe(relation.subtrahend)}]의 차이`;
      case 'growth':
        return `[${describe(relation.current)}]의 [${describe(relation.previous)}]에 대한 증감률`;
      case 'share':
        return `[${describe(relation.whole)}] 가운데 [${describe(relation.part)}]의 비중`;
      case 'sum':
        return relation.operands.map((operand) => `[${describe(operand)}]`).join(' + ');
      case 'product':
        return relation.operands.map((operand) => `[${describe(operand)}]`).join(' × ');
      case 'max':
      case 'min':
      case 'average':
      case 'weighted': {
        const of = relation.kind === 'weighted' ? relation.values : relation.operands;
        return `[${of.map(describe).join(', ')}]의 ${MEAN_WORDS[relation.kind]}`;
      }
      case 'same':
        return describe(relation.as);
      case 'ratio':
        return `[${describe(relation.numerator)}] ÷ [${describe(relation.denominator)}]`;
      case 'rounded':
        return describe(relation.of);
      case 'apportioned':
      case undefined:
        return `수치 ${address}`;
    }
  };
  return describe;
}
