// What a budget revision is: an edition of the plan as a list of changes to the one before. No files, no formatting.

import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { Value } from '../figure/figure.ts';
import type { Details } from './details.ts';
import type { Amounts, FundingSource, ProjectKey, ProjectPeriod } from './programme.ts';
import type { SourceText } from './source-text.ts';

/** 추경: the budget changed. 정정: what was published was wrong. */
export const EDITION_KINDS = ['추경', '정정'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** Edition 0 is the plan's data itself; it has no entry of this type. */
export interface Edition {
  /** 1 or more; each edition changes the one numbered before it. */
  readonly number: number;
  readonly title: SourceText;
  readonly kind: EditionKind;
  /** ISO date (YYYY-MM-DD) of the budget or of the correction; never before that of the edition before. */
  readonly date: string;
  readonly basis?: SourceText;
  /** The reason of every change that gives none of its own. */
  readonly reason?: SourceText;
  /** Published as 수정공시; an internal edition is not, and the next published one is compared past it. */
  readonly published: boolean;
  /** The id of the plan that it was made for. */
  readonly plan?: SourceText;
  readonly changes: readonly Change[];
  readonly place: SourceLocation;
}

/** A value and where it was typed. */
export interface TypedValue {
  readonly value: Value;
  readonly place: SourceLocation;
  /** What was typed there, where that was more than the number: `1,200백만원`. An edition's file does not keep it. */
  readonly typed?: string;
}

/** A number of a new project; without a unit it is in 명. */
export interface ProjectNumber extends TypedValue {
  readonly unit?: SourceText;
}

interface Changed {
  readonly reason?: SourceText;
  /** Of what is changed: the address or file name. */
  readonly place: SourceLocation;
}

/** An input gets another value. */
export interface SetChange extends Changed {
  readonly kind: 'set';
  readonly address: Address;
  readonly before: TypedValue;
  readonly after: TypedValue;
}

/** A new project at the end of a task. */
export interface AddChange extends Changed, ProjectKey {
  readonly kind: 'add';
  readonly name: SourceText;
  /** Of the task that it is added to. */
  readonly subtask?: SourceText;
  /** Months of the plan's year, 1 to 12, where they are stated. */
  readonly period?: ProjectPeriod;
  readonly details?: Details;
  readonly target?: ProjectNumber;
  /** The sources, or the total alone. */
  readonly funding: Amounts<TypedValue>;
  /** Of the funding's amounts; 천원 when unset. */
  readonly fundingUnit?: SourceText;
  readonly figures: readonly { readonly id: string; readonly number: ProjectNumber }[];
  /** What somebody typed that it has none of; all else is not known yet. */
  readonly none?: readonly ('target' | FundingSource)[];
}

/** A project is given up: its figures become nil, and it is no longer printed. */
export interface EndChange extends Changed, ProjectKey {
  readonly kind: 'end';
}

/** A project goes to the end of another task with its current values, perhaps under another id. */
export interface MoveChange extends Changed, ProjectKey {
  readonly kind: 'move';
  readonly to: ProjectKey & { readonly place: SourceLocation; readonly subtask?: SourceText };
}

/** A text of the plan that a text change makes another, whole. */
export interface ChangedWords {
  /** The keys and ids under which it stands in its file; none for prose. */
  readonly path: readonly string[];
  /** Undefined where there was or is none. */
  readonly before?: SourceText;
  readonly after?: SourceText;
}

/** An excerpt of one of the plan's files, which stands there exactly once, gives way to another. */
export interface TextChange extends Changed {
  readonly kind: 'text';
  /** In the plan's folder: `tasks/youth-jobs.yaml`. */
  readonly file: string;
  readonly before: SourceText;
  readonly after: SourceText;
  /** What changes for the plan's reader; known once it has been applied to the plan's files. */
  readonly words?: readonly ChangedWords[];
}

export type Change = SetChange | AddChange | EndChange | MoveChange | TextChange;

/** The number of the edition whose file in the plan's folder is called so; undefined for any other file. */
export function editionNumber(file: string): number | undefined {
  const [, number] = /^editions\/([1-9]\d*)\.yaml$/.exec(file) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** The reason of a change, its own or its edition's. */
export function reasonOf(change: Change, edition: Edition): SourceText | undefined {
  return change.reason ?? edition.reason;
}

/** What the cover calls the edition: 수정공시(1차), counted over the published ones; an internal edition says that it is one. */
export function editionLabel(editions: readonly Edition[]): string {
  const last = editions.at(-1);
  if (last === undefined) return '당초';
  if (!last.published) return `내부 검토(제${last.number}판)`;
  return `수정공시(${editions.filter(({ published }) => published).length}차)`;
}

/** 2023. 5. 12. for 2023-05-12. */
export function shownDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}. ${month}. ${day}.`;
}
