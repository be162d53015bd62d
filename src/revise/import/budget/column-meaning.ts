// The labels above a column, from the outermost in -> what the column holds.
import type { BudgetCodes } from '../../../plan/budget-codes.ts';
import { type BudgetWords, bareLabel, type TextColumn } from '../../../plan/budget-words.ts';
import type { Labels } from '../../../plan/labels.ts';
import { type OfficeKind, sourceLabels } from '../../../plan/office.ts';
import type { FundingSource } from '../../../plan/programme.ts';
import { increaseWord } from './increase-words.ts';
import { RANK, type Stage, stageNamed } from './stages.ts';

/** Of which stage of the budget amounts are. */
export type Series =
  | ({ readonly kind: 'held' } & Stage)
  /** Of one stage to the next; `rank` of the stage that the label names. */
  | { readonly kind: 'change'; readonly rank: number | undefined }
  /** Whole or increase: the word does not tell. */
  | { readonly kind: 'unclear' }
  /** Not of the budget: spent, left, shares. */
  | { readonly kind: 'aside' };

export type Part = 'total' | FundingSource;

export type ColumnMeaning =
  | { readonly kind: 'text'; readonly what: TextColumn }
  /** `part` is undefined for a series whose part is not said; `series` where the label names a source or 계 alone. */
  | {
      readonly kind: 'amount';
      readonly series: Series | undefined;
      readonly part: Part | undefined;
      readonly stray: boolean;
    }
  | { readonly kind: 'unknown' };

/** What labels are read with. */
export interface Vocabulary {
  readonly words: BudgetWords;
  readonly office: OfficeKind;
  readonly labels?: Labels | undefined;
  readonly codes: BudgetCodes | undefined;
}

/** The office's own words first: 시비 is a city's own money, and a 자치구's from above. */
export function partOf(
  bare: string,
  { words, office, labels, codes }: Vocabulary,
): Part | 'none' | undefined {
  const mapped = codes?.sources.get(bare);
  if (mapped !== undefined) return mapped;
  const own = Object.entries(sourceLabels(office, labels));
  const source = own.find(([, label]) => bareLabel(label) === bare)?.[0];
  return source ?? words.sources.get(bare) ?? (words.total.has(bare) ? 'total' : undefined);
}

/** Of one label; `stray`: a label above is not known, so that what is below it may be of anything. */
export function meaningOf(path: readonly string[], vocabulary: Vocabulary): ColumnMeaning {
  const { words } = vocabulary;
  const bares = path.map(bareLabel);
  const last = bares.at(-1) ?? '';
  const text = words.columns.get(bareLabel(path.join(''))) ?? words.columns.get(last);
  const parts = bares.map((bare) => partOf(bare, vocabulary));
  if (text !== undefined && parts.at(-1) === undefined) return { kind: 'text', what: text };
  const series = path.map((label) => seriesOf(label, words));
  const years = bares.flatMap((bare) => Number(YEAR.exec(bare)?.[1]) || []);
  const named = withYear(
    seriesBelow(series),
    years[0],
    parts.some((one) => one !== undefined),
  );
  const part = parts.findLast((one) => one !== undefined);
  if (part === 'none') return { kind: 'amount', series: { kind: 'aside' }, part: undefined, stray: false };
  if (named === undefined && part === undefined) {
    const upper = bares.map((bare) => words.columns.get(bare)).findLast((what) => what !== undefined);
    return upper === undefined ? { kind: 'unknown' } : { kind: 'text', what: upper };
  }
  const known = (index: number) =>
    parts[index] !== undefined ||
    series[index] !== undefined ||
    words.columns.has(bares[index] ?? '') ||
    isMark(bares[index] ?? '') ||
    YEAR.test(bares[index] ?? '');
  // Below 기정액 a label of its own may be a source that nobody has a word for: not its whole.
  if (part === undefined && !known(bares.length - 1)) return { kind: 'unknown' };
  const stray = named === undefined && bares.some((_, index) => !known(index));
  return { kind: 'amount', series: named, part, stray };
}

/** Labels below others say more of the same: 제1회추경 over 기정액, 증감 and 경정액. */
function seriesBelow(path: readonly (Series | undefined)[]): Series | undefined {
  const said = path.filter((one) => one !== undefined);
  const [first] = said;
  if (first === undefined || said.length === 1) return first;
  const aside = said.find(({ kind }) => kind === 'aside' || kind === 'unclear');
  if (aside !== undefined) return aside;
  const held = said.filter((one) => one.kind === 'held').reduce<HeldSeries | undefined>(heldBelow, undefined);
  const change = said.find((one) => one.kind === 'change');
  if (change === undefined || held === undefined) return change ?? held;
  const isStage = held.rank !== RANK.whole && held.rank !== RANK.revised;
  return { ...change, rank: change.rank ?? (isStage ? held.rank : undefined) };
}

type HeldSeries = Extract<Series, { readonly kind: 'held' }>;

function heldBelow(outer: HeldSeries | undefined, inner: HeldSeries): HeldSeries {
  if (outer === undefined) return inner;
  const year = inner.year ?? outer.year;
  if (outer.rank === RANK.whole || inner.rank === RANK.original || inner.rank === RANK.last)
    return { ...inner, year };
  if (inner.rank === RANK.before && outer.rank > RANK.before)
    // What stood there before the stage above.
    return { ...inner, year, rank: outer.rank - RANK.before };
  return { ...outer, year };
}

/** A label that is nothing but a year. */
const YEAR = /^((?:19|20)\d\d)(?:년도?)?$/;

/** Of the year that stands above; a source below a year alone is of that year's budget. */
function withYear(
  series: Series | undefined,
  year: number | undefined,
  hasPart: boolean,
): Series | undefined {
  if (year === undefined) return series;
  if (series === undefined) return hasPart ? { kind: 'held', year, rank: RANK.whole } : undefined;
  return series.kind === 'held' && series.year === undefined ? { ...series, year } : series;
}

/** 예산액, 2023년도 예산안, 기정액, 제1회추경예산액, 증감 … */
function seriesOf(label: string, words: BudgetWords): Series | undefined {
  const bare = bareLabel(label);
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)(?:년도?)?/.exec(bare);
  const word = words.amounts.get(bare) ?? words.amounts.get(bare.replace(year?.[0] ?? '', ''));
  const said = year === null ? undefined : Number(year[1]);
  const increase = word === 'aside' ? undefined : increaseWord(label, words);
  const change = (): Series => ({ kind: 'change', rank: stageNamed(bare, words)?.rank });
  if (increase !== undefined) return increase === 'change' ? change() : { kind: increase };
  switch (word) {
    case 'whole':
      return { kind: 'held', year: said, rank: RANK.whole };
    case 'before':
      return { kind: 'held', year: said, rank: RANK.before };
    case 'after':
      return { kind: 'held', year: said, rank: RANK.revised };
    case 'change':
      return change();
    case 'unclear':
    case 'aside':
      return { kind: word };
    case undefined: {
      if (bare.includes('증감')) return /[율률%]$/.test(bare) ? { kind: 'aside' } : change();
      const stage = stageNamed(bare, words);
      return stage && { kind: 'held', ...stage };
    }
  }
}

/** (A), (천원): what stands in brackets or is a letter names nothing. */
function isMark(label: string): boolean {
  return /^[([{<〔].*[)\]}>〕]$|^[a-z][-=+a-z()]*$/.test(label) || /^(백만|천|만|억)?원$/.test(label);
}
