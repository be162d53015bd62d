// Periods as offices write them -> the months and years that they name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  impossiblePeriod,
  movedYears,
  namedYears,
  spansIn,
  spansOfYear,
  yearsOfPeriod,
} from '../../src/plan/period.ts';
import { ImportFaults } from '../../src/revise/import/import-faults.ts';
import { typedMonths } from '../../src/revise/import/period-cell.ts';
import { typedYears } from '../../src/revise/next-year/typed-years.ts';

const months = (text: string) => spansOfYear(text, 2023).map(({ from, to }) => `${from}-${to}`);

describe('the months of a year that a period names', () => {
  it.each<[string, readonly string[]]>([
    ['2023. 6. ~ 12.', ['6-12']],
    ['2023.6.~12.', ['6-12']],
    ['2023. 2. 6. ~ 5. 12.', ['2-5']],
    ['2023. 6. 1.(목) ~ 6. 30.(금)', ['6-6']],
    ['2023년 6월 1일부터 12월 31일까지', ['6-12']],
    ['6월~12월', ['6-12']],
    ['5~9월', ['5-9']],
    ['2023. 5 ~ 9월', ['5-9']],
    ['3∼4월, 11월', ['3-4', '11-11']],
    ['3, 6, 9월', ['3-3', '6-6', '9-9']],
    ['2023.3~11', ['3-11']],
    ['3~5, 9/11월', ['3-5', '9-9', '11-11']],
    ['6~8개월', []],
    ['’23. 3. ~ ’23. 11.', ['3-11']],
    ['2023-06-01 ~ 2023-12-31', ['6-12']],
    ['2023. 6.', ['6-6']],
    ['2023. 6. ~', ['6-12']],
    ['(1기) 2023. 1. ~ 6. (2기) 2023. 7. ~ 11.', ['1-6', '7-11']],
    // What lies in other years is left out.
    ['2022. 9. ~ 2023. 6.', ['1-6']],
    ['2023. 11. ~ 2.', ['11-12']],
    ['2023. 6. ~ 2024. 5.', ['6-12']],
    ['2022. 3. ~ 2025. 2.', ['1-12']],
    ['2024. 1. ~ 3.', []],
    ['연중', ['1-12']],
    ['연중(상·하반기 각 1회)', ['1-12']],
    ['하반기', ['7-12']],
    ['상·하반기', ['1-6', '7-12']],
    ['2분기, 4/4분기', ['4-6', '10-12']],
    ['1/4분기', ['1-3']],
    ['1/4~3/4분기', ['1-9']],
    ['2~3분기', ['4-9']],
    ['1·4분기', ['1-3', '10-12']],
    ['추후 결정', []],
    ['2023년', []],
    ['6개월간', []],
    ['2023. 13. ~ 14.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(months(text)).toEqual(expected);
  });
});

describe('a period that no calendar has', () => {
  it.each<[string, string | undefined]>([
    ['2023. 0. ~ 3.', '0월은 없습니다'],
    ['2023-13-01', '13월은 없습니다'],
    ['4월 31일부터', '4월 31일은 없습니다'],
    ['2023. 2. 29. ~ 3. 1.', '2월 29일은 없습니다'],
    ['2024. 2. 29. ~ 3. 1.', undefined],
    ['2. 29.', undefined],
    ['2023. 3. 9. ~ 3. 8.', '끝이 처음보다 앞섭니다(2023. 3. 9. ~ 3. 8.)'],
    ['2023. 11. ~ 2024. 2.', undefined],
    ['27. 3. ~ 27. 11.', undefined],
    ['매주 월요일, 9개월', undefined],
  ])('%s', (text, why) => {
    expect(impossiblePeriod(text)).toBe(why);
  });
});

/** What every reader makes of a period: the form and the edition, the schedule by months and by years, check, the plan of the next year. */
function readings(text: string, year: number): unknown {
  const faults = new ImportFaults('plan.xlsx');

  const months = ({ from, to }: { readonly from: number; readonly to: number }) => [from, to];
  const later = movedYears(text, 1);
  return {
    imported: typedMonths(text, year, faults.whole, faults),
    faults: [impossiblePeriod(text), ...faults.diagnostics],
    checked: spansIn(text),
    months: spansOfYear(text, year).map(months),
    years: yearsOfPeriod(text, year, { from: 2026, to: 2030 }).map(months),
    named: namedYears(text),
    later: [spansIn(later), namedYears(later)],
  };
}

it.each<[number, string, readonly string[]]>([
  [
    2027,
    '2027. 3. ~ 2028. 2.',
    [
      '27. 3. ~ 28. 2.',
      '27.3.~28.2.',
      '’27. 3월~’28. 2월',
      '27/3~28/2',
      '27.3~28.2',
      '2027.3 ~ 2028.2',
      '’27.03~’28.02',
    ],
  ],
  [2028, '2028. 4. ~ 2029. 2.', ['’28. 4월~’29. 2월', '28. 4. ~ 29. 2.', '’28.4월 ~ ’29.2월']],
  [2028, '2028. 3. ~ 2029. 2.', ['28.3.~29.2.', '2028/3 ~ 2029/2']],
  [2027, '2027. 5. ~ 9.', ['2027/5 ~ 9', '27. 5. ~ 9.', '’27. 5~9월', '27. 5~9월']],
  [2027, '5. 1. ~ 9. 30.', ['5/1~9/30', '5월 1일부터 9월 30일까지']],
  [2027, '2027. 3. ~ 11.', ['27.3월~11월', '27.3~11', '2027. 3. ~ 11', '’27.3월~11월', '2027년 3월~11월']],
])('in %i, %s has the same months in all its spellings, wherever it is read', (year, whole, spellings) => {
  const read = readings(whole, year);
  expect(read).toMatchObject({ faults: [undefined], checked: [{}] });
  for (const spelling of spellings) {
    expect(readings(spelling, year), spelling).toEqual(read);
    expect(typedYears(spelling) || spelling.includes('/') || !whole.includes('20'), spelling).toBe(true);
  }
});

it('of months that are listed in any way, none is lost and none is made up', () => {
  const item = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }))
    .map(([from, more]) => [from, Math.min(12, from + more)] as const);
  const spelt = fc.record({
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    between: fc.constantFrom(', ', ',', '·', 'ㆍ', '、', '/'),
    till: fc.constantFrom('~', ' ~ ', '∼', '-'),
    each: fc.boolean(),
    year: fc.constantFrom('', '2027. ', '2027.', '27. ', '27.', '’27. ', '2027년 '),
  });
  fc.assert(
    fc.property(spelt, ({ items, between, till, each, year }) => {
      const mark = each ? '월' : '';
      const listed = items.map(([from, to]) =>
        from === to ? `${from}${mark}` : `${from}${till}${to}${mark}`,
      );
      const text = `${year}${listed.join(between)}${each ? '' : '월'}`;
      const all = ([from, to]: readonly number[]) =>
        Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => (from ?? 0) + index);
      const read = new Set(spansOfYear(text, 2027).flatMap(({ from, to }) => all([from, to])));
      expect([...read].sort(), text).toEqual([...new Set(items.flatMap(all))].sort());
    }),
    { seed: 20261130, numRuns: 500 },
  );
});

