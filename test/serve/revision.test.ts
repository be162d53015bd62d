// A workbook that comes back -> an edition, confirmed, built and published through the page's routes alone, and no technical word on the way.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Comparison, Dropped, FindingCard, Findings, PlanState, Saved } from '../../src/serve/api.ts';
import type { Job, Outputs, ServerEvent } from '../../src/serve/api-jobs.ts';
import type { BuildOrder } from '../../src/serve/outside.ts';
import { runHere } from '../cli/run-iljari.ts';
import { PLAN, packed, partsOf, withCells, workbooksOf } from '../revise/import-plan.ts';
import { Window, Workplace } from './served-plan.ts';

const INPUT = '세부사업별(입력)';
const OTHER_PLAN = new Map([
  ...PLAN,
  ['plan.yaml', PLAN.get('plan.yaml')?.replace('small', 'county-2026') ?? ''],
]);

/** Of files, addresses, rules and commands. */
const TECHNICAL =
  /[a-z0-9-]+\.(?:yaml|hbs|json)|\b(?:strategies|tasks|tables|editions)\/|--[a-z]+|iljari|\b[a-z]+-(?:mismatch|data|text|spelling)\b/;

let place: Workplace;
let window: Window;
let edited: Uint8Array;
let statistics: Uint8Array;
const orders: BuildOrder[] = [];
const folder = () => path.join(place.working, 'plan');

beforeAll(async () => {
  place = await Workplace.make((order, onStep) => {
    orders.push(order);
    onStep('배치', 5, 11);
    const args = [
      ...(order.publishedOn === undefined ? ['build'] : ['publish', '--date', order.publishedOn]),
      order.folder,
      ...(order.publishedOn === undefined ? ['--only', order.formats.join()] : []),
      ...(order.isFinal && order.publishedOn === undefined ? ['--final'] : []),
    ];
    const end = runHere(args, { folder: place.working }).then(({ code, stderr }) => ({
      isDone: code === 0,
      diagnostics: [],
      why: `끝 ${code} ${stderr}`,
    }));
    return { end, stop: () => {} };
  });
  const spoken = new Map(PLAN).set(
    'narrative/labour-market.hbs',
    `${PLAN.get('narrative/labour-market.hbs')}○ 창업 점포를 열었음\n`,
  );
  for (const [name, text] of spoken) {
    await mkdir(path.dirname(path.join(folder(), name)), { recursive: true });
    await writeFile(path.join(folder(), name), text);
  }
  const workbooks = await workbooksOf(PLAN);
  statistics = withCells(workbooks.get('targets.xlsx') ?? new Uint8Array(), { '표01!B4': 41500 });
  edited = withCells(workbooks.get('budget.xlsx') ?? new Uint8Array(), {
    [`${INPUT}!G6`]: 1600,
    [`${INPUT}!L8`]: '종료',
  });
  window = await Window.open(await place.serve());
});
afterAll(() => place.leave());

/** A workbook that is none of the program's. */
function withoutOrigin(workbook: Uint8Array): Uint8Array {
  const parts = partsOf(workbook);
  const book = parts.get('xl/workbook.xml') ?? '';
  return packed(parts.set('xl/workbook.xml', book.replace(/<sheet [^>]*name="_iljari"[^>]*\/>/, '')));
}

/** Waits for the job's end, as the stream of events tells it. */
async function ended(ask: () => Promise<{ readonly job: string }>): Promise<Job> {
  const stream = await fetch(`http://127.0.0.1:${window.port}/api/events`, {
    headers: { 'x-key': window.key },
  });
  const { job } = await ask();
  let rest = '';
  for await (const piece of stream.body ?? []) {
    rest += new TextDecoder().decode(piece as Uint8Array);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((one) => one !== '')) {
      window.heard.push(line);
      const event = JSON.parse(line) as ServerEvent;
      if (event.kind !== 'job' || event.job.job !== job || event.job.state === 'running') continue;
      return event.job;
    }
  }
  throw new Error('the stream ended');
}

function done(saved: Saved): PlanState {
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  return saved.state;
}

