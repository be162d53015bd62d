// Next year's plan of one that was revised -> what is to be put in stands beside what its last edition made of it.
import { expect, it } from 'vitest';
import { nextPlan } from '../../../src/commands/next-plan.ts';
import { PLANS, textsIn } from '../../plan-format/plan-folders.ts';
import { revisedTemplates } from '../revised-plan.ts';

it('tells the last edition’s numbers', () => {
  const files = new Map([
    ...textsIn(`${PLANS}/revised`),
    ...[...textsIn(`${PLANS}/editions/three-in-a-row`)].filter(([name]) => name.startsWith('editions/')),
  ]);
  const { value, diagnostics } = nextPlan(
    { displayRoot: 'plan', files },
    new Map(),
    'next',
    undefined,
    revisedTemplates,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const list = new TextDecoder().decode(value?.files.find(({ name }) => name === 'renew.md')?.bytes);
  const lines = list.split('\n').filter((line) => line.includes('tasks/'));
  const said = (address: string) =>
    lines.find((line) => line.includes(`${address} `) || line.includes(`${address}\``));
  expect(said('tasks/intern/projects/room/target')).toContain(': 7');
  expect(said('tasks/intern/projects/room/funding/national')).toContain(': 1600');
  expect(said('tasks/intern/projects/cafe/funding/national')).toContain(': 40');
  expect(said('tasks/intern/projects/cafe/target')).toContain(': 10');
});
