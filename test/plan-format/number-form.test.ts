// Numbers in forms that data files do not take -> the form that the message names is one they do, of the same number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/figure/quantity.ts';
import { isNumber, numberFault } from '../../src/plan-format/number-form.ts';

const place = { file: 'x.yaml', line: 1, column: 1 };
const scalar = (text: string) => ({ kind: 'scalar', text, plain: true, verbatim: true, place }) as const;

const written = fc
  .tuple(fc.constantFrom('', '-'), fc.nat({ max: 999_999_999 }), fc.constantFrom('', '.0', '.50', '.125'))
  .map(([sign, whole, decimals]) => ({ sign, whole: String(whole), decimals }));

describe('the number that a message names', () => {
  it('is 0 for what has lost a digit', () => {
    expect(isNumber(scalar('-0'))).toBe(false);
    expect(numberFault(scalar('-0')).expected).toBe('0');
    expect(isNumber(scalar('-0.0'))).toBe(true);
  });

  it.each([
    ['thousands commas', ({ sign, whole, decimals }) => `${sign}${commas(whole)}${decimals}`],
    ['leading zeros', ({ sign, whole, decimals }) => `${sign}00${whole}${decimals}`],
    ['a plus', ({ whole, decimals }) => `+${whole}${decimals}`],
    ['a unit', ({ sign, whole, decimals }) => `${sign}${whole}${decimals}명`],
    ['a triangle', ({ whole, decimals }) => `△${whole}${decimals}`],
  ] satisfies [
    string,
    (number: { sign: string; whole: string; decimals: string }) => string,
  ][])('is the typed one without %s', (_, spell) => {
    fc.assert(
      fc.property(written, (number) => {
        const typed = spell(number);
        if (isNumber(scalar(typed))) return;
        const isZero = number.whole === '0' && number.decimals === '';
        const sign = isZero || typed.startsWith('+') ? '' : typed.startsWith('△') ? '-' : number.sign;
        const { rule, expected } = numberFault(scalar(typed));
        expect(rule).toBe('number-form');
        expect(expected).toBe(`${sign}${number.whole}${number.decimals}`);
        expect(parseQuantity(expected ?? '')).toBeDefined();
      }),
      { seed: 20261130 },
    );
  });
});

function commas(whole: string): string {
  return whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ',');
}
