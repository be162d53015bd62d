// Funding by year -> typed in a workbook, set by editions, kept for next year's plan with what was the plan's own year.
import { expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { prepare } from '../../src/commands/prepare.ts';
import { taskAddress } from '../../src/figure/address.ts';
import { KEPT } from '../kept.ts';
import { changesOf, faultsOf, imported, PLAN, TEMPLATES, withCells, workbooksOf } from './import-plan.ts';
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
  const bytes = (await workbooksOf(FILES)).get('budget.xlsx') ?? expect.unreachable('no workbook');
  expect(faultsOf(imported(bytes, FILES))).toEqual([]);
  const at = (row: string, year: number) =>
    crossing(bytes, '연도별예산(입력)', `tasks/startup/projects/${row}`, `${year}년`);
  const typed = withCells(bytes, { [at('room/yearly/national', 2024)]: '3백만원', [at('shop', 2024)]: 70 });
  const result = imported(typed, FILES);
  expect(changesOf(result)).toEqual([
    '{ set: tasks/startup/projects/room/yearly/2024/national, before: 2000, after: 3000 }',
    "{ set: tasks/startup/projects/shop/yearly/2024/total, before: '-', after: 70 }",
  ]);
  const { filled } = fillPlan(
    { name: 'book.xlsx', bytes: typed },
    { displayRoot: 'plan', kept: KEPT, files: FILES },
    {},
    TEMPLATES,
  );
  const task = filled?.files.get('tasks/startup.yaml');
  expect(task).toContain('2024: { national: 3000, district: 500 }');
  expect(task).toContain('yearly: { 2024: 70 }');
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
  const { revised, diagnostics } = prepare({ plan: { displayRoot: 'plan', kept: KEPT, files } });
  expect(diagnostics).toEqual([]);
  const shown = ['yearly/2025/national', 'yearly/2025/total', 'yearly/all/total'].map((one) => {
    const figure = revised?.book.get(taskAddress('startup', ...one.split('/')));
    return figure?.effective.kind === 'quantity' ? figure.effective.exact.toFraction() : undefined;
  });
  expect(shown).toEqual(['1040', '4040', '13110']);
  const { value } = nextPlan(
    { displayRoot: 'plan', kept: KEPT, files },
    new Map(),
    'next',
    undefined,
    revisedTemplates,
  );
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

it('is typed into plan.xlsx for the years of a term of which nothing is said yet', async () => {
  const files = new Map(PLAN).set('plan.yaml', `${PLAN.get('plan.yaml')}term: 2023-2026\n`);
  const form = (await workbooksOf(files, 0, 'form')).get('plan.xlsx') ?? expect.unreachable('no workbook');
  const cell = crossing(form, '연도별예산(입력)', 'tasks/startup/projects/shop', '2025년');
  const book = { name: 'plan.xlsx', bytes: withCells(form, { [cell]: '7백만원' }) };
  const { filled, diagnostics } = fillPlan(book, { displayRoot: 'plan', kept: KEPT, files }, {}, TEMPLATES);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(filled?.files.get('tasks/startup.yaml')).toContain('yearly: { 2025: 7000 }');
});
