// Targets besides jobs -> their columns in targets.xlsx and what is typed there, editions, the data, next year's plan.
import { beforeAll, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { addressOf } from '../../src/figure/address.ts';
import { KEPT } from '../kept.ts';
import { changesOf, faultsOf, imported, PLAN, TEMPLATES, withCells, workbooksOf } from './import-plan.ts';
import { crossing } from './input-cell.ts';
import { revisedTemplates } from './revised-plan.ts';

const FILES = new Map(PLAN)
  .set(
    'plan.yaml',
    `${PLAN.get('plan.yaml')}targets: [{ id: helped, label: 수혜자 }, { id: firms, label: 참여기업, unit: 개사 }]\n`,
  )
  .set(
    'tasks/startup.yaml',
    (PLAN.get('tasks/startup.yaml') ?? '')
      .replace('    target: 5\n', '    target: 5\n    targets: { firms: 3, helped: 40 }\n')
      .replace('    target: 6\n', '    target: 6\n    targets: { helped: 60 }\n'),
  );
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = (await workbooksOf(FILES)).get('targets.xlsx') ?? expect.unreachable('no workbook');
});

const PROJECTS = '세부사업별목표';
const edited = (bytes: Uint8Array) =>
  withCells(bytes, {
    [crossing(bytes, PROJECTS, '창업 공간', '수혜자')]: 45,
    [crossing(bytes, PROJECTS, '창업 점포', '참여기업 (개사)')]: '7개사',
  });

it('have columns that are read back, and sums that follow', async () => {
  expect(faultsOf(imported(bytes, FILES, 'targets.xlsx'))).toEqual([]);
  const result = imported(edited(bytes), FILES, 'targets.xlsx');
  expect(changesOf(result)).toEqual([
    '{ set: tasks/startup/projects/room/targets/helped, before: 40, after: 45 }',
    "{ set: tasks/startup/projects/shop/targets/firms, before: '-', after: 7 }",
  ]);
  const after = (...path: readonly string[]) => {
    const value = result.edition?.after.get(addressOf(...path))?.effective;
    return value?.kind === 'quantity' ? value.exact.toFraction() : value?.kind;
  };
  expect(after('tasks', 'startup', 'targets', 'helped')).toBe('105');
  expect(after('strategies', 'all', 'targets', 'firms')).toBe('10');
  const next = new Map(FILES).set('editions/1.yaml', result.edition?.text ?? '');
  const made = (await workbooksOf(next, 1)).get('targets.xlsx') ?? expect.unreachable('no workbook');
  expect(changesOf(imported(made, next, 'targets.xlsx'))).toEqual([]);
  const wrong = withCells(bytes, { [crossing(bytes, PROJECTS, '창업 점포', '수혜자')]: '7개사' });
  expect(faultsOf(imported(wrong, FILES, 'targets.xlsx')).map((fault) => fault.split(' ').at(-1))).toEqual([
    'wrong-number',
  ]);
});

it('go into the data by plan.xlsx, and on into next year’s plan', async () => {
  const form = (await workbooksOf(FILES, 0, 'form')).get('plan.xlsx') ?? expect.unreachable('no workbook');
  const { filled } = fillPlan(
    { name: 'book.xlsx', bytes: edited(form) },
    { displayRoot: 'plan', kept: KEPT, files: FILES },
    {},
    TEMPLATES,
  );
  const files = new Map([...FILES, ...(filled?.files ?? [])]);
  expect(files.get('tasks/startup.yaml')).toContain('targets: { firms: 3, helped: 45 }');
  expect(files.get('tasks/startup.yaml')).toContain('targets: { firms: 7 }');
  const { value } = nextPlan(
    { displayRoot: 'plan', kept: KEPT, files },
    new Map(),
    'next',
    undefined,
    revisedTemplates,
  );
  const text = (name: string) =>
    new TextDecoder().decode(value?.files.find((file) => file.name === name)?.bytes);
  expect(text('tasks/startup.yaml')).toContain('targets: { firms: missing, helped: missing }');
  expect(text('renew.md')).toContain('tasks/startup/projects/shop/targets/firms` (2023년 계획: 7)');
});
