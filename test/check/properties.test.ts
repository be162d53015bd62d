// Changes of every kind -> a finding where something contradicts them, and none where nothing does.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { checkInput } from '../../src/check/check-plan.ts';
import { coverageOf } from '../../src/check/coverage.ts';
import { disposedFindings } from '../../src/check/disposed.ts';
import { findingKey } from '../../src/check/finding.ts';
import { auditFigures, type Mismatch } from '../../src/check/relations/audit.ts';
import type { CheckInput } from '../../src/check/rule.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { type Address, addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { lastDigit, typedValue } from '../../src/figure/precision.ts';
import { parseQuantity, roundHalfUp } from '../../src/figure/quantity.ts';
import type { Relation } from '../../src/figure/relation.ts';
import { NO_CHECK_WORDS } from '../../src/plan/check-words.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { unitNamed } from '../figure/unit-named.ts';
import { runs } from '../whole.ts';

const NO_PROGRAMME = {
  strategies: [],
  sources: [],
  years: [],
  targets: [],
  sectors: [],
  overview: {
    target: addressOf('strategies', 'all', 'target'),
    budget: addressOf('strategies', 'all', 'budget'),
  },
};

function figure(
  id: string,
  exact: Fraction,
  digits: number,
  unit: string,
  relation?: Relation,
): FigureDefinition {
  return {
    address: addressOf('figures', id),
    unit: unitNamed(unit),
    digits,
    given: { kind: 'quantity', exact, digits },
    equals: [],
    inferred: false,
    place: { file: 'data.yaml', line: 1, column: 1 },
    ...(relation === undefined ? {} : { relation }),
  };
}

function missesOf(definitions: readonly FigureDefinition[]): readonly Mismatch[] {
  const { value } = evaluateFigures(definitions);
  if (value === undefined) throw new Error('nothing was evaluated');
  return auditFigures(value, NO_PROGRAMME).mismatches;
}

const count = fc.integer({ min: 1, max: 1_000_000 }).map((number) => new Fraction(number));
const digits = fc.integer({ min: 0, max: 3 });
const HUNDRED = new Fraction(100);

describe('rounding', () => {
  const QUOTIENTS = {
    share: (a: Address, b: Address) => ({ kind: 'share', part: a, whole: b }) as const,
    growth: (a: Address, b: Address) => ({ kind: 'growth', current: a, previous: b }) as const,
    ratio: (a: Address, b: Address) => ({ kind: 'ratio', numerator: a, denominator: b }) as const,
  };
  const EXACT = {
    share: (a: Fraction, b: Fraction) => a.div(b).mul(HUNDRED),
    growth: (a: Fraction, b: Fraction) => a.sub(b).div(b).mul(HUNDRED),
    ratio: (a: Fraction, b: Fraction) => a.div(b),
  };

  it.each([
    'share',
    'growth',
    'ratio',
  ] as const)('of a %s is never reported when right, always when not', (kind) => {
    fc.assert(
      fc.property(count, count, digits, fc.integer({ min: -3, max: 3 }), (a, b, places, off) => {
        const [above, below] = [figure('a', a, 0, '명'), figure('b', b, 0, '명')];
        const relation = QUOTIENTS[kind](above.address, below.address);
        const right = roundHalfUp(EXACT[kind](a, b), places);
        const stated = right.add(lastDigit({ digits: places }).mul(off));
        const unit = kind === 'ratio' ? '배' : '%';
        const misses = missesOf([above, below, figure('c', stated, places, unit, relation)]);
        // A tie may be rounded to both sides.
        const tie = EXACT[kind](a, b)
          .sub(stated)
          .abs()
          .mul(2)
          .equals(lastDigit({ digits: places }));
        expect(misses.length).toBe(off === 0 || tie ? 0 : 1);
      }),
      { seed: 20261130, numRuns: 60 },
    );
  });

  it('is called cutting off when it was', () => {
    fc.assert(
      fc.property(count, count, digits, (a, b, places) => {
        const [part, whole] = [figure('a', a, 0, '명'), figure('b', b, 0, '명')];
        const exact = EXACT.share(a, b);
        const cut = exact.sub(exact.mod(lastDigit({ digits: places })));
        fc.pre(!cut.equals(roundHalfUp(exact, places)));
        // A tie may be rounded to both sides.
        fc.pre(
          !exact
            .sub(cut)
            .abs()
            .mul(2)
            .equals(lastDigit({ digits: places })),
        );
        const relation = QUOTIENTS.share(part.address, whole.address);
        const [miss] = missesOf([part, whole, figure('c', cut, places, '%', relation)]);
        expect(miss?.miss).toBe('truncated');
      }),
      { seed: 20261130, numRuns: 60 },
    );
  });
});

