// The bundled programme -> what it computes for strategies and tasks, against the tables published in 2023.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureBook, Value } from '../../src/figure/figure.ts';
import type { Strategy } from '../../src/plan/programme.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
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

describe('a change of the bundled programme', () => {
  /** What is printed otherwise after the change: address, before, after. */
  const moved = (address: string, by: number): readonly string[] => {
    const input = addressOf(...address.split('/'));
    const given = book.get(input)?.effective;
    if (given?.kind !== 'quantity') throw new Error(`no input ${address}`);
    const definitions = [...book.values()].map(({ definition }) => definition);
    const changed = { ...given, exact: given.exact.add(by) };
    const after = evaluateFigures(definitions, new Map([[input, changed]]));
    expect(after.diagnostics).toEqual([]);
    return [...(after.value ?? [])].flatMap(([one, figure]) =>
      figure.changed ? [`${one} ${printed(book.get(one)?.effective)} ${printed(figure.effective)}`] : [],
    );
  };

  it('of an amount of a project reaches its task, its strategy, the totals and every table of them', () => {
    expect(moved('tasks/youth-startup/projects/good-value/funding/national', 10_000)).toEqual([
      'tables/field-targets/total/budget-total 82,964 82,974',
      'tables/field-targets/total/budget-national 47,111 47,121',
      'tables/field-targets/youth/budget-total 1,186 1,196',
      'tables/field-targets/youth/budget-national 90 100',
      'tables/goal-summary/goals/budget-national 47,111 47,121',
      'tasks/youth-startup/projects/good-value/funding/national 56,160 66,160',
      'tasks/youth-startup/projects/good-value/funding/total 112,320 122,320',
      'tasks/youth-startup/funding/national 56,160 66,160',
      'tasks/youth-startup/funding/total 152,720 162,720',
      'tasks/youth-startup/budget/total 153 163',
      'tasks/youth-startup/overview/budget 153 163',
      'strategies/youth/funding/total 1,186,098 1,196,098',
      'strategies/youth/funding/national 90,540 100,540',
      'strategies/youth/budget/total 1,186 1,196',
      'strategies/youth/budget/national 90 100',
      'strategies/all/funding/total 82,964,359 82,974,359',
      'strategies/all/funding/national 47,110,965 47,120,965',
      'strategies/all/budget/total 82,964 82,974',
      'strategies/all/budget/national 47,111 47,121',
      'strategies/all/overview/budget 82,964 82,974',
    ]);
  });

  it('of people in a table of a sheet reaches the goal of the whole plan', () => {
    expect(moved('tables/disability-jobs/general-full-time/people', 1)).toEqual([
      'tables/disability-jobs/general-full-time/people 39 40',
      'tables/field-targets/total/target 13,970 13,971',
      'tables/field-targets/tailored/target 10,570 10,571',
      'tables/goal-summary/goals/target 13,970 13,971',
      'tasks/vulnerable/projects/disability/target 165 166',
      'tasks/vulnerable/target 6,353 6,354',
      'tasks/vulnerable/overview/target 6,353 6,354',
      'strategies/tailored/target 10,570 10,571',
      'strategies/all/target 13,970 13,971',
      'strategies/all/overview/target 13,970 13,971',
    ]);
  });
});
