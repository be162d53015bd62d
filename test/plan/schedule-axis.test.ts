// Units of a schedule -> the columns that months and periods fall into.
import { expect, it } from 'vitest';
import { printedPeriod } from '../../src/plan/period.ts';
import {
  axisOfYear,
  axisOfYears,
  columnsOfMonths,
  columnsOfPeriod,
  showColumns,
  yearColumns,
} from '../../src/plan/schedule-axis.ts';

const place = { file: 'tasks/a.yaml', line: 1, column: 1 };
const TERM = axisOfYears({ from: 2026, to: 2029 });

it('months reach into quarters and halves', () => {
  const shown = (unit: 'months' | 'quarters' | 'halves', from: number, to: number) => {
    const axis = axisOfYear(unit);
    const span = columnsOfMonths(axis, { from, to });
    return span && showColumns(axis, span);
  };
  expect([shown('months', 3, 11), shown('quarters', 3, 4), shown('quarters', 5, 6)]).toEqual([
    '3월~11월',
    '1분기~2분기',
    '2분기',
  ]);
  expect([shown('halves', 6, 7), shown('halves', 7, 12)]).toEqual(['상반기~하반기', '하반기']);
});

it.each([
  ['2026 ~ 2028', ['2026년~2028년']],
  ['2027. 3. ~ 2027. 11.', ['2027년']],
  ['2024년 ~ 2027년', ['2026년~2027년']],
  ['2027년부터', ['2027년~2029년']],
  ['’26. 1. ~ ’27. 12.', ['2026년~2027년']],
  ['2026년, 2028년', ['2026년', '2028년']],
  ['3. ~ 11.', ['2026년']],
  ['매년 3월', ['2026년~2029년']],
  ['2031 ~ 2032', []],
  ['추후 확정', []],
])('the years of ‘%s’', (text, years) => {
  expect(yearColumns(TERM, text, 2026).map((span) => showColumns(TERM, span))).toEqual(years);
});

it('a period says its columns by its months, or by the years of its text', () => {
  const period = { text: { text: '{{year 0}} ~ {{year 1}}', place }, from: 2, to: 7 };
  expect(printedPeriod(period, 2027)).toBe('2027 ~ 2028');
  expect(columnsOfPeriod(TERM, period, 2027)).toMatchObject({ from: 2, to: 3 });
  expect(columnsOfPeriod(axisOfYear('quarters'), period, 2027)).toEqual({ from: 1, to: 3 });
  expect(columnsOfPeriod(TERM, { text: { text: '연중', place } }, 2027)).toBeUndefined();
});
