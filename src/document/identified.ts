// What every block of the document has.
import type { SourceLocation } from '../diagnostic.ts';

export interface Identified {
  /** Unique in the document; lowercase, stable while the text around it changes as little as possible. */
  readonly id: string;
  /** Where a template calls the block, for messages; none where it is written there. */
  readonly calledAt?: SourceLocation;
}
