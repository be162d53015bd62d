// What a rule of the check is.
import type { Severity } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Found } from './finding.ts';

/** All that a rule may look at. */
export interface CheckInput {
  readonly plan: Plan;
  readonly book: FigureBook;
  /** The whole publication, as a review copy. */
  readonly document: Document;
}

export interface Rule {
  /** What must hold, one plain Korean sentence. */
  readonly title: string;
  /** Why it matters to the reader of the publication, one plain Korean sentence. */
  readonly reason: string;
  readonly severity: Severity;
  /** Every place where it does not hold. Never reports what it cannot tell, or what only an inferred figure speaks for. */
  readonly find: (input: CheckInput) => Iterable<Found>;
}
