// What rests on a split by largest remainder, which cannot be made while too much of the whole has no source.
import type { Address } from './address.ts';
import type { FigureBook } from './figure.ts';
import { operandsOf } from './relation.ts';

/** Whether the figure is a part of a split, or a sum of nothing but such parts. */
export function isOfSplits(address: Address, figures: FigureBook): boolean {
  const relation = figures.get(address)?.definition.relation;
  if (relation?.kind === 'apportioned') return true;
  return relation?.kind === 'sum' && operandsOf(relation).every((one) => isOfSplits(one, figures));
}
