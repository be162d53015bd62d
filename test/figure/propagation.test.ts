// Random webs of figures: what a change moves, and what the order of definitions does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { operandsOf } from '../../src/figure/relation.ts';
import { at, define, quantity, sum } from './figures.ts';

/** Inputs n0, n1, … and sums of earlier figures; some sums state a total that is off. */
const webs = fc
  .array(
    fc.record({
      operands: fc.uniqueArray(fc.nat(), { minLength: 0, maxLength: 4 }),
      given: fc.nat(100_000),
      stated: fc.boolean(),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map((nodes) =>
    nodes.map(({ operands, given, stated }, index) => {
      const earlier = index === 0 ? [] : [...new Set(operands.map((operand) => `n${operand % index}`))];
      const isSum = earlier.length > 0;
      return define(`n${index}`, {
        ...(isSum ? { relation: sum(...earlier) } : {}),
        ...(!isSum || stated ? { given: String(given) } : {}),
      });
    }),
  );

function inputsOf(definitions: readonly FigureDefinition[]) {
  return definitions.filter(({ relation }) => relation === undefined);
}

/** How often a changed input reaches each figure: sums of sums count it more than once. */
function weights(definitions: readonly FigureDefinition[], deltas: ReadonlyMap<string, bigint>) {
  const moves = new Map<string, bigint>();
  for (const { address, relation } of definitions) {
    moves.set(
      address,
      relation === undefined
        ? (deltas.get(address) ?? 0n)
        : operandsOf(relation).reduce((total, operand) => total + (moves.get(operand) ?? 0n), 0n),
    );
  }
  return moves;
}

describe('a change of inputs', () => {
  it('moves exactly what depends on them, sums by exactly the change', () => {
    fc.assert(
      fc.property(
        webs,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 999 })), { maxLength: 5 }),
        (definitions, picks) => {
          const inputs = inputsOf(definitions);
          const before = evaluateFigures(definitions).value;
          const deltas = new Map<string, bigint>();
          const changes = new Map();
          for (const [pick, delta] of picks) {
            const input = inputs[pick % inputs.length];
            if (input?.given?.kind !== 'quantity') throw new Error('inputs are numbers');
            deltas.set(input.address, BigInt(delta));
            changes.set(input.address, quantity(input.given.exact.add(delta).toFraction()));
          }
          const { value: after, diagnostics } = evaluateFigures(definitions, changes);
          expect(diagnostics).toEqual([]);
          const moves = weights(definitions, deltas);
          for (const { address } of definitions) {
            const was = before?.get(address)?.effective;
            const now = after?.get(address)?.effective;
            if (was?.kind !== 'quantity' || now?.kind !== 'quantity')
              throw new Error('every figure is known');
            expect(now.exact.sub(was.exact).toFraction()).toBe(String(moves.get(address)));
            expect(after?.get(address)?.changed).toBe(moves.get(address) !== 0n);
          }
        },
      ),
      { seed: 20261130 },
    );
  });

  it('and back again gives edition 0', () => {
    fc.assert(
      fc.property(webs, (definitions) => {
        const given = new Map(inputsOf(definitions).map(({ address }) => [address, quantity('1')]));
        const restored = new Map(
          inputsOf(definitions).flatMap(({ address, given }) => (given ? [[address, given] as const] : [])),
        );
        expect(evaluateFigures(definitions, given).value?.size).toBe(definitions.length);
        expect(evaluateFigures(definitions, restored).value).toEqual(evaluateFigures(definitions).value);
      }),
      { seed: 20261130 },
    );
  });
});

describe('the order of definitions', () => {
  it('changes neither values nor findings', () => {
    const shuffled = webs.chain((definitions) =>
      fc.tuple(
        fc.constant(definitions),
        fc.shuffledSubarray(definitions, { minLength: definitions.length, maxLength: definitions.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const a = evaluateFigures(one);
        const b = evaluateFigures(other);
        expect(new Map(b.value)).toEqual(new Map(a.value));
        expect([...(b.value?.keys() ?? [])]).toEqual(other.map(({ address }) => address));
      }),
      { seed: 20261130 },
    );
  });

  it('finds the same circle from any side', () => {
    const ring = ['a', 'b', 'c', 'd'].map((id, index, all) =>
      define(id, { relation: sum(all[(index + 1) % all.length] ?? '') }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(ring, { minLength: 4, maxLength: 4 }), (definitions) => {
        const messages = evaluateFigures(definitions).diagnostics.map(({ message }) => message);
        expect(messages).toHaveLength(1);
        expect(messages[0]).toContain([...'abcda'].map(at).join(' → '));
      }),
      { seed: 20261130 },
    );
  });

  it('a very long chain is no trouble', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      index === 0 ? define('c0', { given: '1' }) : define(`c${index}`, { relation: sum(`c${index - 1}`) }),
    );
    const last = evaluateFigures(chain.reverse()).value?.get(at('c19999'));
    expect(last?.effective).toMatchObject({ kind: 'quantity' });
  });
});
