// The bundled plan's workbooks: they prove without a word, and whatever is done to the finished files is told with its cell.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeBudget } from '../../src/compose/compose-targets.ts';
import type { Workbook } from '../../src/document/workbook.ts';
import { proveWorkbook } from '../../src/proof/prove-workbook.ts';
import { shownNumber } from '../../src/proof/xlsx/shown-number.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { withPart } from './sabotage.ts';

const SHEET = 'xl/worksheets/sheet2.xml';
const CELL = { file: 'budget.xlsx', cell: '총괄!B10' };

let model: Workbook;
let bytes: Uint8Array;

beforeAll(async () => {
  const { plan, book, document } = await bundledPlan();
  model = composeBudget(plan, book, document);
  const written = (await writeWorkbook(model)).value;
  if (written === undefined) throw new Error('no workbook was written');
  bytes = written;
}, 60_000);

/** What the proof says of the file with one part changed. */
function told(part: string, edit: (xml: string) => string) {
  return proveWorkbook(model, withPart(bytes, part, edit)).diagnostics;
}

it('a workbook as it was written proves without a word', () => {
  const { diagnostics, figures } = proveWorkbook(model, bytes);
  expect(diagnostics).toEqual([]);
  expect(figures).toContainEqual(expect.objectContaining({ cell: '총괄!B10', text: '170' }));
  expect(figures.length).toBeGreaterThan(300);
});

describe('a finished workbook with', () => {
  const inCell = (change: (cell: string) => string) => (xml: string) =>
    xml.replace(/<c r="B10"[^>]*>.*?<\/c>/, change);

  it.each<[string, (cell: string) => string]>([
    ['a digit changed', (cell) => cell.replace('<v>170</v>', '<v>171</v>')],
    ['a number as text', (cell) => cell.replace('<c ', '<c t="str" ')],
    ['an error for a number', (cell) => cell.replace('<c ', '<c t="e" ').replace('170', '#REF!')],
    ['a cell emptied', () => ''],
    ['another number format', (cell) => cell.replace(/ s="\d+"/, '')],
  ])('%s', (_, change) => {
    const diagnostics = told(SHEET, inCell(change));
    expect(diagnostics[0]).toMatchObject({ rule: 'figure-not-in-cell', severity: 'error', place: CELL });
    expect(diagnostics.map(({ place }) => place)).toEqual(diagnostics.map(() => CELL));
    expect(diagnostics[0]?.related?.[0]?.place).toHaveProperty('line');
  });

  it('a row lost, a text changed, a merged cell parted', () => {
    expect(told(SHEET, (xml) => xml.replace(/<row r="10".*?<\/row>/, '')).length).toBeGreaterThan(5);
    expect(
      told('xl/sharedStrings.xml', (xml) => xml.replace('인천광역시 서구', '인천광역시 동구')),
    ).toMatchObject([{ rule: 'text-not-in-cell', severity: 'error' }]);
    expect(told(SHEET, (xml) => xml.replace('<mergeCell ref="C3:I3"/>', ''))).toMatchObject([
      { rule: 'workbook-differs', place: { cell: '총괄!C3' } },
    ]);
  });

  it('a sheet under another name, or bytes that are no workbook', () => {
    expect(told('xl/workbook.xml', (xml) => xml.replace('name="총괄"', 'name="총계"'))).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining('시트가 없습니다'),
        place: { file: 'budget.xlsx', cell: '총괄!A1' },
      }),
    );
    expect(proveWorkbook(model, bytes.subarray(100)).diagnostics).toMatchObject([
      { rule: 'output-unreadable' },
    ]);
  });
});

