// Tables over the programme: their rows, the figures that their cells are tied to, and what they add up to.
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/figure/address.ts';
import { leafId, leavesOf, type StatisticsTable } from '../../src/plan/statistics-table.ts';
import { type Files, figureAt, PROGRAMME, type Read, readProgramme, short } from './programme-files.ts';

const CATEGORIES: Files = {
  'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '')
    .replace('target: 12\n', '')
    .replace('name: 창업 공간', 'name: 창업 공간\n    category: startup')
    .replace(
      'name: 창업 학교',
      'name: 창업 학교\n    category: training\n    figures: { rooms: { value: 1.5, unit: 시간 } }',
    ),
};

function read(table: string, more: Files = {}): Read {
  return readProgramme({ ...CATEGORIES, 'statistics/all.yaml': `id: all\n${table}`, ...more });
}

function tableOf({ plan }: Read): StatisticsTable {
  return plan.tables.get('all') ?? expect.unreachable();
}

/** The ids of the rows with what stands in each cell: a value, a text, nothing. */
function shown(one: Read): readonly string[] {
  const table = tableOf(one);
  return leavesOf(table.rows).map((path, row) =>
    [
      leafId(path),
      ...(table.cells[row] ?? []).map((cell) => {
        if (cell.kind === 'empty') return '·';
        if (cell.kind === 'text') return cell.text.text.replaceAll('\n', '+');
        return (
          short(figureAt(one, cell.address).effective) + (cell.down === undefined ? '' : `↓${cell.down}`)
        );
      }),
    ].join(' '),
  );
}

describe('a table of each project', () => {
  const one = read(`rows: each project
groups: [strategy, task]
subtotals: { strategy: 소 계 }
total: 합 계
columns:
  - { id: number }
  - { id: kind, field: category, label: 분류 }
  - { id: target }
  - { id: funding, label: 예산, columns: [{ id: total, unit: 백만원 }, { id: national, unit: 백만원 }, { id: district, unit: 백만원 }] }
  - { id: rooms, label: 시설, unit: 시간 }
  - { id: share, label: 비중, field: computed, unit: '%', digits: 1 }
relations: { '*/share': 'share(./funding-total, total/funding-total)' }
`);

  it('has a row for each, under its groups, with sums over rows', () => {
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total · · 51 9 2 1 3/2 100',
      'youth-subtotal · · 51 9 2 1 3/2 100',
      'youth-startup-room 1 창업지원 5 2 2 0 - 200/9',
      'youth-startup-school 2 직업능력개발훈련 6 1 - 1 3/2 100/9',
      'youth-intern-office 3 · 40 6 - 0 - 200/3',
      'women-subtotal · · - - - - - 0',
      'women-course-course 4 · - - - - - 0',
    ]);
  });

  it('adds up across and down to what the plan prints elsewhere', () => {
    expect(short(figureAt(one, 'strategies/all/budget/total').effective)).toBe('9');
    expect(short(figureAt(one, 'tables/all/total/funding-total').effective)).toBe('9');
  });

  it('is tied to the figures of the programme', () => {
    expect(figureAt(one, 'tables/all/youth-startup-room/target').definition.relation).toEqual({
      kind: 'same',
      as: 'tasks/startup/projects/room/target',
    });
    expect(figureAt(one, 'tables/all/youth-startup-school/rooms').definition.digits).toBe(1);
  });

  it('is called by what stands in it where it says nothing', () => {
    const { heads, columns } = tableOf(one);
    expect(heads?.map(({ text }) => text)).toEqual(['추진전략', '실천과제', '세부사업']);
    expect(leavesOf(columns).map((path) => path.at(-1)?.label.text)).toEqual([
      '연번',
      '분류',
      '일자리 목표',
      '계',
      '국비',
      '시군구비',
      '시설',
      '비중',
    ]);
  });
});

