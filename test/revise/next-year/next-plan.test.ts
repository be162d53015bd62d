// This year's plans -> next year's: what is kept, what is empty, and that it builds.

import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../../src/commands/build.ts';
import { type NextPlan, nextPlan, RENEW_LIST } from '../../../src/commands/next-plan.ts';
import type { Sources } from '../../../src/commands/sources.ts';
import { lineageSheet } from '../../../src/compose/sheets/lineage-sheet.ts';
import { hasErrors } from '../../../src/diagnostic.ts';
import { plainText } from '../../../src/document/inline.ts';
import { readingOf } from '../../../src/document/reading.ts';
import { isPart, type ReadingNode } from '../../../src/document/reading-node.ts';
import { PROGRAM_FOLDER, readSources } from '../../../src/files.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { readPlan } from '../../../src/plan-format/read-plan.ts';
import { PLAN_FOLDER } from '../../commands/bundled-plan.ts';
import { KEPT } from '../../kept.ts';
import { PLANS, textsIn } from '../../plan-format/plan-folders.ts';
import { CASES, revisedSources } from '../revised-plan.ts';

const BUNDLED_FOLDERS = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };

function nextOf(sources: Sources, year?: number): NextPlan {
  const { value, diagnostics } = nextPlan(sources.plan, new Map(), '/work/next', year);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

function textsOf({ files }: NextPlan): Map<string, string> {
  return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

/** The sources with the new plan in place of the old one. */
function withPlan(sources: Sources, next: NextPlan): Sources {
  return { ...sources, plan: { displayRoot: 'next', kept: KEPT, files: textsOf(next) } };
}

function originOf({ book }: BuildResult, address: string): string {
  for (const [key, { effective }] of book ?? [])
    if (key === address) return effective.kind === 'quantity' ? effective.exact.toString() : effective.kind;
  return 'absent';
}

function missingInputs({ book }: BuildResult): readonly string[] {
  return [...(book ?? [])].flatMap(([address, { definition }]) =>
    definition.given?.kind === 'missing' ? [String(address)] : [],
  );
}

describe('the year after the bundled plan', () => {
  let sources: Sources;
  let next: NextPlan;
  let texts: ReadonlyMap<string, string>;
  let built: BuildResult;

  beforeAll(async () => {
    const read = (await readSources(PLAN_FOLDER, BUNDLED_FOLDERS, { fonts: false, kept: KEPT })).value;
    if (read === undefined) throw new Error('the bundled plan cannot be read');
    sources = read;
    next = nextOf(sources);
    texts = textsOf(next);
    built = await build(withPlan(sources, next), ['xlsx'], undefined, undefined, { proof: true });
  });

  it('builds without an error', () => {
    expect(hasErrors(built.diagnostics), JSON.stringify(built.diagnostics.slice(0, 3))).toBe(false);
    expect(built.plan).toMatchObject({ id: 'next', year: 2024, issueDate: '2024-03-31' });
  });

  it('tells who cannot see its charts nothing of what is not known yet', () => {
    const alts = (nodes: readonly ReadingNode[]): readonly string[] =>
      nodes.flatMap((node) => {
        if (!isPart(node)) return [];
        return node.kind === 'figure' ? [plainText(node.alt.inlines)] : alts(node.nodes);
      });
    const { document } = built;
    const told = document === undefined ? [] : alts(readingOf(document).nodes);
    expect(told.map((alt) => alt.trim())).toEqual([
      '서구 주민등록인구를 연도별 막대로, 전년대비 증가율을 꺾은선으로 나타낸 그림.',
      '구인건수, 구직건수, 취업건수의 연도별 추이를 함께 나타낸 그림.',
      '성별 고용보험 피보험자수의 전년대비 증감율을 견준 막대 그림.',
      '< 연령별 구직·취업건수 비교 >: 자료가 없어 아직 그리지 못한 그림이다.',
      '< 산업별 사업체수 및 종사자수 비교 >: 자료가 없어 아직 그리지 못한 그림이다.',
      '추진전략마다 국비, 시비, 군구비의 비율을 가로 막대로 나누어 보이고 막대 끝에 사업예산을 적은 그림.',
      '추진전략별 일자리 목표를 견준 가로 막대 그림.',
    ]);
  });

  it('has the same tables, texts, strategies, tasks and projects', () => {
    const ids = (plan: Plan | undefined) =>
      plan?.programme.strategies.map(({ id, tasks }) => [
        id,
        tasks.map((task) => [task.id, task.name.canonical.text, task.projects.map((one) => one.id)]),
      ]);
    expect(ids(built.plan)).toEqual(ids(readPlan(sources.plan).value));
    const names = (files: ReadonlyMap<string, string>) =>
      [...files.keys()].filter((name) => /^(statistics|tasks|narrative)\//.test(name)).sort();
    expect(names(texts)).toEqual(names(sources.plan.files));
  });

  it('knows what each target was, which nothing prints', () => {
    const known = [...(built.book ?? [])].filter(([address]) => address.endsWith('/last/year-target'));
    expect(known.length).toBeGreaterThan(30);
    const total = known.reduce(
      (sum, [, { effective }]) => sum + (effective.kind === 'quantity' ? effective.exact.valueOf() : 0),
      0,
    );
    expect(total).toBe(13970);
    expect(built.findings.filter(({ message }) => message.includes('last/year-target'))).toEqual([]);
  });

  it('drops the oldest year, keeps the others as published and leaves the new one empty', () => {
    const seekers = (year: number) => originOf(built, `tables/job-openings/${year}/seekers-count`);
    expect([2018, 2019, 2022, 2023].map(seekers)).toEqual(['absent', '49162', '57558', 'missing']);
    expect(originOf(built, 'tables/job-openings/2019/seekers-growth')).toBe('4.5');
    // A year that no survey was made in stays left out.
    const nation = (year: number) =>
      originOf(built, `tables/establishments-by-year/establishments-nation/${year}`);
    expect([2016, 2017, 2019, 2020, 2021, 2022].map(nation)).toEqual([
      'absent',
      '4019872',
      '4176549',
      'absent',
      '6079702',
      'missing',
    ]);
  });

  it('takes no target for a result', () => {
    expect(originOf(built, 'tables/common-targets/employed/2023-actual')).toBe('missing');
    expect(originOf(built, 'tables/common-targets/employed/2024-target')).toBe('missing');
  });

  it('knows no target and no amount of the new year', () => {
    const known = [...(built.book ?? [])].filter(
      ([address, { effective }]) =>
        /^tasks\/.*\/(target|funding\/\w+)$/.test(address) && effective.kind === 'quantity',
    );
    expect(known).toEqual([]);
  });

  it('lists exactly the missing inputs', () => {
    const list = texts.get(RENEW_LIST) ?? '';
    const listed = [...list.matchAll(/^- \[ \] `([^`]+)`/gm)].map(([, address]) => address);
    expect([...listed].sort()).toEqual([...missingInputs(built)].sort());
    expect(next.counts.figures).toBe(listed.length);
  });

  it('lists the data that no plan had yet', () => {
    const list = texts.get(RENEW_LIST) ?? '';
    expect(list).toContain('- [ ] establishments-by-district: 인천 군·구별');
    expect(list.match(/^- \[ \] factors: /gm)).toHaveLength(4);
  });

  it('leaves out what was said of one publication', () => {
    for (const name of ['dispositions.yaml', 'corrections.yaml', 'README.md'])
      expect(texts.has(name)).toBe(false);
    const all = [...texts.values()].join('\n');
    expect(all).not.toMatch(/\{\{fig [^}]* as=/);
    expect(texts.get('narrative/labour-market.hbs')).toContain(
      '{{fig "tables/youth-population/seogu/2023"}}',
    );
  });

  it('moves the periods of projects and lists other typed years', () => {
    expect(texts.get('tasks/youth-jobs.yaml')).toContain('2024. 3. ~ 11.');
    expect(texts.get('tasks/youth-jobs.hbs')).toContain('사업기간: 2024. 3. ~ 11.');
    expect(texts.get(RENEW_LIST)).toContain('- [ ] - 설립일 : 2019. 9. 2.(2020. 1. 30. 현 위치 이전)');
  });

  it('has a next year of its own, with nothing left of the one before', () => {
    const after = nextOf(withPlan(sources, next), 2026);
    const table = textsOf(after).get('statistics/job-openings.yaml');
    expect(table).toMatch(
      /2025: \[ missing.*\n {2}2024: \[ missing.*\n {2}2023: \[ missing.*\n {2}2022: \[ 46567/,
    );
  });
});

describe('the year after a plan of three editions', () => {
  const sources = revisedSources(textsIn(`${CASES}/three-in-a-row`));
  const next = nextOf({ ...sources, plan: { ...sources.plan, files: withoutExpected(sources.plan.files) } });
  const texts = textsOf(next);

  it('has the added and the moved project, not the ended one', async () => {
    const built = await build(withPlan(sources, next), ['xlsx'], undefined, undefined, { proof: false });
    expect(hasErrors(built.diagnostics), JSON.stringify(built.diagnostics)).toBe(false);
    const tasks = built.plan?.programme.strategies.flatMap((strategy) => strategy.tasks) ?? [];
    const ids = Object.fromEntries(tasks.map(({ id, projects }) => [id, projects.map((one) => one.id)]));
    expect(ids.intern).toEqual(expect.arrayContaining(['cafe', 'room']));
    expect(Object.values(ids).flat()).not.toContain('school');
    expect(built.plan?.editions).toEqual([]);
    const room = tasks.find(({ id }) => id === 'intern')?.projects.find(({ id }) => id === 'room');
    expect(room?.lineage).toEqual({ kind: '계속', from: ['tasks/intern/projects/room'] });
    expect(tasks.flatMap(({ discontinued }) => discontinued.map(({ id }) => id))).toEqual(['school']);
  });

  it('says which projects ended', () => {
    expect(next.ended).toMatchObject([{ task: 'startup', project: 'school' }]);
    expect(texts.get(RENEW_LIST)).toContain('`tasks/startup/projects/school`');
  });
});

describe('the year after a project ended that others speak of', () => {
  const own = new Map([
    [
      'editions/1.yaml',
      'number: 1\ntitle: 추경\nkind: 추경\ndate: 2023-05-12\npublished: true\nreason: 끝남\nchanges:\n  - { end: tasks/startup/projects/school }\n',
    ],
    [
      'statistics/school.yaml',
      "id: school\ncorner: ''\nunit: 명\ncolumns: [{ id: people, label: 인원 }]\nrows: [{ id: one, label: 학교 }]\ncells: { one: [6] }\nrelations: { 'one/people': same(tasks/startup/projects/school/target) }\n",
    ],
    [
      'statistics/figures.yaml',
      "twice: { is: 'sum(tasks/startup/projects/school/target, tasks/startup/projects/room/target)', unit: 명 }\n",
    ],
    [
      'budget-codes.yaml',
      "projects:\n  tasks/startup/projects/school: ['01']\n  tasks/startup/projects/room: ['02']\n",
    ],
    [
      'narrative/summary.hbs',
      '# Ⅰ 요약\n\n○ {{project "startup/school"}}에서 {{fig "tasks/startup/projects/school/target"}}명이 {{claim "늘어" "tasks/startup/projects/school/target"}} {{fig "figures/twice"}}명\n\n{{table "school"}}\n',
    ],
  ]);
  const sources = revisedSources(own);
  const next = nextOf(sources);
  const texts = textsOf(next);

  it('builds, with words where the project was', async () => {
    const built = await build(withPlan(sources, next), ['xlsx'], undefined, undefined, { proof: false });
    expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(texts.get('narrative/summary.hbs')).toContain(
      '○ 창업 학교 (종료)에서 (종료)명이 늘어 {{fig "figures/twice"}}명',
    );
  });

  it('lists the text and the relations that read it', () => {
    const list = texts.get(RENEW_LIST) ?? '';
    expect(list).toContain('- [ ] ○ 창업 학교 (종료)에서');
    expect(list).toContain('- [ ] one/people: same(tasks/startup/projects/school/target)');
    expect(list).toContain('- [ ] twice: sum(');
    expect(list).toContain('`tables/school/one/people` (2023년 계획: ');
  });

  it('leaves its budget code behind', () => {
    expect(texts.get('budget-codes.yaml')).toBe(
      "# yaml-language-server: $schema=schema/budget-codes.schema.json\nprojects:\n  tasks/startup/projects/room: [ '02' ]\n",
    );
  });
});

describe('a plan that has no next year', () => {
  it.each([2023, 1999])('%i is not after it', (year) => {
    const { value, diagnostics } = nextPlan(revisedSources(new Map()).plan, new Map(), 'next', year);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { rule: 'year-not-after', severity: 'error', expected: '--year 2024' },
    ]);
  });

  it('has a file that cannot be read', () => {
    const plan = revisedSources(new Map([['cover.yaml', 'tag: [']])).plan;
    const { value, diagnostics } = nextPlan(plan, new Map(), 'next', 2024);
    expect(value).toBeUndefined();
    expect(hasErrors(diagnostics)).toBe(true);
  });
});

describe('the year after the small plan', () => {
  it('can be read', () => {
    const sources = revisedSources(new Map());
    const files = textsIn(`${PLANS}/small`);
    const next = nextOf({ ...sources, plan: { displayRoot: 'small', kept: KEPT, files } });
    const again = nextPlan({ displayRoot: 'next', files: textsOf(next) }, new Map(), 'next', undefined);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('charts of a kind in the year after', () => {
  it('show the rows and columns of the years that their tables have then', () => {
    const sources = revisedSources(new Map());
    const files = new Map([
      ...textsIn(`${PLANS}/small`),
      [
        'charts.yaml',
        [
          'all: { caption: 추이, alt: 추이, kind: line, table: openings }',
          'some: { caption: 추이, alt: 추이, kind: bar, table: openings, rows: [2021, 2022], highlight: 2022 }',
        ].join('\n'),
      ],
    ]);
    const next = textsOf(nextOf({ ...sources, plan: { displayRoot: 'small', files } }));
    const lines = next.get('charts.yaml')?.trim().split('\n');
    expect(lines?.slice(-2)).toEqual([
      'all: { caption: 추이, alt: 추이, kind: line, table: openings }',
      'some: { caption: 추이, alt: 추이, kind: bar, table: openings, rows: [ 2022, 2023 ], highlight: 2023 }',
    ]);
  });
});

describe('the lineage of a project', () => {
  const withLineage = (lineage: string) => {
    const text = revisedSources(new Map()).plan.files.get('tasks/startup.yaml') ?? '';
    const typed = text.replace('    name: 창업 학교\n', `    name: 창업 학교\n    lineage: ${lineage}\n`);
    return readPlan(revisedSources(new Map([['tasks/startup.yaml', typed]])).plan);
  };
  const of = (...ids: readonly string[]) => `from: [${ids.map((id) => `tasks/a/projects/${id}`).join(', ')}]`;

  it.each([
    '{ kind: 신규 }',
    `{ kind: 계속, ${of('b')} }`,
    `{ kind: 통합, ${of('b', 'c')} }`,
    `{ kind: 분리, ${of('b')} }`,
  ])('may be %s', (lineage) => {
    expect(withLineage(lineage).diagnostics).toEqual([]);
  });

  it.each([
    ['{ kind: 부활 }', '계속 | 신규 | 통합 | 분리'],
    [`{ kind: 신규, ${of('b')} }`, 'from 없음'],
    [`{ kind: 통합, ${of('b')} }`, '지난해 세부사업 둘 이상'],
    ['{ kind: 계속 }', '지난해 세부사업 하나'],
    ['{ kind: 분리, from: [startup/school] }', 'tasks/과제/projects/세부사업 (지난해 계획의 주소)'],
  ])('may not be %s', (lineage, expected) => {
    expect(withLineage(lineage).diagnostics).toMatchObject([{ rule: 'wrong-type', expected }]);
  });

  it('is shown in the workbook of targets, with what ended', async () => {
    const sources = revisedSources(textsIn(`${CASES}/three-in-a-row`));
    const files = withoutExpected(sources.plan.files);
    const next = nextOf({ ...sources, plan: { ...sources.plan, files } });
    const built = await build(withPlan(sources, next), ['xlsx'], undefined, undefined, { proof: false });
    if (built.plan === undefined) throw new Error('not read');
    const sheet = lineageSheet(built.plan.programme);
    const rows = (sheet?.rows ?? []).map((cells) =>
      cells.map(({ content }) =>
        content.kind === 'text' ? content.pieces.map(({ text }) => text).join('') : '',
      ),
    );
    expect(rows).toContainEqual(['청년 창업', '창업 학교', '종료', '청년 창업 › 창업 학교']);
    expect(rows.filter(([, , kind]) => kind === '계속').map(([, name]) => name)).toContain('취업 카페');
  });
});

/** What the case expects is no file of a plan. */
function withoutExpected(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([name]) => name !== 'expected.txt'));
}
