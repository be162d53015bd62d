// 총괄 where too much has no source to be split by -> no sum of what is left, until the sources are typed.
import { describe, expect, it } from 'vitest';
import { PLAN, workbooksOf } from '../revise/import-plan.ts';
import { places } from '../revise/sheet-places.ts';
import { Engine } from '../write/xlsx/engine.ts';
import { readBack } from '../write/xlsx/sheets.ts';

const FILES = new Map(PLAN).set(
  'tasks/intern.yaml',
  `id: intern
name: 청년 인턴
projects:
  - { id: office, name: 행정 인턴, target: 40, funding: { total: 8000 } }
  - { id: field, name: 현장 인턴, target: 4, funding: { district: 7000 } }
`,
);
const SUMMARY = '총괄';
/** 국비, 지방비, 시비, 구비 of the whole, and of the strategy that cannot be split. */
const CELLS = [5, 6].map((row) => [4, 5, 6, 7].map((column) => ({ row, column })));

describe('totals in 백만원', () => {
  it('are empty while a part of them cannot be split, and there once it can', async () => {
    const bytes = (await workbooksOf(FILES)).get('budget.xlsx') ?? expect.unreachable('no workbook');
    const file = await readBack(bytes);
    const sheet = file.getWorksheet(SUMMARY) ?? expect.unreachable();
    const stored = CELLS.map((row) => row.map((at) => sheet.getCell(at.row, at.column).text));
    const nothing = ['', '', '', ''];
    expect(stored).toEqual([nothing, nothing]);

    const engine = new Engine(file);
    const shown = () => CELLS.map((row) => row.map((at) => engine.text(SUMMARY, at)));
    expect(shown()).toEqual([nothing, nothing]);

    const [input = '', name = ''] = places(bytes)('office total').split('!');
    engine.type(input, { row: Number(/\d+/.exec(name)?.[0]), column: 6 }, '900');
    expect(shown().flat()).not.toContain('');
  });
});
