// Periods as offices write them -> the months of the plan's year that they name.
import { describe, expect, it } from 'vitest';
import { impossiblePeriod, plainPeriod, spansOfYear } from '../../src/plan/period.ts';

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

it.each<[string, string]>([
  ['27. 3. ~ 28. 2.', '2027. 3. ~ 2028. 2.'],
  ['2027/5 ~ 9', '2027. 5. ~ 9.'],
  ['5/1~9/30', '5. 1.~9. 30.'],
  ['27/3~28/2', '2027. 3.~2028. 2.'],
  // Quarters, days and years that are written out stay.
  ['1/4분기', '1/4분기'],
  ['3. 1. ~ 5. 31.', '3. 1. ~ 5. 31.'],
  ['’27. 3. ~ ’28. 2.', '’27. 3. ~ ’28. 2.'],
])('%s is read as %s', (typed, plain) => {
  expect(plainPeriod(typed)).toBe(plain);
});
