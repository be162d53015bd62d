// What people write where an import takes nothing over -> told, each sheet once, with its cells; and none of it silently.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { originOf } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText } from '../../src/spreadsheet/spreadsheet.ts';
import {
  changesOf,
  faultsOf,
  imported,
  PLAN,
  packed,
  partsOf,
  withCells,
  workbooksOf,
} from './import-plan.ts';
import { type Places, places } from './sheet-places.ts';
import { withCopy, withNewCells, withNote, withSheet } from './sheet-surgery.ts';

const INPUT = '세부사업별(입력)';
let budget: Uint8Array;
let targets: Uint8Array;
let at: Places;

beforeAll(async () => {
  const books = await workbooksOf(PLAN);
  budget = books.get('budget.xlsx') ?? new Uint8Array();
  targets = books.get('targets.xlsx') ?? new Uint8Array();
  at = places(budget);
});

const number = (value: number) => `<c><v>${value}</v></c>`;
const messages = (bytes: Uint8Array, name = 'budget.xlsx') =>
  imported(bytes, PLAN, name).diagnostics.flatMap(({ rule, message }) =>
    rule === 'cell-not-taken' ? [message] : [],
  );

describe('a number', () => {
  it.each<[string, string, string]>([
    ['beside the table', `${INPUT}!AF9`, 'AF9 1600'],
    ['far below it', `${INPUT}!G400`, ''],
    ['above it', `${INPUT}!AA1`, 'AA1 1600'],
    ['on a sheet without inputs', '총괄!Z30', 'Z30 1600'],
    ['on the cover', '표지!H40', 'H40 1600'],
  ])('%s', (_, place, shown) => {
    const bytes = withNewCells(budget, { [place]: number(1600) });
    // In a column that is read it is a row without a name, which is an error of its own.
    if (shown === '') expect(faultsOf(imported(bytes))).toEqual([`${INPUT}!C400 row-without-id`]);
    else expect(messages(bytes)).toEqual([expect.stringContaining(shown)]);
  });

  it('in a row put in between statistics, and beside them', () => {
    const bytes = withNewCells(targets, {
      '표01!H5': number(7),
      '표01!B30': number(8),
      '표01!C30': number(9),
    });
    expect(messages(bytes, 'targets.xlsx')).toEqual([expect.stringMatching(/B30 8|H5 7/)]);
    expect(messages(bytes, 'targets.xlsx')).toHaveLength(1);
  });

  it('of many the first are named, and how many there are', () => {
    const cells = Object.fromEntries([5, 6, 7, 8, 9].map((row) => [`총괄!Z${row + 20}`, number(row)]));
    expect(messages(withNewCells(budget, cells))).toEqual([expect.stringContaining('등 5칸')]);
  });

  it('worked out by a formula of one’s own', () => {
    const bytes = withNewCells(budget, { '총괄!Z30': '<c><f>1000+600</f><v>1600</v></c>' });
    expect(messages(bytes)).toEqual([expect.stringContaining('Z30 =1000+600 (1600)')]);
  });
});

describe('over what the program works out', () => {
  const own = () => {
    const read = readSpreadsheet(budget);
    const origin = read.ok ? originOf(read.sheets) : undefined;
    if (origin === undefined || origin === 'changed') throw new Error('a workbook of ours is not read');
    return origin.own;
  };

  it('a difference', () => {
    const spot = own().constants.find((one) => one.spot?.sheet.name === INPUT)?.spot;
    if (spot === undefined) throw new Error('no difference');
    const cell = cellText(spot.column, spot.row);
    expect(messages(withNewCells(budget, { [`${INPUT}!${cell}`]: number(77) }))).toEqual([
      expect.stringContaining(`${cell} 77`),
    ]);
  });

  it('each kind of formula that is no figure', () => {
    const { formulas } = own();
    expect(formulas.length).toBeGreaterThan(3);
    for (const { sheet, range } of formulas) {
      const cell = cellText(range.left, range.top);
      const result = imported(withNewCells(budget, { [`${sheet.name}!${cell}`]: number(77) }));
      expect([cell, faultsOf(result).length]).toEqual([cell, 1]);
    }
  });
});

describe('a sheet', () => {
  const nationalOf = (value: number) => (part: string) =>
    part.replace(
      new RegExp(`(<c r="${at('room national').replace(/.*!/, '')}"[^>]*>)<v>1500</v>`),
      `$1<v>${value}</v>`,
    );

  it('that is a copy, with what differs', () => {
    const bytes = withCopy(budget, INPUT, '사본', nationalOf(1600));
    expect(messages(bytes)).toEqual([
      expect.stringContaining(`${at('room national').replace(/.*!/, '')} 1600`),
    ]);
    expect(changesOf(imported(bytes))).toEqual([]);
  });

  it('that is a copy of what was written, beside edits', () => {
    const bytes = withCopy(
      withCells(budget, { [at('room national')]: 1700 }),
      INPUT,
      '원본',
      nationalOf(1500),
    );
    expect(messages(bytes)).toEqual([]);
  });

  it('of one’s own', () => {
    const part =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="B2"><v>1600</v></c></row></sheetData></worksheet>';
    const bytes = packed(withSheet(partsOf(budget), '검토', part));
    expect(messages(bytes)).toEqual([expect.stringContaining('검토: B2 1600')]);
  });
});

describe('a note at a cell', () => {
  it.each(['note', 'thread'] as const)('as a %s', (kind) => {
    const cell = at('room national').replace(/.*!/, '');
    const bytes = withNote(budget, INPUT, cell, '1,600으로', kind);
    expect(messages(bytes)).toEqual([`메모를 가져오지 않습니다: ${cell} ‘1,600으로’`]);
  });
});

describe('a date in a column of words', () => {
  /** With a cell that shows a number as a date. */
  function withDate(place: string, value: string): Uint8Array {
    const parts = partsOf(budget);
    const styles = parts.get('xl/styles.xml') ?? '';
    const count = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1]);
    parts.set('xl/styles.xml', styles.replace('</cellXfs>', '<xf numFmtId="14"/></cellXfs>'));
    return withNewCells(packed(parts), { [place]: `<c s="${count}"><v>${value}</v></c>` });
  }

  it.each([
    ['45265', '2023. 12. 5.'],
    ['44927', '2023. 1. 1.'],
    ['45265.5', '2023. 12. 5. 12:00'],
  ])('%s', (typed, read) => {
    const [change] = changesOf(imported(withDate(at('room period'), typed)));
    expect(change).toContain(read);
    expect(change).not.toContain(typed);
  });
});

it('words and amounts in the row of a project that ends', () => {
  const result = imported(
    withCells(budget, {
      [at('shop state')]: '종료',
      [at('shop name')]: '점포',
      [at('shop national')]: 40,
      [at('shop district')]: 95,
    }),
  );
  expect(changesOf(result)).toEqual(['{ end: tasks/startup/projects/shop }']);
  expect(faultsOf(result).toSorted()).toEqual(
    ['shop district', 'shop name', 'shop national'].map((cell) => `${at(cell)} not-importable`).toSorted(),
  );
});

it.each([
  'budget',
  'targets',
])('nothing, in %s.xlsx as it was made and as LibreOffice saves it', async (name) => {
  const fixture = readFileSync(new URL(`../fixtures/import/${name}-libreoffice.xlsx`, import.meta.url));
  for (const bytes of [name === 'budget' ? budget : targets, fixture])
    expect(faultsOf(imported(bytes, PLAN, `${name}.xlsx`))).toEqual([]);
});