describe('what is said of projects', () => {
  const said = {
    'tasks/startup.yaml': `id: startup
name: 청년 창업
department: 일자리과
contact: 02-860-1234
projects:
  - { id: room, name: 창업 공간, target: 5, executing-body: 구청, contents: '공간 **지원**' }
  - { id: school, name: 창업 학교, target: 6, department: 청년과, executing-body: 구청 }
`,
    'labels.yaml': 'details: { department: 소관부서 }\n',
  };

  it('has rows of its own, groups and columns', () => {
    const one = read(
      'rows: each department\ntotal: 계\ncolumns: [{ id: count }, { id: target }, { id: contact }]\n',
      said,
    );
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 3 51 ·',
      'iljarigwa 1 5 02-860-1234',
      'cheongnyeongwa 1 6 02-860-1234',
      'none 1 40 ·',
    ]);
    expect(tableOf(one).heads?.map(({ text }) => text)).toEqual(['소관부서']);
    const two = read(
      'rows: each project\ngroups: [executing-body]\nwhere: { department: [청년과, 일자리과], task: startup }\ncolumns: [{ id: department }, { id: contents }]\n',
      said,
    );
    expect(two.faults).toEqual([]);
    expect(shown(two)).toEqual([
      'gucheong-startup-room 일자리과 공간 **지원**',
      'gucheong-startup-school 청년과 ·',
    ]);
  });
});

describe('targets besides jobs', () => {
  const further = {
    'plan.yaml': `${PROGRAMME['plan.yaml']}targets: [{ id: helped, label: 수혜자 }, { id: firms, label: 기업, unit: 개사 }]\n`,
    'tasks/startup.yaml': `id: startup
name: 청년 창업
projects:
  - { id: room, name: 창업 공간, target: 5, targets: { firms: 3, helped: 40 } }
  - { id: school, name: 창업 학교, target: 6, targets: { helped: 60 } }
`,
    'tasks/intern.yaml': `id: intern
name: 청년 인턴
targets: { helped: 100 }
projects:
  - { id: office, name: 행정 인턴, target: 40 }
`,
  };

  it('are added up over those that have them, and have columns', () => {
    const one = read(
      'rows: each project\ngroups: [task]\ntotal: 계\ncolumns: [{ id: helped, field: targets/helped }, { id: firms, field: targets/firms }]\n',
      further,
    );
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 200 3',
      'startup-room 40 3',
      'startup-school 60 -',
      'intern-office 100 -',
      'course-course - -',
    ]);
    expect(leavesOf(tableOf(one).columns).map((path) => path[0]?.label.text)).toEqual(['수혜자', '기업']);
    expect(short(figureAt(one, 'strategies/youth/targets/helped').effective)).toBe('200');
    expect(short(figureAt(one, 'strategies/all/targets/firms').effective)).toBe('3');
    expect(one.book.has('strategies/women/targets/helped' as Address)).toBe(false);
  });
});

describe('subtasks', () => {
  const divided = {
    'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '')
      .replace('target: 12\n', '')
      .replace(
        'projects:',
        'subtasks: [{ id: learn, name: 배우기 }, { id: begin, name: 시작하기 }]\nprojects:',
      )
      .replace('name: 창업 공간', 'name: 창업 공간\n    subtask: begin')
      .replace('name: 창업 학교', 'name: 창업 학교\n    subtask: learn'),
  };

  it('are rows, groups and columns; a task without them is its own row', () => {
    const rows = read(
      'rows: each subtask\ngroups: [strategy, task]\ntotal: 계\ncolumns: [{ id: subtask }, { id: target }, { id: funding, unit: 백만원 }]\n',
      divided,
    );
    expect(rows.faults).toEqual([]);
    expect(shown(rows)).toEqual([
      'total · 51 9',
      'youth-startup-learn 배우기 6 1',
      'youth-startup-begin 시작하기 5 2',
      'youth-intern-intern · 40 6',
      'women-course-course · - -',
    ]);
    const groups = read(
      'rows: each project\ngroups: [task, subtask]\nsubtotals: { subtask: 소계 }\nwhere: { subtask: [startup-begin] }\ncolumns: [{ id: target }]\n',
      divided,
    );
    expect(groups.faults).toEqual([]);
    expect(shown(groups)).toEqual(['startup-begin-subtotal 5', 'startup-begin-room 5']);
    const refused = read('rows: each subtask\ngroups: [subtask]\ncolumns: [{ id: target }]\n', divided);
    expect(refused.faults).toEqual(['data/statistics/all.yaml:3:10 duplicate-id']);
  });
});

