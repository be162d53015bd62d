// `years -5 .. -1` or `years 2021 .. 2025` -> the years, from the first to the last.

/** More are no axis of a table that anyone reads. */
export const MOST_YEARS = 60;

const RANGE = /^years (-?\d{1,4}) ?\.\. ?(-?\d{1,4})$/u;
export const YEAR_RANGE = RANGE.source;

/** Numbers of four digits are years, others count from the plan's `year`. Undefined for any other text; none where the last comes first. */
export function yearRange(text: string, year: number): readonly number[] | undefined {
  const [, first, last] = RANGE.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first, last].map((one) => (/^\d{4}$/u.test(one) ? Number(one) : year + Number(one)));
  const length = Math.max(0, (to ?? 0) - (from ?? 0) + 1);
  return Array.from({ length: Math.min(length, MOST_YEARS + 1) }, (_, index) => (from ?? 0) + index);
}
