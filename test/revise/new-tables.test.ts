// New tables typed into 새표 of plan.xlsx -> tables with the units and relations that a person would declare, and what does not follow told.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { beforeAll, expect, it } from 'vitest';
import { fillPlan } from '../../src/commands/fill-plan.ts';
import { newPlan } from '../../src/commands/new-plan.ts';
import { prepare } from '../../src/commands/prepare.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { UNITS } from '../../src/figure/unit.ts';
import { PROGRAM_FOLDER, readNewPlan } from '../../src/files.ts';
import { borneOut } from '../../src/revise/import/form/borne-out.ts';
import { KEPT } from '../kept.ts';
import {
  type Content,
  type Files,
  packed,
  partNameOf,
  partsOf,
  TEMPLATES,
  withCells,
  workbooksOf,
} from './import-plan.ts';

let blank: Files;
let form: Uint8Array;

async function begun(more: { readonly term?: number } = {}): Promise<Files> {
  const { value } = await readNewPlan({ working: PROGRAM_FOLDER, program: PROGRAM_FOLDER });
  const about = { office: 'county', issuer: '바람군', year: 2027, ...more } as const;
  const { files } = newPlan(value ?? new Map(), 'baram', about);
  return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

async function formOf(files: Files): Promise<Uint8Array> {
  return (await workbooksOf(files, 0, 'form')).get('plan.xlsx') ?? new Uint8Array();
}

beforeAll(async () => {
  blank = await begun();
  form = await formOf(blank);
});

/** The table typed into a sheet: the heads, then a row a line, from the name of the row. */
function typed(
  sheet: string,
  title: string,
  unit: string | null,
  lines: readonly (readonly Content[])[],
): Readonly<Record<string, Content>> {
  const cells = lines.flatMap((line, y) =>
    line.map((content, x) => [`${sheet}!${'BCDEFGHIJKLMN'[x]}${8 + y}`, content] as const),
  );
  return { [`${sheet}!C4`]: title, [`${sheet}!C5`]: unit, ...Object.fromEntries(cells) };
}

function filled(cells: Readonly<Record<string, Content>>, files: Files = blank, bytes = form) {
  const folder = { displayRoot: 'plan', kept: KEPT, files };
  return fillPlan({ name: 'plan.xlsx', bytes: withCells(bytes, cells) }, folder, {}, TEMPLATES);
}

/** `cell rule` of what is wrong. */
function told({ diagnostics }: ReturnType<typeof filled>): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'information')
    .map(({ rule, place }) => `${formatLocation(place).replace('plan.xlsx!', '')} ${rule}`);
}

