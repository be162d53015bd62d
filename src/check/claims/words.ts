// A word of a claim -> what it says of a figure.

export interface ClaimMeaning {
  /** A change (늘다, 줄다) or a level beside others (많다, 적다). */
  readonly kind: 'change' | 'level';
  readonly direction: 'up' | 'down';
  /** 가장: more, or less, than all others. */
  readonly superlative: boolean;
}

const SUPERLATIVE = /^(?:가장|제일|최[고다대저소])/u;
/** The first stem that the word holds decides. 낮아지다 is a change, 낮다 a level. */
const STEMS: readonly (readonly [RegExp, ClaimMeaning['kind'], ClaimMeaning['direction']])[] = [
  [/낮아|적어지|감소|줄|하락|축소|작아|떨어|악화/u, 'change', 'down'],
  [/높아|많아|증가|늘|상승|확대|커지|올라|오르|급증/u, 'change', 'up'],
  [/낮|적|작|하회|최저|최소/u, 'level', 'down'],
  [/높|많|크|큰|상회|최고|최다|최대/u, 'level', 'up'],
];

/** Undefined for a word that says nothing a figure could bear out. */
export function claimMeaning(word: string): ClaimMeaning | undefined {
  const stem = STEMS.find(([form]) => form.test(word));
  if (stem === undefined) return undefined;
  const [, kind, direction] = stem;
  return { kind, direction, superlative: SUPERLATIVE.test(word.trim()) };
}
