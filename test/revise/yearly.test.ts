// Funding by year -> typed in a workbook, set by editions, kept for next year's plan with what was the plan's own year.
import { expect, it } from 'vitest';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { prepare } from '../../src/commands/prepare.ts';
import { taskAddress } from '../../src/figure/address.ts';
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
  const second = `number: 2
title: 제2회 추가경정예산
kind: 추경
date: 2023-09-12
reason: 추경
published: true
changes:
  - { set: tasks/startup/projects/school/yearly/2025/national, before: '-', after: 40 }
  - add: tasks/startup/projects/cafe
    name: 창업 카페
    funding: { district: 10 }
    yearly: { unit: 백만원, 2024: 2, 2025: { national: 1, district: 3 } }
`;
  const files = new Map(FILES)
    .set('editions/1.yaml', result.edition?.text ?? '')
    .set('editions/2.yaml', second);
  const { revised, diagnostics } = prepare({ plan: { displayRoot: 'plan', files } });
  expect(diagnostics).toEqual([]);
  const shown = ['yearly/2025/national', 'yearly/2025/total', 'yearly/all/total'].map((one) => {
    const figure = revised?.book.get(taskAddress('startup', ...one.split('/')));
    return figure?.effective.kind === 'quantity' ? figure.effective.exact.toFraction() : undefined;
  });
  expect(shown).toEqual(['1040', '4040', '13040']);
  const { value } = nextPlan({ displayRoot: 'plan', files }, new Map(), 'next', undefined, revisedTemplates);
  const next = value?.files.find(({ name }) => name === 'tasks/startup.yaml')?.bytes;
  expect(new TextDecoder().decode(next)).toContain(
    'yearly: { 2022: 900, 2023: { national: 1500, district: 300 }, 2024: { national: 3000, district: 500 } }',
  );
  expect(new TextDecoder().decode(next)).toContain(
    'yearly: { 2023: { district: 700 }, 2025: { national: 40 } }',
  );
  expect(new TextDecoder().decode(next)).toContain(
    'yearly: { 2023: { district: 10 }, 2024: { value: 2, unit: 백만원 }, 2025: { national: { value: 1, unit: 백만원 }, district: { value: 3, unit: 백만원 } } }',
  );
});
