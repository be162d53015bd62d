// A budget system's export -> the funding of the projects that its lines are mapped to; nothing counted twice, nothing dropped in silence.
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { changesOf, faultsOf, imported, PLAN } from './import-plan.ts';

const CODES = `projects:
  tasks/startup/projects/room: ['0101', 창업 공간 리모델링]
  tasks/startup/projects/school: ['05']
  tasks/course: ['0301']
outside: ['0900']
`;
const files = new Map(PLAN).set('budget-codes.yaml', CODES);
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name = 'export.csv') =>
  imported(typeof text === 'string' ? utf8(text) : text, files, name);

const HEADER = '세부사업코드,세부사업명,예산액(천원),국비,시비,구비,기타';

describe('an export', () => {
  it('adds several lines up to one project, and lists what no code covers', () => {
    const result = read(`${HEADER}
0101,창업 공간,"1,600","1,500",0,100,0
0777,창업 공간 리모델링,250,,,250,
0900,남의 사업,99,,,99,
0555,모르는 사업,77,,,77,
05,창업 학교,700,,,700,
0301,여성 교육,5000,2000,,3000,
,합 계,7726,,,,
`);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/district, before: 300, after: 350 }',
    ]);
    expect(faultsOf(result)).toEqual(['export.csv:5 unmapped-line']);
    expect(result.diagnostics.find(({ rule }) => rule === 'unmapped-line')?.message).toContain(
      '0555 모르는 사업 77천원',
    );
  });

  it('counts a line that stands there as first budgeted and as revised once, as revised', () => {
    const result = read(`예산구분,${HEADER}
본예산,0101,창업 공간,1800,1500,,300,
제1회 추경,0101,창업 공간,1900,1600,,300,
본예산,0301,여성 교육,5000,2000,,3000,
`);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
    ]);
    expect(result.diagnostics.map(({ rule }) => rule)).toContain('superseded-line');
  });

  it('adds lines of one project that differ in their item', () => {
    const result = read(`통계목,${HEADER}
201-01,0101,창업 공간,1300,1000,,300,
401-01,0101,창업 공간,600,600,,,
`);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
    ]);
  });

  it('takes a decrease in every spelling, and other units', () => {
    const result = read(`단위: 원
dbiz_cd,dbiz_nm,cpl_amt,bdg_ntep,capep,sggep,etc_amt
0101,창업 공간,1800000,1500000,0,300000,0
0777,창업 공간 리모델링,△100000,▲50000,0,(50000),-
`);
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1450 }',
      '{ set: tasks/startup/projects/room/funding/district, before: 300, after: 250 }',
    ]);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8 with BOM', (text) => utf8(`\ufeff${text}`)],
    ['UTF-16', (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['Windows line ends and tabs', (text) => utf8(text.replaceAll(',', '\t').replaceAll('\n', '\r\n'))],
  ])('is read from %s', (_, encode) => {
    const text = '세부사업명,예산액,국비,구비\n창업 공간 리모델링,1900,1600,300\n';
    expect(changesOf(read(encode(text)))).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
    ]);
  });

  it('is read from CP949', () => {
    // 세부사업명,예산액,국비,구비 / 05,700,0,700 / 0101 … in the bytes that Windows programs write.
    const header = [
      0xbc, 0xbc, 0xba, 0xce, 0xbb, 0xe7, 0xbe, 0xf7, 0xb8, 0xed, 0x2c, 0xbf, 0xb9, 0xbb, 0xea, 0xbe, 0xd7,
    ];
    const rest = Buffer.from('\r\n05,800\r\n');
    expect(changesOf(read(new Uint8Array([...header, ...rest])))).toEqual([
      '{ set: tasks/startup/projects/school/funding/district, before: 700, after: 800 }',
    ]);
  });

  it('is read from a workbook, where the code lost its zeros', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('세출');
    sheet.addRow(['2023년 세출예산']);
    sheet.addRow(['세부사업코드', '세부사업명', '예산액', '국비', '시비', '구비']);
    sheet.addRow([101, '창업 공간', 1900, 1600, 0, 300]);
    sheet.addRow([5, '창업 학교', 700, 0, 0, 700]);
    const result = read(new Uint8Array(await book.xlsx.writeBuffer()), 'export.xlsx');
    expect(changesOf(result)).toEqual([
      '{ set: tasks/startup/projects/room/funding/national, before: 1500, after: 1600 }',
    ]);
  });
});

describe('an export is refused', () => {
  it.each<[string, string, readonly string[]]>([
    ['where amounts are words', `${HEADER}\n0101,창업 공간,협의,1500,,300,\n`, ['export.csv:2 wrong-number']],
    [
      'where sources do not come to the amount',
      `${HEADER}\n0101,창업 공간,1900,1500,,300,\n`,
      ['export.csv:2 sources-do-not-add-up'],
    ],
    [
      'where a line stands twice',
      `${HEADER}\n05,창업 학교,700,,,700,\n05,창업 학교,800,,,800,\n`,
      ['export.csv:3 repeated-line'],
    ],
    [
      'where the sum is below nothing',
      `${HEADER}\n05,창업 학교,-700,,,-700,\n`,
      ['export.csv:2 wrong-number'],
    ],
    [
      'where a quotation mark stays open: the lines behind it would be lost in a name',
      `${HEADER}\n05,"창업 학교,800,,,800,\n05,창업 학교,90,,,90,\n`,
      ['export.csv:2 unclosed-quote'],
    ],
    ['where it has no amounts', '세부사업명,담당자\n창업 학교,홍길동\n', ['A1 not-our-workbook']],
  ])('%s', (_, text, faults) => {
    const result = read(text);
    expect(result.edition).toBeUndefined();
    expect(faultsOf(result).filter((fault) => !fault.endsWith('unused-code'))).toEqual(faults);
  });

  it('with the faults of its codes', () => {
    const broken = new Map(files).set('budget-codes.yaml', "projects:\n  tasks/none: ['1', '1']\n");
    const result = imported(utf8(`${HEADER}\n1,가,1,,,1,\n`), broken, 'export.csv');
    expect(faultsOf(result)).toEqual([
      'plan/budget-codes.yaml:2 unknown-id',
      'plan/budget-codes.yaml:2 duplicate-id',
    ]);
  });
});
