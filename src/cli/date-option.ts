// A date on the command line -> the same as data write it, when there is such a day.
import { InvalidArgumentError } from 'commander';
import { isoDate } from '../plan/typed-date.ts';

/** ISO (YYYY-MM-DD), of `2027. 5. 12.` too. Throws commander's error for anything else. */
export function dateOf(text: string): string {
  const date = isoDate(text);
  if (date === undefined) throw new InvalidArgumentError('2027-05-12나 2027. 5. 12.처럼 적은 날짜');
  return date;
}
