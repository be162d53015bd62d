// Workbooks that cannot be taken -> each fault with its cell, all in one run, and no edition.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/commands/import-edition.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText } from '../../src/spreadsheet/spreadsheet.ts';
import {
  type Content,
  changesOf,
  faultsOf,
  imported,
  PLAN,
  packed,
  partNameOf,
  partsOf,
  withCells,
  workbooksOf,
} from './import-plan.ts';

const INPUT = '세부사업별(입력)';
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
let budget: Uint8Array;
let targets: Uint8Array;

beforeAll(async () => {
  const books = await workbooksOf(PLAN);
  budget = books.get('budget.xlsx') ?? new Uint8Array();
  targets = books.get('targets.xlsx') ?? new Uint8Array();
});

function edited(edits: Readonly<Record<string, Content>>): ImportResult {
  const placed = Object.entries(edits).map(([cell, content]): [string, Content] => [
    cell.includes('!') ? cell : `${INPUT}!${cell}`,
    content,
  ]);
  return imported(withCells(budget, Object.fromEntries(placed)));
}

function refused(result: ImportResult): readonly string[] {
  expect(result.edition).toBeUndefined();
  return faultsOf(result);
}

/** The compound file's streams are told by their names in UTF-16. */
function compound(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from(COMPOUND), Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le')]);
}

/** The workbook, whose directory says of the first entry that it inflates to so many bytes. */
function withClaimedSize(bytes: Uint8Array, size: number): Uint8Array {
  const claimed = Buffer.from(bytes);
  const SIZE = 24;
  claimed.writeUInt32LE(size, claimed.indexOf('PK\u0001\u0002', 0, 'latin1') + SIZE);
  return claimed;
}

describe('a file that is no workbook', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(), 'not-a-workbook'],
    ['a text', () => Buffer.from('세부사업,예산액'), 'not-a-workbook'],
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'not-a-workbook'],
    ['a table saved as a page', () => Buffer.from('<html><table></table></html>'), 'old-format'],
    ['.xls', () => compound('Workbook'), 'old-format'],
    ['.hwp', () => compound('HwpSummaryInformation'), 'old-format'],
    ['.cell', () => compound('CellDocument'), 'old-format'],
    ['a password', () => compound('EncryptedPackage'), 'encrypted-workbook'],
    [
      'a document security product',
      () => Buffer.from('\x9b DRMONE  This Document is encrypted'),
      'encrypted-workbook',
    ],
    ['another zip', () => packed(new Map([['mimetype', 'application/hwp+zip']])), 'not-a-workbook'],
    ['half a workbook', () => budget.slice(0, budget.length / 2), 'not-a-workbook'],
    [
      'a workbook with torn XML',
      () => packed(partsOf(budget).set('xl/styles.xml', '<styleSheet>')),
      'damaged-workbook',
    ],
    [
      'entities that grow',
      () => packed(partsOf(budget).set('xl/sharedStrings.xml', '<!DOCTYPE a [<!ENTITY b "c">]><sst/>')),
      'damaged-workbook',
    ],
    ['a zip bomb', () => withClaimedSize(budget, 60_000_000), 'workbook-too-large'],
  ])('%s', (_, bytes, rule) => {
    const result = imported(bytes());
    expect(refused(result)).toEqual([`A1 ${rule}`]);
    expect(result.diagnostics[0]?.expected).toBeTruthy();
  });

  it('nor one of ours: without its hidden sheet, or of another plan', () => {
    const parts = partsOf(budget);
    const book = parts.get('xl/workbook.xml') ?? '';
    parts.set('xl/workbook.xml', book.replace(/<sheet [^>]*name="_iljari"[^>]*\/>/, ''));
    expect(refused(imported(packed(parts)))).toEqual(['A1 not-our-workbook']);
    const other = new Map(PLAN).set(
      'plan.yaml',
      (PLAN.get('plan.yaml') ?? '').replace('id: small', 'id: other'),
    );
    expect(refused(imported(budget, other))).toEqual(['A1 other-plan']);
  });
});

