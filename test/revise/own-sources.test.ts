// Sources that a plan has of its own -> its sums, its workbook and what is typed there, next year's plan, and its export of a budget.
import { beforeAll, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { addressOf } from '../../src/figure/address.ts';
import { KEPT } from '../kept.ts';
import { readBack } from '../write/xlsx/sheets.ts';
import { changesOf, faultsOf, imported, PLAN, TEMPLATES, withCells, workbooksOf } from './import-plan.ts';
import { revisedTemplates } from './revised-plan.ts';
import { places } from './sheet-places.ts';

const FILES = new Map(PLAN)
  .set(
    'plan.yaml',
    `${PLAN.get('plan.yaml')}sources: [national, { id: fund, label: 고용보험기금 }, { id: balance, label: 균특 }, province, district]\n`,
  )
  .set(
    'tasks/startup.yaml',
    (PLAN.get('tasks/startup.yaml') ?? '').replace('national: 1500,', 'national: 1000, fund: 500,'),
  );
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = (await workbooksOf(FILES)).get('budget.xlsx') ?? expect.unreachable('no workbook');
});

const edited = () => {
  const at = places(bytes);
  return withCells(bytes, {
    [at('room fund')]: 700,
    [at('office balance')]: '2백만원',
    [at('startup+0 name')]: '새 사업',
    [at('startup+0 fund')]: 40,
  });
};

it('are typed, read and added up like the others', async () => {
  expect(faultsOf(imported(bytes, FILES))).toEqual([]);
  const result = imported(edited(), FILES);
  expect(changesOf(result)).toEqual([
    '{ set: tasks/startup/projects/room/funding/fund, before: 500, after: 700 }',
    "{ set: tasks/intern/projects/office/funding/balance, before: '-', after: 2000 }",
    '{ add: tasks/startup/projects/sae-saeop, name: 새 사업, funding: { fund: 40 } }',
  ]);
  const total = (...path: readonly string[]) => {
    const value = result.edition?.after.get(addressOf(...path))?.effective;
    return value?.kind === 'quantity' ? value.exact.toFraction() : value?.kind;
  };
  expect(total('tasks', 'startup', 'funding', 'total')).toBe('2830');
  expect(total('strategies', 'youth', 'funding', 'fund')).toBe('740');
  expect(total('strategies', 'all', 'funding', 'balance')).toBe('2000');
  expect(total('strategies', 'all', 'funding', 'total')).toBe('17830');
  const next = new Map(FILES).set('editions/1.yaml', result.edition?.text ?? '');
  const made = (await workbooksOf(next, 1)).get('budget.xlsx') ?? expect.unreachable('no workbook');
  expect(changesOf(imported(made, next))).toEqual([]);
});

it('go into the data, and on into next year’s plan', () => {
  const { filled } = fillPlan(
    { name: 'book.xlsx', bytes: edited() },
    { displayRoot: 'plan', kept: KEPT, files: FILES },
    {},
    TEMPLATES,
  );
  const files = new Map([...FILES, ...(filled?.files ?? [])]);
  expect(files.get('tasks/startup.yaml')).toContain('funding: { national: 1000, fund: 700, district: 300 }');
  expect(files.get('tasks/intern.yaml')).toContain('balance: 2000');
  const { value } = nextPlan(
    { displayRoot: 'plan', kept: KEPT, files },
    new Map(),
    'next',
    undefined,
    revisedTemplates,
  );
  const text = (name: string) =>
    new TextDecoder().decode(value?.files.find((file) => file.name === name)?.bytes);
  expect(text('tasks/startup.yaml')).toContain('{ national: missing, fund: missing, district: missing }');
  expect(text('renew.md')).toContain('tasks/intern/projects/office/funding/balance');
});

it('have columns of an export by their names, before what the words of budgets say', () => {
  const files = new Map(FILES).set(
    'budget-codes.yaml',
    `projects: { tasks/startup/projects/room: ['0101'], tasks/intern/projects/office: ['0102'] }\nunit: 원\nsources: { 고보기금: fund }\n`,
  );
  const csv = `세부사업코드,세부사업명,예산액,국비,균특,고보기금,시비,구비
0101,창업 공간,"2,000,000","1,000,000",0,"700,000",0,"300,000"
0102,행정 인턴,"8,500,000",0,"500,000",0,"6,400,000","1,600,000"
`;
  const result = imported(new TextEncoder().encode(csv), files, 'export.csv');
  expect(faultsOf(result)).toEqual([]);
  expect(changesOf(result)).toEqual([
    '{ set: tasks/startup/projects/room/funding/fund, before: 500, after: 700 }',
    "{ set: tasks/intern/projects/office/funding/balance, before: '-', after: 500 }",
  ]);
});

it('stand in a table over the programme that names the usual ones, as sums of those that have them, and are not known where one is not', async () => {
  const table = `id: field-targets
unit-line: '(단위 : 백만원)'
rows: each strategy
total: 총 계
columns:
  - { id: target }
  - id: funding
    label: 예산
    columns: [{ id: total, unit: 백만원 }, { id: national, unit: 백만원 }, { id: province, unit: 백만원 }, { id: district, unit: 백만원 }]
`;
  const shown = async (startup: string, more = '') => {
    const files = new Map(FILES)
      .set('statistics/field-targets.yaml', table)
      .set(
        'narrative/labour-market.hbs',
        `${FILES.get('narrative/labour-market.hbs')}{{table "field-targets"}}\n`,
      )
      .set('tasks/startup.yaml', startup)
      .set(
        'tasks/course.yaml',
        `{ id: course, name: 여성 교육, projects: [{ id: one, name: 여성 과정, target: 20, funding: { national: 2000, district: 3000${more} } }] }`,
      );
    // Whose proof works every formula out anew.
    const made = (await workbooksOf(files)).get('targets.xlsx') ?? expect.unreachable('no workbook');
    const sheet = (await readBack(made)).getWorksheet('분야별목표') ?? expect.unreachable('no sheet');
    const fund =
      [1, 2, 3, 4, 5, 6, 7, 8, 9].find((column) => sheet.getCell(4, column).text === '고용보험기금') ?? 0;
    return [5, 6, 7].map((row) => [3, 4, fund].map((column) => sheet.getCell(row, column)));
  };
  const startup = FILES.get('tasks/startup.yaml') ?? '';
  const [total, youth, women] = await shown(startup.replace('fund: 500', 'fund: 1500'));
  expect([total, youth].map((row) => row?.[2]?.result)).toEqual([2, 2]);
  expect(women?.[2]?.value).toBe('-');
  expect(total?.[2]?.formula).toMatch(/^SUM\(/);
  const [, unknown] = await shown(
    startup
      .replace('national: 1000, fund: 500, district: 300', 'fund: 1500, district: 300')
      .replace('{ district: 90 }', '{ fund: missing }'),
    ', fund: 2500',
  );
  expect(unknown?.map(({ result }) => result ?? '')).toEqual(['', 0, '']);
});
