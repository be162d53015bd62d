// The bundled programme -> what it computes for strategies and tasks, against the tables published in 2023.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureBook, Value } from '../../src/figure/figure.ts';
import type { Strategy } from '../../src/plan/programme.ts';
import { readPlan } from '../../src/read/read-plan.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const TEST = path.resolve(PLANS, '..');
const published = JSON.parse(readFileSync(path.join(TEST, 'fixtures/publication.json'), 'utf8')) as {
  readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly string[])[] }[];
};
/** The columns behind a strategy's name: people, then 백만원. */
const COLUMNS = ['target', 'budget/total', 'budget/national', 'budget/province', 'budget/district'];

let book: FigureBook;
let strategies: readonly Strategy[];

beforeAll(() => {
  const root = path.resolve(TEST, '../data/incheon-seogu-2023');
  const { value: plan } = readPlan({ displayRoot: 'plan', files: textsIn(root) });
  const figures = evaluateFigures(plan?.figures ?? []);
  if (plan === undefined || figures.value === undefined) throw new Error('the bundled plan cannot be read');
  expect(figures.diagnostics).toEqual([]);
  book = figures.value;
  strategies = plan.programme.strategies;
});

/** The rows of a published table that hold numbers. */
function rowsOf(table: string, headerRows: number): readonly (readonly string[])[] {
  return (published.tables.find(({ id }) => id === table)?.rows ?? []).slice(headerRows);
}

/** What follows from the figures' relations, whatever is stated beside them. */
function computed(...names: string[]): string {
  return printed(book.get(addressOf(...names))?.computed);
}

function printed(value: Value | undefined): string {
  if (value?.kind !== 'quantity') return value?.kind === 'nil' ? '-' : 'missing';
  const exact = Number(value.exact.valueOf());
  expect(Number.isInteger(exact)).toBe(true);
  return exact.toLocaleString('en-US');
}

describe('the programme that was published', () => {
  it('gives the thirty cells of the strategies’ table, additively', () => {
    const rows = ['all', ...strategies.map(({ id }) => id)].map((strategy) =>
      COLUMNS.map((column) => computed('strategies', strategy, ...column.split('/'))),
    );
    expect(rows.flat()).toHaveLength(30);
    expect(rows).toEqual(rowsOf('T22', 2).map((row) => row.slice(1)));
  });

  it('gives each task’s budget in the table of all tasks', () => {
    const tasks = strategies.flatMap((strategy) => strategy.tasks);
    expect(tasks).toHaveLength(14);
    expect(tasks.map(({ id }) => computed('tasks', id, 'budget', 'total'))).toEqual(
      rowsOf('T01', 2).map((row) => row.at(-1)),
    );
  });

  it('gives each task’s job target there, and their sum', () => {
    const tasks = strategies.flatMap((strategy) => strategy.tasks);
    const overview = tasks.map(({ overview: { target } }) => printed(book.get(target)?.computed));
    expect(overview).toEqual(rowsOf('T01', 2).map((row) => row.at(-2)));
    expect([
      computed('strategies', 'all', 'target'),
      computed('strategies', 'all', 'budget', 'total'),
    ]).toEqual(rowsOf('T01', 1)[0]?.slice(1));
  });
});
