// Editions that cut, empty or overdo a plan -> each builds and proves, whatever its charts, tables and sums come to.
import { describe, expect, it } from 'vitest';
import { diceOf } from '../fuzz/dice.ts';
import { runs, someOf } from '../whole.ts';
import { bundledPlan } from './bundled-plan.ts';
import { BLOWS, type Blow, buildErrors, randomBlows, struck } from './revisions.ts';
import { type PlanSize, sizedPlan } from './sized-plan.ts';

const HARD: Readonly<Record<string, readonly Blow[]>> = {
  'the last strategy to nothing that shows, another to nil': [
    BLOWS['a source of a strategy'](4, 'district', '400'),
    BLOWS['a strategy'](0, '-'),
    BLOWS['a row']('job-openings', '2022', '0'),
    BLOWS['a column']('insured-by-sex', '2022-male', '-'),
  ],
  'everything to 0': [BLOWS.everything('0')],
  'everything to nil': [BLOWS.everything('-')],
  'one source alone, and one project': [
    BLOWS['one source']('district', '-'),
    BLOWS['all projects but one'](),
  ],
};

it.each(
  someOf(Object.entries(HARD), 1),
)('the bundled plan builds when an edition cuts %s', async (_, blows) => {
  const { sources } = await bundledPlan();
  const files = struck(sources.plan.files, blows);
  expect(files && (await buildErrors(sources, files, 'plan'))).toEqual([]);
});

const SIZES: Readonly<Record<string, PlanSize>> = {
  'one strategy, task and project': { strategies: 1, tasks: 1, projects: 1 },
  'tasks without a project': { strategies: 1, tasks: 2, projects: 0 },
  'two strategies': { strategies: 2, tasks: 3, projects: 2 },
};

describe.each(Object.entries(SIZES))('a plan of %s', (_, size) => {
  it('builds after any edition', async () => {
    const { sources } = await bundledPlan();
    const texts = sizedPlan(size);
    expect(await buildErrors(sources, texts, 'as it is')).toEqual([]);
    for (let seed = 0; seed < runs(1, 12); seed++) {
      const files = struck(texts, randomBlows(texts, diceOf(seed)));
      if (files !== undefined) expect(await buildErrors(sources, files, `seed-${seed}`)).toEqual([]);
    }
  });
});
