// Periods as officials write them -> months of a year.
import { plainPeriod, SHORT_YEAR } from './plain-period.ts';
import type { ProjectPeriod, YearMonth } from './programme.ts';
import type { SourceText } from './source-text.ts';

/** First and last month of a year, 1 to 12. */
export interface Months {
  readonly from: number;
  readonly to: number;
  /** The years that the text names, where it names them. */
  readonly year?: number;
  readonly endYear?: number;
}

/** The text of a period as the plan of a year prints it: `{{year 0}}. 3.` as 2026. 3. */
export function printedPeriod({ text }: { readonly text: SourceText }, year: number): string {
  return text.literal === true ? text.text : withYears(text.text, year);
}

/** `{{year -1}}` and `{{year 0 form="short"}}` as the plan of a year prints them: 2025, ’26. */
export function withYears(text: string, year: number): string {
  return text.replace(/\{\{year (-?\d+)( form="short")?\}\}/g, (_, offset, short) => {
    const named = String(year + Number(offset));
    return short === undefined ? named : `’${named.slice(-2)}`;
  });
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

/** A span of months of the plan's year, or of years, and the words of the period that say it. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What stands for months without naming them. */
const WORDS: readonly (readonly [RegExp, number, number])[] = [
  [/연중|상시|매월|매달/, 1, 12],
  [/상(?=[·・,/]\s*하반기)|상반기/, 1, 6],
  [/하반기/, 7, 12],
];

/** `1분기`, `2/4분기`, `1~3분기`, `1·4분기`, as the pieces that are named one by one. */
const QUARTERS = /(?<![\d/])[1-4](?:\/4)?(?: ?[~∼〜–―·・,-] ?[1-4](?:\/4)?){0,3} ?분기/g;
const QUARTER = /([1-4])(?:\/4)?(?: ?[~∼〜–―-] ?([1-4])(?:\/4)?)?/g;

function quartersIn(text: string): readonly YearSpan[] {
  return [...text.matchAll(QUARTERS)].flatMap(([named]) =>
    [...named.matchAll(QUARTER)].map(([own, first, last = first], _, { length }) => ({
      from: 3 * Number(first) - 2,
      to: 3 * Number(last),
      text: length === 1 ? named : `${own}분기`,
    })),
  );
}

/** `2023. 6.`, `2023. 6. 1.`, `’23. 6.`, `2023년 6월 1일`, `6월`, the 6 of `6~9월`, `2023-06-01`: its year where it names one, and its month. */
const POINT =
  "(?:(?:(?<Y>\\d{4})|[’'‘](?<S>\\d{2}))\\s*(?:\\.|년)\\s*)?(?<M>\\d{1,2})\\s*(?:\\.|월|(?=[~∼〜–―-]\\s*\\d{1,2}\\s*월))(?:\\s*(?<D>\\d{1,2})\\s*(?:\\.|일))?|(?<I>\\d{4})-(?<N>\\d{2})(?:-(?<E>\\d{2}))?";
const point = (end: string) => `(?:${POINT.replaceAll(/\?<(.)>/g, `?<$1${end}>`)})`;
/** One point, from one on, or from one to another; a year alone before the mark of a span is none. */
const PERIOD = new RegExp(
  `(?<![\\d.])${point('a')}(?:\\s*(?:\\([^()]*\\)\\s*)?(?<till>부터|[~∼〜–―-])(?:\\s*${point('b')})?)?`,
  'gu',
);

/** The spans with both ends that a text names; none where it names none, or also a month by itself (`3~4월, 11월`). */
export function spansIn(text: string): readonly Months[] {
  if (/^연중/.test(text.trim())) return [{ from: 1, to: 12 }];
  const named = [...plainPeriod(text).matchAll(PERIOD)];
  if (named.some(({ 0: words, groups }) => groups?.till === undefined && words.endsWith('월'))) return [];
  return named.flatMap(({ groups = {} }) => {
    const [begin, end] = [dateOf(groups, 'a'), dateOf(groups, 'b')];
    if (begin === undefined || end === undefined) return [];
    return {
      from: begin.month,
      to: end.month,
      ...(begin.year === undefined ? {} : { year: begin.year }),
      ...(end.year === undefined ? {} : { endYear: end.year }),
    };
  });
}

/** A span in months since year 0. */
interface LongSpan {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
}

/** The spans that a text names by months; an end that is not said is that of the `year`. */
function longSpans(plain: string, year: number): readonly LongSpan[] {
  return [...plain.matchAll(PERIOD)].flatMap(({ 0: text, groups = {} }): LongSpan[] => {
    const from = pointOf(groups, 'a');
    if (from === undefined) return [];
    const begin = (from.year ?? year) * 12 + from.month;
    const last = pointOf(groups, 'b');
    const open = groups.till === undefined ? begin : Math.max(begin, year * 12 + 12);
    const end = last === undefined ? open : endAfter(begin, last, from.year ?? year);
    return end < begin ? [] : [{ begin, end, text }];
  });
}

/**
 * The spans of the year that a period names, in order, as far as they lie in that year: an end that is not said is the year's, and a
 * month without a year is the year's or follows the one before it. None where no months can be read.
 */
export function spansOfYear(text: string, year: number): readonly YearSpan[] {
  const plain = plainPeriod(text);
  const first = year * 12 + 1;
  const spans = longSpans(plain, year).flatMap((span): YearSpan[] => {
    const { begin, end } = span;
    if (end < first || begin > first + 11) return [];
    return [
      {
        from: Math.max(begin, first) - year * 12,
        to: Math.min(end, first + 11) - year * 12,
        text: span.text === plain ? text : span.text.trim(),
      },
    ];
  });
  if (spans.length > 0) return spans;
  const words = WORDS.flatMap(([word, from, to]): YearSpan[] => {
    const [found] = word.exec(text) ?? [];
    return found === undefined ? [] : [{ from, to, text: found }];
  });
  // 연중 (상·하반기 …) is all of the year.
  return words[0]?.from === 1 && words[0].to === 12 ? words.slice(0, 1) : [...words, ...quartersIn(text)];
}

/** From the first month that a period names to the last, in whatever years; undefined where it names none. */
export function endsOfPeriod(
  text: string,
  year: number,
): { readonly from: YearMonth; readonly to: YearMonth } | undefined {
  const named = longSpans(plainPeriod(text), year);
  const spans =
    named.length > 0
      ? named
      : spansOfYear(text, year).map(({ from, to }) => ({ begin: year * 12 + from, end: year * 12 + to }));
  if (spans.length === 0) return undefined;
  const at = (months: number): YearMonth => ({
    year: Math.floor((months - 1) / 12),
    month: ((months - 1) % 12) + 1,
  });
  return {
    from: at(Math.min(...spans.map(({ begin }) => begin))),
    to: at(Math.max(...spans.map(({ end }) => end))),
  };
}

const NAMED_YEAR = /(?<!\d)(?:((?:19|20)\d\d)|[’'‘](\d\d))(?!\d)/gu;

/** The years that a period names, in order. */
export function namedYears(text: string): readonly number[] {
  return [...plainPeriod(text).matchAll(NAMED_YEAR)].map(([, long, short]) => Number(long ?? `20${short}`));
}

/** The text of a period so many years later, each year in its own spelling. */
export function movedYears(text: string, years: number): string {
  const later = (named: string) =>
    named.replace(/\d+/, (digits) =>
      String(Number(digits) + years)
        .padStart(2, '0')
        .slice(-digits.length),
    );
  return text.replaceAll(NAMED_YEAR, later).replaceAll(SHORT_YEAR, later);
}

const EVERY_YEAR = /연중|상시|매월|매달|매년|계속/;

/**
 * The spans of years that a period names, as far as they lie in `all`: a beginning alone goes on to its end. Months without a year are
 * those of the plan's `year`. None where neither is named.
 */
export function yearsOfPeriod(
  text: string,
  year: number,
  all: Pick<Months, 'from' | 'to'>,
): readonly YearSpan[] {
  const spans = text.split(/[,·・\n]/).flatMap((piece): YearSpan[] => {
    const years = namedYears(piece);
    const [from, to = from] = [years[0], years.at(-1)];
    if (from === undefined || to === undefined) return [];
    const isOpen = years.length === 1 && /부터|[~∼〜–―]\s*$/.test(piece);
    const [first, last] = [Math.max(from, all.from), Math.min(isOpen ? all.to : to, all.to)];
    return last < first ? [] : [{ from: first, to: last, text: piece.trim() }];
  });
  if (spans.length > 0 || namedYears(text).length > 0) return spans;
  if (EVERY_YEAR.test(text)) return [{ ...all, text }];
  return year < all.from || year > all.to || spansOfYear(text, year).length === 0
    ? []
    : [{ from: year, to: year, text }];
}

interface Point {
  readonly year: number | undefined;
  readonly month: number;
}

/** In months since year 0. Without a year of its own, a month before the first one is the next year's. */
function endAfter(begin: number, { year, month }: Point, firstYear: number): number {
  if (year !== undefined) return year * 12 + month;
  const same = firstYear * 12 + month;
  return same < begin ? same + 12 : same;
}

function pointOf(groups: Readonly<Record<string, string | undefined>>, end: 'a' | 'b'): Point | undefined {
  const year = groups[`Y${end}`] ?? groups[`I${end}`];
  const short = groups[`S${end}`];
  const month = Number(groups[`M${end}`] ?? groups[`N${end}`] ?? 0);
  if (month < 1 || month > 12) return undefined;
  return {
    year: year !== undefined ? Number(year) : short === undefined ? undefined : 2000 + Number(short),
    month,
  };
}

/**
 * What of a period no calendar has: a month, a day, an end before its beginning; undefined for one that can be, and for one that names no months.
 * An end without a year is of the year of the beginning.
 */
export function impossiblePeriod(text: string): string | undefined {
  for (const { 0: words, groups = {} } of plainPeriod(text).matchAll(PERIOD)) {
    const [begin, end] = [dateOf(groups, 'a'), dateOf(groups, 'b')];
    for (const { year, month, day } of [begin, end].filter((one) => one !== undefined)) {
      if (month < 1 || month > 12) return `${month}월은 없습니다`;
      if (
        day !== undefined &&
        (day < 1 || day > new Date(Date.UTC(year ?? LEAP_YEAR, month, 0)).getUTCDate())
      )
        return `${month}월 ${day}일은 없습니다`;
    }
    if (begin === undefined || end === undefined) continue;
    const months = ((end.year ?? begin.year ?? 0) - (begin.year ?? 0)) * 12 + end.month - begin.month;
    const isUnsaid = begin.year === undefined && end.year !== undefined;
    if (!isUnsaid && (months < 0 || (months === 0 && (end.day ?? 31) < (begin.day ?? 1))))
      return `끝이 처음보다 앞섭니다(${words.trim()})`;
  }
  return undefined;
}

/** With a 29 February, for what names no year. */
const LEAP_YEAR = 2024;

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
  end: 'a' | 'b',
): { readonly year?: number; readonly month: number; readonly day?: number } | undefined {
  const month = groups[`M${end}`] ?? groups[`N${end}`];
  if (month === undefined) return undefined;
  const [long, short] = [groups[`Y${end}`] ?? groups[`I${end}`], groups[`S${end}`]];
  const day = groups[`D${end}`] ?? groups[`E${end}`];
  return {
    month: Number(month),
    ...(long === undefined && short === undefined ? {} : { year: Number(long ?? `20${short}`) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** The months of a year that a period over years has; undefined where it has none. */
export function monthsIn(
  { from, to }: NonNullable<ProjectPeriod['over']>,
  year: number,
): Pick<Months, 'from' | 'to'> | undefined {
  if (to.year < year || from.year > year) return undefined;
  return { from: from.year < year ? 1 : from.month, to: to.year > year ? 12 : to.month };
}

/** The ends as data write them: 3, 2024-03. */
export function typedEnds({
  from,
  to,
  over,
}: Omit<ProjectPeriod, 'text'>): readonly (readonly ['from' | 'to', string])[] {
  const written = ({ year, month }: YearMonth) => `${year}-${String(month).padStart(2, '0')}`;
  const ends = over
    ? { from: written(over.from), to: written(over.to) }
    : { from: from && String(from), to: to && String(to) };
  return (['from', 'to'] as const).flatMap((end) => {
    const text = ends[end];
    return text === undefined || text === 0 ? [] : [[end, text] as const];
  });
}
