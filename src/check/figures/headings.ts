// The printed texts -> the printed text of a header, caption or note by the place where it was written.
import { formatLocation, type SourceLocation } from '../../diagnostic.ts';
import type { RichText } from '../../document/inline.ts';
import type { PrintedText } from '../texts.ts';

/** The text as it is printed, years and names filled in; undefined for one that no page prints. */
export type PrintedAt = (place: SourceLocation) => RichText | undefined;

export function printedAt(printed: readonly PrintedText[]): PrintedAt {
  const texts = new Map<string, RichText>();
  for (const { text } of printed) {
    const key = formatLocation(text.place);
    if (!texts.has(key)) texts.set(key, text);
  }
  return (place) => texts.get(formatLocation(place));
}
