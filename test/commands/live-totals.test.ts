// budget.xlsx as people work in it: its totals follow every yellow cell, new, moved and ended rows, a sort, rows put in, a column deleted.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Content,
  type Files,
  faultsOf,
  imported,
  PLAN,
  packed,
  partNameOf,
  partsOf,
  withCells,
  workbooksOf,
} from '../revise/import-plan.ts';
import { places } from '../revise/sheet-places.ts';
import { WHOLE } from '../whole.ts';
import { Engine } from '../write/xlsx/engine.ts';
import { readBack } from '../write/xlsx/sheets.ts';

const INPUT = '세부사업별(입력)';
const TASKS = '실천과제별';
const KINDS = ['목표', '계', '국비', '시비', '구비', '민자', '기타'] as const;
type Totals = Readonly<Record<string, readonly number[]>>;

/** What was read of workbooks: most tests begin with the same one. */
const READ = new WeakMap<
  Uint8Array,
  { readonly file: ReturnType<typeof readBack>; readonly at: ReturnType<typeof places> }
>();

/** A workbook in the formula engine, its cells by what they are. */
class Book {
  readonly engine: Engine;
  readonly #file: ExcelJS.Workbook;
  readonly #at: (cell: string) => string;

  private constructor(file: ExcelJS.Workbook, at: (cell: string) => string) {
    this.#file = file;
    this.engine = new Engine(file);
    this.#at = at;
  }

  static async of(bytes: Uint8Array): Promise<Book> {
    const read = READ.get(bytes) ?? { file: readBack(bytes), at: places(bytes) };
    READ.set(bytes, read);
    return new Book(await read.file, read.at);
  }

  /** `room national`: as people type it. */
  type(cell: string, text: string | number): void {
    const [sheet = '', name = ''] = this.#at(cell).split('!');
    this.engine.type(sheet, placeOf(name), String(text));
  }

  /** The same of several cells at once. */
  typeAll(typed: Readonly<Record<string, string | number>>): void {
    const bySheet = new Map<string, { row: number; column: number; text: string }[]>();
    for (const [cell, text] of Object.entries(typed)) {
      const [sheet = '', name = ''] = this.#at(cell).split('!');
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), { ...placeOf(name), text: String(text) }]);
    }
    for (const [sheet, cells] of bySheet) this.engine.typeAll(sheet, cells);
  }

  cell(cell: string): number {
    const [sheet = '', name = ''] = this.#at(cell).split('!');
    return this.engine.number(sheet, placeOf(name));
  }

  /** What a cell of a sheet shows, by its name. */
  shown(sheet: string, name: string): string {
    return this.engine.text(sheet, placeOf(name));
  }

  /** 총괄 by the label of the row: the target, 백만원 by the rounding policy, the exact 천원. */
  summary(): Totals {
    const sheet = this.#file.getWorksheet('총괄') ?? expect.unreachable();
    const rows: Record<string, readonly number[]> = {};
    sheet.eachRow((row, number) => {
      if (row.getCell(2).type !== ExcelJS.ValueType.Formula) return;
      rows[row.getCell(1).text] = Array.from({ length: 14 }, (_, index) =>
        this.engine.number('총괄', { row: number, column: 2 + index }),
      );
    });
    return rows;
  }

  /** 실천과제별 by the label of the row, and 합계 and 소계 of the input sheet. */
  totals(): Totals {
    const sheet = this.#file.getWorksheet(TASKS) ?? expect.unreachable();
    const rows: Record<string, readonly number[]> = {};
    sheet.eachRow((row, number) => {
      // Above the totals are the headings, below the tasks a note.
      if (row.getCell(3).type !== ExcelJS.ValueType.Formula) return;
      const label = row.getCell(2).text;
      rows[label] = KINDS.map((_, index) => this.engine.number(TASKS, { row: number, column: 3 + index }));
    });
    for (const [label, row] of [
      ['합계', 3],
      ['소계', 4],
    ] as const)
      rows[label] = KINDS.map((_, index) => this.engine.number(INPUT, { row, column: 5 + index }));
    return rows;
  }
}

