// The rows or columns of a table -> those that are of one year, and which: by period or id, or by what their labels say.
import type { AxisEntry } from '../../plan/statistics-table.ts';
import { lineOf } from '../text/line.ts';
import { yearsIn } from '../text/years.ts';
import type { PrintedAt } from './headings.ts';

/**
 * A label that opens with its year (2024년 실적) names it; one that has it elsewhere does where its neighbours have other years
 * there: 비중(2024년 기준) alone says of when the data are.
 */
export function datedEntries(
  axis: readonly AxisEntry[],
  printed: PrintedAt,
  planYear: number,
): readonly (readonly [AxisEntry, number])[] {
  const labelled = axis.flatMap((entry) => {
    const text = printed(entry.label.place);
    const mentions = text === undefined ? [] : yearsIn(text, planYear);
    const [first] = mentions;
    if (text === undefined || first === undefined || new Set(mentions.map(({ year }) => year)).size > 1)
      return [];
    return [{ entry, year: first.year, opens: !/[\p{L}\d]/u.test(lineOf(text).text.slice(0, first.from)) }];
  });
  const within = new Set(labelled.flatMap(({ year, opens }) => (opens ? [] : [year])));
  return axis.flatMap((entry) => {
    const said = labelled.find((one) => one.entry === entry);
    const year =
      entry.period ?? yearInId(entry.id) ?? (said && (said.opens || within.size > 1) ? said.year : undefined);
    return [
      ...(year === undefined ? [] : [[entry, year] as const]),
      ...datedEntries(entry.children, printed, planYear),
    ];
  });
}

export function yearInId(id: string): number | undefined {
  return /^(?:19|20)\d{2}$/.test(id) ? Number(id) : undefined;
}
