// Days as people type them -> as data write them.
import { expect, it } from 'vitest';
import { isoDate } from '../../src/plan/typed-date.ts';

it.each([
  ['2027-05-12', '2027-05-12'],
  ['2027. 5. 12.', '2027-05-12'],
  ['2027.5.12', '2027-05-12'],
  ['2027/5/12', '2027-05-12'],
  ['2027년 5월 12일', '2027-05-12'],
  ['2027. 2. 30.', undefined],
  ['5. 12.', undefined],
  ['2027-05', undefined],
])('%s', (typed, day) => {
  expect(isoDate(typed)).toBe(day);
});
