// Strategies and tasks -> overview, sheets with their grids, schedule, vision, contents of a small plan.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplates } from '../../src/commands/read-templates.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import type { Block } from '../../src/document/document.ts';
import type { RichText } from '../../src/document/inline.ts';
import { readingOf, textsOf } from '../../src/document/reading.ts';
import type { ReadingNode } from '../../src/document/reading-node.ts';
import { gridOf, type TableBlock, type TableCell } from '../../src/document/table.ts';
import { KEPT } from '../kept.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { type Files, PROGRAMME, readProgramme } from '../plan-format/programme-files.ts';
import { outline, short } from './small-plan.ts';

const templates = readTemplates({
  displayRoot: 'templates',
  kept: KEPT,
  files: textsIn(path.resolve(PLANS, '../../templates')),
}).value;

const PARTS: Files = {
  'schedule.yaml': `corner: 실천과제명
tasks:
  startup:
    room:
      - [{ months: 1-3, text: 모집 }, { months: 4-12, inferred: true, text: "입주\\n지원" }]
      - [{ months: 6, text: 점검 }]
`,
  'vision.yaml': `alt: 목표와 전략을 보인 그림
goals:
  - { label: 비전, text: '일하기 좋은 **한빛구**' }
  - { label: "{{year 0}}년\\n목표", text: '{{fig "strategies/all/target"}}개 창출' }
label: 추진전략
strategies: '{{fig "strategies/all/strategy-count"}}개 추진전략'
tasks: '{{fig "strategies/all/task-count"}}개 실천과제'
`,
  'contents.yaml': 'title: 순서\n',
  'outreach.yaml': `columns: [대상, 시기, 키워드, 방법]
rows:
  - { subject: 청년 창업, timing: 연중, keywords: ['#창업', '#공간'], methods: [누리집, 현수막] }
`,
};

/** Everything that a publication can be made of, in an order with one part and one section. */
const ALL = `{{insert "contents"}}
# Ⅰ 요약
□ 핵심 전략
{{insert "overview"}}
# Ⅱ 목표
## 1 비전
{{insert "vision"}}
# Ⅲ 과제
{{insert "projects"}}
{{insert "task-sheets"}}
{{insert "schedule"}}
{{insert "outreach"}}
`;

/** Composes a plan: the small programme, files laid over it, and the publication's text. */
function composed(over: Files = {}, publication = ALL) {
  const { plan, book, faults } = readProgramme({ ...PARTS, ...over });
  // One of its projects stands under no subtask, and is told.
  expect(faults).toEqual(over === SUBTASKS ? ['data/tasks/startup.yaml:17:11 missing-key'] : []);
  if (templates === undefined) throw new Error('the templates cannot be read');
  return composeDocument(plan, book, {
    ...templates,
    publication: { file: 'publication.hbs', text: publication },
  });
}

function blocksOf(over: Files = {}, publication = ALL): readonly Block[] {
  const { value, diagnostics } = composed(over, publication);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error('nothing was composed');
  return value.blocks;
}

/** `place rule` of what composing found. */
function faultsOf(over: Files, publication = ALL): readonly string[] {
  return composed(over, publication).diagnostics.map(({ place, rule }) => `${formatLocation(place)} ${rule}`);
}

