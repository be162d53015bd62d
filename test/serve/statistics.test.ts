// The statistics of a small plan through the page's routes: read, typed, refused, undone, not written over, closed by an edition.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanState, Saved } from '../../src/serve/api.ts';
import type { StatisticsTable, StatisticsTables, Typed } from '../../src/serve/api-statistics.ts';
import { PLAN } from '../revise/import-plan.ts';
import { Window, Workplace } from './served-plan.ts';

let place: Workplace;
let window: Window;
let base: string;
const folder = () => path.join(place.working, 'plan');
const text = () => readFile(path.join(folder(), 'statistics/openings.yaml'), 'utf8');

beforeAll(async () => {
  place = await Workplace.make();
  for (const [name, content] of PLAN) {
    await mkdir(path.dirname(path.join(folder(), name)), { recursive: true });
    await writeFile(path.join(folder(), name), content);
  }
  window = await Window.open(await place.serve());
  base = `/api/plans/${(await window.plan('일자리대책')).card.plan}`;
});
afterAll(() => place.leave());

const state = () => window.get<PlanState>(base);
const lists = () => window.get<StatisticsTables>(`${base}/statistics`);
const table = async () =>
  window.get<StatisticsTable>(`${base}/statistics/${(await lists()).tables[0]?.table}`);
/** The numbers of the table, row by row. */
const numbers = async () =>
  (await table()).rows.flatMap((row) => row.flatMap(({ figure }) => (figure ? [figure] : [])));
const type = (stamp: string, cells: readonly object[], unit?: string) =>
  window.post<Typed>(`${base}/statistics`, { stamp, cells, unit });

it('is typed into as one step that is undone as one', { timeout: 60_000 }, async () => {
  const written = await text();
  const { tables, readOnly } = await lists();
  expect([
    readOnly,
    tables.map(({ title, section, missing, count }) => [title, section, missing, count]),
  ]).toEqual([undefined, [['연도별 구인·구직 현황', '지역 노동시장 현황', 1, 12]]]);
  const before = await state();
  expect(before.card.stages[0]).toEqual({ name: 'statistics', words: '빈 칸 1', state: 'open' });
  const figures = await numbers();
  expect(figures.slice(-4).map((one) => [one.value, one.unit, one.state, one.before])).toEqual([
    ['46567', '건', 'typed', '42,405'],
    ['-', '건', 'typed', '60,195'],
    ['', '%', 'computed', '70.4'],
    ['', '%', 'missing', '60.4'],
  ]);
  expect(figures[2]?.formula).toContain('÷');
  expect(window.heard.at(-1)).not.toContain('tables/');

  const [openings, seekers, share, rate] = figures.slice(-4).map(({ cell }) => cell);
  // The unit of a column, one within the cell, and that of the line above the table, which is not the rate's.
  const cells = [
    { cell: openings, text: '47.5', unit: '모르는 말' },
    { cell: seekers, text: '59,000건' },
    { cell: rate, text: '61.3' },
  ];
  const saved = await type(before.stamp, cells, '천건');
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  expect(await text()).toContain('2022: [47500, 59000, computed, 61.3]');
  expect(saved.understood).toEqual(['59,000건 → 59천건']);
  expect([saved.state.undo, saved.state.card.stages[0]?.words]).toEqual([
    '연도별 구인·구직 현황 › 2022년 구인 외 2칸 고침',
    '다 채움',
  ]);

  // What was seen before is not written over; what says the same is no change.
  expect((await type(before.stamp, [{ cell: openings, text: '1' }])).kind).toBe('conflict');
  const same = await type(saved.state.stamp, [{ cell: openings, text: '47,500건' }]);
  expect(same.kind === 'saved' && [same.state.stamp, same.state.changeCount]).toEqual([saved.state.stamp, 1]);

  // All or nothing, each fault at its cell.
  const refused = await type(saved.state.stamp, [
    { cell: openings, text: '1' },
    { cell: seekers, text: '많음' },
    { cell: share, text: '5' },
    { cell: 'guessed', text: '5' },
  ]);
  expect(refused.kind === 'refused' && refused.faults.map(({ cell }) => cell)).toEqual([
    seekers,
    share,
    undefined,
  ]);
  expect(await text()).toContain('2022: [47500, 59000, computed, 61.3]');

  const undone = await window.post<Saved>(`${base}/undo`, { stamp: saved.state.stamp });
  expect([undone.kind, await text()]).toEqual(['saved', written]);
});

it('is only looked at where the plan has an edition', { timeout: 60_000 }, async () => {
  await mkdir(path.join(folder(), 'editions'));
  await writeFile(
    path.join(folder(), 'editions/1.yaml'),
    'number: 1\ntitle: 제1회 추가경정예산\nkind: 추경\ndate: 2023-09-01\npublished: false\nchanges:\n  - { set: tasks/course/target, before: 20, after: 30 }\n',
  );
  const { readOnly, tables } = await lists();
  expect([readOnly, tables.length]).toEqual([expect.stringContaining('추경 화면에서'), 1]);
  const [first] = await numbers();
  const refused = await type((await state()).stamp, [{ cell: first?.cell, text: '1' }]);
  expect(refused.kind).toBe('refused');
});
