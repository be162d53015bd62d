// The numbers that a sum, a difference or a share is worked out from -> what it comes to, as far as they were rounded.
import Fraction from 'fraction.js';
import type { Value } from '../../../figure/figure.ts';
import { type Interval, minus, NOTHING, plus, point, quotient, times } from '../../../figure/interval.ts';
import { quantityInterval } from '../../../figure/precision.ts';
import { sameUnit, type Unit } from '../../../figure/unit.ts';
import type { DerivedKind } from '../../../plan/check-words.ts';

export interface GridCell {
  readonly value: Value;
  readonly unit: Unit;
}

const HUNDRED = new Fraction(100);
const ONE = point(new Fraction(1));

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
  return value.kind === 'quantity' ? quantityInterval(value, unit) : undefined;
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
  if (isSum) return known.reduce(plus, NOTHING);
  const [a, b] = known;
  if (a === undefined || b === undefined) return undefined;
  if (kind === 'difference') return minus(a, b);
  const part = b.low.compare(0) <= 0 ? undefined : quotient(a, b);
  const rate = part && kind === 'growth' ? minus(part, ONE) : part;
  return rate && times(rate, HUNDRED.div(own.scale));
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
