// What somebody typed as plain characters -> the same in the inline grammar, and back.
import type { SourceText } from './source-text.ts';

/** An escape of the inline grammar: the character behind the backslash stands for itself. */
const ESCAPE = /\\([*[\\{])/g;
/** What begins a template's tag, bold letters or a note. */
const MARK = /\{\{|\*\*|\[\^/;

/** The text as data write it, so that each of its characters is printed as it was typed. */
export function escaped(text: string): string {
  return text.replaceAll(/\\|\*(?=\*)|(?<=\*)\*|\[(?=\^)|(?<=\{)\{/g, '\\$&');
}

/** Whether print takes signs in the text for its own. */
export function hasMarks({ text, literal }: Pick<SourceText, 'text' | 'literal'>): boolean {
  return literal !== true && MARK.test(text);
}

/** As data write it. */
export function markupOf({ text, literal }: Pick<SourceText, 'text' | 'literal'>): string {
  return literal === true ? escaped(text) : text;
}

/** A text of the data. Where it says nothing but characters, those are what sheets, labels and messages have to show. */
export function fromMarkup(markup: string, place: SourceText['place']): SourceText {
  const others = markup.replaceAll(ESCAPE, ' ');
  if (others === markup || MARK.test(others)) return { text: markup, place };
  return { text: markup.replaceAll(ESCAPE, '$1'), literal: true, place };
}