it('takes a workbook from the drop to the published edition', { timeout: 600_000 }, async () => {
  let state = await window.plan('일자리대책');
  const base = `/api/plans/${state.card.plan}`;
  expect(state.card.editions.length).toBe(1);
  const start = JSON.stringify(await everything());

  // What it would change is told, and nothing is written.
  const wrong = await window.drop<Dropped>(`${base}/drop`, '메모.xlsx', new TextEncoder().encode('메모'));
  expect([wrong.kind, wrong.faults.map(({ where }) => where)]).toEqual(['refused', [undefined]]);
  expect(wrong.words).toBe('‘메모.xlsx’ 파일은 가져올 수 없습니다. 바뀐 것은 없습니다.');
  // Neither is a workbook of somebody else's or of another plan, nor one with words where numbers are computed.
  const refusals = [
    ['출장비.xlsx', withoutOrigin(edited)],
    ['다른 계획.xlsx', (await workbooksOf(OTHER_PLAN)).get('budget.xlsx') ?? new Uint8Array()],
    ['글.xlsx', withCells(edited, { [`${INPUT}!F6`]: '다섯', [`${INPUT}!G6`]: 160000 })],
  ] as const;
  const told: unknown[] = [];
  for (const [name, bytes] of refusals) {
    const { kind, faults } = await window.drop<Dropped>(`${base}/drop`, name, bytes);
    told.push([kind, ...faults.map(({ where, message, expected }) => [where, message, expected])]);
  }
  const own = expect.stringContaining('공시 화면에서 만든');
  expect(told).toEqual([
    ['refused', [undefined, expect.stringContaining('이 프로그램이 만든 예산표나 목표표가 아니고'), own]],
    ['refused', [undefined, '다른 계획의 예산표나 목표표입니다.', own]],
    [
      'refused',
      [
        `‘${INPUT}’ 시트 F6 칸`,
        '셈하는 칸에 수가 아닌 글이 적혀 있습니다: ‘다섯’ (항목의 합 160,300)',
        expect.anything(),
      ],
      [
        `‘${INPUT}’ 시트 G6 칸`,
        expect.anything(),
        expect.stringContaining('사유 칸에 까닭을 적으면 받습니다.'),
      ],
    ],
  ]);
  const dropped = await window.drop<Dropped>(`${base}/drop`, '고친 예산.xlsx', edited);
  if (!('drop' in dropped)) throw new Error(JSON.stringify(dropped));
  expect([dropped.kind, dropped.proposed.title, dropped.proposed.date]).toEqual([
    'fill',
    '제1회 추가경정예산',
    '2023-09-01',
  ]);
  expect(dropped.changes).toContainEqual({
    words: '청년 창업 › 창업 공간 국비',
    before: '1,500',
    after: '1,600',
    change: '+100',
    unit: '천원',
  });
  expect(dropped.totals.map(({ words, unit, change }) => [words, unit, change])).toEqual([
    ['총계 목표', '명', '△3'],
    ['총계 계', '천원', '+10'],
    ['총계 국비', '천원', '+100'],
    ['총계 구비', '천원', '△90'],
  ]);
  expect(JSON.stringify(await everything())).toBe(start);

  // As an edition; given up, it is gone; undone, it is there.
  const make = { stamp: state.stamp, drop: dropped.drop, head: dropped.proposed };
  state = done(await window.post<Saved>(`${base}/editions`, make));
  expect(state.card.editions.map((one) => one.state)).toEqual(['confirmed', 'draft']);
  expect(state.totals.map(({ change }) => change)).toEqual(['△3', '+10']);
  expect((await window.post<Saved>(`${base}/editions`, make)).kind).toBe('conflict');
  // What was dropped is put to the plan as it is now; where an edition stands on it the plan itself is not filled.
  const again = await window.post<Dropped>(`${base}/drop/again`, { drop: dropped.drop });
  expect(again.kind).toBe('unchanged');
  const filled = { stamp: state.stamp, drop: dropped.drop };
  expect((await window.post<Saved>(`${base}/editions`, filled)).kind).toBe('refused');
  state = done(await window.post<Saved>(`${base}/editions/revert`, { stamp: state.stamp }));
  expect(state.card.editions.length).toBe(1);
  state = done(await window.post<Saved>(`${base}/undo`, { stamp: state.stamp }));
  expect(state.card.editions.length).toBe(2);

  // A draft takes a second workbook, and what both changed is changed once; taken back, it is as it was.
  const draft = new Map([
    ...PLAN,
    ['editions/1.yaml', await readFile(path.join(folder(), 'editions/1.yaml'), 'utf8')],
  ]);
  const budget = (await workbooksOf(draft, 1)).get('budget.xlsx') ?? new Uint8Array();
  for (const [name, bytes, count] of [
    ['고친 목표.xlsx', statistics, 3],
    ['다시 고친 예산.xlsx', withCells(budget, { [`${INPUT}!G6`]: 1700 }), 2],
    ['처음 예산.xlsx', withCells(budget, { [`${INPUT}!G6`]: 1500 }), 1],
  ] as const) {
    const more = await window.drop<Dropped>(`${base}/drop`, name, bytes);
    if (!('drop' in more)) throw new Error(JSON.stringify(more));
    expect([more.kind, more.into, more.changes.length]).toEqual(['edition', '제1회 추가경정예산', 1]);
    const body = { stamp: state.stamp, drop: more.drop, into: true };
    state = done(await window.post<Saved>(`${base}/editions`, body));
    expect((await window.get<Comparison>(`${base}/comparison`)).count, name).toBe(count);
    if (count === 3) expect(state.card.editions.length).toBe(2);
    state = done(await window.post<Saved>(`${base}/undo`, { stamp: state.stamp }));
  }

  const comparison = await window.get<Comparison>(`${base}/comparison`);
  expect([comparison.from, comparison.to, comparison.count]).toEqual(['당초', '제1회 추가경정예산', 2]);
  expect(
    comparison.rows.map(({ level, name, state: how, cells }) => [level, name, how, cells[1]]),
  ).toContainEqual(['project', '창업 공간', 'changed', { before: '1,800', after: '1,900', change: '+100' }]);
  expect(comparison.rows.filter((row) => row.state === 'ended').map(({ name }) => name)).toEqual([
    '창업 점포',
  ]);

  // What has to follow is among the findings, and can be decided there.
  const found = (await window.get<Findings>(`${base}/findings`)).groups.flatMap(({ findings }) => findings);
  expect(comparison.stamp).toBe(state.stamp);
  expect(comparison.texts.map(({ message }) => message)).toContainEqual(expect.stringContaining('창업 점포'));
  for (const { finding } of comparison.texts)
    expect(found.find((card) => card.finding === finding)?.answers.length).toBeGreaterThan(0);

  // A draft does not go out.
  const early = await window
    .post(`${base}/publish`, { stamp: state.stamp, date: '2023-09-01' })
    .catch(String);
  expect(early).toContain('확정하지 않은');
  state = done(await window.post<Saved>(`${base}/editions/confirm`, { stamp: state.stamp }));
  expect(state.card.editions.at(-1)?.state).toBe('confirmed');

  // All that stops it is decided at once.
  const cards = async () =>
    (await window.get<Findings>(`${base}/findings`)).groups.flatMap(({ findings }) => findings);
  const open = (await cards()).filter(({ decided }) => decided === undefined);
  const able = (kind: string) => (card: FindingCard) => card.answers.some((answer) => answer.kind === kind);
  if (open.some(able('keep'))) {
    const findings = open.filter(able('keep')).map(({ finding }) => finding);
    const decide = { stamp: state.stamp, findings, answer: 'keep', reason: '' };
    state = done(await window.post<Saved>(`${base}/decisions`, decide));
  }
  expect((await cards()).filter(({ decided }) => decided === undefined)).toEqual([]);
  let outputs = await window.get<Outputs>(`${base}/outputs`);
  expect([outputs.canPublish, outputs.tiles.map((tile) => tile.state)]).toEqual([
    true,
    ['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'],
  ]);

  const built = await ended(() =>
    window.post(`${base}/build`, { kinds: ['budget', 'targets'], isFinal: false }),
  );
  expect([built.state, built.faults]).toEqual(['done', []]);
  outputs = await window.get<Outputs>(`${base}/outputs`);
  const tile = outputs.tiles.find(({ kind }) => kind === 'budget');
  expect([tile?.state, tile?.made]).toEqual(['current', '9. 1. 14:32에 만듦 · 검토본']);
  await window.post(`/api/outputs/${tile?.output}/open`);
  const workbook = path.join(place.working, 'output/small/edition-1/budget.xlsx');
  expect(place.opened).toEqual([workbook]);
  const compared = await ended(() => window.post(`${base}/build`, { kinds: ['comparison'], isFinal: false }));
  expect(compared.state, JSON.stringify(compared)).toBe('done');

  // Not before its own date, not on a day to come.
  expect(outputs.days).toEqual({ first: '2023-09-01', today: '2023-09-01' });
  for (const date of ['2023-08-31', '2023-09-05'])
    expect(await window.post(`${base}/publish`, { stamp: state.stamp, date }).catch(String)).toContain('409');
  const seen = state.stamp;
  const went = await ended(() => window.post(`${base}/publish`, { stamp: state.stamp, date: '2023-09-01' }));
  expect(went.state, JSON.stringify(went)).toBe('done');
  expect(await readdir(path.join(folder(), 'published'))).toEqual(['1.json']);
  expect(orders.at(-1)).toMatchObject({
    formats: ['pdf', 'hwpx', 'xlsx'],
    isFinal: true,
    publishedOn: '2023-09-01',
  });
  // What the program wrote itself came from nowhere else.
  state = await window.get<PlanState>(`${base}?seen=${seen}`);
  expect(state.outside).toBeUndefined();
  expect([state.card.editions.at(-1)?.state, state.undo]).toEqual(['published', undefined]);
  outputs = await window.get<Outputs>(`${base}/outputs`);
  expect([outputs.canPublish, outputs.published]).toEqual([false, '2023. 9. 1. 공시했습니다.']);
  const late = await window.post<Saved>(`${base}/editions/revert`, { stamp: state.stamp });
  expect(late.kind).toBe('refused');
  expect((await window.get<readonly unknown[]>(`${base}/changes`)).length).toBeGreaterThan(3);

  // What is not as it went out is no matter of choice, and says what to do.
  const course = path.join(folder(), 'tasks/course.yaml');
  const asGone = await readFile(course, 'utf8');
  await writeFile(course, asGone.replace('target: 20', 'target: 30'));
  const changed = (await cards()).find(({ isOfPublished }) => isOfPublished === true);
  expect([changed?.answers, changed?.binding]).toEqual([[], expect.stringContaining('정정 판')]);
  await writeFile(course, asGone);

  // Another plan of the same id has none of these files, and makes none in their place.
  const twin = `/api/plans/${(await window.plan('2023')).card.plan}`;
  const other = await window.get<Outputs>(`${twin}/outputs`);
  expect([other.tiles, other.canPublish, other.held]).toEqual([
    [],
    false,
    expect.stringContaining('다른 계획'),
  ]);
  const taken = await window.post(`${twin}/build`, { kinds: ['budget'], isFinal: false }).catch(String);
  expect(taken).toContain('409');

  // Once another edition stands on it, what was only looked at before says so beside what went out.
  const next = await window.drop<Dropped>(`${base}/drop`, '고친 목표.xlsx', statistics);
  if (!('drop' in next)) throw new Error(JSON.stringify(next));
  expect(next.into).toBeUndefined();
  const later = { stamp: state.stamp, drop: next.drop, head: next.proposed };
  done(await window.post<Saved>(`${base}/editions`, later));
  const [past] = (await window.get<Outputs>(`${base}/outputs`)).past ?? [];
  expect(past?.tiles.map(({ title }) => title)).toEqual([
    '공시용 PDF',
    '변경 대비표 (검토본)',
    '예산표',
    '목표표',
  ]);
});

it('said nothing that only who knows its files understands', async () => {
  await window.get('/api/plans');
  const said = window.heard.flatMap((text) => textsIn(JSON.parse(text)));
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => TECHNICAL.test(text))).toEqual([]);
});

/** Every text that is not a word of the contract or a handle. */
function textsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string')
    return ['kind', 'state', 'level', 'name_', 'stamp', 'stage', 'severity'].includes(key) ||
      /^[\w-]{22,}$/.test(value)
      ? []
      : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name));
}

async function everything(): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  return Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const));
}