const not = (cell: string) => `${cell} not-importable`;

const PERIODS = {
  D6: '2023. 13. ~ 14.',
  D7: '2023년 2월 30일부터',
  D9: '2023. 12. ~ 3.',
  C11: '새 사업',
  D11: '2023. 5. ~ 2022. 4.',
  G11: 100,
};
const NO_RESULT = { xml: '<f>Z1</f>' };
const WORDLESS = {
  B6: NO_RESULT,
  C6: NO_RESULT,
  D6: NO_RESULT,
  L6: NO_RESULT,
  M6: { attributes: ' t="e"', xml: '<v>#REF!</v>' },
};

describe('a row', () => {
  it.each<[string, Readonly<Record<string, Content>>, readonly string[]]>([
    ['that is there twice', { A11: 'tasks/startup/projects/room', C11: '창업 공간' }, ['A6 duplicate-row']],
    ['that was emptied', { A6: null, C6: null }, ['C6 row-without-id']],
    ['with an id of nobody', { A11: 'tasks/startup/projects/nobody' }, ['A11 unknown-row']],
    [
      'of a task that is not in the plan',
      { B11: '없는 과제', A11: null, C11: '새 사업' },
      ['B11 unknown-task'],
    ],
    ['with amounts and no name', { G11: 100 }, ['C11 row-without-id']],
    ['with the name of another', { C11: '창업공간' }, ['C11 duplicate-row']],
    ['with months or days that are none, or backwards', PERIODS, ['D6', 'D7', 'D9', 'D11'].map(not)],
    [
      'with formulas for words without a result',
      WORDLESS,
      ['B6', 'C6', 'D6', 'L6', 'M6'].map((cell) => `${cell} formula-in-input`),
    ],
    ['with a state of nobody', { L6: '폐지' }, ['L6 not-importable']],
    ['moved to a task that is not in the plan', { B6: '없는 과제' }, ['B6 unknown-task']],
    ['of a whole task, under another name', { C10: '여성 새일', D10: '2023' }, ['C10', 'D10'].map(not)],
    ['of a whole task, ended', { L10: '종료' }, ['L10 not-importable']],
    [
      'with a target where there is none',
      { L6: '유지', F11: 5, C11: '새', G11: 4 },
      ['F11 sources-do-not-add-up'],
    ],
  ])('%s', (_, edits, faults) => {
    const told = refused(edited(edits)).map((fault) => fault.replace(`${INPUT}!`, ''));
    expect(told).toEqual(faults);
  });
});

it('an amount of a project that ends beside it is told to be of no use', () => {
  const result = edited({ G6: 1600, L6: '종료' });
  expect(faultsOf(result)).toEqual([`${INPUT}!G6 not-importable`]);
  expect(changesOf(result)).toEqual(['{ end: tasks/startup/projects/room }']);
});

describe('a cell', () => {
  it.each<[string, Content, string]>([
    ['with words', '협의 중', 'wrong-number'],
    ['below nothing', -100, 'wrong-number'],
    ['below nothing, as offices write it', '△100', 'wrong-number'],
    ['below nothing, as accountants do', '(100)', 'wrong-number'],
    ['with an error', { attributes: ' t="e"', xml: '<v>#REF!</v>' }, 'wrong-number'],
    ['with yes', { attributes: ' t="b"', xml: '<v>1</v>' }, 'wrong-number'],
    ['with a formula and no result', { xml: '<f>1500+100</f>' }, 'formula-in-input'],
    [
      'with a formula that went wrong',
      { attributes: ' t="e"', xml: '<f>1/0</f><v>#DIV/0!</v>' },
      'wrong-number',
    ],
  ])('%s', (_, content, rule) => {
    expect(refused(edited({ G6: content }))).toEqual([`${INPUT}!G6 ${rule}`]);
  });

  it('for people holds no half of one', () => {
    expect(refused(edited({ E6: 5.5 }))).toEqual([`${INPUT}!E6 wrong-number`]);
  });

  it('that is computed was typed over', () => {
    expect(refused(edited({ F6: 1900 }))).toEqual([`${INPUT}!F6 sources-do-not-add-up`]);
    const statistic = withCells(targets, { '표01!D4': 80 });
    expect(refused(imported(statistic, PLAN, 'targets.xlsx'))).toEqual(['표01!D4 derived-typed-over']);
  });

  it('that is computed was typed over with what it comes to: taken', () => {
    expect(edited({ F6: 1900, G6: 1600 }).edition?.changes).toHaveLength(1);
  });

  it('follows another cell, and was typed over', () => {
    const result = edited({ '실천과제별!C7': 30 });
    expect(refused(result)).toEqual(['실천과제별!C7 derived-typed-over']);
    expect(result.diagnostics[0]?.message).toBe(
      '다른 칸의 값을 보여 주는 칸에 값을 적었습니다: 30 (그 칸의 값 20)',
    );
    expect(edited({ E10: 30, '실천과제별!C7': 30 }).edition?.changes).toHaveLength(1);
  });
});

