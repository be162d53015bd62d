// The columns of a head -> which of them make the amount of a line, and which only check it or tell lines apart.
import { bareLabel } from '../../../plan/budget-words.ts';
import type { Part, Series } from './column-meaning.ts';
import type { BudgetHead, HeadColumn } from './head.ts';
import { RANK } from './stages.ts';

export interface AmountColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly part: Part;
}

export interface Layout {
  /**
   * `whole`: what the project has; `sum`: what it had and what is added, in columns of their own; `increase`: what is added alone; `unclear`:
   * one or the other.
   */
  readonly kind: 'whole' | 'sum' | 'increase' | 'unclear';
  readonly amounts: readonly AmountColumn[];
  /** Columns of the whole at earlier stages, which with `changes` come to the amount of the line. */
  readonly befores: readonly AmountColumn[];
  readonly changes: readonly AmountColumn[];
  /** Of what is not known: texts, or money that nobody has a word for. */
  readonly unknown: readonly HeadColumn[];
  /** Between the names and the amounts. */
  readonly details: readonly number[];
}

interface Candidate extends HeadColumn {
  readonly series: Series | undefined;
  readonly part: Part;
  readonly stray: boolean;
}

/** `year`: of the plan; where a book has columns of several years, that one counts. */
export function layoutOf({ columns, texts }: BudgetHead, year: number): Layout {
  const candidates = withSeries(columns);
  const of = (kind: Series['kind'] | undefined) => candidates.filter(({ series }) => series?.kind === kind);
  const held = of('held');
  const loose = of(undefined);
  const years = new Set(held.flatMap(({ series }) => (series?.kind === 'held' && series.year) || []));
  const rank = ({ series }: Candidate): number => {
    if (series?.kind !== 'held') return -1;
    const { year: own } = series;
    const distance =
      own === undefined || years.size < 2 ? 0 : own === year ? 1 : own < year ? own - year : -10_000;
    return distance * 10_000 + series.rank;
  };
  const first = held.reduce<Candidate | undefined>(
    (best, next) => (best === undefined || rank(next) > rank(best) ? next : best),
    undefined,
  );
  const top = first && rank(first);
  const isLate = top !== undefined && ((top % 10_000) + 10_000) % 10_000 >= RANK.revised;
  // 본예산 | 추경 | 계: the whole is the last of them.
  const sums = loose.filter(({ part, stray }) => part === 'total' && !stray);
  const main = isLate || sums.length === 0 ? held.filter((one) => rank(one) === top) : [];
  const earlier = held.filter((one) => rank(one) < (top ?? 0) && sameYear(one, first));
  const latest = Math.max(...earlier.map(rank));
  const befores = earlier.filter((one) => rank(one) === latest);
  const changes = of('change');
  const sources = main.some(({ part }) => part !== 'total') ? [] : looseSources(loose);
  const totals = main.some(({ part }) => part === 'total') ? [] : sums;
  const whole = oncePerLabel([...main, ...totals, ...sources]);
  const unread = columns.filter(({ meaning }) => meaning.kind === 'unknown');
  const names = [texts.get('code'), texts.get('name')].flatMap((column) => column ?? []);
  const firstAmount = Math.min(...candidates.map(({ column }) => column));
  const details = unread.flatMap(({ column }) =>
    column > Math.max(...names) && column < firstAmount ? [column] : [],
  );
  const common = { unknown: unread, details };
  const led = ledTo(changes);
  const isOpen = !isLate && sums.length === 0;
  const firstRank = first?.series?.kind === 'held' ? first.series.rank : undefined;
  const leads = led.length === 1 && firstRank !== undefined && (led[0] ?? 0) > firstRank;
  // 본예산 | 증감: what was added since, or since the year before.
  const isLone = firstRank === RANK.original && held.every((one) => rank(one) === top);
  // Steps after the last whole, of which nobody knows whether one holds the other.
  const isSteps = led.length > 1 && Math.max(...led) > (firstRank ?? -1);
  const isVague = of('unclear').length > 0 || isSteps || (changes.length > 0 && isLone && !leads);
  if (isOpen && isVague) return { kind: 'unclear', amounts: whole, befores: [], changes: [], ...common };
  if (
    changes.length > 0 &&
    sums.length === 0 &&
    (first === undefined || isBefore(first) || (isOpen && leads))
  ) {
    const loosely = changes.some(({ part }) => part !== 'total') ? [] : sources;
    if (first !== undefined)
      return {
        kind: 'sum',
        amounts: oncePerLabel(main),
        befores: [],
        changes: oncePerLabel(changes),
        ...common,
      };
    return {
      kind: 'increase',
      amounts: oncePerLabel([...changes, ...loosely]),
      befores: [],
      changes: [],
      ...common,
    };
  }
  // Of three stages or more nobody knows from which one the change is told.
  const sure = befores.length === earlier.length ? oncePerLabel(changes) : [];
  return { kind: 'whole', amounts: whole, befores: oncePerLabel(befores), changes: sure, ...common };
}

/** Columns of amounts. In a head of one row a label that stands there several times is of the series to its left. */
function withSeries(columns: readonly HeadColumn[]): readonly Candidate[] {
  const candidates = columns.flatMap((one): Candidate[] => {
    const { meaning } = one;
    if (meaning.kind !== 'amount') return [];
    return [{ ...one, series: meaning.series, part: meaning.part ?? 'total', stray: meaning.stray }];
  });
  const loose = candidates.filter(({ series }) => series === undefined).map(labelOf);
  if (new Set(loose).size === loose.length) return candidates;
  let left: Series | undefined;
  return candidates.map((one) => {
    left = one.series ?? left;
    return { ...one, series: one.series ?? left };
  });
}

/** Sources below a label that nobody knows only where none stand by themselves. */
function looseSources(loose: readonly Candidate[]): readonly Candidate[] {
  const sources = loose.filter(({ part }) => part !== 'total');
  const plain = sources.filter(({ stray }) => !stray);
  return plain.length > 0 ? plain : sources;
}

/** A total once; of sources that have one label the first. */
function oncePerLabel(columns: readonly Candidate[]): readonly AmountColumn[] {
  const seen = new Set<string>();
  return columns.filter((one) => {
    const key = one.part === 'total' ? 'total' : labelOf(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The stages that columns of changes say they lead to. */
function ledTo(changes: readonly Candidate[]): readonly number[] {
  const ranks = changes.flatMap(({ series }) =>
    series?.kind === 'change' && series.rank !== undefined ? [series.rank] : [],
  );
  return [...new Set(ranks)];
}

function labelOf({ path }: HeadColumn): string {
  return path.map(bareLabel).join(' ');
}

function isBefore({ series }: Candidate): boolean {
  return series?.kind === 'held' && series.rank === RANK.before;
}

function sameYear({ series }: Candidate, other: Candidate | undefined): boolean {
  return series?.kind === 'held' && other?.series?.kind === 'held' && series.year === other.series.year;
}
