// 단수조정: what a whole gives each part, and how amounts move through rounded tables.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/figure/apportion.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { Relation } from '../../src/figure/relation.ts';
import { at, define, effective, quantity, sum } from './figures.ts';

/** Shares as numbers, of parts in thousandths. */
function shares(whole: number, thousandths: readonly number[]): readonly number[] {
  const parts = thousandths.map((part) => new Fraction(part, 1000));
  return apportion(new Fraction(whole), parts).map((share) => Number(share.valueOf()));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

const amounts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000_000 })), {
  minLength: 1,
  maxLength: 8,
});
/** Parts, one of them not zero, and a whole not far from their sum. */
const splits = amounts
  .filter((parts) => parts.some((part) => part !== 0))
  .chain((parts) =>
    fc.record({
      parts: fc.constant(parts),
      whole: fc.integer({ min: -20, max: 20 }).map((away) => Math.round(total(parts) / 1000) + away),
    }),
  );

describe('apportioning', () => {
  it('shares out the whole, in whole numbers', () => {
    fc.assert(
      fc.property(splits, ({ parts, whole }) => {
        const result = shares(whole, parts);
        expect(result.every(Number.isInteger)).toBe(true);
        expect(total(result)).toBe(whole);
      }),
      { seed: 20261130 },
    );
  });

  it('gives each part no more than one above or below it, as long as the whole allows', () => {
    fc.assert(
      fc.property(splits, ({ parts, whole }) => {
        const floors = total(parts.map((part) => Math.floor(part / 1000)));
        const rounded = parts.filter((part) => part % 1000 !== 0);
        const most = (rounded.length > 0 ? rounded : parts.filter((part) => part !== 0)).length;
        fc.pre(whole >= floors && whole <= floors + most);
        shares(whole, parts).forEach((share, index) => {
          expect(Math.abs(share * 1000 - (parts[index] ?? 0))).toBeLessThanOrEqual(1000);
        });
      }),
      { seed: 20261130 },
    );
  });

  it('spreads what is too much or too little evenly, and leaves parts without a remainder alone while the others can do it', () => {
    fc.assert(
      fc.property(splits, ({ parts, whole }) => {
        const floors = parts.map((part) => Math.floor(part / 1000));
        const left = whole - total(floors);
        const given = shares(whole, parts).map((share, index) => share - (floors[index] ?? 0));
        const can = (part: number) => part % 1000 !== 0 && (left > 0 || part > 1000);
        const able = parts.filter(can).length;
        const doIt = able > 0 && -left <= able ? can : (part: number) => part !== 0;
        const theirs = given.filter((_, index) => doIt(parts[index] ?? 0));
        if (theirs.length > 0) expect(Math.max(...theirs) - Math.min(...theirs)).toBeLessThanOrEqual(1);
        for (const [index, part] of parts.entries()) if (!doIt(part)) expect(given[index]).toBe(0);
      }),
      { seed: 20261130 },
    );
  });

  it('gives nothing to a part of zero while another is not', () => {
    fc.assert(
      fc.property(splits, ({ parts, whole }) => {
        const result = shares(whole, parts);
        for (const [index, part] of parts.entries()) if (part === 0) expect(result[index]).toBe(0);
      }),
      { seed: 20261130 },
    );
  });

  it('never makes a share negative when the whole is one that the parts round to', () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        const whole = Math.round(total(parts) / 1000);
        for (const share of shares(whole, parts)) expect(share).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20261130 },
    );
  });

  it('never gives a smaller part more than a larger one that ends in the same fraction', () => {
    fc.assert(
      fc.property(splits, ({ parts, whole }) => {
        const result = shares(whole, parts);
        for (const [a, left] of parts.entries()) {
          for (const [b, right] of parts.entries()) {
            if (left > right && left % 1000 === right % 1000)
              expect(result[a]).toBeGreaterThanOrEqual(result[b] ?? 0);
          }
        }
      }),
      { seed: 20261130 },
    );
  });

  it('does not touch parts that are whole and add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        expect(
          shares(
            total(parts),
            parts.map((part) => part * 1000),
          ),
        ).toEqual(parts);
      }),
      { seed: 20261130 },
    );
  });

  it.each([
    ['the largest fractions first', 10, [3400, 3300, 3300], [4, 3, 3]],
    ['of equal fractions the larger part', 3, [500, 2500, 500], [0, 3, 0]],
    ['of equal parts the earlier', 2, [500, 500, 500], [1, 1, 0]],
    ['what is too much comes from the smallest fractions', 8, [3400, 3300, 3200], [3, 3, 2]],
    ['of equal ones from the earlier', 8, [3400, 3300, 3300], [3, 2, 3]],
    ['a whole below all floors', -1, [400, 300], [0, -1]],
    ['all zero: nobody, whatever there is', 1, [0, 0], [0, 0]],
    ['what was rounded three times takes all', 303, [300_000, 1500], [300, 3]],
    ['and gives it back', 300, [300_000, 1200], [300, 0]],
    ['a single part gets the whole', 7, [6400], [7]],
  ])('%s', (_, whole, parts, expected) => {
    expect(shares(whole, parts)).toEqual(expected);
  });
});

