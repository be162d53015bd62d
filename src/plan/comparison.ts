// What differs between two editions of a plan, in the order of the programme. No formatting.

import { type Address, below } from '../figure/address.ts';
import type { Value } from '../figure/figure.ts';
import type { Unit } from '../figure/unit.ts';
import type { ChangedWords, EditionKind } from './edition.ts';
import type { Amounts, PlacedName } from './programme.ts';
import type { SourceText } from './source-text.ts';

/** One of the two editions; edition 0 has neither title nor kind. */
export interface ComparedEdition {
  readonly number: number;
  readonly title?: SourceText;
  readonly kind?: EditionKind;
  /** ISO date: of the edition, or of the plan's issue. */
  readonly date: string;
  readonly published: boolean;
}

/** 신규, 종료, 이관 (moved in, moved out), 변경. */
export type ItemState = 'new' | 'ended' | 'moved-in' | 'moved-out' | 'changed';

/** A line of the comparison: the whole, a strategy, a task, a subtask or a project of which an amount differs. */
export interface ComparedItem {
  readonly level: 'all' | 'strategy' | 'task' | 'subtask' | 'project';
  /** Its ids joined: `all`, `strategies/s`, `tasks/t`, `tasks/t/subtasks/u`, `tasks/t/projects/p`. */
  readonly key: string;
  /** None for the whole. */
  readonly name?: PlacedName;
  readonly state: ItemState;
  /** Its figures, changed or not. */
  readonly target?: Address;
  readonly funding: Amounts<Address>;
  readonly targetChanged: boolean;
  readonly fundingChanged: boolean;
  /** Why it came or went; why an amount differs is said of the figure. */
  readonly reasons: readonly SourceText[];
}

export interface ComparedFigure {
  readonly address: Address;
  readonly unit: Unit;
  readonly before: Value;
  readonly after: Value;
  /** Whether it moved only because amounts around it were rounded otherwise: the exact amount beneath it is the same. */
  readonly roundingOnly: boolean;
  /** Whether it is an input; else it follows from one. */
  readonly input: boolean;
  readonly reasons: readonly SourceText[];
}

export interface ComparedText {
  readonly edition: number;
  readonly file: string;
  /** The excerpts, as they stand in the file. */
  readonly before: SourceText;
  readonly after: SourceText;
  /** What changes for the plan's reader. */
  readonly words: readonly ChangedWords[];
  readonly reason?: SourceText;
}

export interface Comparison {
  readonly from: ComparedEdition;
  readonly to: ComparedEdition;
  /** The whole first; then each strategy, task and project that differs, in the order of the programme. Empty when no amount differs. */
  readonly items: readonly ComparedItem[];
  /** Every figure whose value differs, in the order of the definitions. */
  readonly figures: ReadonlyMap<Address, ComparedFigure>;
  readonly texts: readonly ComparedText[];
}

/** What stands beside a figure that is compared. */
export type ComparedPart = 'before' | 'after' | 'change' | 'rate';

/** The address of a compared figure's earlier value, its present one again, their difference and its rate. */
export function comparedAddress(address: Address, part: ComparedPart): Address {
  return below(`compared/${address}`, part);
}

/** Whether the address is one of `comparedAddress`. */
export function isCompared(address: Address): boolean {
  return address.startsWith('compared/');
}

/** How far each line stands in under the whole's; projects under a subtask one more than those under the task itself. */
export function depthsOf(items: readonly ComparedItem[]): readonly number[] {
  const depths = { all: 0, strategy: 0, task: 1, subtask: 2, project: 2 } as const;
  let isUnderSubtask = false;
  return items.map(({ level }) => {
    if (level !== 'project') isUnderSubtask = level === 'subtask';
    return depths[level] + (level === 'project' && isUnderSubtask ? 1 : 0);
  });
}
