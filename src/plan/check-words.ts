// Words of the field, as the check reads them: what tells a number, a year or a time in prose.

/** Numbers that count nothing of the plan: 제2조, 15~64세, 연 2회. */
interface NumberWords {
  /** What such a number is, in Korean. */
  readonly kind: string;
  /** One of them stands right before it. */
  readonly before: readonly string[];
  /** One of them stands right behind it; where both are given, both have to. */
  readonly after: readonly string[];
}

/** What a line of a table may follow from others by. */
export const LINE_KINDS = ['sum', 'difference', 'growth', 'share', 'ratio'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What rows and columns of tables are called that follow from others: 합계, 증감, 구성비. */
export interface DerivedWords {
  readonly kind: LineKind;
  /** The whole label is one of them. */
  readonly whole: readonly string[];
  /** It ends with one of them. */
  readonly ends: readonly string[];
}

/** The kind that a label says, blanks and what stands in brackets aside; undefined for one that says none. The first that fits is meant. */
export function derivedKind(label: string, words: readonly DerivedWords[]): LineKind | undefined {
  const bare = label.normalize('NFC').replaceAll(/\([^()]*\)?|\s+/g, '');
  return words.find(({ whole, ends }) => whole.includes(bare) || ends.some((one) => bare.endsWith(one)))
    ?.kind;
}

/** Those that an import declares of a new table. */
export type DerivedKind = Exclude<LineKind, 'ratio'>;

export interface CheckWords {
  readonly numbers: readonly NumberWords[];
  readonly bounds: readonly string[];
  readonly counters: readonly string[];
  readonly particles: readonly string[];
  readonly periods: readonly string[];
  readonly future: readonly string[];
  readonly past: readonly string[];
  readonly pastForms: readonly string[];
  readonly notPast: readonly string[];
  readonly results: readonly string[];
  readonly plans: readonly string[];
  readonly relativeYears: readonly string[];
  readonly asOf: readonly string[];
  /** What captions say that a table is divided by, and what its rows or columns are called then: labels' ends, units behind a number, years. */
  readonly divisions: readonly {
    readonly says: readonly string[];
    readonly labels: readonly string[];
    readonly units: readonly string[];
    readonly periods: boolean;
    /** Whether rows and columns divided so are never called otherwise. */
    readonly closed: boolean;
  }[];
  /** Words right behind a rate that say which way it went. */
  readonly changes: Readonly<Record<'up' | 'down', readonly string[]>>;
  /** Official statistics: what sources call them, and words of which a table drawn from them has one, and has none. */
  readonly statistics: readonly {
    readonly name: string;
    readonly source: readonly string[];
    readonly holds: readonly string[];
    readonly lacks: readonly string[];
  }[];
  /** What a source is said with, and what captions of the office's own figures say. */
  readonly sources: readonly string[];
  readonly own: readonly string[];
  /** What a figure that nobody knows yet is called. */
  readonly undecided: readonly string[];
  /** What the pattern of a new plan says until somebody writes something else. */
  readonly untouched: readonly string[];
  readonly derived: readonly DerivedWords[];
}

/** Of a program without its templates: every number is asked for. */
export const NO_CHECK_WORDS: CheckWords = {
  numbers: [],
  bounds: [],
  counters: [],
  particles: [],
  periods: [],
  future: [],
  past: [],
  pastForms: [],
  notPast: [],
  results: [],
  plans: [],
  relativeYears: [],
  asOf: [],
  divisions: [],
  changes: { up: [], down: [] },
  statistics: [],
  sources: [],
  own: [],
  undecided: [],
  untouched: [],
  derived: [],
};