it('tells everything in one run, each with its place', () => {
  const result = edited({ G6: '협의 중', I6: -1, E9: { xml: '<f>1+1</f>' }, B9: '없는 과제' });
  expect(refused(result)).toEqual([
    `${INPUT}!G6 wrong-number`,
    `${INPUT}!I6 wrong-number`,
    `${INPUT}!E9 formula-in-input`,
    `${INPUT}!B9 unknown-task`,
  ]);
  expect(result.diagnostics.map(({ place }) => formatLocation(place))[0]).toBe(`budget.xlsx!${INPUT}!G6`);
});

it('a number that no workbook could show', () => {
  expect(refused(edited({ G6: 1e300 }))).toEqual([`${INPUT}!G6 wrong-number`]);
});

describe('the hidden sheet', () => {
  it.each<[string, (part: string) => string]>([
    ['lost the line of a cell that was edited', (part) => part.replace(/<row r="30".*?<\/row>/s, '')],
    ['lost its last lines', (part) => part.replace(/(<row r="60".*)(?=<\/sheetData>)/s, '')],
    ['counts its key columns otherwise', (part) => part.replace('<v>1</v>', '<v>1E10</v>')],
    ['lost where a cell is', (part) => part.replace(/<f>[^<]*\$G\$\d+<\/f>/, '')],
    ['says half of where a cell is', (part) => part.replace(/(<f>[^<]*\$G)\$\d+(?=<\/f>)/, '$1')],
    ['is in values alone', (part) => part.replaceAll(/<f>[^<]*<\/f>/g, '')],
    [
      'refers to one cell twice',
      (part) => {
        const [first = '', second = ''] = part.match(/<f>[^<]*\$G\$\d+<\/f>/g) ?? [];
        return part.replace(second, () => first);
      },
    ],
  ])('%s', (_, change) => {
    const parts = partsOf(budget);
    const origin = partNameOf(parts, '_iljari');
    const before = parts.get(origin) ?? '';
    parts.set(origin, change(before));
    expect(parts.get(origin)).not.toBe(before);
    expect(refused(imported(packed(parts)))).toEqual(['_iljari!A1 origin-changed']);
  });
});

describe('a row of a sheet without ids', () => {
  const edit = (edits: Readonly<Record<string, Content>>) =>
    refused(imported(withCells(targets, edits), PLAN, 'targets.xlsx'));

  it('that was emptied is not one under another name', () => {
    expect(edit({ '표01!A4': null, '표01!B4': null })).toEqual([
      '표01!B4 deleted-row',
      '표01!C4 cell-not-taken',
    ]);
  });

  it('that has the name of another and whose own is nowhere is not told from it', () => {
    const goals = '세부사업별목표';
    const [last, before] = [`${goals}!B7`, `${goals}!B6`];
    // In workbooks of earlier forms the sheet of projects had none.
    const old = readFileSync(new URL('../fixtures/import/targets-libreoffice.xlsx', import.meta.url));
    const named = withCells(old, { [before]: '행정 인턴', [last]: '창업 점포' });
    expect(refused(imported(named, PLAN, 'targets.xlsx'))).toEqual([
      `${goals}!D6 deleted-row`,
      `${goals}!D7 deleted-row`,
      `${goals}!D6 cell-not-taken`,
    ]);
  });
});

