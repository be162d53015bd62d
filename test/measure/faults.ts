// What can be planted: a fault of a kind and a cause, where it is, and whether a reader of the document alone could see it.

import type { CheckInput } from '../../src/check/rule.ts';
import type { Dice } from '../fuzz/dice.ts';
import type { Change, MeasuredPlan } from './measured-plan.ts';

export type Cause = 'value' | 'label' | 'relation' | 'part';

export interface Fault extends Change {
  /** Where, and what it says now. */
  readonly what: string;
  /** Whether the document contradicts it. */
  readonly visible: boolean;
}

export interface Case {
  readonly plan: MeasuredPlan;
  /** The plan as stated, before any fault. */
  readonly input: CheckInput;
}

export interface Kind {
  readonly cause: Cause;
  /** One of them by chance; undefined where this throw of the dice hits nothing. */
  readonly plant: (of: Case, dice: Dice) => Fault | undefined;
}