describe('funding by year', () => {
  const yearly = {
    'tasks/startup.yaml': `id: startup
name: 청년 창업
projects:
  - id: room
    name: 창업 공간
    target: 5
    funding: { national: 1500, district: 300 }
    yearly: { 2021: 900, 2024: { national: 2000, district: 500 }, total: 5200 }
  - { id: school, name: 창업 학교, target: 6, funding: { district: 700 } }
`,
    'tasks/intern.yaml': `id: intern
name: 청년 인턴
yearly: { 2024: 60 }
projects:
  - { id: office, name: 행정 인턴, target: 40, funding: { province: 6400 } }
`,
  };

  it('has a row for each year, which is the plan’s own for its year', () => {
    const one = read(
      'rows: each year\ntotal: 계\ncolumns: [{ id: target }, { id: funding }, { id: nat, field: funding/national, label: 국비 }]\n',
      yearly,
    );
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 51 12360 3500',
      '2021 - 900 -',
      '2023 51 8900 1500',
      '2024 - 2560 2000',
    ]);
    const none = read('rows: each year\ncolumns: [{ id: funding }]\n');
    expect(none.faults).toEqual(['data/statistics/all.yaml:2:7 unknown-id']);
    expect(short(figureAt(one, 'strategies/all/yearly/2024/total').effective)).toBe('2560');
    expect(short(figureAt(one, 'strategies/all/yearly/all/total').effective)).toBe('12360');
    expect(figureAt(one, 'tasks/startup/projects/room/yearly/2023/total').definition.relation).toEqual({
      kind: 'same',
      as: 'tasks/startup/projects/room/funding/total',
    });
    expect(figureAt(one, 'tasks/startup/projects/room/yearly/all/total').stated).toEqual(
      figureAt(one, 'tasks/startup/projects/room/yearly/all/total').computed,
    );
  });

  it('has columns beside projects, over those of whom the task speaks', () => {
    const one = read(
      'rows: each project\ngroups: [task]\ntotal: 계\ncolumns: [{ id: past, field: yearly/2021 }, { id: now, field: yearly/2023 }, { id: next, field: yearly/2024 }, { id: all, field: yearly/all }]\n',
      yearly,
    );
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 900 8900 2560 12360',
      'startup-room 900 1800 2500 5200',
      'startup-school - 700 - 700',
      'intern-office - 6400 60 6460',
      'course-course - - - -',
    ]);
  });
});

it('rounds funding by year so that it adds up over projects, sources and years', () => {
  const files = {
    'tasks/startup.yaml': `id: startup
name: 청년 창업
projects:
  - id: room
    name: 창업 공간
    funding: { national: 1400, district: 300 }
    yearly: { 2024: { national: 1400, district: 300 }, 2025: 1400 }
  - { id: school, name: 창업 학교, funding: { district: 700 }, yearly: { 2024: { district: 1700 }, 2025: 1400 } }
`,
    'tasks/intern.yaml': `id: intern
name: 청년 인턴
yearly: { 2024: { province: 1400 } }
projects:
  - { id: office, name: 행정 인턴, target: 40, funding: { province: 6400 } }
`,
  };
  const one = read(
    `rows: each project
groups: [task]
total: 계
columns: [{ id: now, field: yearly/2023, unit: 백만원 }, { id: next, field: yearly/2024, unit: 백만원 }, { id: nat, field: yearly/2024/national, unit: 백만원 }, { id: last, field: yearly/2025, unit: 백만원 }, { id: all, field: yearly/all, unit: 백만원 }]
`,
    files,
  );
  expect(one.faults).toEqual([]);
  expect(shown(one)).toEqual([
    'total 8 4 2 3 15',
    'startup-room 2 2 2 2 6',
    'startup-school 0 1 - 1 2',
    'intern-office 6 1 - - 7',
    'course-course - - - - -',
  ]);
  const years = read(
    `rows: each year
total: 계
columns: [{ id: funding, columns: [{ id: total, unit: 백만원 }, { id: national, unit: 백만원 }, { id: province, unit: 백만원 }, { id: district, unit: 백만원 }] }]
`,
    files,
  );
  expect(shown(years)).toEqual(['total 15 2 7 3', '2023 8 1 6 1', '2024 4 1 1 2', '2025 3 - - -']);
});

