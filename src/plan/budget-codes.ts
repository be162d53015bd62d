// How the lines and columns of a budget system stand for the plan's projects and sources.
import type { SourceLocation } from '../diagnostic.ts';
import type { Unit } from '../figure/unit.ts';
import type { FundingSource } from './programme.ts';

/** A line of the budget system, by its code or its name. */
export interface BudgetCode {
  /** As typed, leading zeros kept. */
  readonly code: string;
  /** The row that takes its amount: `tasks/<task>` or `tasks/<task>/projects/<project>`; undefined: a line of no project of the plan. */
  readonly to: string | undefined;
  readonly place: SourceLocation;
}

/** budget-codes.yaml. */
export interface BudgetCodes {
  readonly lines: readonly BudgetCode[];
  /** Of the amounts of a file that does not say it. */
  readonly unit: { readonly unit: Unit; readonly place: SourceLocation } | undefined;
  /** What the office calls its sources, by `bareLabel`; `none`: no money of a project. */
  readonly sources: ReadonlyMap<string, FundingSource | 'none'>;
}
