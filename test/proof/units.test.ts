// Amounts kept in every unit, many of them fractions -> workbooks whose formulas come to what they show, and follow: no false alarm.
import { beforeAll, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { compareSources } from '../../src/commands/compare.ts';
import type { Sources } from '../../src/commands/sources.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { bundledSources } from '../commands/bundled-plan.ts';
import { diceOf } from '../fuzz/dice.ts';
import { unitPlan } from '../fuzz/unit-plan.ts';
import { KEPT } from '../kept.ts';
import { someOf } from '../whole.ts';

let bundled: Sources;

beforeAll(async () => {
  bundled = await bundledSources(true, true);
}, 60_000);

const errors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);

it.each(someOf([1, 4, 7, 12, 21, 23], 3))('plan %i', async (seed) => {
  const files = unitPlan(diceOf(seed));
  const sources = { ...bundled, plan: { displayRoot: 'plan', kept: KEPT, files } };
  for (const submit of [false, true]) {
    const { diagnostics } = await build(sources, ['xlsx'], undefined, undefined, { submit });
    expect(errors(diagnostics)).toEqual([]);
  }
  if (!files.has('editions/1.yaml')) return;
  const { diagnostics } = await compareSources(sources, { files: true, places: false });
  expect(errors(diagnostics)).toEqual([]);
});