function placeOf(name: string) {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** The totals with so much more of a kind in each of the rows named. */
function more(
  totals: Totals,
  added: Readonly<Record<string, Partial<Record<(typeof KINDS)[number], number>>>>,
) {
  return Object.fromEntries(
    Object.entries(totals).map(([label, amounts]) => [
      label,
      amounts.map((amount, index) => amount + (added[label]?.[KINDS[index] ?? '목표'] ?? 0)),
    ]),
  );
}

/** The same in every row that sums up all tasks. */
function everywhere(added: Partial<Record<(typeof KINDS)[number], number>>) {
  return { '총 계': added, 합계: added, 소계: added };
}

let budget: Uint8Array;

async function built(files: Files): Promise<Uint8Array> {
  return (await workbooksOf(files)).get('budget.xlsx') ?? expect.unreachable('no workbook');
}

beforeAll(async () => {
  budget = await built(PLAN);
});

/** Rows in another order, as a spreadsheet sorts them: formulas go with their rows and refer to these. */
function sorted(bytes: Uint8Array, from: number, order: readonly number[]): Uint8Array {
  const parts = partsOf(bytes);
  const name = partNameOf(parts, INPUT);
  const part = parts.get(name) ?? '';
  const rows = new Map(
    [...part.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([row, number]) => [Number(number), row]),
  );
  const moved = order.map((old, index) => {
    const to = from + index;
    return (rows.get(old) ?? '')
      .replaceAll(/ r="([A-Z]*)\d+"/g, (_, column: string) => ` r="${column}${to}"`)
      .replaceAll(
        /<f>(.*?)<\/f>/g,
        (_, formula: string) =>
          `<f>${formula.replaceAll(new RegExp(`(\\$?[A-Z]+)${old}\\b`, 'g'), `$1${to}`)}</f>`,
      );
  });
  const all = [...rows].map(([number, row]) => moved[number - from] ?? row).join('');
  parts.set(
    name,
    part.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${all}</sheetData>`),
  );
  return packed(parts);
}

describe('totals', () => {
  it('are those of the plan', async () => {
    const book = await Book.of(budget);
    expect(book.totals()).toEqual({
      '총 계': [74, 15590, 3500, 6400, 5690, 0, 0],
      '청년 창업': [14, 2590, 1500, 0, 1090, 0, 0],
      '청년 인턴': [40, 8000, 0, 6400, 1600, 0, 0],
      '여성 교육': [20, 5000, 2000, 0, 3000, 0, 0],
      합계: [74, 15590, 3500, 6400, 5690, 0, 0],
      소계: [74, 15590, 3500, 6400, 5690, 0, 0],
    });
  });

  it('follow what is typed into an empty yellow cell', async () => {
    const book = await Book.of(budget);
    const before = book.totals();
    book.type('room province', 400);
    book.type('course private', 7);
    const added = { 시비: 400, 민자: 7, 계: 407 };
    expect(book.totals()).toEqual(
      more(before, {
        ...everywhere(added),
        '청년 창업': { 시비: 400, 계: 400 },
        '여성 교육': { 민자: 7, 계: 7 },
      }),
    );
    expect(book.cell('room total')).toBe(2200);
  });

  it('follow a project in a row that was kept free, and a total typed over', async () => {
    const book = await Book.of(budget);
    const before = book.totals();
    book.type('intern+0 name', '새 인턴');
    book.type('intern+0 target', 3);
    book.type('intern+0 other', 60);
    book.type('intern+0 national', 40);
    expect(book.cell('intern+0 total')).toBe(100);
    book.type('course+1 name', '새 교육');
    book.type('course+1 total', 25);
    const added = { 목표: 3, 국비: 40, 기타: 60, 계: 125 };
    expect(book.totals()).toEqual(
      more(before, {
        ...everywhere(added),
        '청년 인턴': { 목표: 3, 국비: 40, 기타: 60, 계: 100 },
        '여성 교육': { 계: 25 },
      }),
    );
  });

  it('count no project that is 종료, and follow one into another task', async () => {
    const book = await Book.of(budget);
    const before = book.totals();
    book.type('school state', '종료');
    book.type('office task', '여성 교육');
    expect(book.totals()).toEqual(
      more(before, {
        ...everywhere({ 목표: -6, 구비: -700, 계: -700 }),
        '청년 창업': { 목표: -6, 구비: -700, 계: -700 },
        '청년 인턴': { 목표: -40, 시비: -6400, 구비: -1600, 계: -8000 },
        '여성 교육': { 목표: 40, 시비: 6400, 구비: 1600, 계: 8000 },
      }),
    );
  });

  it('stay what they are however the rows are sorted', async () => {
    const before = (await Book.of(budget)).totals();
    const rows = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    const orders = [rows.toReversed(), [9, 6, 16, 10, 12, 7, 11, 8, 15, 13, 14]];
    for (const order of orders) {
      const book = await Book.of(sorted(budget, 6, order));
      expect(book.totals()).toEqual(before);
      book.type('room province', 10);
      expect(book.totals()).toEqual(
        more(before, { ...everywhere({ 시비: 10, 계: 10 }), '청년 창업': { 시비: 10, 계: 10 } }),
      );
    }
  });

  it('stay what they are in LibreOffice, sorted there by 목표 downwards', async () => {
    // Made once from this plan's workbook by LibreOffice 7: `sort` of the filter's range, then stored as xlsx.
    const bytes = readFileSync(new URL('../fixtures/import/budget-sorted-libreoffice.xlsx', import.meta.url));
    const [file, before] = [await readBack(bytes), await Book.of(budget)];
    const rows = ['6', '7', '8'].map((row) => file.getWorksheet(INPUT)?.getCell(`C${row}`).value);
    expect(rows).toEqual(['행정 인턴', '과제 전체', '창업 학교']);
    const cached = Object.fromEntries(
      [4, 5, 6, 7].map((number) => {
        const row = file.getWorksheet(TASKS)?.getRow(number) ?? expect.unreachable();
        return [row.getCell(2).text, KINDS.map((_, index) => row.getCell(3 + index).result)];
      }),
    );
    expect(before.totals()).toMatchObject(cached);
    const result = imported(bytes);
    expect([faultsOf(result), result.edition?.changes]).toEqual([[], []]);
  });

  it('follow rows that are put in: above the first, between and below', async () => {
    const book = await Book.of(budget);
    const before = book.totals();
    // The last row of the table is 16.
    for (const at of [17, 9, 6]) {
      book.engine.insertRows(INPUT, at, 1);
      book.engine.type(INPUT, { row: at, column: 2 }, '청년 인턴');
      book.engine.type(INPUT, { row: at, column: 3 }, `새 사업 ${at}`);
      book.engine.type(INPUT, { row: at, column: 9 }, '5');
    }
    const sums = Object.fromEntries(
      Object.entries(book.totals()).map(([label, amounts]) => [label, amounts[4]]),
    );
    expect(sums).toMatchObject({ '청년 인턴': 1615, '총 계': 5705, 합계: 5705, 소계: 5705 });
    expect(before['청년 인턴']?.[4]).toBe(1600);
  });

  it('need no column of differences', async () => {
    const stated = new Map(PLAN).set(
      'tasks/startup.yaml',
      `${PLAN.get('tasks/startup.yaml')}target: 15\nfunding: { total: 3000, national: 1400, district: 1100 }\n`,
    );
    const bytes = await built(stated);
    const book = await Book.of(bytes);
    const file = await readBack(bytes);
    const columns = [TASKS, INPUT, '총괄'].map((name) => {
      const sheet = file.getWorksheet(name) ?? expect.unreachable();
      const heads: number[] = [];
      sheet.eachRow((row, number) =>
        row.eachCell((cell) => {
          if (number < 6 && /공시차이/.test(cell.text)) heads.push(Number(cell.col));
        }),
      );
      return { name, heads: [...new Set(heads)].sort((a, b) => b - a) };
    });
    for (const { name, heads } of columns) {
      expect([name, heads.length > 0]).toEqual([name, true]);
      for (const column of heads) book.engine.deleteColumns(name, column, 1);
    }
    expect(book.totals()['청년 창업']).toEqual([14, 2590, 1500, 0, 1090, 0, 0]);
    for (const { name } of columns) {
      const sheet = file.getWorksheet(name) ?? expect.unreachable();
      for (let row = 1; row <= sheet.rowCount; row++)
        for (let column = 1; column <= sheet.columnCount; column++)
          expect(book.engine.text(name, { row, column })).not.toMatch(/^#/);
    }
  });

  it('say where a text stands for a number, and where a task has no such name', async () => {
    const book = await Book.of(budget);
    expect([book.shown(INPUT, 'C3'), book.shown(INPUT, 'C4')]).toEqual(['', '']);
    book.type('room national', '1,200백만원');
    book.type('room district', '-');
    expect(book.shown(INPUT, 'C3')).toMatch(/글로 적은 1칸/);
    book.type('office task', '청년인턴');
    expect(book.shown(INPUT, 'C4')).toMatch(/목록에 없는 행/);
    expect(book.totals()['청년 인턴']).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('names of tasks', () => {
  const named = (name: string): Files =>
    new Map(PLAN).set(
      'tasks/intern.yaml',
      (PLAN.get('tasks/intern.yaml') ?? '').replace('name: 청년 인턴', `name: ${JSON.stringify(name)}`),
    );

  // A pattern, a comparison, a formula, a number, a quotation mark, one too long: each kind once.
  const KINDS_OF_NAMES = [
    '청년 * 인턴',
    '~*?',
    '<>종료',
    '=청년 인턴',
    '2023',
    '청년 "인턴"',
    '가'.repeat(300),
  ];
  const OTHERS = [
    ...['청년 ? 인턴', '청년~인턴', '<청년> 인턴', '>100', '*', '1-2', "청년 '인턴'", 'Intern'],
    ...['오전 9시', '〈청년〉', '100%', '-', '청'],
  ];

  it('sum up their own rows and no others, all in one workbook', async () => {
    const names = [...KINDS_OF_NAMES, ...(WHOLE ? OTHERS : [])];
    const files = new Map(PLAN).set(
      'strategies.yaml',
      (PLAN.get('strategies.yaml') ?? '').replace(
        'intern]',
        `${['intern', ...names.map((_, index) => `t${index}`)].join(', ')}]`,
      ),
    );
    for (const [index, name] of names.entries())
      files.set(
        `tasks/t${index}.yaml`,
        `id: t${index}\nname: ${JSON.stringify(name)}\nprojects:\n  - { id: p${index}, name: 사업, target: 40, funding: { province: 6400, district: ${1600 + index} } }\n`,
      );
    const book = await Book.of(await built(files));
    const before = book.totals();
    // A name may be too long for its cell.
    const labels = names.map((name) =>
      name.length < 100 ? name : (Object.keys(before).find((one) => one.startsWith(name.slice(0, 9))) ?? ''),
    );
    expect(labels.map((label) => before[label])).toEqual(
      names.map((_, index) => [40, 8000 + index, 0, 6400, 1600 + index, 0, 0]),
    );
    expect(before['청년 인턴']).toEqual([40, 8000, 0, 6400, 1600, 0, 0]);
    expect(before['청년 창업']).toEqual([14, 2590, 1500, 0, 1090, 0, 0]);
    const added = names.map((_, index) => 10 * (index + 1));
    book.typeAll(Object.fromEntries(added.map((amount, index) => [`t${index}+0 district`, amount])));
    const sum = added.reduce((all, one) => all + one, 0);
    const own = labels.map((label, index) => [label, { 구비: added[index] ?? 0, 계: added[index] ?? 0 }]);
    expect(book.totals()).toEqual(
      more(before, { ...everywhere({ 구비: sum, 계: sum }), ...Object.fromEntries(own) }),
    );
  });

  it.each([
    '<청년> 인턴',
    '가'.repeat(300),
    '여성 교육',
    ...(WHOLE ? ['청년 * 인턴', '2023'] : []),
  ])('lead a new project to its task: %s', async (name) => {
    const typed = { 'intern+0 name': '새 인턴', 'intern+0 district': 10, 'room task': '여성 교육' };
    const { 'room task': _, ...own } = typed;
    const { workbook, edition } = await bothTotals(named(name), name === '여성 교육' ? own : typed);
    expect(edition).toEqual(workbook);
  });

  it('that are one and the same, or one to a spreadsheet, are told apart', async () => {
    for (const name of ['여성 교육', '여성  교육', '여성교육']) {
      const totals = (await Book.of(await built(named(name)))).totals();
      const own = Object.entries(totals).filter(([label]) =>
        label.replaceAll(/\s/g, '').startsWith('여성교육'),
      );
      expect(own.map(([, amounts]) => amounts)).toEqual([
        [40, 8000, 0, 6400, 1600, 0, 0],
        [20, 5000, 2000, 0, 3000, 0, 0],
      ]);
    }
  });
});

describe('a task of which projects have not all', () => {
  it('has a row for the rest, which counts as they do', async () => {
    const files = new Map(PLAN).set(
      'tasks/course.yaml',
      `id: course
name: 여성 교육
target: 20
funding: { unit: 백만원, total: 5, national: 2, province: '-', district: 3 }
projects:
  - { id: day, name: 주간반, target: 8, funding: { national: 1500 } }
  - { id: night, name: 야간반 }
`,
    );
    const book = await Book.of(await built(files));
    expect(book.totals()['여성 교육']).toEqual([20, 5000, 2000, 0, 3000, 0, 0]);
    expect(['target', 'total', 'national', 'district'].map((kind) => book.cell(`course ${kind}`))).toEqual([
      12, 3500, 500, 3000,
    ]);
    book.type('course national', 600);
    book.type('night district', 50);
    expect(book.totals()['여성 교육']).toEqual([20, 5150, 2100, 0, 3050, 0, 0]);
  });

  it('or only a total, has that in its row', async () => {
    const alone = (projects: string) =>
      new Map(PLAN).set(
        'tasks/course.yaml',
        `id: course\nname: 여성 교육\ntarget: 20\nfunding: { total: 900 }\n${projects}`,
      );
    const book = await Book.of(await built(alone('')));
    expect(book.totals()['여성 교육']).toEqual([20, 900, 0, 0, 0, 0, 0]);
    book.type('course total', 1000);
    expect(book.totals()['여성 교육']).toEqual([20, 1000, 0, 0, 0, 0, 0]);
    const listed = await Book.of(
      await built(
        alone(`projects:
  - { id: day, name: 주간반, funding: { district: 300 } }
  - { id: night, name: 야간반, funding: { total: 200 } }
  - { id: late, name: 저녁반 }
`),
      ),
    );
    expect(listed.totals()['여성 교육']).toEqual([20, 900, 0, 0, 300, 0, 0]);
    expect(listed.cell('course total')).toBe(400);
    listed.type('night total', 250);
    listed.type('day national', 30);
    expect(listed.totals()['여성 교육']).toEqual([20, 980, 30, 0, 300, 0, 0]);
  });
});

/** What is typed -> the totals that the workbook then shows, and those of the edition that it becomes. */
async function bothTotals(files: Files, typed: Readonly<Record<string, string | number>>) {
  const bytes = await built(files);
  const book = await Book.of(bytes);
  const at = places(bytes);
  book.typeAll(typed);
  const edits = Object.entries(typed).map(([cell, text]): [string, Content] => [at(cell), text]);
  const result = imported(withCells(bytes, Object.fromEntries(edits)), files);
  const { edition } = result;
  if (edition === undefined) throw new Error(faultsOf(result).join('\n'));
  const next = new Map(files).set(`editions/${edition.number}.yaml`, edition.text);
  const made = (await workbooksOf(next, edition.number)).get('budget.xlsx') ?? expect.unreachable();
  const after = await Book.of(made);
  return {
    workbook: { ...book.totals(), 총괄: book.summary() },
    edition: { ...after.totals(), 총괄: after.summary() },
  };
}

describe('the edition that a workbook becomes', () => {
  const REST = `id: course
name: 여성 교육
target: 20
funding: { unit: 백만원, total: 5, national: 2, province: '-', district: 3 }
projects:
  - { id: day, name: 주간반, target: 8, funding: { national: 1500 } }
  - { id: night, name: 야간반 }
`;

  it.each<[string, Files, Readonly<Record<string, string | number>>]>([
    [
      'amounts of every kind, a new project, one ended, one moved',
      PLAN,
      {
        'room province': 400,
        'shop national': 12,
        'shop target': 4,
        'school state': '종료',
        'office task': '여성 교육',
        'startup+0 name': '창업 대회',
        'startup+0 district': 55,
        'startup+0 target': 2,
      },
    ],
    ['a whole task', PLAN, { 'course national': 2100, 'course private': 30, 'course target': 25 }],
    [
      'a task with a row for the rest, in 백만원',
      new Map(PLAN).set('tasks/course.yaml', REST),
      { 'course national': 650, 'day national': 1600, 'course target': 13 },
    ],
    [
      'a total alone',
      new Map(PLAN).set(
        'tasks/course.yaml',
        'id: course\nname: 여성 교육\ntarget: 20\nfunding: { total: 900 }\n',
      ),
      { 'course total': 950 },
    ],
    [
      'a project of which only the total is known',
      new Map(PLAN).set(
        'tasks/intern.yaml',
        `${PLAN.get('tasks/intern.yaml')}  - { id: fair, name: 박람회, target: 1, funding: { total: 70 } }\n`,
      ),
      { 'fair total': 90 },
    ],
    [
      'sums that were published as something else',
      new Map(PLAN).set(
        'tasks/startup.yaml',
        `${PLAN.get('tasks/startup.yaml')}target: 15\nfunding: { total: 3000, national: 1400, district: 1100 }\n`,
      ),
      { 'room national': 1700, 'shop district': 100 },
    ],
    [
      'projects in other units than the column',
      new Map(PLAN)
        .set(
          'tasks/intern.yaml',
          (PLAN.get('tasks/intern.yaml') ?? '')
            .replace('{ province: 6400,', '{ unit: 억원, province: 0.64,')
            .replace('1600', '0.16'),
        )
        .set(
          'tasks/startup.yaml',
          (PLAN.get('tasks/startup.yaml') ?? '').replace('{ district: 90 }', '{ unit: 원, district: 90500 }'),
        ),
      { 'office province': 7000, 'office national': 250, 'shop district': 91 },
    ],
    ...(['half-up', 'truncate'] as const).map((policy): [string, Files, Record<string, number>] => [
      policy,
      new Map(PLAN).set('strategies.yaml', `${PLAN.get('strategies.yaml')}rounding: ${policy}\n`),
      { 'room national': 1501, 'office district': 2500, 'course private': 499 },
    ]),
  ])('has its totals: %s', async (_, files, typed) => {
    const { workbook, edition } = await bothTotals(files, typed);
    expect(edition).toEqual(workbook);
  });
});
