// Chart specifications -> nothing where they are sound, and a word where a mark shows another value than its figure's.
import { describe, expect, it } from 'vitest';
import { ChartDataFault } from '../../src/draw/chart-fault.ts';
import { type Dice, diceOf } from '../fuzz/dice.ts';
import { tables } from './chart-parts.ts';
import { provenChart, type Table } from './chart-plan.ts';
import { SOUND } from './sound-charts.ts';
import { WRONG } from './wrong-charts.ts';

describe('a sound chart', () => {
  it.each(Object.entries(SOUND))('is not spoken of: %s', async (_, spec) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

/** Values by chance, of any size, some of them 0, none or missing. */
function byChance(table: Table, dice: Dice, withSigns: boolean): Table {
  const [most, digits] = [10 ** (1 + dice.below(7)), dice.below(3)];
  const value = (): string | null | undefined => {
    if (dice.once(12)) return undefined;
    if (dice.once(12)) return null;
    if (dice.once(10)) return '0';
    const sign = withSigns && dice.once(5) ? '-' : '';
    return `${sign}${(dice.below(most) + dice.below(100) / 100).toFixed(digits)}`;
  };
  return { ...table, values: table.values.map((row) => row.map(value)) };
}

/** `CHART_RUNS=20 npx vitest run test/proof/charts.test.ts` tries all of them, so many times. */
const runs = Number(process.env.CHART_RUNS ?? 0);
const tried = Array.from({ length: Math.max(1, runs) }, (_, seed) => {
  const dice = diceOf(seed);
  const some =
    runs > 0 ? Object.entries(SOUND) : [1, 2, 3, 4, 5, 6].map(() => dice.one(Object.entries(SOUND)));
  return some.map(([name, spec]) => ({ name, seed, spec, dice }));
}).flat();

describe('a sound chart of values by chance', () => {
  it.each(tried)('is not spoken of: $name, seed $seed', async ({ spec, dice }) => {
    const signed = new Set(['years', 'gaps']);
    const random = Object.entries(tables).map(([id, table]) => [id, byChance(table, dice, signed.has(id))]);
    const drawn = provenChart(spec, Object.fromEntries(random)).catch((fault: unknown) => {
      if (fault instanceof ChartDataFault) return [];
      throw fault;
    });
    expect((await drawn).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

describe('a chart that shows other values', () => {
  it.each(Object.entries(WRONG))('is told of: %s', async (_, [rule, spec]) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map((one) => `${one.rule} ${one.message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${rule} `)),
    );
  });
});
