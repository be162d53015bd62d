// Products, means and extremes -> what they come to, in any units, and which units do not go together.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { Relation } from '../../src/figure/relation.ts';
import { at, define } from './figures.ts';

type Typed = readonly [given: string, unit: string];

function over(kind: 'product' | 'max' | 'min' | 'average', count: number): Relation {
  return { kind, operands: Array.from({ length: count }, (_, index) => at(`n${index}`)) };
}

const weighted: Relation = {
  kind: 'weighted',
  values: [at('n0'), at('n1')],
  weights: [at('n2'), at('n3')],
};

function worked(typed: readonly Typed[], unit: string, relation: Relation): string {
  const operands = typed.map(([given, own], index) => define(`n${index}`, { given, unit: own }));
  const { value, diagnostics } = evaluateFigures([...operands, define('x', { unit, relation })]);
  const computed = value?.get(at('x'))?.computed;
  if (computed?.kind === 'quantity') return computed.exact.toFraction();
  return [computed?.kind ?? 'none', ...diagnostics.map(({ rule }) => rule)].join(' ');
}

describe('a product', () => {
  it.each<[readonly Typed[], string, string]>([
    [
      [
        ['3', '대'],
        ['2500', '천원'],
      ],
      '천원',
      '7500',
    ],
    [
      [
        ['3', '대'],
        ['2500', '천원'],
      ],
      '백만원',
      '15/2',
    ],
    [
      [
        ['1.2', '천명'],
        ['350', '천원/명'],
      ],
      '백만원',
      '420',
    ],
    [
      [
        ['40', '명'],
        ['3', '개월'],
        ['2060', '천원'],
      ],
      '천원',
      '247200',
    ],
    [
      [
        ['2000', '천원'],
        ['12.5', '%'],
      ],
      '천원',
      '250',
    ],
    [
      [
        ['2.5', 'ha'],
        ['520', 'kg/10a'],
      ],
      '톤',
      '13',
    ],
    [
      [
        ['-', '대'],
        ['2500', '천원'],
      ],
      '천원',
      'nil',
    ],
    [
      [
        ['missing', '대'],
        ['2500', '천원'],
      ],
      '천원',
      'none',
    ],
    [
      [
        ['3', '천원'],
        ['2500', '천원'],
      ],
      '천원',
      'none mixed-units',
    ],
    [
      [
        ['3', '대'],
        ['2500', '척'],
      ],
      '천원',
      'none mixed-units',
    ],
  ])('of %j in %s is %s', (typed, unit, expected) => {
    expect(worked(typed, unit, over('product', typed.length))).toBe(expected);
  });
});

describe('the greatest, the least and the mean', () => {
  it.each<['max' | 'min' | 'average', readonly Typed[], string, string]>([
    [
      'max',
      [
        ['3', '명'],
        ['0.5', '천명'],
      ],
      '명',
      '500',
    ],
    [
      'min',
      [
        ['3', '명'],
        ['0.5', '천명'],
      ],
      '명',
      '3',
    ],
    [
      'average',
      [
        ['3', '명'],
        ['4', '명'],
      ],
      '명',
      '7/2',
    ],
    [
      'average',
      [
        ['3', '명'],
        ['-', '명'],
      ],
      '명',
      '3/2',
    ],
    [
      'max',
      [
        ['-3', '%'],
        ['-', '%'],
      ],
      '%',
      '0',
    ],
    [
      'max',
      [
        ['-', '명'],
        ['-', '명'],
      ],
      '명',
      'nil',
    ],
    [
      'average',
      [
        ['3', '명'],
        ['missing', '명'],
      ],
      '명',
      'none',
    ],
    [
      'max',
      [
        ['3', '명'],
        ['2', '원'],
      ],
      '명',
      'none mixed-units',
    ],
    [
      'average',
      [
        ['3', '명'],
        ['2', '명'],
      ],
      '배',
      'none mixed-units',
    ],
  ])('%s of %j in %s is %s', (kind, typed, unit, expected) => {
    expect(worked(typed, unit, over(kind, typed.length))).toBe(expected);
  });

  it('stand in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 6 }),
        (numbers) => {
          const typed = numbers.map((one): Typed => [String(one), '명']);
          const [least, mean, most] = (['min', 'average', 'max'] as const).map(
            (kind) => new Fraction(worked(typed, '명', over(kind, typed.length))),
          );
          expect([least?.valueOf(), most?.valueOf()]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
          expect(least && mean && most && least.compare(mean) <= 0 && mean.compare(most) <= 0).toBe(true);
        },
      ),
    );
  });
});

describe('a weighted mean', () => {
  it.each<[readonly Typed[], string]>([
    [
      [
        ['60', '%'],
        ['70', '%'],
        ['1', '명'],
        ['3', '명'],
      ],
      '135/2',
    ],
    [
      [
        ['60', '%'],
        ['70', '%'],
        ['1', '천명'],
        ['3000', '명'],
      ],
      '135/2',
    ],
    [
      [
        ['60', '%'],
        ['70', '%'],
        ['-', '명'],
        ['3', '명'],
      ],
      '70',
    ],
    [
      [
        ['60', '%'],
        ['70', '%'],
        ['0', '명'],
        ['0', '명'],
      ],
      'none',
    ],
    [
      [
        ['60', '%'],
        ['70', '%'],
        ['1', '명'],
        ['missing', '명'],
      ],
      'none',
    ],
    [
      [
        ['60', '%'],
        ['70', '명'],
        ['1', '명'],
        ['3', '명'],
      ],
      'none mixed-units',
    ],
  ])('of %j is %s', (typed, expected) => {
    expect(worked(typed, '%', weighted)).toBe(expected);
  });
});
