// Workbooks as different programs write them -> the same plain cells.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { type PlainSheet, textAt } from '../../src/spreadsheet/spreadsheet.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  /** The folder of the workbook part, and how relationships name it. */
  readonly target?: string;
}

/** A workbook of one sheet, with as little around it as any program writes. */
function workbook({ sheet, strings, styles, target = 'xl/workbook.xml' }: Parts): Uint8Array {
  const link = (id: string, kind: string, to: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${to}"/>`;
  const links = (inner: string) => `<Relationships>${inner}</Relationships>`;
  const parts: Record<string, string> = {
    '_rels/.rels': links(link('a', 'officeDocument', target)),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:q="${OFFICE}"><sheets><sheet name="자료 &amp; 표" sheetId="1" q:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      link('s', 'worksheet', '/xl/worksheets/sheet1.xml') +
        link('t', 'sharedStrings', 'sharedStrings.xml') +
        link('u', 'styles', './styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
}

function sheetOf(parts: Parts): PlainSheet {
  const read = readSpreadsheet(workbook(parts));
  const [sheet] = read.ok ? read.sheets : [];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** A1, B1, … as the values that were read. */
function values(parts: Parts): readonly unknown[] {
  return [...(sheetOf(parts).rows.get(1)?.values() ?? [])].map(({ value }) => value);
}

describe('texts', () => {
  it('shared, in line, of formulas; with runs, readings and escapes', () => {
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData><row r="1">
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><r><rPr/><t>국</t></r><r><t xml:space="preserve">비 </t></r></is></c>
      <c r="D1" t="str"><f>A1</f><v>시비</v></c></row></sheetData></worksheet>`;
    const strings = `<sst><si><t>세부&#10;사업</t><rPh sb="0" eb="1"><t>읽기</t></rPh></si><si><t>가_x000D_나<![CDATA[<다>]]></t></si></sst>`;
    expect(values({ sheet, strings })).toEqual([
      { kind: 'text', text: '세부\n사업' },
      { kind: 'text', text: '가\r나<다>' },
      { kind: 'text', text: '국비 ' },
      { kind: 'text', text: '시비' },
    ]);
  });

  it('of which one is not there make the workbook a damaged one', () => {
    const sheet = (index: string) =>
      `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>${index}</v></c></row></sheetData></worksheet>`;
    const strings = '<sst><si><t>가</t></si></sst>';
    expect(values({ sheet: sheet(''), strings })).toEqual([]);
    for (const index of ['1', '-1', 'x'])
      expect(readSpreadsheet(workbook({ sheet: sheet(index), strings }))).toMatchObject({
        unreadable: { rule: 'damaged-workbook' },
      });
  });

  it('of elements with a prefix, in places that go without saying', () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>가</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row><x:c/><x:c><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const read = sheetOf({ sheet, target: '/xl/workbook.xml' });
    expect(read.name).toBe('자료 & 표');
    expect([textAt(read, 1, 1), textAt(read, 1, 2), textAt(read, 2, 2)]).toEqual(['가', '5', '6']);
  });
});

describe('rows and cells', () => {
  const cell = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`;

  it.each([
    ['a row beyond the last', `<row r="1048577">${cell('A1048577', 1)}</row>`],
    ['a row before the first', `<row r="0">${cell('A1', 1)}</row>`],
    ['a row without a number', '<row r="x"><c><v>1</v></c></row>'],
    ['a cell of another row', `<row r="2">${cell('A1', 1)}</row>`],
    ['a cell that stands twice', `<row r="1">${cell('A1', 1)}</row><row r="1">${cell('A1', 2)}</row>`],
  ])('%s makes the workbook a damaged one', (_, rows) => {
    const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(readSpreadsheet(workbook({ sheet }))).toMatchObject({ unreadable: { rule: 'damaged-workbook' } });
  });
});

describe('numbers', () => {
  const row = (...raw: readonly string[]) =>
    `<worksheet><sheetData><row r="1">${raw.map((one) => `<c><v>${one}</v></c>`).join('')}</row></sheetData></worksheet>`;

  it('are what was meant, to 15 digits', () => {
    const read = values({
      sheet: row('33.700000000000003', '1.6E5', '-0', '1E-3', '123456789012345', '0.1', '-1234.50'),
    });
    expect(read).toEqual(
      ['33.7', '160000', '0', '0.001', '123456789012345', '0.1', '-1234.5'].map((text) => ({
        kind: 'number',
        text,
        form: 'plain',
      })),
    );
  });

  it('are told from percentages and dates by their formats', () => {
    const formats = [
      'General',
      '0.0%',
      'yyyy"년" m"월"',
      '#,##0"명";"△"#,##0"명";"-"',
      '[Red]#,##0',
      '#,##0"%"',
    ];
    const styles = `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${[164, 165, 166, 167, 168, 169, 9, 14, 0].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    const cells = Array.from({ length: 9 }, (_, index) => `<c s="${index}"><v>1</v></c>`).join('');
    const sheet = `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
    expect(values({ sheet, styles })).toEqual(
      ['plain', 'percent', 'date', 'plain', 'plain', 'plain', 'percent', 'date', 'plain'].map((form) => ({
        kind: 'number',
        text: '1',
        form,
      })),
    );
  });
});

describe('formulas', () => {
  it('are told where they stand, shared ones too, with results of 0, of none, and errors', () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>0</v></c><c r="B1"><f t="shared" si="0"/><v>8</v></c><c r="C1"><f>NOW()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" s="0"/></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells></worksheet>`;
    const read = sheetOf({ sheet });
    expect(
      [...(read.rows.get(1) ?? [])].map(([column, { value, formula }]) => [column, value?.kind, formula]),
    ).toEqual([
      [1, 'number', 'C1*2'],
      [2, 'number', ''],
      [3, undefined, 'NOW()'],
      [4, 'error', '1/0'],
      [5, 'boolean', undefined],
    ]);
    expect(read.merged).toEqual([{ top: 2, left: 1, bottom: 3, right: 2 }]);
  });
});
