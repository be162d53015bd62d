// Funding by year -> typed in a workbook, set by editions, kept for next year's plan with what was the plan's own year.
import { expect, it } from 'vitest';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { changesOf, imported, PLAN, withCells, workbooksOf } from './import-plan.ts';
import { crossing } from './input-cell.ts';
import { revisedTemplates } from './revised-plan.ts';

const FILES = new Map(PLAN).set(
  'tasks/startup.yaml',
  (PLAN.get('tasks/startup.yaml') ?? '').replace(
    '    target: 5\n',
    '    target: 5\n    yearly: { 2022: 900, 2024: { national: 2000, district: 500 } }\n',
  ),
);

it('is read back, and goes on', async () => {
  const bytes = (await workbooksOf(FILES)).get('targets.xlsx') ?? expect.unreachable('no workbook');
  const cell = crossing(bytes, '그밖의수치(입력)', '청년 창업 › 창업 공간 2024년 예산 국비', '값');
  const result = imported(withCells(bytes, { [cell]: '3백만원' }), FILES, 'targets.xlsx');
  expect(changesOf(result)).toEqual([
    '{ set: tasks/startup/projects/room/yearly/2024/national, before: 2000, after: 3000 }',
  ]);
  const files = new Map(FILES).set('editions/1.yaml', result.edition?.text ?? '');
  const { value } = nextPlan({ displayRoot: 'plan', files }, new Map(), 'next', undefined, revisedTemplates);
  const next = value?.files.find(({ name }) => name === 'tasks/startup.yaml')?.bytes;
  expect(new TextDecoder().decode(next)).toContain(
    'yearly: { 2022: 900, 2023: { national: 1500, district: 300 }, 2024: { national: 3000, district: 500 } }',
  );
});