describe('heads exchanged while their columns stay', () => {
  const swapped = (bytes: Uint8Array, cells: Readonly<Record<string, Content>>) =>
    imported(withCells(bytes, cells));

  it('are refused: whose values stand below them cannot be told', () => {
    const result = swapped(targets, {
      '표01!B3': '구직',
      '표01!C3': '구인',
      '표01!B4': 52000,
      '표01!C4': 41500,
    });
    expect(refused(result)).toContain('표01!B3 heads-exchanged');
    expect(result.diagnostics.map(({ message }) => message).join('\n')).toContain('‘구인’ 자리에 ‘구직’');
    expect(refused(swapped(budget, { '총괄!D4': '지방비', '총괄!E4': '국비' }))).toContain(
      '총괄!D4 heads-exchanged',
    );
    // Written over, the other being nowhere.
    expect(refused(swapped(targets, { '표01!B3': '구직', '표01!B4': 52000 }))).toContain(
      '표01!B3 heads-exchanged',
    );
    expect(refused(swapped(budget, { '총괄!D4': '지방비' }))).toContain('총괄!D4 heads-exchanged');
  });

  it('are not told where one was only retyped, or nothing was', () => {
    for (const cells of [{ '표01!B3': '구인 수' }, { '표01!B4': 41001 }, { '표01!A1': '고친 제목' }])
      expect(faultsOf(swapped(targets, cells)).join()).not.toContain('heads-exchanged');
  });
});

describe('what no import takes over is told', () => {
  it('captions, headings and notes, one warning a sheet', () => {
    const result = edited({
      '총괄!A1': '고친 제목',
      '총괄!C3': '고친 머리글',
      '총괄!A9': '고친 설명',
      '실천과제별!B3': '고친 머리글',
      A1: '고친 제목',
      G6: 77,
    });
    expect(faultsOf(result)).toEqual([
      '총괄!A1 text-not-taken',
      '실천과제별!B3 text-not-taken',
      `${INPUT}!A1 text-not-taken`,
    ]);
    expect(result.diagnostics[0]?.message).toContain('A1 ‘고친 제목’, C3 ‘고친 머리글’, A9 ‘고친 설명’');
    // The rest is taken all the same.
    expect(changesOf(result)).toHaveLength(1);
  });

  it('months that the data states, where those of a retyped period are not read', () => {
    const period = columnOf(budget, '기간');
    const result = edited({ [`${period}6`]: '봄과 가을' });
    expect(faultsOf(result)).toEqual([`${INPUT}!${period}6 not-importable`]);
    expect(result.diagnostics[0]?.message).toContain('1월~12월');
    expect(changesOf(result)).toHaveLength(1);
    expect(faultsOf(edited({ [`${period}6`]: '3~11월' }))).toEqual([]);
  });

  it('a reason where nothing changed', () => {
    const reason = columnOf(budget, '사유');
    expect(faultsOf(edited({ [`${reason}6`]: '사유' }))).toEqual([`${INPUT}!${reason}6 text-not-taken`]);
    expect(faultsOf(edited({ [`${reason}6`]: '사유', G6: 77 }))).toEqual([]);
  });
});

/** The letters of the input sheet's column with this heading. */
function columnOf(bytes: Uint8Array, heading: string): string {
  const read = readSpreadsheet(bytes);
  const cells = read.ok ? read.sheets.find(({ name }) => name === INPUT)?.rows.get(5) : undefined;
  const [column] =
    [...(cells ?? [])].find(([, { value }]) => value?.kind === 'text' && value.text.includes(heading)) ?? [];
  if (column === undefined) throw new Error(`no column ${heading}`);
  return cellText(column, 1).replace(/\d+$/, '');
}
