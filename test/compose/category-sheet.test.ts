// Projects with the ministry's categories -> their sums, live over the lines below, and what has no category.
import { describe, expect, it } from 'vitest';
import { categorySheet } from '../../src/compose/sheets/category-sheet.ts';
import { projectTargetSheet, taskTargetSheet } from '../../src/compose/sheets/target-sheets.ts';
import { figureAt, PROGRAMME, type Read, readProgramme, short } from '../read/programme-files.ts';
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
    expect(categorySheet(plan.programme, book)).toBeUndefined();
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

describe('고용부 분류별', () => {
  it('has each category over its lines, in the order of the ministry, with live sums', async () => {
    const { plan, book } = readProgramme(CLASSIFIED);
    const made = categorySheet(plan.programme, book) ?? expect.unreachable();
    const sheets = [taskTargetSheet(plan.programme, book), projectTargetSheet(plan.programme, book), made];
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
      ['분류', '실천과제', '세부사업', '목표', '예산'],
      ['총 계', 52, 8900],
      ['정부부문', 51, 8900],
      ['직접일자리 창출', '소계', 40, 6400],
      ['청년 인턴', '행정 인턴', null, 6400],
      ['청년 인턴', '과제 전체', 40, null],
      ['직업능력개발훈련', '소계', 6, 700],
      ['청년 창업', '창업 학교', 6, 700],
      ['창업지원', '소계', 5, 1800],
      ['청년 창업', '창업 공간', 5, 1800],
      ['분류를 적지 않은 것', 1, 0],
    ]);
    expect(sheet?.getCell('D6').formula).toBe('SUM(D8)');
    expect(sheet?.getCell('D8').formula).toBe("'실천과제별목표'!C6");
    expect(sheet?.getCell('E6').formula).toBe('SUM(E7)');
    expect(sheet?.getCell('D13').formula).toBe('D4-(SUM(D5))');
  });
});
