// `iljari import` -> the changes on the terminal, one new file, or nothing at all.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLAN, withCells, workbooksOf } from '../revise/import-plan.ts';
import { emptyFolder, runHere } from './run-iljari.ts';

const INPUT = '세부사업별(입력)';
const SAID = ['--title', '제1회 추가경정예산', '--date', '2023-05-12'];
let folder: string;
const run = (...args: readonly string[]) => runHere(['import', ...args], { folder });

beforeAll(async () => {
  folder = await emptyFolder();
  for (const [name, text] of PLAN) {
    await mkdir(path.dirname(path.join(folder, 'plan', name)), { recursive: true });
    await writeFile(path.join(folder, 'plan', name), text);
  }
  const budget = (await workbooksOf(PLAN)).get('budget.xlsx') ?? new Uint8Array();
  await writeFile(path.join(folder, 'same.xlsx'), budget);
  await writeFile(
    path.join(folder, 'edited.xlsx'),
    withCells(budget, { [`${INPUT}!G6`]: 1600, [`${INPUT}!L8`]: '종료' }),
  );
  await writeFile(
    path.join(folder, 'wrong.xlsx'),
    withCells(budget, { [`${INPUT}!G6`]: '협의 중', [`${INPUT}!I6`]: -1 }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything in the folder with its content. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const files = names.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [file, await readFile(file, 'base64')]),
    ),
  );
}

test('what cannot be taken is told whole, and nothing is touched', async () => {
  const before = await everything();
  const wrong = await run('wrong.xlsx', 'plan', ...SAID);
  expect(wrong.code).toBe(3);
  expect(
    wrong.stderr
      .split('\n')
      .slice(0, 2)
      .map((line) => line.split('  ')[0]),
  ).toEqual([`wrong.xlsx!${INPUT}!G6`, `wrong.xlsx!${INPUT}!I6`]);
  expect(wrong.stderr).toContain('오류 2건이 있어 가져오지 못했습니다. 아무것도 바꾸지 않았습니다.');
  expect(await run('edited.xlsx', 'plan', '--date', '2023-05-12')).toMatchObject({
    code: 2,
    stderr: '--title를 적어야 합니다. 쓰는 법은 iljari --help로 볼 수 있습니다.\n',
  });
  expect(await everything()).toEqual(before);
});

test('the changes are shown, then written as the next edition, and the one after builds on it', async () => {
  const before = await everything();
  const dry = await run('edited.xlsx', 'plan', ...SAID, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toBe(`구분  대상                        변경 전  변경 후  증감  사유
----  --------------------------  -------  -------  ----  ----
변경  청년 창업 › 창업 공간 국비    1,500    1,600   100
종료  청년 창업 › 창업 점포

합계 (예산서와 맞추어 봅니다)
구분                     항목  단위  변경 전  변경 후  증감
-----------------------  ----  ----  -------  -------  ----
총계                     목표  명         74       71    △3
총계                     계    천원   15,590   15,600    10
총계                     국비  천원    3,500    3,600   100
총계                     구비  천원    5,690    5,600   △90
청년 일자리              목표  명         54       51    △3
청년 일자리              계    천원   10,590   10,600    10
청년 일자리              국비  천원    1,500    1,600   100
청년 일자리              구비  천원    2,690    2,600   △90
청년 일자리 › 청년 창업  목표  명         14       11    △3
청년 일자리 › 청년 창업  계    천원    2,590    2,600    10
청년 일자리 › 청년 창업  국비  천원    1,500    1,600   100
청년 일자리 › 청년 창업  구비  천원    1,090    1,000   △90
여성 일자리              목표  명         20       20     0
여성 일자리              계    천원    5,000    5,000     0

변경 2건. 쓰지 않았습니다(--dry-run).
`);
  expect(await run('same.xlsx', 'plan', ...SAID)).toMatchObject({ code: 0, stdout: '바뀐 것이 없습니다.\n' });
  expect(await everything()).toEqual(before);

  expect(await run('edited.xlsx', 'plan', ...SAID, '--internal')).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(path.join(folder, 'plan/editions/1.yaml'), 'utf8')).toBe(`number: 1
plan: small
title: 제1회 추가경정예산
kind: 추경
date: 2023-05-12
published: false
changes:
  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }
  - { end: tasks/startup/projects/shop }
`);
  expect(await readdir(path.join(folder, 'plan/editions'))).toEqual(['1.yaml']);

  // The same workbook is now one of an older edition, in which all that was typed is there already.
  const older = await run('edited.xlsx', 'plan', ...SAID);
  expect(older).toMatchObject({ code: 0, stdout: '바뀐 것이 없습니다.\n' });
  expect(older.stderr).toContain('older-workbook');
  expect(await readdir(path.join(folder, 'plan/editions'))).toEqual(['1.yaml']);
});

test('without a title and a date a new plan is filled, and filled again, until it has editions', async () => {
  const here = (...args: readonly string[]) => runHere(args, { folder });
  const plan = path.join(folder, 'mine');
  expect(await here('new', 'mine', '--year', '2027')).toMatchObject({ code: 0 });
  expect(await here('build', 'mine', '--only', 'xlsx')).toMatchObject({ code: 0 });
  const made = await readFile(path.join(folder, 'output/mine/budget.xlsx'));
  const name = withCells(made, {
    [`${INPUT}!C6`]: '청년 도전 지원',
    [`${INPUT}!E6`]: 30,
    [`${INPUT}!G6`]: '1.2억원',
  });
  await writeFile(path.join(folder, 'filled.xlsx'), name);
  const before = await everything();

  expect(await run('filled.xlsx', 'mine', '--internal')).toMatchObject({ code: 2 });
  const dry = await run('filled.xlsx', 'mine', '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.stdout).toContain('쓰지 않았습니다(--dry-run).');
  expect(await everything()).toEqual(before);

  const done = await run('filled.xlsx', 'mine');
  expect(done).toMatchObject({ code: 0 });
  expect(done.stdout).toContain('mine/tasks/task-1.yaml');
  const text = await readFile(path.join(plan, 'tasks/task-1.yaml'), 'utf8');
  expect(text).toContain('name: 청년 도전 지원');
  expect(text).toContain('target: 30');
  expect(text).toContain('national: 120000');
  expect(text).toMatch(/^# 목표는 명/m);
  expect(await readdir(plan)).not.toContain('editions');

  expect(await here('build', 'mine', '--only', 'xlsx')).toMatchObject({ code: 0 });
  expect(await run('filled.xlsx', 'mine')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('바뀐 것이 없습니다.'),
  });
  await mkdir(path.join(plan, 'editions'));
  await writeFile(
    path.join(plan, 'editions/1.yaml'),
    'number: 1\ntitle: 추경\nkind: 추경\ndate: 2027-05-12\nchanges: []\n',
  );
  expect(await run('filled.xlsx', 'mine')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('edition-needed'),
  });
});
