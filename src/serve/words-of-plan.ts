// Texts of a plan's data -> the characters that people read.
import { fromMarkup } from '../plan/literal.ts';
import { withYears } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { SourceText } from '../plan/source-text.ts';

/** Marks of the data gone, years as the plan's year has them. */
export function shownText(source: SourceText, { year }: Pick<Plan, 'year'>): string {
  if (source.literal === true) return source.text;
  const { text, literal } = fromMarkup(source.text, source.place);
  return literal === true ? text : withYears(text, year).replaceAll('**', '');
}
