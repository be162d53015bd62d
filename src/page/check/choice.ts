// What is worked on in the list of findings, and which of them are still to be decided.
import type { FindingCard } from '../../serve/api.ts';

/** The one that is shown, and all that are answered at once (the shown one among them). */
export interface Choice {
  readonly shown: string | undefined;
  readonly all: readonly string[];
  /** Another screen has sent for it. */
  readonly isSent?: boolean;
}

/** Whether somebody has still to decide it. */
export function isOpen({ decided, stale }: FindingCard): boolean {
  return decided === undefined || stale !== undefined;
}
