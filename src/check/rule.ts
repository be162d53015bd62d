// What a rule of the check is.
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { CheckWords } from '../plan/check-words.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Plan } from '../plan/plan.ts';
import type { FigureLabels } from './figure-labels.ts';
import type { Cells } from './figures/cells.ts';
import type { PrintedAt } from './figures/headings.ts';
import type { Found } from './finding.ts';
import type { Audit } from './relations/audit.ts';
import type { PrintedText } from './texts.ts';

/** What is checked. */
export interface Checked {
  readonly plan: Plan;
  readonly book: FigureBook;
  /** The whole publication, as a review copy. */
  readonly document: Document;
  /** Words of the field that tell what a number or a year is. */
  readonly words: CheckWords;
  /** With the edition that it is compared with in print; none for edition 0. */
  readonly comparison?: Comparison | undefined;
  /** What is another now in editions that have gone out, found by whoever can make them again. */
  readonly published?: readonly Found[];
  /** What was told while the plan was made of its editions and composed. */
  readonly told?: readonly Diagnostic[];
}

/** All that a rule may look at: what is checked, and what several rules need of it. */
export interface CheckInput extends Checked {
  /** What people call a figure. */
  readonly labels: FigureLabels;
  /** Which relations and restatements hold. */
  readonly audit: Audit;
  /** Every printed text, in reading order. */
  readonly texts: readonly PrintedText[];
  /** The printed text that was written at a place. */
  readonly printed: PrintedAt;
  /** Where the figures of tables stand. */
  readonly cells: Cells;
}

export interface Rule {
  /** What must hold, one plain Korean sentence. */
  readonly title: string;
  /** Why it matters to the reader of the publication, one plain Korean sentence. */
  readonly reason: string;
  readonly severity: Severity;
  /** No plan switches it off, and no decision settles what it finds. */
  readonly binding?: true;
  /** Every place where it does not hold. Never reports what it cannot tell, or what only an inferred figure speaks for. */
  readonly find: (input: CheckInput) => Iterable<Found>;
}
