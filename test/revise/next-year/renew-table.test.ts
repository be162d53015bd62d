// The text of a statistics table -> which of its numbers next year's table still has.
import { expect, it } from 'vitest';
import { evaluateFigures } from '../../../src/figure/evaluate.ts';
import { readPlan } from '../../../src/plan-format/read-plan.ts';
import { openTable } from '../../../src/revise/next-year/renew-table.ts';
import { KEPT } from '../../kept.ts';

const PLAN = 'id: p\ntitle: t\nissuer: i\nyear: 2023\nissue-date: 2023-03-31\n';

/** The lines of the new table's cells, `years` after 2023. */
function cellsOf(table: string, years = 1): readonly string[] {
  const text = `id: one\ncorner: ''\nunit: 명\n${table}`;
  const files = new Map([
    ['plan.yaml', PLAN],
    ['statistics/one.yaml', text],
  ]);
  const { value, diagnostics } = readPlan({ displayRoot: 'p', kept: KEPT, files });
  expect(diagnostics).toEqual([]);
  const book = evaluateFigures(value?.figures ?? [], new Map(), new Map(), new Set()).value ?? new Map();
  const open = openTable('statistics/one.yaml', text, { planYear: 2023, years });
  const shift = { tables: new Map([['one', open.shift]]), figures: new Map(), projects: new Map() };
  const renewed = open.renew(shift, book).text.split('\n');
  const rules = renewed.findIndex((line) => line.startsWith('relations:'));
  return renewed
    .slice(renewed.indexOf('cells:') + 1, rules < 0 ? undefined : rules)
    .flatMap((line) => line.trim() || []);
}

it('makes the target that was this year’s the one of last year', () => {
  const table = `columns:
  - { id: target-2022, label: 2022년 목표 }
  - { id: target-2023, label: 2023년 목표 }
rows:
  - { id: jobs, label: 일자리 }
cells:
  jobs: [100, 120]
`;
  expect(cellsOf(table)).toEqual(['jobs: [ 120, missing ]']);
  expect(cellsOf(table, 2)).toEqual(['jobs: [ missing, missing ]']);
});

it('never makes a target a result, nor the other way round', () => {
  const table = `columns:
  - { id: actual, label: '{{year -1}}년 실적' }
  - { id: target, label: '{{year 0}}년 목표' }
rows:
  - { id: jobs, label: 일자리 }
cells:
  jobs: [100, 120]
`;
  expect(cellsOf(table)).toEqual(['jobs: [ missing, missing ]']);
});

it('moves the years of labels that count from the plan', () => {
  const table = `columns:
  - { id: before, label: '{{year -2}}년' }
  - { id: latest, label: '{{year -1}}년' }
  - { id: growth, label: 증감률, unit: '%' }
rows:
  - { id: jobs, label: 일자리 }
cells:
  jobs: [{ value: 100, bold: true }, { value: 120, as: '120,0', about: true }, 20.0]
relations:
  '*/growth': growth(./latest, ./before)
`;
  expect(cellsOf(table)).toEqual([
    'jobs: [ { value: 120, bold: true, about: true }, missing, { value: computed, digits: 1 } ]',
  ]);
});

it('keeps a published rate whose operand is gone', () => {
  const table = `columns:
  - { id: count, label: 수 }
  - { id: growth, label: 증감률, unit: '%', digits: 1 }
rows:
  - { id: 2021, period: 2021 }
  - { id: 2022, period: 2022 }
cells:
  2021: [100, ~]
  2022: [120, computed]
relations:
  '*/growth': growth(./count, previous/count)
`;
  expect(cellsOf(table)).toEqual(['2022: [ 120, 20.0 ]', '2023: [ missing, computed ]']);
});

it('leaves out of a rule the years that have moved', () => {
  const table = `columns:
  - { id: jobs, label: 일자리 }
rows:
  - { id: 2021, period: 2021 }
  - { id: 2022, period: 2022 }
cells:
  2021: [100]
  2022: [120]
asserts:
  '*/jobs': { sum: 100, except: [2022] }
`;
  expect(cellsOf(table)).toEqual([
    '2022: [ 120 ]',
    '2023: [ missing ]',
    'asserts:',
    "'*/jobs': { sum: 100, except: [ 2023 ] }",
  ]);
});
