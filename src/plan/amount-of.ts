// A figure of a table -> the amount of the programme that it shows: whose it is, and which part of the whole.
import type { Address } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { LOWEST_TIER, type OfficeKind } from './office.ts';
import type { FundingSource } from './programme.ts';

/** What an amount is of its holder: of a strategy or task the total, a source, or the local ones together. */
export type Part = FundingSource | 'total' | 'local';
export interface Amount {
  /** `strategies/youth/budget` */
  readonly holder: string;
  readonly part: Part;
}

/** The sources that every table by source has. */
export function publicSources(office: OfficeKind): readonly FundingSource[] {
  return LOWEST_TIER.has(office) ? ['national', 'province'] : ['national', 'province', 'district'];
}

const AMOUNT = /^((?:strategies|tasks)\/.+\/(?:budget|funding))\/([a-z0-9-]+)$/;

/** The amount of the programme that a figure is or restates; undefined for any other figure. */
export function amountOf(book: FigureBook, address: Address): Amount | undefined {
  let at = address;
  // A restatement of a restatement; a circle is told where the figures are worked out.
  for (let steps = 0; steps < 5; steps++) {
    const [, holder, part] = AMOUNT.exec(at) ?? [];
    if (holder !== undefined && part !== undefined) return { holder, part };
    const relation = book.get(at)?.definition.relation;
    if (relation?.kind === 'sum') return localAmount(relation.operands);
    if (relation?.kind !== 'same') return undefined;
    at = relation.as;
  }
  return undefined;
}

/** 지방비 as the sum of what the province and the office give. */
function localAmount(operands: readonly Address[]): Amount | undefined {
  const amounts = operands.map((operand) => AMOUNT.exec(operand) ?? []);
  const [holder] = new Set(amounts.map(([, one]) => one));
  const parts = amounts.map(([, , part]) => part).toSorted();
  const together =
    amounts.every(([, one]) => one === holder) && parts.join() === sourcesOf('local').toSorted().join();
  return holder !== undefined && together ? { holder, part: 'local' } : undefined;
}

/** The sources that a part of the whole stands for. */
export function sourcesOf(part: Part): readonly FundingSource[] {
  switch (part) {
    case 'total':
      return [];
    case 'local':
      return ['province', 'district'];
    default:
      return [part];
  }
}