function only<K extends Block['kind']>(blocks: readonly Block[], kind: K, id?: string) {
  const found = blocks.filter(
    (block): block is Extract<Block, { kind: K }> =>
      block.kind === kind && (id === undefined || block.id === id),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${kind} ${id ?? ''}`);
  return first;
}

/** A task with two subtasks, its projects in another order, one under none of them. */
const SUBTASKS: Files = {
  'labels.yaml': 'levels: { subtask: 갈래 }\n',
  'tasks/startup.yaml': `${(PROGRAMME['tasks/startup.yaml'] ?? '')
    .replace('projects:', 'subtasks: [{ id: learn, name: 배우기 }, { id: begin, name: 시작하기 }]\nprojects:')
    .replace('name: 창업 공간', 'name: 창업 공간\n    subtask: begin\n    department: 청년과')
    .replace('name: 창업 학교', 'name: 창업 학교\n    subtask: learn')}  - { id: shop, name: 창업 점포 }
`,
};

/** The rest of the task's file behind what it has. */
function task(id: string, more: string): Files {
  return { [`tasks/${id}.yaml`]: `${PROGRAMME[`tasks/${id}.yaml`]}${more}` };
}

const text = ({ inlines }: RichText) => short(inlines);
const cellText = (cell: TableCell) =>
  cell.blocks
    .flatMap((block) =>
      textsOf(block).map((one) => (block.kind === 'item' ? `${block.marker} ` : '') + text(one)),
    )
    .join(' / ');
/** What is heard instead of what is drawn, in each row below. */
function rowsIn(node: ReadingNode): readonly (readonly string[])[] {
  if (!('nodes' in node)) return [];
  if (node.kind !== 'row') return node.nodes.flatMap(rowsIn);
  return [
    node.nodes.flatMap((cell) => ('instead' in cell && cell.instead !== undefined ? [cell.instead] : [])),
  ];
}
/** What each place of the grid shows; a merged cell shows at each. */
const shown = (table: TableBlock) => gridOf(table).map((row) => row.map(cellText));

describe('the overview', () => {
  const overview = (over: Files = {}) => only(blocksOf(over), 'table', 'overview');

  it('merges each strategy over its tasks, the total over three columns', () => {
    expect(shown(overview())).toEqual([
      ['추진전략', '실천과제', '세부사업내용', '일자리 목표(명)', '사업예산 (백만원)'],
      ['합 계', '합 계', '합 계', '{52}', '{9}'],
      ['청년 일자리', '청년 창업', '▷ 창업 공간 / ▷ 창업 학교', '{12}', '{3}'],
      ['청년 일자리', '청년 인턴', '▷ 행정 인턴', '{40}', '{6}'],
      ['여성 일자리', '여성 교육', '', '{-}', '{-}'],
    ]);
    const [, , youth] = overview().rows;
    expect(youth?.[0]).toMatchObject({ rowSpan: 2, role: 'row-header' });
  });

  it('prints what was stated, blank and - among it', () => {
    const stated = overview({
      ...task('startup', 'overview: { target: 13, budget: ~ }\n'),
      ...task('course', "overview: { target: ~, budget: '-' }\n"),
    });
    expect(shown(stated).map((row) => row.slice(3))).toEqual([
      ['일자리 목표(명)', '사업예산 (백만원)'],
      ['{52}', '{9}'],
      ['{13}', ''],
      ['{40}', '{6}'],
      ['', '{-}'],
    ]);
  });

  it('says that a number is not settled where nobody knows it', () => {
    const unknown = overview({ 'tasks/course.yaml': 'id: course\nname: 여성 교육\n' });
    expect(shown(unknown).at(-1)).toEqual(['여성 일자리', '여성 교육', '', '{미정}', '{-}']);
  });

  it('spells names and orders projects as its place does, the list of projects as that does', () => {
    const over = {
      'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '')
        .replace(
          'name: 청년 창업\n',
          'name: 청년 창업\npublished: { overview: 청년창업, projects: "창업\\n지원" }\n',
        )
        .replace('    name: 창업 공간', '    name: 창업 공간\n    published: { projects: 창업공간 조성 }')
        .concat('orders: { overview: [school, room] }\n'),
      'strategies.yaml': (PROGRAMME['strategies.yaml'] ?? '').replace(
        'name: 여성 일자리',
        'name: 여성 일자리\n    published: { projects: 여성일자리 }',
      ),
    };
    const blocks = blocksOf(over);
    expect(shown(only(blocks, 'table', 'overview'))[2]).toEqual([
      '청년 일자리',
      '청년창업',
      '▷ 창업 학교 / ▷ 창업 공간',
      '{12}',
      '{3}',
    ]);
    expect(shown(only(blocks, 'table', 'projects'))).toEqual([
      ['추진전략', '실천과제', '세부사업내용'],
      ['청년 일자리', '창업|지원', '▷ 창업공간 조성 / ▷ 창업 학교'],
      ['청년 일자리', '청년 인턴', '▷ 행정 인턴'],
      ['여성일자리', '여성 교육', ''],
    ]);
  });
});

describe('the grid of a sheet', () => {
  const grid = (id: string, more = '') => only(blocksOf(task(id, more)), 'table', `task-${id}-plan`);

  it('lists the sources as they follow from the projects', () => {
    expect(shown(grid('startup'))).toEqual([
      ['구 분', '구 분', '구 분', '목표인원 및 예산'],
      ['일자리 창출 성과목표', '일자리 창출 성과목표', '일자리 창출 성과목표', '{12명}'],
      ['사업비', '계', '계', '{2,500천원}'],
      ['사업비', '국비', '국비', '{1,500천원}'],
      ['사업비', '지방비', '시도비', '{-}'],
      ['사업비', '지방비', '시군구비', '{1,000천원}'],
      ['사업비', '민자', '민자', '{-}'],
    ]);
    expect(grid('startup')).toMatchObject({ whole: true, headerRows: 1 });
  });

  const names = (files: Files) =>
    shown(only(blocksOf(files), 'table', 'task-startup-plan')).map((row) => row[2]);

  it.each([
    ['district', ['국비', '시비', '구비', '민자']],
    ['county', ['국비', '도비', '군비', '민자']],
    ['city', ['국비', '도비', '시비', '민자']],
    ['any', ['국비', '시도비', '시군구비', '민자']],
  ])('calls the sources as the budget of the office does: %s', (office, labels) => {
    const plan = `${PROGRAMME['plan.yaml']}office: ${office}\n`;
    expect(names({ 'plan.yaml': plan }).slice(3)).toEqual(labels);
  });

  it('calls them as the plan says where its publication has other words', () => {
    const plan = `${PROGRAMME['plan.yaml']}office: district\ngrid-sources: { province: 광역시비, other: 기금 }\n`;
    const files = { 'plan.yaml': plan, ...task('course', 'funding: { other: 300 }\n') };
    expect(names(files).slice(3)).toEqual(['국비', '광역시비', '구비', '민자', '기금']);
  });

  it('prints what was stated: blank, with what is behind it, with its unit or without', () => {
    const sheet = grid(
      'course',
      "plan: { unit-line: '(단위 : 명, 천원)', with-unit: false }\nfunding: { total: 5000, national: ~, district: { value: 5000, with-unit: true } }\n",
    );
    expect(shown(sheet).map((row) => row.at(-1))).toEqual([
      '목표인원 및 예산',
      '{-}',
      '{5,000}',
      '',
      '{-}',
      '{5,000천원}',
      '{-}',
    ]);
    expect(sheet.unitLine && text(sheet.unitLine)).toBe('(단위 : 명, 천원)');
    const counted = only(
      blocksOf({
        'tasks/course.yaml':
          "id: course\nname: 여성 교육\ntarget: { value: 60, unit: 개, suffix: '(기업 수)' }\n",
      }),
      'table',
      'task-course-plan',
    );
    expect(shown(counted)[1]?.at(-1)).toBe('{60개}(기업 수)');
  });

  it('has a row for other money in every sheet as soon as one has some', () => {
    const blocks = blocksOf(task('course', 'funding: { other: 300 }\n'));
    for (const [id, amount] of [
      ['course', '{300천원}'],
      ['startup', '{-}'],
    ]) {
      const table = only(blocks, 'table', `task-${id}-plan`);
      expect(shown(table).at(-1)).toEqual(['사업비', '기타', '기타', amount]);
      expect(shown(table)).toHaveLength(8);
    }
  });
});

describe('a sheet', () => {
  const sheet = [
    '□ 사업내용',
    '○ **{{project "room"}}**',
    '- 예산 : {{fig "./projects/room/funding/national"}}천원',
    '▶ 자세한 것',
    '○ **{{project "intern/office"}}**',
    '▶ 바로 아래',
    '  {{table "people"}}',
    '- 다시',
    '□ 기대효과',
    '○ 효과',
  ].join('\n');
  const people = `id: people
corner: 구 분
columns: [{ id: count, label: 인원, unit: 명 }]
rows: [{ id: all, label: 계 }]
cells: { all: [3] }
`;
  const over = { 'tasks/startup.hbs': `${sheet}\n`, 'statistics/people.yaml': people };
  const blocks = blocksOf(over);
  const from = blocks.findIndex(({ id }) => id === 'task-startup');
  const own = blocks.slice(
    from,
    blocks.findIndex(({ id }) => id === 'task-intern'),
  );

  it('has its head, its text, its label and its grid, in this order', () => {
    expect(own.map(({ kind }) => kind)).toEqual([
      'task-sheet',
      'heading',
      ...Array(5).fill('item'),
      'table',
      'item',
      'heading',
      'item',
      'label',
      'table',
    ]);
    const head = only(own, 'task-sheet');
    expect([text(head.banner), text(head.title), head.purpose, head.opensStrategy]).toEqual([
      '[전략1. 청년 일자리]',
      '청년 창업',
      undefined,
      '1. 청년 일자리',
    ]);
    expect(only(blocks, 'task-sheet', 'task-intern').opensStrategy).toBeUndefined();
    expect(text(only(own, 'label').title)).toBe('【’23년 추진계획】');
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
  });

  it('has a table of what is said of its projects, or of the task as a whole, under its title', () => {
    const table = (blocks: readonly Block[]) => shown(only(blocks, 'table', 'task-startup-details'));
    const said = 'department: 일자리과\ncontact: 02-860-1234\n';
    expect(table(blocksOf(task('startup', said)))).toEqual([
      ['담당부서', '연락처'],
      ['일자리과', '02-860-1234'],
    ]);
    const projects = (PROGRAMME['tasks/startup.yaml'] ?? '').replace(
      'target: 6\n',
      'target: 6\n    department: 청년과\n    contents: 교육 {{fig "tasks/startup/target"}}명\n',
    );
    const blocks = blocksOf({ 'tasks/startup.yaml': projects + said });
    expect(table(blocks)).toEqual([
      ['세부사업', '담당부서', '연락처', '사업내용'],
      ['창업 공간', '일자리과', '02-860-1234', ''],
      ['창업 학교', '청년과', '02-860-1234', '교육 {12}명'],
    ]);
    expect(blocks.some(({ id }) => id === 'task-intern-details')).toBe(false);
  });

  it('has a table of money by year behind its grid where there is any', () => {
    const projects = (PROGRAMME['tasks/startup.yaml'] ?? '').replace(
      'target: 5\n',
      'target: 5\n    yearly: { 2022: 900, 2024: 2500 }\n',
    );
    const blocks = blocksOf({ 'tasks/startup.yaml': projects });
    expect(shown(only(blocks, 'table', 'task-startup-yearly'))).toEqual([
      ['세부사업', '2022년', '2023년', '2024년', '계'],
      ['창업 공간', '{900}', '{1,800}', '{2,500}', '{5,200}'],
      ['창업 학교', '-', '{700}', '-', '{700}'],
      ['계', '{900}', '{2,500}', '{2,500}', '{5,900}'],
    ]);
    expect(blocks.some(({ id }) => id === 'task-intern-yearly')).toBe(false);
  });

  it('finds its own figures and projects by themselves, those of others by their task', () => {
    expect(outline(own.filter(({ kind }) => kind === 'item'))).toEqual([
      'item 1 ○: **창업 공간**',
      'item 2 -: 예산 : {1,500}천원',
      'item 3 ▶: 자세한 것',
      'item 1 ○: **행정 인턴**',
      // Behind a new ○ the levels below begin anew.
      'item 2 ▶: 바로 아래',
      'item 3 -: 다시',
      'item 1 ○: 효과',
    ]);
  });

  it('hangs a table under the item above it when it is indented', () => {
    expect(only(own, 'table', 'people').inset).toBe(2);
    const flush = blocksOf({ ...over, 'tasks/startup.hbs': `${sheet.replace('  {{table', '{{table')}\n` });
    expect(only(flush, 'table', 'people').inset).toBeUndefined();
  });

  it('prints the year before in the label where its grid says so, and the purpose above the title', () => {
    const other = blocksOf(task('course', 'plan: { year: -1 }\npurpose: 일하려는 여성을 위한\n'));
    const index = other.findIndex(({ id }) => id === 'task-course');
    const head = only(other.slice(index), 'task-sheet');
    expect(head.purpose && text(head.purpose)).toBe('일하려는 여성을 위한');
    expect(text(only(other.slice(index), 'label').title)).toBe('【’22년 추진계획】');
  });

  it.each([
    ['{{fig "./projects/rooms/target"}}', 'unknown-figure'],
    ['{{project "rooms"}}', 'unknown-project'],
    ['{{project "office"}}', 'unknown-project'],
    ['{{task "start-up"}}', 'unknown-task'],
    ['{{strategy "youht"}}', 'unknown-strategy'],
    ['{{strategy "youth" at="bannner"}}', 'helper-arguments'],
    ['{{insert "overwiev"}}', 'unknown-insert'],
    ['{{free "999,999" ""}}', 'helper-arguments'],
    ['{{free "999,999" " \u00a0"}}', 'helper-arguments'],
    ['{{free "" "나이"}}', 'helper-arguments'],
    ['{{fig "./target" as=" \u00a0"}}', 'helper-arguments'],
  ])('tells of %s', (wrong, rule) => {
    expect(faultsOf({ 'tasks/startup.hbs': `□ 목적\n○ ${wrong}\n` })).toEqual([
      `data/tasks/startup.hbs:2:3 ${rule}`,
    ]);
  });

  it('tells of a heading without anything to see', () => {
    expect(faultsOf({ 'tasks/startup.hbs': '□ \u3164\n○ 가\n□ ****\n○ 나\n' })).toEqual([
      'data/tasks/startup.hbs:1:1 blank-text',
      'data/tasks/startup.hbs:3:1 blank-text',
    ]);
    expect(
      faultsOf({ 'plan.yaml': (PROGRAMME['plan.yaml'] ?? '').replace('일자리대책', "'{{! 제목 }}'") }),
    ).toEqual(['data/plan.yaml:2:8 blank-text']);
  });

  it('holds no part, no section and nothing that is inserted', () => {
    const sheet = '# Ⅱ 부\n□ 목적\n{{insert "task-sheets"}}\n{{insert "cover"}}\n';
    expect(faultsOf({ 'tasks/startup.hbs': sheet }).map((fault) => fault.split('/').at(-1))).toEqual([
      'startup.hbs:1:1 heading-form',
      'startup.hbs:3:1 insert-in-sheet',
      'startup.hbs:4:1 insert-in-sheet',
    ]);
  });

  it('knows ./ in a sheet only', () => {
    expect(faultsOf({}, `${ALL}○ {{fig "./target"}}\n`)).toEqual(['publication.hbs:13:3 unknown-figure']);
  });
});

describe('the schedule', () => {
  it('numbers strategies through, tasks and projects anew, and gives a project its lanes', () => {
    const { rows, columns, corner } = only(blocksOf(), 'schedule');
    expect(text(corner)).toBe('실천과제명');
    expect(columns.map(text).join(' ')).toBe('1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월');
    expect(rows.map(({ kind, label }) => `${kind} ${text(label)}`)).toEqual([
      'strategy 1. 청년 일자리',
      'task ① 청년 창업',
      'project ① 창업 공간',
      'project ② 창업 학교',
      'task ② 청년 인턴',
      'project ① 행정 인턴',
      'strategy 2. 여성 일자리',
      'task ① 여성 교육',
    ]);
    const lanes = rows.flatMap((row) => (row.kind === 'project' ? [row.lanes] : []));
    expect(
      lanes.map((lane) =>
        lane.map((phases) =>
          phases.map((one) => `${one.from}-${one.to}${one.inferred ? '?' : ''} ${text(one.text)}`),
        ),
      ),
    ).toEqual([[['1-3 모집', '4-12? 입주|지원'], ['6-6 점검']], [[]], [[]]]);
  });

  it('counts in quarters, halves or years, and is read so', () => {
    const shownIn = (unit: string, phases: string, term = '') => {
      const block = only(
        blocksOf({
          'plan.yaml': `${PROGRAMME['plan.yaml']}${term}`,
          'schedule.yaml': `corner: 과제\nunit: ${unit}\ntasks: { startup: { room: [[${phases}]] } }\n`,
        }),
        'schedule',
      );
      const [head, , , first] = readingOf({ blocks: [block] }).nodes.flatMap(rowsIn);
      return { columns: block.columns.map(text), head, first };
    };
    expect(
      shownIn('quarters', '{ quarters: 1, text: 모집 }, { quarters: 2-4, inferred: true, text: 운영 }'),
    ).toEqual({
      columns: ['1분기', '2분기', '3분기', '4분기'],
      head: ['1분기~4분기'],
      first: ['1분기'],
    });
    expect(shownIn('halves', '{ halves: 2, text: 운영 }')).toMatchObject({
      columns: ['상반기', '하반기'],
      first: ['하반기'],
    });
    const years = '{ years: 2023-2024, text: 운영 }';
    expect(shownIn('years', years, 'term: 2022-2025\n')).toMatchObject({
      columns: ['2022년', '2023년', '2024년', '2025년'],
      first: ['2023년~2024년'],
    });
    expect(shownIn('years', years).columns).toEqual(['2023년', '2024년']);
  });

  it('stands under subtasks where a task has them, as the lists and the table of who does what do', () => {
    const blocks = blocksOf(SUBTASKS);
    expect(only(blocks, 'schedule').rows.map(({ kind, label }) => `${kind} ${text(label)}`)).toEqual([
      'strategy 1. 청년 일자리',
      'task ① 청년 창업',
      'project ① 창업 점포',
      'subtask (1) 배우기',
      'project ② 창업 학교',
      'subtask (2) 시작하기',
      'project ③ 창업 공간',
      'task ② 청년 인턴',
      'project ① 행정 인턴',
      'strategy 2. 여성 일자리',
      'task ① 여성 교육',
    ]);
    expect(shown(only(blocks, 'table', 'overview'))[2]?.slice(2, 3)).toEqual([
      '▷ 창업 점포 / ▪ 배우기 / ▷ 창업 학교 / ▪ 시작하기 / ▷ 창업 공간',
    ]);
    expect(shown(only(blocks, 'table', 'task-startup-details'))).toEqual([
      ['갈래', '세부사업', '담당부서'],
      ['창업 점포', '창업 점포', ''],
      ['배우기', '창업 학교', ''],
      ['시작하기', '창업 공간', '청년과'],
    ]);
  });

  it('prints a number of its own and a name of its own', () => {
    const over = {
      'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '').replace(
        '    name: 창업 학교',
        "    name: 창업 학교\n    published: { schedule: 창업학교, schedule-number: '①' }",
      ),
    };
    const { rows } = only(blocksOf(over), 'schedule');
    expect(rows[3] && text(rows[3].label)).toBe('① 창업학교');
  });
});

describe('the vision', () => {
  it('numbers the tasks through all strategies', () => {
    const vision = only(
      blocksOf({
        'strategies.yaml': (PROGRAMME['strategies.yaml'] ?? '').replace(
          'name: 여성 일자리',
          'name: 여성 일자리\n    published: { vision: "여성\\n일자리" }',
        ),
      }),
      'vision',
    );
    expect(vision.goals.map((goal) => [text(goal.label), text(goal.text)])).toEqual([
      ['비전', '일하기 좋은 **한빛구**'],
      ['2023년|목표', '{52}개 창출'],
    ]);
    expect([text(vision.strategiesTitle), text(vision.tasksTitle), text(vision.alt)]).toEqual([
      '{2}개 추진전략',
      '{3}개 실천과제',
      '목표와 전략을 보인 그림',
    ]);
    expect(vision.strategies.map(({ name, tasks }) => [text(name), ...tasks.map(text)])).toEqual([
      ['청년 일자리', '① 청년 창업', '② 청년 인턴'],
      ['여성|일자리', '③ 여성 교육'],
    ]);
  });
});

describe('the contents', () => {
  const entries = (over: Files = {}) =>
    only(blocksOf(over), 'contents').entries.map(
      ({ level, label, target }) => `${level} ${text(label)} > ${target}`,
    );

  it('list parts, sections, strategies and tasks; headings only where a part has none of these', () => {
    expect(entries()).toEqual([
      '1 Ⅰ. 요약 > part-i',
      '2 핵심 전략 > part-i-h1',
      '1 Ⅱ. 목표 > part-ii',
      '2 1. 비전 > part-ii-1',
      '1 Ⅲ. 과제 > part-iii',
      '2 1. 청년 일자리 > task-startup',
      '3 ① 청년 창업 > task-startup',
      '3 ② 청년 인턴 > task-intern',
      '2 2. 여성 일자리 > task-course',
      '3 ① 여성 교육 > task-course',
    ]);
  });

  it('spell titles as they do', () => {
    const over = {
      'contents.yaml': 'title: 차례\nentries: { part-iii: 세부 과제 }\n',
      'tasks/course.yaml': "id: course\nname: 여성 교육\npublished: { contents: 여성교육 }\ntarget: '-'\n",
    };
    expect(entries(over)).toContain('1 Ⅲ. 세부 과제 > part-iii');
    expect(entries(over)).toContain('3 ① 여성교육 > task-course');
  });

  it('tells of a title that is not there', () => {
    const { diagnostics, value } = composed({
      'contents.yaml': 'title: 순서\nentries:\n  part-iv: 세부 과제\n',
    });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        rule: 'unknown-heading',
        place: { file: 'data/contents.yaml', line: 3 },
        message: '차례에 달리 적을 제목 ‘part-iv’가 없습니다.',
        expected: expect.stringContaining('part-i, part-i-h1, part-ii'),
      },
    ]);
  });
});

describe('the outreach', () => {
  it('lists keywords and ways line by line', () => {
    expect(shown(only(blocksOf(), 'table', 'outreach'))).toEqual([
      ['대상', '시기', '키워드', '방법'],
      ['청년 창업', '연중', '#창업 / #공간', '○ 누리집 / ○ 현수막'],
    ]);
  });
});

describe('data that no template inserts', () => {
  it('is told of, and nothing else is', () => {
    const { diagnostics } = composed({}, '# Ⅰ 요약\n{{insert "overview"}}\n{{insert "contents"}}\n');
    expect(diagnostics.map(({ severity, rule, expected }) => `${severity} ${rule} ${expected}`)).toEqual(
      ['vision', 'projects', 'task-sheets', 'schedule', 'outreach'].map(
        (name) => `warning unused-data 틀이나 글의 {{insert "${name}"}}`,
      ),
    );
  });

  it('is none where there is none, and an insert without data puts nothing', () => {
    const { plan, book } = readProgramme({}, { 'plan.yaml': PROGRAMME['plan.yaml'] ?? '' });
    if (templates === undefined) throw new Error('the templates cannot be read');
    const publication = { file: 'publication.hbs', text: ALL };
    const { value, diagnostics } = composeDocument(plan, book, { ...templates, publication });
    expect(diagnostics).toEqual([]);
    expect(value?.blocks.map(({ kind }) => kind)).toEqual(['part', 'heading', 'part', 'section', 'part']);
  });
});
