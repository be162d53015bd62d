// What budget systems and budget books call their columns, sources, stages and sums.
import type { FundingSource } from './programme.ts';

/** Columns of texts. `aside`: what tells lines apart for people only. */
export const TEXT_COLUMNS = ['code', 'name', 'stage', 'year', 'source', 'aside'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** `unclear`: whole or increase; `aside`: of something else than the budget. */
export const AMOUNT_WORDS = ['whole', 'before', 'after', 'change', 'unclear', 'aside'] as const;
export type AmountWord = (typeof AMOUNT_WORDS)[number];

/** In the order in which a budget goes through them, `supplementary` by its number. */
export type StageWord = 'original' | 'before' | 'supplementary' | 'revised' | 'last';

/** Words as `bareLabel` makes them. */
export interface BudgetWords {
  readonly columns: ReadonlyMap<string, TextColumn>;
  readonly amounts: ReadonlyMap<string, AmountWord>;
  /** Of an amount from all sources. */
  readonly total: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, FundingSource>;
  /** Fields that are in won. */
  readonly won: ReadonlySet<string>;
  readonly stages: Readonly<Record<StageWord, readonly string[]>>;
  /** Of lines that are sums: the whole text. */
  readonly sums: ReadonlySet<string>;
  /** Of lines that are sums: how the text ends. */
  readonly sumEndings: readonly string[];
  /** How the name of an account ends. */
  readonly accounts: readonly string[];
}

/** A label without what makes no difference: blanks, dots, slashes, capitals, and what stands in brackets at its end. */
export function bareLabel(label: string): string {
  const plain = squeezed(label);
  const bare = plain.replace(/^([^([{<〔【]*)[([{<〔【].*[)\]}>〕】]$/, '$1');
  return bare === '' ? plain : bare;
}

/** A text without blanks, middle dots and slashes, in small letters. */
export function squeezed(text: string): string {
  return text
    .replaceAll(/[·ㆍ‧∙•]/g, '')
    .normalize('NFKC')
    .replaceAll(/[\s/]/g, '')
    .toLowerCase();
}
