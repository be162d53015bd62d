// Numbers from text, rounding, intervals: examples and properties.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { decimalText, intervalOf, parseQuantity, roundHalfUp } from '../../src/figure/quantity.ts';
import { showValue } from '../../src/figure/show.ts';
import { quantity } from './figures.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => new Fraction(numerator, denominator));
const decimals = fc.integer({ min: 0, max: 6 });

describe('parseQuantity', () => {
  it.each([
    '1,000',
    '012',
    '+1',
    '1.',
    '.5',
    '1e3',
    '',
    ' 1',
    '0x10',
    '1_000',
    '△1',
    '0.(3)',
    '--1',
  ])('refuses %j', (source) => {
    expect(parseQuantity(source)).toBeUndefined();
  });

  it('keeps the digits', () => {
    expect(parseQuantity('0.80')?.digits).toBe(2);
    expect(parseQuantity('11.0')?.digits).toBe(1);
    expect(parseQuantity('-3')?.exact.toFraction()).toBe('-3');
  });

  it('reads what is shown', () => {
    fc.assert(
      fc.property(fractions, decimals, (exact, digits) => {
        const parsed = quantity(decimalText(exact, digits));
        expect(parsed.digits).toBe(digits);
        expect(parsed.exact.equals(roundHalfUp(exact, digits))).toBe(true);
        const house = showValue({ kind: 'quantity', exact, digits }, digits);
        expect(house.replace('△', '-').replaceAll(',', '')).toBe(decimalText(exact, digits));
      }),
      { seed: 20261130 },
    );
  });
});

describe('roundHalfUp', () => {
  it.each([
    ['0.25', 1, '0.3'],
    ['-0.25', 1, '-0.3'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.5', 0, '3'],
    ['1.005', 2, '1.01'],
    ['-0.049', 1, '0.0'],
  ])('%s to %i decimals is %s', (source, digits, rounded) => {
    expect(decimalText(quantity(source).exact, digits)).toBe(rounded);
  });

  it('is idempotent, odd, and at most half a unit away, ties away from zero', () => {
    fc.assert(
      fc.property(fractions, decimals, (exact, digits) => {
        const rounded = roundHalfUp(exact, digits);
        expect(roundHalfUp(rounded, digits).equals(rounded)).toBe(true);
        expect(roundHalfUp(exact.neg(), digits).equals(rounded.neg())).toBe(true);
        const away = rounded.abs().sub(exact.abs());
        const half = new Fraction(1, 2n * 10n ** BigInt(digits));
        expect(away.lte(half) && away.gt(half.neg())).toBe(true);
      }),
      { seed: 20261130 },
    );
  });

  it('refuses a negative or broken number of decimals', () => {
    expect(() => roundHalfUp(new Fraction(1), -1)).toThrow(RangeError);
    expect(() => roundHalfUp(new Fraction(1), 0.5)).toThrow(RangeError);
  });
});

describe('intervalOf', () => {
  it('spans half a unit of the last digit to both sides', () => {
    const { low, high } = intervalOf(quantity('33.70'));
    expect([low.toFraction(), high.toFraction()]).toEqual(['6739/200', '6741/200']);
  });

  it('holds every number that rounds to the quantity', () => {
    fc.assert(
      fc.property(fractions, decimals, (exact, digits) => {
        const { low, high } = intervalOf({ kind: 'quantity', exact: roundHalfUp(exact, digits), digits });
        expect(low.lte(exact) && exact.lte(high)).toBe(true);
      }),
      { seed: 20261130 },
    );
  });
});
