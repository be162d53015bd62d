// A text -> the years that it names, typed or counted from the plan's year.
import type { RichText } from '../../document/inline.ts';
import { type Line, lineOf } from './line.ts';

export interface YearMention {
  readonly year: number;
  /** As printed: 2023, ’23. */
  readonly text: string;
  /** Where it stands in the line's text. */
  readonly from: number;
  readonly to: number;
  /** Counted from the plan's year by the template, or typed. */
  readonly typed: boolean;
  /** The year that something is measured from: …년 대비, …년 기점, …년부터, …년 이전. */
  readonly base: boolean;
  /** The year that what stands behind is compared with: …년 대비, …년보다. */
  readonly compared: boolean;
}

/** 2023 before 년, a date's month, or what closes or goes on with a span; ’23년. Not part of a longer number, a code or a word. */
const TYPED =
  /(?<![\d.,\p{L}-])(?:([1-9]\d{3})(?=\s*(?:년|\.\s*(?:\d|연|[~∼]))|[)\]~∼])|[’'‘](\d{2})(?=\s*년|\.))/gu;
/** What stands behind a year, and behind its half, quarter, month or day, that something is measured from. */
const BASE =
  /^\s?년?도?(?:\s?(?:[상하]반기|\d\s?(?:\/4\s?)?분기|\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?))?\s?[말초]?\s?(?:대비|기점|부터|이후|이전|이래|보다|에\s?비[해하])/u;
/** …년 대비, …년보다: what a growth starts from. 기점 and 부터 name a turning point instead. */
const COMPARED =
  /^\s?년?도?(?:\s?(?:[상하]반기|\d\s?(?:\/4\s?)?분기|\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?))?\s?[말초]?\s?(?:대비|보다|에\s?비[해하])/u;
const CENTURY = 2000;

export function yearsIn(text: RichText, planYear: number, line: Line = lineOf(text)): readonly YearMention[] {
  const mention = (year: number, from: number, to: number, typed: boolean): YearMention => ({
    year,
    text: line.text.slice(from, to),
    from,
    to,
    typed,
    base: BASE.test(line.text.slice(to)),
    compared: COMPARED.test(line.text.slice(to)),
  });
  const counted = line.runs.flatMap(({ run, from, to }) =>
    run.kind === 'text' && run.meaning.kind === 'year'
      ? [mention(planYear + run.meaning.offset, from, to, false)]
      : [],
  );
  const typed = [...line.text.matchAll(TYPED)].flatMap((match) => {
    const [characters, long, short] = match;
    const to = match.index + characters.length;
    if (counted.some(({ from }) => from < to && match.index <= from)) return [];
    if (counted.some((one) => match.index >= one.from && match.index < one.to)) return [];
    return [mention(long === undefined ? CENTURY + Number(short) : Number(long), match.index, to, true)];
  });
  return [...counted, ...typed].sort((a, b) => a.from - b.from);
}
