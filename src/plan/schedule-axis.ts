// The unit of a schedule -> its columns: what they are called, and which of them months and periods fall into.
import { hullOf, type Months, namedYears, printedPeriod, type YearSpan, yearsOfPeriod } from './period.ts';
import type { ProjectPeriod } from './programme.ts';

/** In the order of their lengths; the first one where a schedule says nothing. */
export const SCHEDULE_UNITS = ['months', 'quarters', 'halves', 'years'] as const;
export type ScheduleUnit = (typeof SCHEDULE_UNITS)[number];

/** Columns are counted from 1. */
export interface ScheduleAxis {
  readonly unit: ScheduleUnit;
  readonly columns: number;
  /** What the first column of years is; 1 for the parts of one year. */
  readonly first: number;
}

type Span = Pick<Months, 'from' | 'to'>;

/** Months in a column, of the parts of a year. */
const LENGTHS: Readonly<Record<Exclude<ScheduleUnit, 'years'>, number>> = {
  months: 1,
  quarters: 3,
  halves: 6,
};
const MONTHS = 12;

/** What one of them is called. */
export const UNIT_NOUNS: Readonly<Record<ScheduleUnit, string>> = {
  months: '달',
  quarters: '분기',
  halves: '반기',
  years: '해',
};

/** The columns of a year. */
export function axisOfYear(unit: Exclude<ScheduleUnit, 'years'>): ScheduleAxis {
  return { unit, columns: MONTHS / LENGTHS[unit], first: 1 };
}

/** A column for each year, both ends included. */
export function axisOfYears({ from, to }: Span): ScheduleAxis {
  return { unit: 'years', columns: to - from + 1, first: from };
}

/** 3월, 2분기, 하반기, 2027년 */
export function columnName({ unit, first }: ScheduleAxis, column: number): string {
  switch (unit) {
    case 'months':
      return `${column}월`;
    case 'quarters':
      return `${column}분기`;
    case 'halves':
      return column === 1 ? '상반기' : '하반기';
    case 'years':
      return `${first + column - 1}년`;
  }
}

/** 3월~11월, 2분기 */
export function showColumns(axis: ScheduleAxis, { from, to }: Span): string {
  return from === to ? columnName(axis, from) : `${columnName(axis, from)}~${columnName(axis, to)}`;
}

/** The columns that months of the year reach into; none where columns are years. */
export function columnsOfMonths({ unit }: ScheduleAxis, { from, to }: Span): Span | undefined {
  if (unit === 'years') return undefined;
  const length = LENGTHS[unit];
  return { from: Math.ceil(from / length), to: Math.ceil(to / length) };
}

/** All columns that a period reaches into, as far as it says them: by its months, or by the years that its text names. */
export function columnsOfPeriod(axis: ScheduleAxis, period: ProjectPeriod, year: number): Span | undefined {
  const { from, to } = period;
  if (axis.unit !== 'years')
    return from === undefined || to === undefined ? undefined : columnsOfMonths(axis, { from, to });
  const { first, columns } = axis;
  if (period.over !== undefined) {
    const [begin, end] = [period.over.from.year - first + 1, period.over.to.year - first + 1];
    return end < 1 || begin > columns ? undefined : { from: Math.max(1, begin), to: Math.min(columns, end) };
  }
  const text = printedPeriod(period, year);
  return namedYears(text).length > 0 ? hullOf(yearColumns(axis, text, year)) : undefined;
}

/** The columns of years that the text of a period names. */
export function yearColumns(axis: ScheduleAxis, text: string, year: number): readonly YearSpan[] {
  const { first, columns } = axis;
  return yearsOfPeriod(text, year, { from: first, to: first + columns - 1 }).map((span) => ({
    ...span,
    from: span.from - first + 1,
    to: span.to - first + 1,
  }));
}
