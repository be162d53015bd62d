// The formula of a split, in an engine that is not ours -> what the program itself comes to, whatever the amounts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initSync, Model } from '@ironcalc/wasm';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, it } from 'vitest';
import { apportion } from '../../../src/figure/apportion.ts';
import { apportionFormula } from '../../../src/sheet/apportion-formula.ts';

const PARTS = ['C1', 'D1', 'E1', 'F1', 'G1'];

/** A1 the whole, B1 the exact amount, C1 to G1 the parts, shares below them. */
function engine(
  scale: number,
): (whole: number, exact: number, parts: readonly number[]) => readonly string[] {
  initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))) });
  const model = new Model('workbook', 'en', 'UTC', 'en');
  PARTS.forEach((_, part) => {
    const formula = apportionFormula({ whole: 'A1', exact: 'B1', parts: PARTS, scale }, part);
    expect(formula.length).toBeLessThan(4_000);
    model.setUserInput(0, 2, 3 + part, `=${formula}`);
  });
  return (whole, exact, parts) => {
    model.pauseEvaluation();
    [whole, exact, ...parts].forEach((amount, index) => {
      model.setUserInput(0, 1, 1 + index, String(amount));
    });
    model.resumeEvaluation();
    model.evaluate();
    return PARTS.map((_, part) => model.getFormattedCellValue(0, 2, 3 + part));
  };
}

it.each([1_000, 1])('a split on a scale of %d', (scale) => {
  const split = engine(scale);
  // Fractions that tie, parts of nothing, amounts of any size.
  const amount = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 6 }).map((half) => half * 500),
    fc.integer({ min: 0, max: 99_999_999 }),
  );
  fc.assert(
    fc.property(
      fc.tuple(amount, amount, amount, amount, amount),
      fc.integer({ min: -12, max: 12 }),
      (parts, more) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const whole = Math.round(sum / scale) + more;
        const exact = parts.map((part) => new Fraction(part, scale));
        const shares = apportion(new Fraction(whole), exact).map((share) => String(share.valueOf()));
        expect(split(whole, sum, parts)).toEqual(shares);
        expect(shares.reduce((all, share) => all + Number(share), 0)).toBe(sum === 0 ? 0 : whole);
      },
    ),
    { seed: 20261130, numRuns: 150 },
  );
});

it('is none where the parts do not come to the exact amount', () => {
  expect(engine(1_000)(5, 5_001, [4_000, 0, 0, 0, 0])).toEqual(['', '', '', '', '']);
  expect(engine(1_000)(5, 5_000, [4_000, 0, 0, 0, 0])).toEqual(['5', '0', '0', '0', '0']);
});
