// What was asked of a document that became a plan, and is not answered yet.
import type { SourceLocation } from '../diagnostic.ts';

export interface OpenQuestion {
  /** The same from run to run, another for each question. */
  readonly subject: string;
  /** In corrections.yaml. */
  readonly place: SourceLocation;
  /** The place and the words of the document, and what is asked of them. */
  readonly message: string;
  /** What stands in the plan meanwhile, and what is to be done. */
  readonly remedy: string;
}
