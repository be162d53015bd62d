// The label of a row or column -> the kind of relation that it says: 구성비, 합계, 전년대비 증감률.
import type { MinedKind } from './hypotheses.ts';

/** Words of labels by what they say. */
export type RelationWords = Readonly<Record<MinedKind, readonly string[]>>;

/** By the longest word that the label, without blanks and what stands in brackets, ends with; what is shorter than its word says nothing. */
export function namedKind(label: string, words: RelationWords): MinedKind | undefined {
  const text = label.replaceAll(/\s|[(（[][^)）\]]{0,40}[)）\]]/gu, '');
  let best: { readonly kind: MinedKind; readonly length: number } | undefined;
  for (const [kind, list] of Object.entries(words))
    for (const word of list) {
      if (!text.endsWith(word) || (word.length === 1 && text !== word)) continue;
      if (isKind(kind, words) && word.length > (best?.length ?? 0)) best = { kind, length: word.length };
    }
  return best?.kind;
}

function isKind(kind: string, words: RelationWords): kind is MinedKind {
  return Object.hasOwn(words, kind);
}
