// Periods as officials write them -> months of a year.

/** First and last month of a year, 1 to 12. */
export interface Months {
  readonly from: number;
  readonly to: number;
  /** The year that the text names, where it names one. */
  readonly year?: number;
}

/** `2023. 3. ~ 11.`, `2023. 2. 6. ~ 5. 12.`, `2023. 1. ~ 2023. 12.` */
const SPAN = /(?:(\d{4})\.\s*)?(\d{1,2})\.\s*(?:\d{1,2}\.\s*)?[~∼-]\s*(?:\d{4}\.\s*)?(\d{1,2})\./g;
const WHOLE_YEAR = /^연중/;

/** The months that a text names, each span by itself; none where it names no months. */
export function spansIn(text: string): readonly Months[] {
  if (WHOLE_YEAR.test(text.trim())) return [{ from: 1, to: 12 }];
  return [...text.matchAll(SPAN)].map(([, year, from, to]) => ({
    from: Number(from),
    to: Number(to),
    ...(year === undefined ? {} : { year: Number(year) }),
  }));
}

/** From the first span's beginning to the last one's end. */
export function hullOf(spans: readonly Months[]): Months | undefined {
  if (spans.length === 0) return undefined;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

/** 3월~11월 */
export function showMonths({ from, to }: Months): string {
  return from === to ? `${from}월` : `${from}월~${to}월`;
}
