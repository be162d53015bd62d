// Sheets of the programme -> what they are called and say in a plan's own words, and where they keep the usual ones.
import { describe, expect, it } from 'vitest';
import { inWordsOf } from '../../src/compose/sheets/sheet-words.ts';
import { charactersOf, type Sheet, type SheetCell, textIn } from '../../src/document/workbook.ts';
import type { Labels } from '../../src/plan/labels.ts';

const pieces = (text: string) => [{ text, bold: false, raised: false }];

function cell(text: string, role: SheetCell['role'], more: Partial<SheetCell> = {}): SheetCell {
  return {
    ...{ column: 0, colSpan: 1, rowSpan: 1, role, align: 'left', emphasis: 'none', openTop: false },
    content: { kind: 'text', pieces: pieces(text) },
    ...more,
  };
}

const SHEET: Sheet = {
  name: '세부사업별목표',
  caption: pieces('세부사업별 일자리 목표'),
  columns: [10],
  headerRows: 1,
  headerColumns: 1,
  rows: [
    [cell('세부사업', 'column-header')],
    [cell('세부사업 홍보', 'row-header', { prompt: '새 세부사업은 아래에' })],
    [cell('그 밖의 세부사업', 'row-header')],
  ],
  notes: [pieces('세부사업은 budget.xlsx의 세부사업별(입력)에서 고칩니다.')],
  orientation: 'portrait',
};

function shown(levels: NonNullable<Labels['levels']>) {
  const { name, caption, rows, notes } = inWordsOf(SHEET, { levels });
  const cells = rows.flat().map(({ content, prompt }) => [textIn(content), prompt ?? ''].join('|'));
  return [name, charactersOf(caption), ...cells, ...notes.map(charactersOf)];
}

describe('a sheet in the words of its plan', () => {
  it('has them in its name, caption, heads, prompts and notes, and leaves names as they are', () => {
    expect(shown({ project: '단위과제' })).toEqual([
      '단위과제별목표',
      '단위과제별 일자리 목표',
      '단위과제|',
      '세부사업 홍보|새 단위과제는 아래에',
      '그 밖의 단위과제|',
      '단위과제는 budget.xlsx의 단위과제별(입력)에서 고칩니다.',
    ]);
  });

  it.each<[string, NonNullable<Labels['levels']>]>([
    ['Excel does not take', { project: '사업/과제' }],
    ['two sheets would have', { task: '사업', project: '사업' }],
    ['another sheet has', { task: '분야', project: '단위과제' }],
    ['are too long', { project: '아주 긴 이름의 단위사업과 그 아래의 사업을 모두' }],
  ])('keeps the usual names of sheets where they are such as %s', (_, levels) => {
    const [name, caption, , , , note] = shown(levels);
    expect(name).toBe('세부사업별목표');
    expect(caption).toBe(`${levels.project}별 일자리 목표`);
    expect(note).toContain('budget.xlsx의 세부사업별(입력)에서');
  });

  it('is the same where nothing is said otherwise', () => {
    expect(inWordsOf(SHEET, undefined)).toBe(SHEET);
    expect(shown({})).toEqual(shown({ project: '세부사업' }));
  });
});
