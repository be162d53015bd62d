// Text that opens with its number (①, 3.) -> the number, and what stands behind it.
import type { RichText } from './inline.ts';
import { marker, type ReadingNode, type TextRole, text } from './reading-node.ts';

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

/** How such a text is read: its number is a label of its own. */
export function readNumbered(
  role: TextRole,
  whole: RichText,
): { readonly label: readonly ReadingNode[]; readonly body: readonly ReadingNode[] } {
  const { text: behindNumber, marker: number } = numberedText(whole);
  if (number === undefined) return { label: [], body: [text(role, whole)] };
  return { label: [marker(number, whole)], body: [{ ...text(role, whole), behindNumber }] };
}
