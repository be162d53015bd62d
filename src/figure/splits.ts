// What rests on a split by largest remainder, which cannot be made while too much of the whole has no source.
import Fraction from 'fraction.js';
import type { Address } from './address.ts';
import { computeRelation, type Operand } from './compute.ts';
import type { FigureBook, FigureDefinition, Value } from './figure.ts';
import { operandsOf, type Relation } from './relation.ts';

const ZERO: Value = { kind: 'quantity', exact: new Fraction(0), digits: 0 };

/** Whether the figure is a part of a split, or a sum of nothing but such parts. */
export function isOfSplits(address: Address, figures: FigureBook): boolean {
  const relation = figures.get(address)?.definition.relation;
  if (relation?.kind === 'apportioned') return true;
  return relation?.kind === 'sum' && operandsOf(relation).every((one) => isOfSplits(one, figures));
}

/** Whether the amounts make a split: nil counts as 0. */
export function canBeMade(
  split: Relation & { readonly kind: 'apportioned' },
  own: Pick<FigureDefinition, 'unit' | 'digits'>,
  read: (address: Address) => Operand | undefined,
): boolean {
  const amount = (address: Address) => {
    const operand = read(address);
    return operand?.value.kind === 'nil' ? { ...operand, value: ZERO } : operand;
  };
  return computeRelation(split, own, amount) !== undefined;
}
