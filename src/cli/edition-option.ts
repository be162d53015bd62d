// The number of an edition on the command line -> the number, and what is said of the edition.
import { InvalidArgumentError } from 'commander';
import { shownDate } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';

/** 0 or more. Throws commander's error for anything else. */
export function editionOf(text: string): number {
  if (!/^(0|[1-9]\d{0,3})$/.test(text)) throw new InvalidArgumentError('0-9999');
  return Number(text);
}

/** `판: 제1회 추가경정예산 (2023. 5. 12.)`; nothing for a plan that has no edition beyond 0. `files` are the plan's, by their names. */
export function editionLine(
  { editions, issueDate }: Pick<Plan, 'editions' | 'issueDate'>,
  files: ReadonlyMap<string, string>,
): string | undefined {
  if (![...files.keys()].some((name) => name.startsWith('editions/'))) return undefined;
  const { title, date } = titleOf(editions, issueDate);
  return `판: ${title} (${shownDate(date)})`;
}

/** What the plan's own edition is called, and its date; edition 0 has the date of the plan's issue. */
export function titleOf(
  editions: Plan['editions'],
  issueDate: string,
): { readonly title: string; readonly date: string } {
  const last = editions.at(-1);
  return last === undefined
    ? { title: '당초', date: issueDate }
    : { title: last.title.text, date: last.date };
}