describe('a sum of counts', () => {
  it('is reported when any part or the sum itself is changed, and never when parts are permuted or all are scaled', () => {
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 2, max: 9 }),
        (amounts, at, off, factor) => {
          const sumOf = (all: readonly Fraction[]) => all.reduce((sum, one) => sum.add(one), new Fraction(0));
          const tableOf = (all: readonly Fraction[], total: Fraction) => {
            const parts = all.map((one, index) => figure(`p${index}`, one, 0, '명'));
            const relation = { kind: 'sum', operands: parts.map(({ address }) => address) } as const;
            return missesOf([...parts, figure('sum', total, 0, '명', relation)]);
          };
          const total = sumOf(amounts);
          expect(tableOf([...amounts].reverse(), total)).toEqual([]);
          expect(
            tableOf(
              amounts.map((one) => one.mul(factor)),
              total.mul(factor),
            ),
          ).toEqual([]);
          expect(tableOf(amounts, total.add(off))).toHaveLength(1);
          const changed = amounts.map((one, index) => (index === at % amounts.length ? one.add(off) : one));
          expect(tableOf(changed, total)).toHaveLength(1);
        },
      ),
      { seed: 20261130, numRuns: 40 },
    );
  });
});

describe('a number of the bundled plan that is changed in its last digit', () => {
  it('is found, or allowed by rounding, or named by the coverage; and stands in each place that prints it', async () => {
    const { plan, templates } = await bundledPlan();
    const inspect = (figures: readonly FigureDefinition[]): CheckInput => {
      const changed = { ...plan, figures };
      const book = evaluateFigures(figures).value;
      const document = book && composeDocument(changed, book, templates).value;
      if (book === undefined || document === undefined) throw new Error('the plan cannot be composed');
      return checkInput({ plan: changed, book, document, words: NO_CHECK_WORDS });
    };
    const before = inspect(plan.figures);
    const known = new Set(disposedFindings(before).map((one) => `${findingKey(one)} ${one.message}`));
    const { unreached } = coverageOf(before);
    const uncovered = new Set(unreached.map(({ subject }) => subject));
    const inputs = plan.figures.filter(
      ({ relation, given, inferred }) => relation === undefined && given?.kind === 'quantity' && !inferred,
    );
    fc.assert(
      fc.property(fc.constantFrom(...inputs), (input) => {
        if (input.given?.kind !== 'quantity') return;
        const given = { ...input.given, exact: input.given.exact.add(lastDigit(input.given)) };
        const after = inspect(plan.figures.map((one) => (one === input ? { ...one, given } : one)));
        const found = disposedFindings(after).some((one) => !known.has(`${findingKey(one)} ${one.message}`));
        const allowed = after.audit.constraints.some(({ leaves }) => leaves.has(input.address));
        expect(found || allowed || uncovered.has(input.address)).toBe(true);
        if (!found)
          expect(printedOf(after, input.address)).toEqual(printedOf(before, input.address).map(() => 'new'));
      }),
      { numRuns: runs(3, 40), seed: 1 },
    );

    /** How each place prints the figure: as its value now, or as it was. */
    function printedOf({ texts, book }: CheckInput, address: Address): readonly string[] {
      const figure = book.get(address);
      const typed = figure && typedValue(figure);
      return texts.flatMap(({ text }) =>
        text.inlines.flatMap((inline) => {
          if (inline.kind !== 'figure' || inline.address !== address || typed?.kind !== 'quantity') return [];
          const shown = parseQuantity(inline.text.replaceAll(/[^\d.-]/g, ''));
          return [shown?.exact.equals(typed.exact.abs()) === true ? 'new' : 'old'];
        }),
      );
    }
  });
});
