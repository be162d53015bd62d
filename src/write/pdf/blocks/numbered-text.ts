// Text that opens with its number (①, 3.) -> the number, and what stands behind it.
import type { RichText } from '../../../document/inline.ts';

const NUMBER = /^([①-⑳]|\(\d+\)|\d+\.) /u;

/** The number hangs before the text; without one there is no marker. */
export function numberedText(text: RichText): { readonly text: RichText; readonly marker?: string } {
  const [first, ...rest] = text.inlines;
  const match = first?.kind === 'text' ? NUMBER.exec(first.text) : null;
  const [opening = '', marker] = match ?? [];
  if (first?.kind !== 'text' || marker === undefined) return { text };
  return {
    text: { ...text, inlines: [{ ...first, text: first.text.slice(opening.length) }, ...rest] },
    marker,
  };
}
