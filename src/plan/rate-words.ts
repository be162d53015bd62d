// What figures are called -> whether a rate can be other than 0 to 100, and whether what is counted may have decimals.

/** Words, without blanks, of which a label has one. */
export interface RateWords {
  /** 고용률: what is counted is a part of the whole. */
  readonly part: readonly string[];
  /** 증감률: it may be more than all, or less than nothing. */
  readonly free: readonly string[];
  /** 평균, 1인당: what is counted may have decimals. */
  readonly mean: readonly string[];
  /** The same of figures that have no label, as parts of their ids. */
  readonly meanIds: readonly string[];
  /** 순이동, 과부족: counts that may be less than 0, beside those of `free`; where nothing is said, all may. */
  readonly below: readonly string[];
  /** The same where it is the whole label of a row or column, or a part of their ids or the table's. */
  readonly belowWhole: readonly string[];
}

export const NO_RATE_WORDS: RateWords = {
  part: [],
  free: [],
  mean: [],
  meanIds: [],
  below: [],
  belowWhole: [],
};

/** `unsure` where nothing says which it is. */
export type RateKind = 'part' | 'free' | 'unsure';

/** A word of a free rate decides: 고용률 증감. */
export function rateKindOf(label: string, { part, free }: RateWords): RateKind {
  if (wordIn(label, free)) return 'free';
  return wordIn(label, part) ? 'part' : 'unsure';
}

/** Whether the label has one of the words somewhere; with `between`, as one of the parts that stand between those. */
export function wordIn(label: string, words: readonly string[], between?: string): boolean {
  const bare = label.normalize('NFC').replaceAll(/\s+/g, '');
  const parts = between === undefined ? undefined : bare.split(between);
  return words.some((word) => parts?.includes(word) ?? bare.includes(word));
}