it('from the first month to the last, over the ends of years', () => {
  const faults = new ImportFaults('plan.xlsx');
  const ends = (text: string) => Object.values(typedMonths(text, 2027, faults.whole, faults)?.months ?? {});
  expect(ends('2027. 11., 2028. 2.')).toEqual(['2027-11', '2028-02']);
  expect(ends('2027. 3. ~ 5., 2028. 1. ~ 2.')).toEqual(['2027-03', '2028-02']);
  expect(ends('2028. 1. ~ 3.')).toEqual([]);
  expect(faults.diagnostics).toEqual([]);
});

it('a period is moved in its own spelling', () => {
  expect(
    ['27. 3. ~ 28. 2.', '27.3~28.2', '’27.3월~11월', '2027/5 ~ 9', '’08. 1. ~ 2.', '5. 27.'].map((one) =>
      movedYears(one, 1),
    ),
  ).toEqual(['28. 3. ~ 29. 2.', '28.3~29.2', '’28.3월~11월', '2028/5 ~ 9', '’09. 1. ~ 2.', '5. 27.']);
});

it.each(['1/4분기', '24. 1월의 3/5명', '3월~5월, 11월', '13개월', '12. 3. 배포'])('%s is no span', (text) => {
  expect(spansIn(text)).toEqual([]);
});
