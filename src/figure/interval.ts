// Numbers known to a precision only -> what follows from them, as closed intervals of exact numbers.
import Fraction from 'fraction.js';

/** All numbers from `low` to `high`; `low` is not above `high`. A single number is known exactly. */
export interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

export function point(exact: Fraction): Interval {
  return { low: exact, high: exact };
}

export const NOTHING: Interval = point(new Fraction(0));

/** Whether both were made as single numbers, which most are: one reckoning does for both ends. */
function areSingle(a: Interval, b: Interval): boolean {
  return a.low === a.high && b.low === b.high;
}

export function plus(a: Interval, b: Interval): Interval {
  if (areSingle(a, b)) return point(a.low.add(b.low));
  return { low: a.low.add(b.low), high: a.high.add(b.high) };
}

export function minus(a: Interval, b: Interval): Interval {
  if (areSingle(a, b)) return point(a.low.sub(b.low));
  return { low: a.low.sub(b.high), high: a.high.sub(b.low) };
}

/** Times an exact number. */
export function times(a: Interval, factor: Fraction): Interval {
  return a.low === a.high ? point(a.low.mul(factor)) : spanning([a.low.mul(factor), a.high.mul(factor)]);
}

export function product(a: Interval, b: Interval): Interval {
  if (areSingle(a, b)) return point(a.low.mul(b.low));
  return spanning([a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)]);
}

/** Undefined where the divisor may be 0. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (b.low.compare(0) <= 0 && b.high.compare(0) >= 0) return undefined;
  if (areSingle(a, b)) return point(a.low.div(b.low));
  return product(a, spanning([new Fraction(1).div(b.low), new Fraction(1).div(b.high)]));
}

/**
 * Whether both may be the same number. Numbers that round to one value are half open (69.05 rounds to 69.1, so 69.0 is never
 * 69.1), so two of them that only touch have nothing in common; an exact number may lie on the end.
 */
export function overlap(a: Interval, b: Interval): boolean {
  const [ab, ba] = [a.low.compare(b.high), b.low.compare(a.high)];
  return isPoint(a) || isPoint(b) ? ab <= 0 && ba <= 0 : ab < 0 && ba < 0;
}

function isPoint({ low, high }: Interval): boolean {
  return low.equals(high);
}

/** What both allow, if anything. */
export function common(a: Interval, b: Interval): Interval | undefined {
  if (!overlap(a, b)) return undefined;
  return {
    low: a.low.compare(b.low) >= 0 ? a.low : b.low,
    high: a.high.compare(b.high) <= 0 ? a.high : b.high,
  };
}

function spanning(ends: readonly Fraction[]): Interval {
  return {
    low: ends.reduce((least, end) => (end.compare(least) < 0 ? end : least)),
    high: ends.reduce((most, end) => (end.compare(most) > 0 ? end : most)),
  };
}
