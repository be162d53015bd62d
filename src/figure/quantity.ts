// The source text of a number -> an exact quantity; exact quantities -> rounded ones and their intervals.
import Fraction from 'fraction.js';
import type { Quantity, Value } from './figure.ts';

const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Ten to a power, 0 or more. */
function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/**
 * A number as data files spell it: digits, perhaps a leading `-`, perhaps decimals, which become its precision.
 * Undefined for anything else: thousands commas, leading zeros, `+`, exponents, blanks.
 */
export function parseQuantity(source: string): Quantity | undefined {
  const match = NUMBER.exec(source);
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const scaled = BigInt(whole + decimals);
  const exact = new Fraction(sign === '-' ? -scaled : scaled, powerOfTen(decimals.length));
  return { kind: 'quantity', exact, digits: decimals.length };
}

/**
 * Rounds to a number of decimals, half away from zero (사사오입: 0.25 -> 0.3, -0.25 -> -0.3).
 * Throws a RangeError unless `digits` is an integer of 0 or more.
 */
export function roundHalfUp(exact: Fraction, digits: number): Fraction {
  if (!Number.isInteger(digits) || digits < 0) throw new RangeError(`decimals must be 0 or more: ${digits}`);
  const scale = powerOfTen(digits);
  const rounded = (2n * exact.n * scale + exact.d) / (2n * exact.d);
  return new Fraction(exact.s * rounded, scale);
}

/** The decimal characters of an exact number rounded half up: `-1234.50` for two decimals. No commas; never `-0`. */
export function decimalText(exact: Fraction, digits: number): string {
  const rounded = roundHalfUp(exact, digits);
  const scaled = (rounded.n * powerOfTen(digits)) / rounded.d;
  const characters = scaled.toString().padStart(digits + 1, '0');
  const split = characters.length - digits;
  const decimals = digits === 0 ? '' : `.${characters.slice(split)}`;
  return `${rounded.n !== 0n && rounded.s < 0n ? '-' : ''}${characters.slice(0, split)}${decimals}`;
}

/** How many decimals the number has, 0 or more; undefined where they do not end (100/3). */
export function exactDigits(exact: Fraction): number | undefined {
  // A decimal fraction ends when its denominator has no other factors than 2 and 5.
  let rest = exact.d;
  let digits = 0;
  for (const factor of [2n, 5n]) {
    let count = 0;
    for (; rest % factor === 0n; count++) rest /= factor;
    digits = Math.max(digits, count);
  }
  return rest === 1n ? digits : undefined;
}

/**
 * The numbers that the quantity may stand for at the precision it was stated with: half a unit of its last digit
 * to both sides, ends included. 33.7 stands for 33.65 to 33.75.
 */
export function intervalOf(quantity: Quantity): { readonly low: Fraction; readonly high: Fraction } {
  const half = new Fraction(1n, 2n * powerOfTen(quantity.digits));
  return { low: quantity.exact.sub(half), high: quantity.exact.add(half) };
}

/** Whether two values are the same number (or both nil, or both missing); how many digits were typed does not matter. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.exact.equals(b.exact);
  return a.kind === b.kind;
}
