// A scalar -> author's text with its place.

import { fromMarkup } from '../plan/literal.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Scalar } from './node.ts';

export function sourceText({ text, place }: Scalar): SourceText {
  return fromMarkup(text, place);
}

/** An object with the key, or without it where there is nothing to say. */
export function optionally<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]?: Value });
}
