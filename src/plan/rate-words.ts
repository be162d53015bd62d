// What a figure in percent is called -> whether it can be other than 0 to 100.

/** Words, without blanks, of which a label has one. */
export interface RateWords {
  /** 고용률: what is counted is a part of the whole. */
  readonly part: readonly string[];
  /** 증감률: it may be more than all, or less than nothing. */
  readonly free: readonly string[];
}

export const NO_RATE_WORDS: RateWords = { part: [], free: [] };

/** `unsure` where nothing says which it is. */
export type RateKind = 'part' | 'free' | 'unsure';

/** A word of a free rate decides: 고용률 증감. */
export function rateKindOf(label: string, { part, free }: RateWords): RateKind {
  const bare = label.normalize('NFC').replaceAll(/\s+/g, '');
  const has = (words: readonly string[]) => words.some((word) => bare.includes(word));
  if (has(free)) return 'free';
  return has(part) ? 'part' : 'unsure';
}