describe('a workbook that would not follow or could not be taken back', () => {
  const rules = (part: string, edit: (xml: string) => string) => [
    ...new Set(told(part, edit).map(({ rule }) => rule)),
  ];
  const cell = (name: string) => new RegExp(`<c r="${name}"[^>]*>.*?</c>`);
  const frozen = (name: string) => (xml: string) =>
    xml.replace(cell(name), (found) => found.replace(/<f>.*?<\/f>/, ''));

  it('a sum that is only a number', () => {
    expect(told(SHEET, frozen('C5'))).toMatchObject([{ rule: 'formula-missing', severity: 'error' }]);
    // Nothing but nil adds up to a dash, and must follow too.
    expect(told(SHEET, frozen('N7'))).toMatchObject([{ rule: 'formula-missing', severity: 'error' }]);
  });

  const formula = (change: (text: string) => string) => (xml: string) =>
    xml.replace(cell('C5'), (found) => found.replace(/(?<=<f>).*(?=<\/f>)/, change));

  it.each<[string, (xml: string) => string]>([
    ['one more than it should', formula((text) => `${text}+1`)],
    ['any number', formula((text) => `${text}*RAND()`)],
    ['the same number otherwise', formula((text) => `${text}+0`)],
    ['a row short', formula((text) => text.replace(/(?<=:C)\d+/, (row) => String(Number(row) - 1)))],
    ['from another file', formula((text) => text.replace('(', "('[1]총괄'!"))],
    ['from another program', formula(() => "cmd|'/c calc'!A1")],
    ['from the web', formula(() => 'WEBSERVICE("https://a.example")')],
    ['by a name', formula(() => '합계')],
  ])('a sum %s', (_, edit) => {
    expect(told(SHEET, edit)).not.toEqual([]);
  });

  it('a result other than that of its formula, where no figure stands', () => {
    const live = model.sheets.findIndex(({ rows }) =>
      rows.flat().some(({ content }) => content.kind === 'live'),
    );
    const part = `xl/worksheets/sheet${live + 1}.xml`;
    expect(rules(part, (xml) => xml.replace(/(<\/f><v>)(\d+)/, '$11$2'))).not.toEqual([]);
  });

  it('a number typed in a second cell, or a formula where people type', () => {
    const input = model.sheets.findIndex(({ rows }) => rows.flat().some(({ input }) => input === 'number'));
    const part = `xl/worksheets/sheet${input + 1}.xml`;
    const [typed] =
      /<c r="[A-Z]+\d+" s="\d+"><v>[1-9]\d{3,}<\/v>/.exec(
        strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()),
      ) ?? [];
    if (typed === undefined) throw new Error('no typed number');
    expect(rules(part, (xml) => xml.replace(typed, typed.replace('<v>', '<f>1+1</f><v>')))).toEqual([
      'formula-for-number',
    ]);
  });

  it('a cell or a sheet that nobody asked for', () => {
    const more = '<c r="Z99" t="str"><v>메모</v></c></row></sheetData>';
    expect(rules(SHEET, (xml) => xml.replace('</row></sheetData>', more))).toContain('text-not-in-cell');
    expect(
      rules('xl/workbook.xml', (xml) =>
        xml.replace('</sheets>', '<sheet name="덤" sheetId="99" r:id="rId1"/></sheets>'),
      ),
    ).toContain('output-unreadable');
  });

  it('the hidden sheet changed or gone', () => {
    const parts = unzipSync(bytes);
    const origin = `xl/worksheets/sheet${model.sheets.length + 1}.xml`;
    expect(Object.keys(parts)).toContain(origin);
    expect(rules(origin, (xml) => xml.replace(/<row r="20".*?<\/row>/, ''))).toContain('origin-not-kept');
    // Its last line, the seal over the others.
    expect(
      rules(origin, (xml) => xml.replace(/<row (?:(?!<row ).)*?<\/row><\/sheetData>/, '</sheetData>')),
    ).toContain('origin-not-kept');
    expect(rules('xl/workbook.xml', (xml) => xml.replace('name="_iljari"', 'name="_other"'))).toContain(
      'origin-not-kept',
    );
  });
});

describe('a number in its format', () => {
  const MONEY = '#,##0"명";"△"#,##0"명";"-"';

  it.each([
    ['1234567', '#,##0', '1,234,567'],
    ['-12.5', '#,##0.0;"△"#,##0.0;"-"', '△12.5'],
    ['0', '#,##0.0;"△"#,##0.0;"-"', '-'],
    ['0', '#,##0;"△"#,##0;#,##0', '0'],
    ['7', '#,##0.00', '7.00'],
    ['1200', MONEY, '1,200명'],
    ['-3', '0', '-3'],
    ['12.34', '#,##0.0', undefined],
    ['1', 'General', undefined],
  ])('%s as %s', (number, code, shown) => {
    expect(shownNumber(number, code)).toBe(shown);
  });
});
