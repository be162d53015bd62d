// Projects with the ministry's categories -> their sums, live over the lines below, and what has no category.
import { describe, expect, it } from 'vitest';
import { categorySheet } from '../../src/compose/sheets/category-sheet.ts';
import { markInputs } from '../../src/compose/sheets/mark-inputs.ts';
import { projectTargetSheet, taskTargetSheet } from '../../src/compose/sheets/target-sheets.ts';
import { sourceLabels } from '../../src/plan/office.ts';
import { figureAt, PROGRAMME, type Read, readProgramme, short } from '../plan-format/programme-files.ts';
import { proveFormulas, workbook, writtenAndRead } from '../write/xlsx/sheets.ts';

/** A start-up room and school of one category each; the interns as a whole, the courses of women without any figures. */
const CLASSIFIED = {
  'tasks/startup.yaml': (PROGRAMME['tasks/startup.yaml'] ?? '')
    .replace('name: 창업 공간', 'name: 창업 공간\n    category: startup')
    .replace('name: 창업 학교', 'name: 창업 학교\n    category: training'),
  'tasks/intern.yaml': `id: intern
name: 청년 인턴
target: 40
category: direct-jobs
projects:
  - id: office
    name: 행정 인턴
    funding: { province: 6400, district: 0 }
`,
};

const LABELS = sourceLabels('district');

const sums = (read: Read, ...names: string[]) =>
  names.map((name) => short(figureAt(read, `categories/${name}`).effective));

describe('the categories of the ministry', () => {
  it('are summed by category and sector, and the rest is told', () => {
    const read = readProgramme(CLASSIFIED);
    expect(read.faults).toEqual([]);
    expect(sums(read, 'startup/target', 'training/target', 'direct-jobs/target')).toEqual(['5', '6', '40']);
    expect(sums(read, 'startup/funding', 'training/funding', 'direct-jobs/funding')).toEqual([
      '1800',
      '700',
      '6400',
    ]);
    expect(sums(read, 'government/target', 'classified/target')).toEqual(['51', '51']);
    // The task states 12 where its projects have 11.
    expect(sums(read, 'unclassified/target', 'unclassified/funding')).toEqual(['1', '0']);
  });

  it('are not there where no project has one', () => {
    const { plan, book } = readProgramme();
    expect([...book.keys()].filter((address) => address.startsWith('categories/'))).toEqual([]);
    expect(categorySheet(plan.programme, LABELS, book)).toBeUndefined();
  });

  it('give a task its own to each project that has none', () => {
    const startup = (PROGRAMME['tasks/startup.yaml'] ?? '')
      .replace('target: 12', 'target: 12\ncategory: startup')
      .replace('name: 창업 학교', 'name: 창업 학교\n    category: private-other');
    const read = readProgramme({ 'tasks/startup.yaml': startup });
    expect(sums(read, 'startup/target', 'private-other/target', 'private/funding')).toEqual([
      '5',
      '6',
      '700',
    ]);
  });

  it('are refused where the ministry has none of that name', () => {
    const startup = (PROGRAMME['tasks/startup.yaml'] ?? '').replace(
      'name: 창업 공간',
      'name: 창업 공간\n    category: jobs',
    );
    expect(readProgramme({ 'tasks/startup.yaml': startup }).faults).toEqual([
      'data/tasks/startup.yaml:7:15 wrong-type',
    ]);
  });
});

describe('the lists of an office of its own', () => {
  const own = `categories: [{ id: training, label: 직업훈련 }, { id: rehabilitation, label: 지원고용 }]
sectors:
  - { id: jobs, label: 일자리, categories: [{ id: direct-jobs, label: 직접일자리 }, { id: startup, label: 창업 }] }
`;

  it('go before the list that all plans share, with or without sectors', () => {
    const read = readProgramme({ ...CLASSIFIED, 'categories.yaml': own });
    expect(read.faults).toEqual([]);
    expect(sums(read, 'jobs/target', 'classified/target', 'rehabilitation/target')).toEqual([
      '45',
      '51',
      '-',
    ]);
    expect(sums(read, 'startup/budget', 'jobs/budget', 'rehabilitation/budget')).toEqual(['2', '8', '-']);
    const made = categorySheet(read.plan.programme, LABELS, read.book) ?? expect.unreachable();
    const labels = made.rows.map(([first]) =>
      first?.content.kind === 'text' ? first.content.pieces[0]?.text : '',
    );
    expect(labels.filter((label) => label !== '청년 창업' && label !== '청년 인턴')).toEqual([
      '분류',
      '총 계',
      '일자리',
      '직접일자리',
      '창업',
      '직업훈련',
      '분류를 적지 않은 것',
    ]);
  });

  it('are referred to by relations', () => {
    const course = (PROGRAMME['tasks/course.yaml'] ?? '').replace(
      'name:',
      'figures: { placed: { value: computed, unit: 명, is: "sum(categories/startup/target, categories/jobs/target)" } }\nname:',
    );
    const read = readProgramme({ ...CLASSIFIED, 'categories.yaml': own, 'tasks/course.yaml': course });
    expect(read.faults).toEqual([]);
    expect(short(figureAt(read, 'tasks/course/placed').effective)).toBe('50');
  });
});

