// The lines of a comparison -> figures of their own: the earlier value, and the difference and rate that follow from it.
import type { Address } from '../../figure/address.ts';
import type { FigureBook, FigureDefinition } from '../../figure/figure.ts';
import { UNITS } from '../../figure/unit.ts';
import { type Comparison, comparedAddress } from '../../plan/comparison.ts';

/** The definitions that a comparison adds to the plan's, so that its tables are figures and formulas like all others. */
export function comparisonFigures(
  { items }: Pick<Comparison, 'items'>,
  before: FigureBook,
): readonly FigureDefinition[] {
  const addresses = new Set(
    items.flatMap(({ target, funding }) => [target, ...Object.values(funding)]).filter(isThere),
  );
  return [...addresses].flatMap((address) => {
    const figure = before.get(address);
    return figure === undefined ? [] : compared(address, figure.definition, figure.effective);
  });
}

function isThere(address: Address | undefined): address is Address {
  return address !== undefined;
}

function compared(
  address: Address,
  { unit, digits, place }: FigureDefinition,
  given: NonNullable<FigureDefinition['given']>,
): readonly FigureDefinition[] {
  const at = (part: Parameters<typeof comparedAddress>[1]) => comparedAddress(address, part);
  const shared = { unit, digits, equals: [], inferred: false, place } as const;
  return [
    { ...shared, address: at('before'), given },
    { ...shared, address: at('after'), relation: { kind: 'same', as: address } },
    {
      ...shared,
      address: at('change'),
      relation: { kind: 'difference', minuend: at('after'), subtrahend: at('before') },
    },
    {
      ...shared,
      address: at('rate'),
      unit: UNITS['%'],
      digits: 1,
      relation: { kind: 'growth', current: at('after'), previous: at('before') },
    },
  ];
}