const rounded = (id: string, mode: 'half-up' | 'truncate' = 'half-up'): Relation => ({
  kind: 'rounded',
  of: at(id),
  mode,
});
const apportioned = (whole: string, exact: string, parts: readonly string[], part: number): Relation => ({
  kind: 'apportioned',
  whole: at(whole),
  exact: at(exact),
  parts: parts.map(at),
  part,
});

describe('a rounded figure', () => {
  const of = (given: string, mode: 'half-up' | 'truncate') => {
    const { value, diagnostics } = evaluateFigures([
      define('exact', { given, unit: '천원' }),
      define('coarse', { relation: rounded('exact', mode), unit: '백만원' }),
    ]);
    expect(diagnostics).toEqual([]);
    return effective(value, 'coarse');
  };

  it.each([
    ['152720', '153', '152'],
    ['1499', '1', '1'],
    ['1500', '2', '1'],
    ['499', '0', '0'],
    ['-1500', '-2', '-1'],
    ['-', 'nil', 'nil'],
    ['missing', 'missing', 'missing'],
  ])('%s천원 is %s백만원, cut off %s', (given, halfUp, truncated) => {
    expect(of(given, 'half-up')).toBe(halfUp);
    expect(of(given, 'truncate')).toBe(truncated);
  });

  it('is not worked out of what counts something else', () => {
    const { diagnostics } = evaluateFigures([
      define('people', { given: '12', unit: '명' }),
      define('coarse', { relation: rounded('people'), unit: '백만원' }),
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['mixed-units']);
  });
});

describe('an apportioned figure', () => {
  const SOURCES = ['national', 'province', 'district'];
  const split = (whole: string, given: readonly string[], exact?: string) => {
    const { value, diagnostics } = evaluateFigures([
      define('whole', { given: whole, unit: '백만원' }),
      define('exact', { relation: sum(...SOURCES), unit: '천원', ...(exact ? { given: exact } : {}) }),
      ...SOURCES.map((source, index) => define(source, { given: given[index] ?? '-', unit: '천원' })),
      ...SOURCES.map((source, part) =>
        define(`${source}-share`, { relation: apportioned('whole', 'exact', SOURCES, part), unit: '백만원' }),
      ),
    ]);
    expect(diagnostics).toEqual([]);
    return SOURCES.map((source) => effective(value, `${source}-share`));
  };

  it('follows the printed table of 2023: 국비 90.540 is 90', () => {
    expect(split('1186', ['90540', '237000', '858558'])).toEqual(['90', '237', '859']);
  });

  it('is nil where its part is', () => {
    expect(split('3', ['-', '1600', '1400'])).toEqual(['nil', '2', '1']);
    expect(split('1', ['-', '-', '1260'])).toEqual(['nil', 'nil', '1']);
  });

  it('is missing where the sources do not come to the total: there is nothing to split', () => {
    expect(split('8', ['3000', '-', '-'], '8000')).toEqual(['missing', 'nil', 'nil']);
    // A slip in the last digits of a stated total is none.
    expect(split('3', ['1000', '1000', '1000'], '3001')).toEqual(['1', '1', '1']);
  });

  it('is missing where the whole or any part is', () => {
    expect(split('missing', ['1', '2', '3'])).toEqual(['missing', 'missing', 'missing']);
    expect(split('3', ['1000', 'missing', '2000'])).toEqual(['missing', 'missing', 'missing']);
  });
});

describe('an amount changed in a project', () => {
  const SOURCES = ['national', 'district'];
  /** Two tasks of one project each, under a strategy of their own; amounts in 천원, tables in 백만원. */
  const programme = ['a', 'b'].flatMap((task, index) => [
    ...SOURCES.map((source) =>
      define(`${task}-project-${source}`, { given: ['56400', '40400'][index] ?? '', unit: '천원' }),
    ),
    ...SOURCES.map((source) =>
      define(`${task}-${source}`, { relation: sum(`${task}-project-${source}`), unit: '천원' }),
    ),
    define(`${task}-total`, { relation: sum(...SOURCES.map((source) => `${task}-${source}`)), unit: '천원' }),
    define(`${task}-budget`, { relation: rounded(`${task}-total`), unit: '백만원' }),
    ...SOURCES.map((source, part) =>
      define(`${task}-budget-${source}`, {
        relation: apportioned(
          `${task}-budget`,
          `${task}-total`,
          SOURCES.map((one) => `${task}-${one}`),
          part,
        ),
        unit: '백만원',
      }),
    ),
  ]);
  const tables = [
    define('all-budget', { relation: sum('a-budget', 'b-budget'), unit: '백만원' }),
    ...SOURCES.map((source) =>
      define(`all-${source}`, {
        relation: sum(`a-budget-${source}`, `b-budget-${source}`),
        unit: '백만원',
      }),
    ),
    define('stated', { relation: { kind: 'same', as: at('all-budget') }, given: '194', unit: '백만원' }),
  ];

  it('reaches its task, its strategy, the totals and the rounded tables', () => {
    const change = new Map([[at('a-project-national'), quantity('60900')]]);
    const { value, diagnostics } = evaluateFigures([...programme, ...tables], change);
    expect(diagnostics).toEqual([]);
    const read = (...ids: string[]) => ids.map((id) => effective(value, id));
    expect(read('a-national', 'a-total', 'a-budget')).toEqual(['60900', '117300', '117']);
    expect(read('a-budget-national', 'a-budget-district')).toEqual(['61', '56']);
    expect(read('all-budget', 'all-national', 'all-district')).toEqual(['198', '102', '96']);
    // What is stated beside a relation other than a sum gives way.
    expect(read('stated')).toEqual(['198']);
    expect(read('b-total', 'b-budget')).toEqual(['80800', '81']);
    const changed = [...(value ?? [])].flatMap(([address, figure]) => (figure.changed ? [address] : []));
    expect(changed.sort()).toEqual(
      ['a-budget', 'a-budget-national', 'a-national', 'a-project-national', 'a-total']
        .concat(['all-budget', 'all-national', 'stated'])
        .map(at)
        .sort(),
    );
  });

  it('keeps the sources of every table adding up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a-project-national', 'a-project-district', 'b-project-district'),
        fc.integer({ min: 0, max: 9_999_999 }),
        (project, amount) => {
          const changes = new Map([[at(project), quantity(String(amount))]]);
          const { value } = evaluateFigures([...programme, ...tables], changes);
          const read = (id: string) => Number(effective(value, id));
          for (const task of ['a', 'b'])
            expect(read(`${task}-budget-national`) + read(`${task}-budget-district`)).toBe(
              read(`${task}-budget`),
            );
          expect(read('all-national') + read('all-district')).toBe(read('all-budget'));
        },
      ),
      { seed: 20261130 },
    );
  });

  it('tells what may not be changed: a share follows from others', () => {
    const { diagnostics } = evaluateFigures(
      [...programme, ...tables],
      new Map([[at('a-budget-national'), quantity('60')]]),
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['change-of-derived']);
  });
});
