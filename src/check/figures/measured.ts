// A relation -> the figure that its result is a statement about: of a growth the current one, of a share the part.
import type { Address } from '../../figure/address.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';

/** The operands whose period and group are the result's own. */
export function measuredOf(relation: Relation): readonly Address[] {
  switch (relation.kind) {
    case 'sum':
    case 'max':
    case 'min':
    case 'average':
      return relation.operands;
    case 'weighted':
      return relation.values;
    case 'difference':
    case 'growth':
    case 'share':
    case 'ratio':
    case 'product':
    case 'same':
    case 'rounded':
    case 'apportioned':
      return operandsOf(relation).slice(0, 1);
  }
}
