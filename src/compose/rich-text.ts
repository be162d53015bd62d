// Pieces of text -> rich text, for what composing itself puts in words.
import { type Inline, plainRun, type RichText } from '../document/inline.ts';

type Place = RichText['place'];

/** Characters of our own as rich text. */
export function wording(text: string, place: Place): RichText {
  return { inlines: text === '' ? [] : [plainRun(text)], place };
}

/** Texts one after the other; the place is that of the first. */
export function joinedText(first: RichText, ...more: readonly RichText[]): RichText {
  return { ...first, inlines: [first, ...more].flatMap(({ inlines }) => inlines) };
}

/** ’23 or 2023: the plan's year plus an offset. */
export function yearRun(year: number, offset: number, form: 'long' | 'short'): Inline {
  const full = String(year + offset);
  return plainRun(form === 'short' ? `’${full.slice(-2)}` : full, { kind: 'year', offset });
}

/** The text without references to notes: what is printed a second time does not refer again. */
export function withoutNotes(text: RichText): RichText {
  return { ...text, inlines: text.inlines.filter(({ kind }) => kind !== 'note-reference') };
}

/** ① to ⑳, and (21) beyond. */
export function circled(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`;
}
