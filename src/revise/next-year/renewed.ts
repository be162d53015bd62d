// What of a plan is to be renewed, and where it stands in the new plan's folder.
import type { Address } from '../../figure/address.ts';

export type ToRenew =
  /** A figure that is missing now; `last` is what it was, as typed. */
  | { readonly kind: 'figure'; readonly file: string; readonly address: Address; readonly last: string }
  /** A text with a year that someone typed; `moved` when the year was moved. */
  | { readonly kind: 'year'; readonly file: string; readonly text: string; readonly moved: boolean }
  /** Years that are those of a term or fixed, and so stay: to be looked at. */
  | { readonly kind: 'kept'; readonly file: string; readonly text: string }
  /** What the plan did not have: the data of a chart, a list of the SWOT analysis. */
  | { readonly kind: 'data'; readonly file: string; readonly text: string }
  /** What named a project that ended. */
  | { readonly kind: 'ended'; readonly file: string; readonly text: string };

/** A project that does not go on. */
export interface EndedProject {
  readonly task: string;
  readonly project: string;
  readonly name: string;
}

/** A file of the new plan and what is to be done in it. */
export interface RenewedFile {
  readonly name: string;
  readonly text: string;
  readonly toRenew: readonly ToRenew[];
}
