// What a file that comes back is merged with: the plan as it is now, and what the person says.
import type { FigureBook } from '../../figure/figure.ts';
import type { Change } from '../../plan/edition.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RateWords } from '../../plan/rate-words.ts';

/** The plan's files as its latest edition has them, and the folder as places name it. */
export interface PlanTexts {
  readonly displayRoot: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The plan as its latest edition has it. */
export interface Current {
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly texts: PlanTexts;
  /** The figures as they are with these changes on top; undefined where the plan cannot take them. */
  readonly revised: (changes: readonly Change[]) => FigureBook | undefined;
  /** What rates are called. */
  readonly rateWords: RateWords;
  /** What the person says of every change that has no reason of its own. */
  readonly reason?: string;
}
