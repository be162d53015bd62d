// Another office's plan, of another year, with private money and years of other places -> it is read, printed and found sound.
import path from 'node:path';
import { expect, it } from 'vitest';
import { inspectPlan } from '../../src/commands/check.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { bundledSources, lineOf } from './edited-plan.ts';

it('has no finding, and its private money is part of the totals that it prints', async () => {
  const sources = await bundledSources();
  const plan = { displayRoot: 'guro-2027', files: textsIn(path.join(PLANS, 'guro-2027')) };
  const { value, diagnostics } = inspectPlan({ ...sources, plan });
  expect(diagnostics).toEqual([]);
  expect(value?.findings.map(lineOf)).toEqual([]);
  const table = value?.checked.document.blocks.find(({ id }) => id === 'field-targets');
  const printed = new Set(table?.kind === 'table' ? table.rows.flat().map(({ figure }) => figure) : []);
  for (const part of ['total', 'private'])
    expect(printed).toContain(`tables/field-targets/total/budget-${part}`);
});
