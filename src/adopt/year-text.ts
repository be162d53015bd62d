// Years as a document types them -> as they count from the plan's.

/** Years farther from the plan's than these are history. */
const [MOST_BEFORE, MOST_BEHIND] = [12, 6];

/** A year of an axis: `2021년`, `2021`, `’21년`. */
export function periodOf(label: string): { readonly year: number; readonly short: boolean } | undefined {
  const text = label.replaceAll(/\s/g, '');
  const [, long] = /^((?:19|20)\d\d)(?:년|년도)?$/.exec(text) ?? [];
  if (long !== undefined) return { year: Number(long), short: false };
  const [, short] = /^['’‘`](\d\d)년?$/.exec(text) ?? [];
  return short === undefined ? undefined : { year: 2000 + Number(short), short: true };
}

/** What a plan prints of a period of its own accord. */
export function periodLabel(year: number, short: boolean): string {
  return short ? `’${String(year % 100).padStart(2, '0')}년` : `${year}년`;
}

/** The text with each year near the plan's as `{{year -1}}`, so that it moves with it. */
export function yearMarks(text: string, planYear: number): string {
  const mark = (whole: string, year: number, form: string) =>
    year < planYear - MOST_BEFORE || year > planYear + MOST_BEHIND
      ? whole
      : `{{year ${year - planYear}${form}}}`;
  return text
    .replaceAll(/(?<![\d.,])((?:19|20)\d\d)(?=\s?년|\.\s?\d{1,2}\.)/g, (whole, year: string) =>
      mark(whole, Number(year), ''),
    )
    .replaceAll(/['’‘`](\d\d)(?=\s?년)/g, (whole, year: string) =>
      mark(whole, 2000 + Number(year), ' form="short"'),
    );
}