describe('a figure that is given for a whole task', () => {
  const whole = {
    'tasks/startup.yaml': `id: startup
name: 청년 창업
target: 12
funding: { national: 3000 }
projects:
  - { id: room, name: 창업 공간, target: 5, category: startup }
  - { id: school, name: 창업 학교, category: training }
`,
  };
  const columns = `columns: [{ id: target }, { id: funding }, { id: cost, label: 단가, field: computed, unit: '%' }]
relations: { '*/cost': 'share(./funding, total/funding)' }
`;

  it('reaches over the rows of its projects, and what follows from it too', () => {
    const one = read(`rows: each project\ngroups: [task]\ntotal: 계\n${columns}`, whole);
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 52 9400 100',
      'startup-room 12↓2 3000↓2 1500/47↓2',
      'startup-school · · ·',
      'intern-office 40 6400 3200/47',
      'course-course - - 0',
    ]);
  });

  it('is missed, and told, where its projects stand apart', () => {
    const one = read(`rows: each project\ngroups: [category]\ntotal: 계\n${columns}`, whole);
    expect(one.faults).toEqual([
      'data/statistics/all.yaml:5:17 missing-key',
      'data/statistics/all.yaml:5:33 missing-key',
    ]);
    expect(shown(one)[0]).toBe('total 45 6400 100');
  });
});

describe('rows of other kinds', () => {
  it('are tasks with their own figures and the texts of their projects', () => {
    const one = read(
      'rows: each task\ntotals-at: bottom\ntotal: 계\ncolumns: [{ id: count }, { id: project }, { id: target }, { id: funding, unit: 백만원 }]\n',
    );
    expect(shown(one)).toEqual([
      'startup 2 창업 공간+창업 학교 11 3',
      'intern 1 행정 인턴 40 6',
      'course 0 · - -',
      'total 3 · 51 9',
    ]);
  });

  it('are strategies, and categories with what has none', () => {
    expect(shown(read('rows: each strategy\ncolumns: [{ id: target }, { id: task }]\n'))).toEqual([
      'youth 51 청년 창업+청년 인턴',
      'women - 여성 교육',
    ]);
    const one = read(
      'rows: each category\ngroups: [sector]\ntotal: 계\ncolumns: [{ id: target }, { id: funding, unit: 백만원 }]\n',
    );
    expect(one.faults).toEqual([]);
    expect(shown(one)).toEqual([
      'total 51 9',
      'government-training 6 1',
      'government-startup 5 2',
      'none-none 40 6',
    ]);
  });

  it('are chosen', () => {
    const one = read(
      'rows: each project\nwhere: { category: [startup, training], task: startup }\ntotal: 계\ncolumns: [{ id: target }]\n',
    );
    expect(shown(one)).toEqual(['total 11', 'startup-room 5', 'startup-school 6']);
  });
});

it('follows the programme of its edition', () => {
  const edition = `number: 1
title: 제1회 추경
kind: 추경
date: 2023-05-01
published: true
changes:
  - { add: tasks/intern/projects/cafe, name: 청년 카페, target: 7, funding: { district: 900 } }
  - { end: tasks/startup/projects/room }
`;
  const table = 'rows: each project\ntotal: 계\ncolumns: [{ id: target }, { id: funding, unit: 백만원 }]\n';
  const one = read(table, { 'editions/1.yaml': edition });
  expect(shown(one)[0]).toBe('total 51 9');
});

it('refers to its cells from elsewhere', () => {
  const one = read('rows: each project\ntotal: 계\ncolumns: [{ id: target }]\n', {
    'statistics/figures.yaml':
      "all-targets: { value: computed, unit: 명, is: 'sum(tables/all/*/target)' }\n".replace(
        'tables/all/*/target',
        'tables/all/total/target',
      ),
  });
  expect(one.faults).toEqual([]);
  expect(short(figureAt(one, 'figures/all-targets').effective)).toBe('51');
});
