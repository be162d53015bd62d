// The short forms of a statistics table -> the same table as its long form, and next year's in the same short form.
import { expect, it } from 'vitest';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { openTable } from '../../src/revise/next-year/renew-table.ts';

const PLAN = 'id: p\ntitle: t\nissuer: i\nyear: 2023\nissue-date: 2023-03-31\nterm: 2022-2025\n';
const COLUMNS = `id: one
corner: ''
unit: 명
columns: [{ id: jobs, label: 일자리 }, { id: growth, label: 증감률, unit: '%', digits: 1 }]
`;
const RULES = "relations:\n  '*/growth': growth(./jobs, previous/jobs)\n";

function read(table: string) {
  const files = new Map([
    ['plan.yaml', PLAN],
    ['statistics/one.yaml', table],
  ]);
  const { value, diagnostics } = readPlan({ displayRoot: 'p', files });
  expect(diagnostics).toEqual([]);
  return value ?? expect.unreachable();
}

/** What a table is, wherever it is typed. */
const known = (table: string): unknown => {
  const { tables, figures } = read(table);
  return JSON.parse(
    JSON.stringify([[...tables], figures], (key, value: unknown) =>
      key === 'place' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  );
};

const LONG = `${COLUMNS}rows: [{ id: 2021, period: 2021 }, { id: 2022, period: 2022 }]
cells:
  2021: [100, '-']
  2022: [120, computed]
${RULES}`;

it.each([
  ['years from the plan’s', "rows: years -2 .. -1\ncells:\n  2021: [100, '-']\n  2022: [120, computed]\n"],
  ['years', "rows: years 2021..2022\ncells:\n  2021: [100, '-']\n  2022: [120, computed]\n"],
  [
    'cells beside their rows',
    "rows:\n  - { id: 2021, period: 2021, cells: [100, '-'] }\n  - { id: 2022, period: 2022, cells: [120, computed] }\n",
  ],
  [
    'some of them',
    "rows:\n  - { id: 2021, period: 2021, cells: [100, '-'] }\n  - { id: 2022, period: 2022 }\ncells:\n  2022: [120, computed]\n",
  ],
])('%s are read as they are in full', (_, rows) => {
  expect(known(`${COLUMNS}${rows}${RULES}`)).toEqual(known(LONG));
});

function renewed(table: string): string {
  const { figures } = read(table);
  const book = evaluateFigures(figures, new Map(), new Map(), new Set()).value ?? new Map();
  const open = openTable('statistics/one.yaml', table, { planYear: 2023, years: 1 });
  return open.renew({ tables: new Map([['one', open.shift]]), figures: new Map(), projects: new Map() }, book)
    .text;
}

it('are as short a year later', () => {
  const years = (rows: string) =>
    renewed(`${COLUMNS}${rows}\ncells:\n  2021: [100, '-']\n  2022: [120, computed]\n${RULES}`);
  expect(years('rows: years -2 .. -1')).toContain(
    'rows: years -2 .. -1\ncells:\n  2022: [ 120, 20.0 ]\n  2023: [ missing, computed ]',
  );
  expect(years('rows: years 2021 .. 2022')).toContain('rows: years 2022 .. 2023\ncells:\n  2022:');
  expect(years('years: fixed\nrows: years -2 .. -1')).toContain('rows: years 2021 .. 2022\ncells:\n  2021:');
  const beside = `${COLUMNS}rows:\n  - { id: a-2021, label: 2021년, cells: [100, '-'] }\n  - { id: a-2022, label: 2022년, cells: [120, 3] }\n`;
  expect(renewed(beside)).toMatch(
    /id: a-2022, label: 2022년, cells: \[ 120, 3 \] \}\n.*id: a-2023, label: 2023년, cells: \[ missing, missing \]/,
  );
  expect(renewed(beside)).not.toContain('\ncells:');
});
