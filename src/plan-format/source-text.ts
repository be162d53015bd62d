// A scalar -> author's text with its place.

import { fromMarkup } from '../plan/literal.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Scalar } from './node.ts';

export function sourceText({ text, place }: Scalar): SourceText {
  return fromMarkup(text, place);
}

type Defined<Parts> = { readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined> };

/** The keys of which there is something to say. */
export function defined<Parts extends object>(parts: Parts): Defined<Parts> {
  const known: { [Key in keyof Parts]?: Parts[Key] } = {};
  for (const key in parts) if (parts[key] !== undefined) known[key] = parts[key];
  return known as Defined<Parts>;
}
