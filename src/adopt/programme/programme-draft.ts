// The strategies, tasks and projects of a document, before they are written down.
import type { Piece } from '../captioned.ts';

/** A name, and how the places spell it that spell it otherwise. */
export interface NameDraft {
  name: string;
  readonly published: Map<string, string>;
}

/** A number as data write it: `12`, `'-'`, `~`; the unit where its text says one. */
export interface AmountDraft {
  readonly value: string;
  readonly unit?: string | undefined;
  readonly suffix?: string | undefined;
}

/** By source (`national` …) and `total`. */
export type FundingDraft = ReadonlyMap<string, AmountDraft>;

export interface ProjectDraft extends NameDraft {
  readonly id: string;
  readonly subtask?: string | undefined;
  target?: AmountDraft | undefined;
  funding?: FundingDraft | undefined;
  period?: { readonly text: string; readonly from?: number; readonly to?: number } | undefined;
  /** Phases by row: from one month to another. */
  lanes?: readonly (readonly PhaseDraft[])[] | undefined;
}

export interface PhaseDraft {
  readonly from: number;
  readonly to: number;
  readonly inferred: boolean;
  readonly text: string;
}

export interface TaskDraft extends NameDraft {
  readonly id: string;
  readonly projects: ProjectDraft[];
  /** By name their ids. */
  readonly subtasks?: ReadonlyMap<string, string>;
  purpose?: string | undefined;
  target?: AmountDraft | undefined;
  funding?: FundingDraft | undefined;
  /** As the overview states them. */
  overview?: { readonly target: AmountDraft; readonly budget: AmountDraft } | undefined;
  /** Of its grid: years from the plan's, the line above, and whether its amounts have their unit. */
  grid?:
    | { readonly year: number; readonly unitLine: string | undefined; readonly withUnit: boolean }
    | undefined;
  /** Its sheet's own text. */
  sheet?: readonly Piece[] | undefined;
  /** Further targets, by their ids. */
  targets?: ReadonlyMap<string, AmountDraft> | undefined;
  /** Where a place has its projects in another order. */
  readonly orders: Map<string, readonly string[]>;
}

export interface StrategyDraft extends NameDraft {
  readonly id: string;
  readonly tasks: TaskDraft[];
}

/** A source, or something counted beside jobs, that only this plan has. */
export interface OwnKind {
  readonly kind: 'target' | 'source';
  readonly id: string;
  readonly label: string;
  readonly unit: string | undefined;
}

export interface ProgrammeDraft {
  readonly strategies: readonly StrategyDraft[];
  own?: readonly OwnKind[];
  overview?: { readonly target: AmountDraft; readonly budget: AmountDraft } | undefined;
}

export function tasksOf({ strategies }: ProgrammeDraft): readonly TaskDraft[] {
  return strategies.flatMap(({ tasks }) => tasks);
}

/** Gives a name its spelling at a place, where that is another one. */
export function spell(draft: NameDraft, place: string, name: string): void {
  if (name !== '' && name !== draft.name) draft.published.set(place, name);
}
