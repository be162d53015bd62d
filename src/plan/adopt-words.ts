// Words by which a published document is read: what its parts, tables, lines and heads are called.

/** What a list of words stands for. */
export const WORD_KINDS = [
  'contents',
  'continued',
  'caption-styles',
  'unit-line-styles',
  'unnamed-parts',
  'publications',
  'offices',
  'labels',
  'numbers',
  'rates',
  'rate-changes',
  'funding-lines',
  'whole-funding',
  'target-lines',
  'period-lines',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export interface AdoptWords {
  readonly lists: ReadonlyMap<WordKind, readonly string[]>;
  /** Heads of tables that plans make themselves, by what stands below them: strategy, task, project, target, budget … */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  /** By unit, words of what is counted in it. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  /** By word of the field, what it is in an id. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Without blanks, and with one form of quotes and brackets. */
function keyOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

function isOneOf(text: string, words: readonly string[] = []): boolean {
  const key = keyOf(text);
  return words.some((word) => keyOf(word) === key);
}

/** Whether the text is one of the words, blanks aside. */
export function isWord({ lists }: AdoptWords, kind: WordKind, text: string): boolean {
  return isOneOf(text, lists.get(kind));
}

/** The word that the text begins or ends with, the longest where several do. */
export function wordAt(
  words: AdoptWords,
  kind: WordKind,
  at: 'start' | 'end',
  text: string,
): string | undefined {
  const key = keyOf(text);
  const fits = (word: string) => (at === 'start' ? key.startsWith(keyOf(word)) : key.endsWith(keyOf(word)));
  return [...(words.lists.get(kind) ?? [])].sort((a, b) => b.length - a.length).find(fits);
}

/** Whether the text is one of the heads over the kind. */
export function isHead({ heads }: AdoptWords, kind: string, text: string): boolean {
  return isOneOf(text, heads.get(kind));
}