it('units of heads, sums, differences, rates and shares are those that were typed, and what does not follow is told', () => {
  const made = filled({
    ...typed('새표1', '읍면별 농가 (단위: 호)', null, [
      ['구 분', '2025년', '2026년', '증감', '증감률(%)', '구성비', '사업비(백만원)'],
      ['바람읍', 1200, 1250, 50, 4.2, 50.5, 10.5],
      ['들면', '800호', 790, -10, '△1.3', '31.9%', 20],
      ['산면', 400, 436, 36, 9, 17.6, 30.25],
      ['합계', 2400, 2476, 76, 3.2, 100, 60.75],
    ]),
    ...typed('새표2', '재원', '단위 : 천원, %', [
      ['구 분', '국비', '도비', '군비', '계'],
      ['청년', 1000, 200, 300, 1500],
      ['여성', 2000, 100, '400', 2500],
      ['소계', 3000, 300, 700, 4100],
      ['증감', 1, 2, 3, null],
    ]),
  });
  const [farms = '', funds = ''] = [...(made.filled?.files ?? [])].flatMap(([name, text]) =>
    name.startsWith('statistics/') ? [text] : [],
  );
  expect(farms.split('\n').slice(1).join('\n')).toBe(`caption: "< 읍면별 농가 >"
unit-line: "(단위 : 호, %)"
corner: 구 분
unit: 호
columns:
  - { id: 2025, period: 2025 }
  - { id: 2026, period: 2026 }
  - { id: column-3, label: 증감 }
  - { id: column-4, label: 증감률(%), unit: "%" }
  - { id: column-5, label: 구성비, unit: "%" }
  - { id: column-6, label: 사업비(백만원), unit: 백만원 }
rows:
  - { id: row-1, label: 바람읍 }
  - { id: row-2, label: 들면 }
  - { id: row-3, label: 산면 }
  - { id: row-4, label: 합계 }
cells:
  row-1: [1200, 1250, 50, 4.2, 50.5, 10.50]
  row-2: [800, 790, -10, -1.3, 31.9, 20.00]
  row-3: [400, 436, 36, 9.0, 17.6, 30.25]
  row-4: [2400, 2476, 76, 3.2, 100.0, 60.75]
relations:
  '*/column-3': difference(./2026, ./2025)
  '*/column-4': growth(./2026, ./2025)
  '*/column-5': share(./2026, row-4/2026)
  'row-4/2025': sum(row-1/. .. row-3/.)
  'row-4/2026': sum(row-1/. .. row-3/.)
  'row-4/column-6': sum(row-1/. .. row-3/.)
`);
  // 증감 that no numbers bear out is none; of what they do, one does not follow.
  expect(funds).toContain('unit-line: "(단위 : 천원, %)"');
  expect(funds.split('relations:\n')[1]).toBe(`  'row-1/column-4': sum(./column-1 .. ./column-3)
  'row-2/column-4': sum(./column-1 .. ./column-3)
  'row-4/column-4': sum(./column-1 .. ./column-3)
  'row-3/column-1': sum(row-1/. .. row-2/.)
  'row-3/column-2': sum(row-1/. .. row-2/.)
  'row-3/column-3': sum(row-1/. .. row-2/.)
`);
  expect(told(made)).toEqual(['새표2!F11 value-does-not-follow']);
  expect(made.diagnostics.filter(({ rule }) => rule === 'relation-made')).toHaveLength(6);
  const read = prepare({
    plan: { displayRoot: 'plan', kept: KEPT, files: new Map([...blank, ...(made.filled?.files ?? [])]) },
  });
  expect(read.diagnostics).toEqual([]);
});

it('a total that is not the sum is told without any relation, and what is wrong with the table is told in its cells', () => {
  const alone = filled(
    typed('새표1', '시설', '개소', [
      ['구 분', '시설'],
      ['읍', 3],
      ['면', 4],
      ['계', 8],
    ]),
  );
  expect(told(alone)).toEqual(['새표1!C11 value-does-not-follow']);
  expect([...(alone.filled?.files.values() ?? [])].join('')).not.toContain('relations:');
  const turned = typed('새표1', '시설', '개소', [
    ['구 분', '시설'],
    ['읍\u202e', 3],
  ]);
  expect(told(filled(turned))).toEqual(['새표1!B9 unusable-character']);
  const twice = filled(
    typed('새표1', '해마다', '명', [
      ['구 분', '수'],
      ['2025년', 3],
      ['2025', 4],
    ]),
  );
  expect(twice.filled).toBeUndefined();
  expect(told(twice)).toEqual(['새표1!B10 wrong-text']);
});

