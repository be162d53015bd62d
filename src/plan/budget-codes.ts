// How the lines of a budget system stand for the plan's projects.
import type { SourceLocation } from '../diagnostic.ts';

/** A line of the budget system, by its code or its name. */
export interface BudgetCode {
  /** As typed, leading zeros kept. */
  readonly code: string;
  /** The row that takes its amount: `tasks/<task>` or `tasks/<task>/projects/<project>`; undefined: a line of no project of the plan. */
  readonly to: string | undefined;
  readonly place: SourceLocation;
}
