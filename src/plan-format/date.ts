// A scalar that is a date -> the same, checked against the calendar.
import * as v from 'valibot';
import { textLike } from './shape.ts';

const FORM = '있는 날짜 (예: 2023-03-31)';

/** A date as ISO 8601 spells it (YYYY-MM-DD), and which the calendar has, in a year from 1000 to 2999. */
export const date = v.pipe(
  textLike(/^[12]\d{3}-\d\d-\d\d$/, FORM),
  v.check(({ text }) => isDate(text), FORM),
);

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  // 2023-02-30 would quietly become the second of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
