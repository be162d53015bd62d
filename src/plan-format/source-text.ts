// A scalar -> author's text with its place.

import { fromMarkup } from '../plan/literal.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Scalar } from './node.ts';

export function sourceText({ text, place }: Scalar): SourceText {
  return fromMarkup(text, place);
}

/** The keys of which there is something to say. */
export function defined<Parts extends object>(
  parts: Parts,
): { readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined>;
  };
}