describe('고용부 분류별', () => {
  it('has each category over its lines, in the order of the ministry, with live sums', async () => {
    const { plan, book } = readProgramme(CLASSIFIED);
    const made = categorySheet(plan.programme, LABELS, book) ?? expect.unreachable();
    const sheets = [
      taskTargetSheet(plan.programme, book),
      projectTargetSheet(plan.programme, book, plan.year),
      made,
    ];
    const file = await writtenAndRead({ ...workbook([], ...sheets), figures: book });
    proveFormulas(file);
    const sheet = file.getWorksheet('고용부 분류별');
    const rows: unknown[][] = [];
    sheet?.eachRow((row, number) => {
      if (number < 3) return;
      const cells: unknown[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.master === cell) cells.push(cell.formula === undefined ? cell.value : cell.result);
      });
      rows.push(cells);
    });
    expect(rows).toEqual([
      ['분류', '실천과제', '세부사업', '사업 수', '목표', '예산 계', '국비', '시비', '구비'],
      ['총 계', 3, 52, 8900, 1500, 6400, 1000],
      ['정부부문', 3, 51, 8900, 1500, 6400, 1000],
      ['직접일자리 창출', '소계', 1, 40, 6400, null, 6400, 0],
      ['청년 인턴', '행정 인턴', null, null, 6400, null, 6400, 0],
      ['청년 인턴', '과제 전체', null, 40, null, null, null, null],
      ['직업능력개발훈련', '소계', 1, 6, 700, null, null, 700],
      ['청년 창업', '창업 학교', null, 6, 700, null, null, 700],
      ['창업지원', '소계', 1, 5, 1800, 1500, null, 300],
      ['청년 창업', '창업 공간', null, 5, 1800, 1500, null, 300],
      ['분류를 적지 않은 것', 0, 1, 0, 0, 0, 0],
    ]);
    expect(sheet?.getCell('D6').formula).toBe('COUNTA(C7:C8)-COUNTIF(C7:C8,"과제 전체")');
    expect(sheet?.getCell('D13').formula).toBe('D4-(COUNTA(C5:C12)-COUNTIF(C5:C12,"과제 전체"))');
    expect(sheet?.getCell('E6').formula).toBe('SUM(E8)');
    expect(sheet?.getCell('E8').formula).toBe("'실천과제별목표'!C6");
    expect(sheet?.getCell('F6').formula).toBe('SUM(F7)');
    expect(sheet?.getCell('E13').formula).toBe('E4-(SUM(E5))');
  });
});

describe('the targets of the year before', () => {
  const known = (text: string, project: string, target: string) =>
    text.replace(`name: ${project}`, `name: ${project}\n    last-target: ${target}`);
  const startup = known(known(CLASSIFIED['tasks/startup.yaml'], '창업 공간', '4'), '창업 학교', '7');
  const intern = CLASSIFIED['tasks/intern.yaml'].replace('target: 40', 'target: 40\nlast-target: 35');
  const course = (PROGRAMME['tasks/course.yaml'] ?? '').replace('name:', 'last-target: 20\nname:');

  it('are summed by category and in all, with what has no category', () => {
    const read = readProgramme({
      'tasks/startup.yaml': startup,
      'tasks/intern.yaml': intern,
      'tasks/course.yaml': course,
    });
    expect(read.faults).toEqual([]);
    expect(
      sums(
        read,
        'startup/last-target',
        'direct-jobs/last-target',
        'all/last-target',
        'unclassified/last-target',
      ),
    ).toEqual(['4', '35', '66', '20']);
  });

  it('have a column where one is known, and are typed there', () => {
    const { plan, book } = readProgramme({ ...CLASSIFIED, 'tasks/startup.yaml': startup });
    const made = categorySheet(plan.programme, LABELS, book) ?? expect.unreachable();
    const heads = made.rows[0]?.map(({ content }) =>
      content.kind === 'text' ? content.pieces[0]?.text : '',
    );
    expect(heads).toContain('지난해\n목표');
    const [marked] = markInputs([made], book);
    const typed = marked?.rows
      .flat()
      .flatMap(({ content, input }) =>
        input !== undefined && content.kind === 'figure' && content.address.endsWith('last/year-target')
          ? [content.address]
          : [],
      );
    expect(typed?.toSorted()).toEqual(
      ['room', 'school'].map((project) => `tasks/startup/projects/${project}/last/year-target`),
    );
  });

  it('are typed where amounts are not: those belong to the workbook of the budget', () => {
    const { plan, book } = readProgramme({ ...CLASSIFIED, 'tasks/startup.yaml': startup });
    const made = categorySheet(plan.programme, LABELS, book) ?? expect.unreachable();
    const cells = markInputs([made], book).flatMap(({ rows }) => rows.flat());
    const amounts = cells.filter(
      ({ content }) => content.kind === 'figure' && /^tasks\/.*\/funding\//.test(content.address),
    );
    expect(amounts.length).toBeGreaterThan(3);
    for (const { input, elsewhere } of amounts) expect([input, elsewhere]).toEqual([undefined, true]);
  });

  it('have no column where none is known', () => {
    const { plan, book } = readProgramme(CLASSIFIED);
    const made = categorySheet(plan.programme, LABELS, book);
    expect(made?.rows[0]).toHaveLength(9);
    expect([...book.keys()].filter((address) => address.includes('last'))).toEqual([]);
  });
});