it('a number that does not follow is an ordinary one, corrected in the next workbook; averages and rates are not added up', async () => {
  const made = filled(
    typed('새표1', '읍면 고용', '명', [
      ['구 분', '남', '여', '합계', '구성비', '1인당 소득(천원)', '고용률(%)', '평균 연령(세)'],
      ['바람읍', 100, 92, 202, 34.1, 310, '61.5', '-'],
      ['들면', 150, 250, 400, 67.6, 290, '60.1', 41],
      ['계', 250, 342, 592, 90, 300, null, '-'],
    ]),
  );
  expect(told(made)).toEqual([
    '새표1!F11 value-does-not-follow',
    '새표1!E9 value-does-not-follow',
    '새표1!G11 value-does-not-follow',
  ]);
  const name = [...(made.filled?.files.keys() ?? [])].find((one) => one.startsWith('statistics/')) ?? '';
  expect(
    made.filled?.files.get(name)?.split('relations:\n')[1],
  ).toBe(`  'row-1/column-4': share(./column-3, row-3/column-3)
  'row-2/column-4': share(./column-3, row-3/column-3)
  'row-2/column-3': sum(./column-1 .. ./column-2)
  'row-3/column-3': sum(./column-1 .. ./column-2)
  'row-3/column-1': sum(row-1/. .. row-2/.)
  'row-3/column-2': sum(row-1/. .. row-2/.)
`);
  // Typed right into the next workbook, it is the number of the plan.
  const files = new Map([...blank, ...(made.filled?.files ?? [])]);
  const next = await formOf(files);
  const parts = partsOf(next);
  const sheet =
    parts
      .get('xl/workbook.xml')
      ?.match(/표\d\d(?=")/g)
      ?.at(-1) ?? '';
  const [, cell] = /<c r="(\w+)"[^>]*><v>202<\/v>/.exec(parts.get(partNameOf(parts, sheet)) ?? '') ?? [];
  const right = withCells(next, { [`${sheet}!${cell}`]: 192 });
  const again = filled({}, files, right);
  expect(told(again)).toEqual([]);
  expect(again.filled?.files.get(name)).toContain('  row-1: [100, 92, 192, ');
  const whole = new Map([...files, ...(again.filled?.files ?? [])]);
  expect(prepare({ plan: { displayRoot: 'plan', kept: KEPT, files: whole } }).diagnostics).toEqual([]);
});

it('a table wider than the form is read whole', () => {
  const heads = Array.from({ length: 12 }, (_, index) => `열${index + 1}`);
  const wide = typed('새표1', '넓은 표', '명', [
    ['구 분', ...heads],
    ['읍', ...heads.map((_, index) => index + 1)],
    ['면', ...heads.map((_, index) => 2 * index)],
  ]);
  const parts = partsOf(form);
  const sheet = partNameOf(parts, '새표1');
  const beyond = (row: string) => ['K', 'L', 'M', 'N', 'P'].map((x) => `<c r="${x}${row}"/>`).join('');
  const rows = (parts.get(sheet) ?? '').replaceAll(
    /(<row r="(8|9|10)".*?)<\/row>/gs,
    (_, cells, row) => `${cells}${beyond(row)}</row>`,
  );
  const larger = packed(parts.set(sheet, rows));
  const made = filled({ ...wide, '새표1!P8': '메모' }, blank, larger);
  expect(told(made)).toEqual(['새표1!P8 text-not-taken']);
  expect([...(made.filled?.files.values() ?? [])].join('')).toContain(
    '  row-1: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\n',
  );
  expect(told(filled({ ...wide, '새표1!N8': null }, blank, larger))).toEqual([
    '새표1!N8 wrong-text',
    '새표1!N8 wrong-text',
  ]);
});

it('rows that were put in are rows of the table, a line of units is none, and what differs from the table that is there is told', () => {
  const lines = [
    ['구 분', '2025년', '2026년'],
    ['(단위: 명)', null, null],
    ...Array.from({ length: 11 }, (_, row) => [`시군${row + 1}`, 10 + row, 20 + row]),
  ];
  const cells = { ...typed('새표1', '시군 인구', null, lines), '새표1!A12': null, '새표1!A20': '' };
  const made = filled(cells);
  expect(told(made)).toEqual([]);
  const files = new Map([...blank, ...(made.filled?.files ?? [])]);
  const table = [...files].find(([name]) => name.startsWith('statistics/sigun'))?.[1] ?? '';
  expect(table.match(/^ {2}row-\d+: /gm)).toHaveLength(11);
  expect(table).toContain('unit: 명\n');
  expect(told(filled(cells, files))).toEqual([]);
  const again = filled({ ...cells, '새표1!D12': 99 }, files);
  expect(told(again)).toEqual(['새표1!D12 cell-not-taken']);
});

it('a column of words holds words, and the sums beside it are found', () => {
  const made = filled(
    typed('새표1', '시설 현황', '개소', [
      ['구 분', '시설', '비고', '정원(명)'],
      ['읍', 3, '신규, 증축', 10],
      ['면', 4, null, 20],
      ['계', 7, '-', 30],
    ]),
  );
  expect(told(made)).toEqual([]);
  const table = made.filled?.files.get('statistics/siseol-hyeonhwang.yaml') ?? '';
  expect(table).toContain('  - { id: column-2, label: 비고, kind: text }\n');
  expect(table.split('cells:\n')[1]).toBe(`  row-1: [3, "신규, 증축", 10]
  row-2: [4, ~, 20]
  row-3: [7, "-", 30]
relations:
  'row-3/column-1': sum(row-1/. .. row-2/.)
  'row-3/column-3': sum(row-1/. .. row-2/.)
`);
  const files = new Map([...blank, ...(made.filled?.files ?? [])]);
  expect(prepare({ plan: { displayRoot: 'plan', kept: KEPT, files } }).diagnostics).toEqual([]);
});

it('what the plan cannot take is told in the cell that it was typed into, not in a file that nobody has', async () => {
  const files = await begun({ term: 4 });
  const bytes = withCells(await formOf(files), { '연도별예산(입력)!E5': '10억' });
  const folder = { displayRoot: 'plan', kept: KEPT, files };
  expect(told(fillPlan({ name: 'plan.xlsx', bytes }, folder, {}, TEMPLATES))).toEqual([
    '연도별예산(입력)!E5 change-of-derived',
  ]);
});

it('what holds is found whatever the numbers, and nothing where one label says what no number does', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  });
  const cell = (number: number, unit = UNITS.명) => ({
    value: { kind: 'quantity', exact: new Fraction(number), digits: unit === UNITS.명 ? 0 : 1 } as const,
    unit,
  });
  const line = (id: string, kind?: 'sum' | 'share') => ({ id, label: id, kind });
  fc.assert(
    fc.property(counts, fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, isFirst, wrong) => {
      const total = [0, 1, 2].map((x) => rows.reduce((sum, row) => sum + (row[x] ?? 0), 0));
      const share = (row: readonly number[]) => Math.round((1000 * (row[0] ?? 0)) / (total[0] ?? 1)) / 10;
      const all = isFirst ? [total, ...rows] : [...rows, total];
      const grid = (more: number) => ({
        rows: all.map((row, y) => line(`r${y}`, row === total ? 'sum' : undefined)),
        columns: [line('a'), line('b'), line('c'), line('share', 'share')],
        cells: all.map((row) => [
          ...row.map((number, x) => cell(row === total && x === 2 ? number + more : number)),
          cell(share(row), UNITS['%']),
        ]),
      });
      const at = isFirst ? 0 : rows.length;
      const sound = borneOut(grid(0));
      expect(
        sound.map(({ axis, index, lines, misses }) => ({ axis, index, lines: lines.length, misses })),
      ).toEqual([
        { axis: 'columns', index: 3, lines: all.length, misses: [] },
        { axis: 'rows', index: at, lines: 3, misses: [] },
      ]);
      const harmed = borneOut(grid(wrong)).find(({ axis }) => axis === 'rows');
      expect(harmed?.lines).toEqual([0, 1]);
      expect(harmed?.misses.map(({ line: x, computed }) => [x, computed.valueOf()])).toEqual([[2, total[2]]]);
    }),
    { seed: 20261130, numRuns: 100 },
  );
});
