// A date on the command line -> the same, when there is such a day.
import { InvalidArgumentError } from 'commander';

/** ISO (YYYY-MM-DD). Throws commander's error for anything else. */
export function dateOf(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError('2023-05-12');
  return text;
}
