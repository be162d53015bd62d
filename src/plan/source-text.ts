// The author's own texts, each with where it stands.
import type { SourceLocation } from '../diagnostic.ts';

/** A piece of author's text in the inline grammar, perhaps with Handlebars helpers, and where it stands. */
export interface SourceText {
  readonly text: string;
  /** The text is nothing but characters, its escapes resolved: print takes none of them for a sign of the grammar. */
  readonly literal?: true;
  readonly place: SourceLocation;
}

/** A narrative template: outline text with Handlebars helpers. */
export interface Narrative {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}
