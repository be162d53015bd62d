// How one figure follows from others. One declaration computes, checks and becomes a formula.
import type { Address } from './address.ts';

export type Relation =
  /** a + b + … */
  | { readonly kind: 'sum'; readonly operands: readonly Address[] }
  /** a × b × …, the greatest, the least, or the mean of them */
  | { readonly kind: 'product' | 'max' | 'min' | 'average'; readonly operands: readonly Address[] }
  /** the mean of the values, each counting as much as its weight: (a × u + b × v + …) / (u + v + …) */
  | { readonly kind: 'weighted'; readonly values: readonly Address[]; readonly weights: readonly Address[] }
  /** minuend − subtrahend; between two rates the result is in percentage points */
  | { readonly kind: 'difference'; readonly minuend: Address; readonly subtrahend: Address }
  /** (current − previous) / previous, in percent */
  | { readonly kind: 'growth'; readonly current: Address; readonly previous: Address }
  /** part / whole, in percent */
  | { readonly kind: 'share'; readonly part: Address; readonly whole: Address }
  /** numerator / denominator, in times */
  | { readonly kind: 'ratio'; readonly numerator: Address; readonly denominator: Address }
  /** the same quantity stated again, perhaps on another scale of its unit */
  | { readonly kind: 'same'; readonly as: Address }
  /** of, on the coarser scale of the figure's own unit */
  | { readonly kind: 'rounded'; readonly of: Address; readonly mode: 'half-up' | 'truncate' }
  /** what one of the parts gets when the whole is split over them by largest remainder */
  | {
      readonly kind: 'apportioned';
      readonly whole: Address;
      /** The exact amount that the whole is rounded from; where the parts do not come to it, there is nothing to split. Not said where they always do. */
      readonly exact?: Address;
      readonly parts: readonly Address[];
      /** Which of the parts, from 0. */
      readonly part: number;
    };

/** The figures a relation reads, in the order of its declaration. */
export function operandsOf(relation: Relation): readonly Address[] {
  switch (relation.kind) {
    case 'sum':
    case 'product':
    case 'max':
    case 'min':
    case 'average':
      return relation.operands;
    case 'weighted':
      return [...relation.values, ...relation.weights];
    case 'difference':
      return [relation.minuend, relation.subtrahend];
    case 'growth':
      return [relation.current, relation.previous];
    case 'share':
      return [relation.part, relation.whole];
    case 'ratio':
      return [relation.numerator, relation.denominator];
    case 'same':
      return [relation.as];
    case 'rounded':
      return [relation.of];
    case 'apportioned':
      return [relation.whole, ...(relation.exact === undefined ? [] : [relation.exact]), ...relation.parts];
  }
}

/** Of these kinds a declaration names the operands in this order. Undefined where one is missing. */
export function relationOf(
  kind: 'sum' | 'difference' | 'growth' | 'share' | 'ratio',
  operands: readonly Address[],
): Relation | undefined {
  const [a, b] = operands;
  if (kind === 'sum') return { kind, operands };
  if (a === undefined || b === undefined) return undefined;
  switch (kind) {
    case 'difference':
      return { kind, minuend: a, subtrahend: b };
    case 'growth':
      return { kind, current: a, previous: b };
    case 'share':
      return { kind, part: a, whole: b };
    case 'ratio':
      return { kind, numerator: a, denominator: b };
  }
}
