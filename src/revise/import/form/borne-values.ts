// The numbers that a sum, a difference or a share is worked out from -> what it comes to, as far as they were rounded.
import Fraction from 'fraction.js';
import { isExact } from '../../../figure/exact-unit.ts';
import type { Value } from '../../../figure/figure.ts';
import { intervalOf } from '../../../figure/quantity.ts';
import { sameUnit, type Unit } from '../../../figure/unit.ts';
import type { DerivedKind } from '../../../plan/check-words.ts';

export interface GridCell {
  readonly value: Value;
  readonly unit: Unit;
}

interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

const HUNDRED = new Fraction(100);
const NOTHING: Interval = { low: new Fraction(0), high: new Fraction(0) };

/** Whether a relation of the kind may stand between cells of these units. */
export function fits(kind: DerivedKind, own: Unit, operands: readonly GridCell[]): boolean {
  const [first] = operands;
  if (first === undefined || operands.some(({ unit }) => !sameUnit(unit, first.unit))) return false;
  if (kind === 'growth' || kind === 'share') return own.dimension === 'percent';
  const isOfRates = kind === 'difference' && first.unit.dimension === 'percent';
  return isOfRates ? own.dimension === 'percentage-points' : sameUnit(own, first.unit);
}

/** Whether the cell says a number, or `-`, that it cannot come to. */
export function differs(cell: GridCell, { low, high }: Interval): boolean {
  const given = cell.value.kind === 'nil' ? NOTHING : intervalIn(cell);
  return given !== undefined && (low.compare(given.high) > 0 || given.low.compare(high) > 0);
}

/** The numbers that a cell may stand for; undefined where it says none. */
function intervalIn({ value, unit }: GridCell): Interval | undefined {
  if (value.kind !== 'quantity') return undefined;
  return isExact(unit, value.digits) ? { low: value.exact, high: value.exact } : intervalOf(value);
}

/** In the unit `own`; undefined where an operand is not known or nothing can be divided by it. */
export function computedFrom(
  kind: DerivedKind,
  own: Unit,
  operands: readonly GridCell[],
): Interval | undefined {
  const isSum = kind === 'sum';
  const known = operands.flatMap((cell) =>
    isSum && cell.value.kind === 'nil' ? NOTHING : (intervalIn(cell) ?? []),
  );
  if (known.length < operands.length) return undefined;
  if (isSum) return known.reduce((sum, one) => ({ low: sum.low.add(one.low), high: sum.high.add(one.high) }));
  const [a, b] = known;
  if (a === undefined || b === undefined) return undefined;
  if (kind === 'difference') return { low: a.low.sub(b.high), high: a.high.sub(b.low) };
  if (b.low.compare(0) <= 0) return undefined;
  const of = (part: Fraction, whole: Fraction) => {
    const rate = kind === 'growth' ? part.div(whole).sub(1) : part.div(whole);
    return rate.mul(HUNDRED).div(own.scale);
  };
  const corners = [of(a.low, b.high), of(a.low, b.low), of(a.high, b.high), of(a.high, b.low)];
  return {
    low: corners.reduce((least, one) => (one.compare(least) < 0 ? one : least)),
    high: corners.reduce((most, one) => (one.compare(most) > 0 ? one : most)),
  };
}

/** As the table's own words say it: `2026 - 2025`. */
export function wordsOf(kind: Exclude<DerivedKind, 'sum'>, first: string, second: string): string {
  switch (kind) {
    case 'difference':
      return `${first} - ${second}`;
    case 'growth':
      return `(${first} - ${second}) ÷ ${second} × 100`;
    case 'share':
      return `${first} ÷ ${second} × 100`;
  }
}
