// The targets workbook of a printed table: same cells, typed figures, sheet names, notes, widths.
import { describe, expect, it } from 'vitest';
import { composeTargets } from '../../src/compose/compose-targets.ts';
import { plainText } from '../../src/document/inline.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { proveFormulas, readBack } from '../write/xlsx/sheets.ts';
import { jobOpenings } from './job-openings.ts';

function composed() {
  const { plan, book, document } = jobOpenings();
  const workbook = composeTargets(plan, book, document);
  const [, sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return { plan, book, document, workbook, sheet };
}

describe('composeTargets', () => {
  it('names the sheet after the place of the table among all printed tables', () => {
    const { workbook } = composed();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['표지', '표02']);
  });

  it('gives no sheet to a table that the publication does not print, and its inputs a line each in that of all others', () => {
    const { plan, book, document } = composed();
    const { sheets } = composeTargets(plan, book, { ...document, blocks: [] });
    expect(sheets.map(({ name }) => name)).toEqual(['표지', '그밖의수치(입력)']);
    const inputs = plan.figures.filter(({ relation }) => relation === undefined);
    expect(sheets[1]?.rows).toHaveLength(1 + inputs.length);
  });

  it('has a cell for each printed cell, figures by address', () => {
    const { sheet, document } = composed();
    const table = document.blocks.find(({ id }) => id === 'job-openings');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(sheet.rows.map((row) => row.length)).toEqual(table.rows.map((row) => row.length));
    const figures = sheet.rows.flat().filter(({ content }) => content.kind === 'figure');
    expect(figures).toHaveLength(table.rows.flat().filter(({ figure }) => figure !== undefined).length);
  });

  it('brings the notes that caption and headers refer to, by their numbers', () => {
    const { sheet, document } = composed();
    expect(sheet.notes.map((note) => note.map(({ text }) => text).join(''))).toEqual(
      [...document.notes.values()].map(({ number, content }) => `${number}) ${plainText(content.inlines)}`),
    );
    expect(sheet.caption.at(1)).toEqual({ text: '9)', bold: false, raised: true });
  });

  it('is written with every number live and equal to what is printed', async () => {
    const { workbook, document } = composed();
    const { value, diagnostics } = await writeWorkbook(workbook);
    expect(diagnostics).toEqual([]);
    if (value === undefined) throw new Error('no workbook');
    const file = await readBack(value);
    // Of 22 relations one is stated otherwise than it comes to: 0.80 where 46,567 / 57,558 is 0.81.
    expect(proveFormulas(file)).toBe(21);
    const worksheet = file.worksheets[1];
    const table = document.blocks.find(({ id }) => id === 'job-openings');
    if (worksheet === undefined || table?.kind !== 'table') throw new Error('no sheet');
    const printed = table.rows.flatMap((row, y) =>
      row.flatMap((cell) => {
        const [block] = cell.blocks;
        if (cell.figure === undefined || block?.kind !== 'paragraph') return [];
        const number = Number(plainText(block.content.inlines).replace('△', '-').replaceAll(',', ''));
        const held = worksheet.getCell(y + 3, cell.column + 1);
        return [[number, held.formula === undefined ? held.value : held.result]];
      }),
    );
    expect(printed).toHaveLength(40);
    for (const [number, held] of printed) expect(held).toBe(number);
    expect(worksheet.getCell('C5').formula).toBe('ROUND((B5-B6)/B6*100,1)');
    expect(worksheet.getCell('I9').formula).toBe('ROUND(F9/D9*100,1)');
    expect(worksheet.getCell('C9').formula).toBeUndefined();
    expect(worksheet.getCell('H5').value).toBe(0.8);
    expect(worksheet.getCell('H5').note).toContain('0.81');
  });

  it('freezes and repeats the header, merges it, and fits an A4 page', async () => {
    const { value } = await writeWorkbook(composed().workbook);
    if (value === undefined) throw new Error('no workbook');
    const worksheet = (await readBack(value)).worksheets[1];
    expect(worksheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
    expect(worksheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
    expect(worksheet?.pageSetup.printTitlesRow).toBe('3:4');
    expect(worksheet?.getCell('A4').master.address).toBe('A3');
    expect(worksheet?.getCell('C3').master.address).toBe('B3');
  });
});
