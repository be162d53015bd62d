// What is amiss in a file for 한글, before it is told.
import type { SourceLocation } from '../../diagnostic.ts';

/** A fault of the file: which rule, in words, and where its text was written. */
export interface HwpxFinding {
  readonly rule: string;
  readonly what: string;
  readonly place?: SourceLocation | undefined;
}
