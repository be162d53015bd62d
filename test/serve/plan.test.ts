// A window over a plan's folder -> what it shows, what undo brings back over a restart, and what it never overwrites.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeLine, Findings, Pages, PlanState, Plans, Saved } from '../../src/serve/api.ts';
import { ask, Window, Workplace } from './served-plan.ts';

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.make();
});
afterAll(() => place.leave());

it('shows the plans of the working folder and its own, with totals and what is to be done', async () => {
  const window = await Window.open(await place.serve());
  const { plans, tasks, changes } = await window.get<Plans>('/api/plans');
  expect(plans.length).toBe(2);
  const [small] = plans;
  expect(small?.editions.map(({ name, state }) => [name, state])).toEqual([['당초', 'draft']]);
  expect(small?.editions[0]?.totals.map(({ label, unit }) => [label, unit])).toEqual([
    ['총계 목표', '명'],
    ['총계 예산', '천원'],
  ]);
  expect(small?.stages.map(({ name }) => name)).toEqual(['statistics', 'revise', 'check', 'publish']);
  // The program's own is only to be looked at.
  expect(plans.map(({ isSample }) => isSample === true)).toEqual([false, true]);
  expect(new Set(tasks.map(({ plan }) => plan))).toEqual(new Set([small?.plan]));
  expect(changes).toEqual([]);
});

const DECISIONS = 'data/small/dispositions.yaml';
const text = () => readFile(path.join(place.working, DECISIONS), 'utf8').catch(() => '');

it('writes decisions with everything else as it was, and takes them back over a restart', async () => {
  const written =
    "# 처리는 회의에서 정한다.\nrules-off: # 아래의 것\n  - { rule: repeated-note, reason: '표마다' }\n";
  await writeFile(path.join(place.working, DECISIONS), written);
  const first = await place.serve();
  const window = await Window.open(first);
  const state = await window.plan('2023');
  const base = `/api/plans/${state.card.plan}`;
  const { groups } = await window.get<Findings>(`${base}/findings`);
  const open = groups.flatMap(({ findings }) => findings);
  expect(open.length).toBeGreaterThan(3);
  // Each tells in words where it is, and most are to be seen on a page.
  expect(open.filter(({ place: { words } }) => words === '')).toEqual([]);
  const pages = await window.get<Pages>(`${base}/pages`);
  const boxes = open.flatMap((card) => card.place.boxes);
  expect(boxes.length).toBeGreaterThan(0);
  // The one numbering is that of the printed pages.
  expect(pages.names.length).toBe(pages.count);
  for (const { place } of open)
    if (place.boxes[0] !== undefined) expect(pages.names[place.boxes[0].page - 1]).toBe(place.page ?? '');
  expect(boxes.filter(({ page }) => page < 1 || page > pages.count)).toEqual([]);
  const picture = await ask(window.port, `${base}/pages/${boxes[0]?.page}.svg`, { headers: window.headers });
  expect([picture.status, picture.headers['content-type'], picture.text.startsWith('<svg')]).toEqual([
    200,
    'image/svg+xml',
    true,
  ]);
  expect(decodeURIComponent(String(picture.headers['x-alt']))).toMatch(/쪽\. ./);
  expect(
    (await ask(window.port, `${base}/pages/${pages.count + 1}.svg`, { headers: window.headers })).status,
  ).toBe(404);
  const decide = (stamp: string, findings: readonly string[], answer = 'keep') =>
    window.post<Saved>(`${base}/decisions`, {
      stamp,
      findings,
      answer,
      reason: '공시한 대로',
      by: '일자리정책과',
    });

  const saved = await decide(
    state.stamp,
    open.slice(0, 2).map(({ finding }) => finding),
  );
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  expect(saved.state.changeCount).toBe(1);
  // What the program wrote itself came from nowhere else.
  expect((await window.get<PlanState>(`${base}?seen=${state.stamp}`)).outside).toBeUndefined();
  const once = await text();
  expect(once.startsWith(written)).toBe(true);
  expect(once.match(/- finding: /g)?.length).toBe(2);
  // Decided once more, it is decided so.
  const other = await decide(saved.state.stamp, [open[0]?.finding ?? ''], 'not-a-fault');
  if (other.kind !== 'saved') throw new Error(JSON.stringify(other));
  const twice = await text();
  // The newest first within a minute too, and who decided is known for the next time.
  const { changes, by } = await window.get<Plans>('/api/plans');
  const listed = await window.get<readonly ChangeLine[]>(`${base}/changes`);
  expect(changes.map(({ words }) => words)).toEqual(listed.map(({ words }) => words));
  expect([new Set(changes.map(({ words }) => words)).size, by]).toEqual([2, '일자리정책과']);
  expect(twice.match(/- finding: /g)?.length).toBe(2);
  expect(twice.match(/decision: not-a-fault/g)?.length).toBe(1);
  const after = (await window.get<Findings>(`${base}/findings`)).groups.flatMap(({ findings }) => findings);
  expect(after.filter(({ decided }) => decided?.by === '일자리정책과').length).toBe(2);

  // What the screen has not seen is not written over.
  const late = await decide(state.stamp, [open[3]?.finding ?? '']);
  expect(late.kind).toBe('conflict');
  expect(await text()).toBe(twice);

  first.end();
  const later = await Window.open(await place.serve());
  const again = await later.plan('2023');
  expect([again.changeCount, again.undo]).toEqual([2, other.state.undo]);
  const path2 = `/api/plans/${again.card.plan}`;
  const step = async (what: string, stamp: string) => {
    const done = await later.post<Saved>(`${path2}/${what}`, { stamp });
    if (done.kind !== 'saved') throw new Error(JSON.stringify(done));
    return done.state;
  };
  let now = await step('undo', again.stamp);
  expect(await text()).toBe(once);
  now = await step('undo', now.stamp);
  expect([await text(), now.undo]).toEqual([written, undefined]);
  now = await step('redo', now.stamp);
  now = await step('redo', now.stamp);
  expect([await text(), now.redo]).toEqual([twice, undefined]);

  // Somebody with an editor: told, and nothing of it is undone.
  await writeFile(path.join(place.working, DECISIONS), `${twice}# 더함\n`);
  const seen = await later.get<PlanState>(`${path2}?seen=${now.stamp}`);
  expect(seen.outside).toContain('1곳');
  const refused = await later.post<Saved>(`${path2}/undo`, { stamp: seen.stamp });
  expect(refused.kind).toBe('conflict');
  expect(await text()).toBe(`${twice}# 더함\n`);
  const lines = await later.get<readonly ChangeLine[]>(`${path2}/changes`);
  expect(lines.map(({ who, isUndone }) => [who, isUndone])).toEqual([
    ['담당자', false],
    ['담당자', false],
  ]);
});
