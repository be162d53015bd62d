// A page-foot note.
import type { RichText } from './inline.ts';

/** Notes are numbered by their first reference in reading order. */
export interface Note {
  readonly id: string;
  /** From 1, through the document. */
  readonly number: number;
  readonly content: RichText;
}
