// The inline nodes of a document: text, figures, note references.
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { Unit } from '../figure/unit.ts';

/** What a run of text was declared to be in its template; `check` reads it, the writers need not. */
export type TextMeaning =
  | { readonly kind: 'plain' }
  /** A number that belongs to no figure. */
  | { readonly kind: 'free'; readonly what: string }
  /** A word that each of the figures must bear out: 증가, 감소, 가장 많은. What it leaves out (…를 제외하고) is `except`. */
  | {
      readonly kind: 'claim';
      readonly figures: readonly Address[];
      readonly except: readonly Address[];
      /** The word was chosen by the figure's sign. */
      readonly chosen?: true;
    }
  | { readonly kind: 'year'; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string };

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly meaning: TextMeaning;
}

/** A figure in print: which one, and its shown characters (without unit unless `unit` is part of the text). */
export interface FigureRun {
  readonly kind: 'figure';
  readonly address: Address;
  readonly text: string;
  readonly bold: boolean;
  /** The unit that the characters count in, where it is not the figure's own: its column's. */
  readonly unit?: Unit;
  /** The characters were typed as published (`as`), not made from the value; `check` compares the two. */
  readonly typed?: true;
  /** Without the sign, which a word says: 1.1% 감소. */
  readonly magnitude?: true;
}

interface NoteReference {
  readonly kind: 'note-reference';
  readonly note: string;
}

interface LineBreak {
  readonly kind: 'line-break';
}

export type Inline = TextRun | FigureRun | NoteReference | LineBreak;

/** A paragraph's content with the place it was written at. */
export interface RichText {
  readonly inlines: readonly Inline[];
  readonly place: SourceLocation;
}

export function plainRun(text: string, meaning: TextMeaning = { kind: 'plain' }): Inline {
  return { kind: 'text', text, bold: false, meaning };
}

/** Plain characters as rich text. */
export function plainRich(text: string, place: RichText['place']): RichText {
  return { inlines: [plainRun(text)], place };
}

/** The characters of the inlines, without note references; a line break counts as a blank unless said otherwise. */
export function plainText(inlines: readonly Inline[], lineBreak = ' '): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
          return inline.text;
        case 'line-break':
          return lineBreak;
        case 'note-reference':
          return '';
      }
    })
    .join('');
}
