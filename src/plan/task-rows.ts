// A task -> the rows that its amounts stand in where people type them: its projects', and one for what no project has.
import type { Address } from '../figure/address.ts';
import { FUNDING_SOURCES, type Project, type Task } from './programme.ts';

/** What a task has in each of its rows; its total follows from them. */
export const ROW_KINDS = ['target', ...FUNDING_SOURCES] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The task's own figure. */
export function wholeOf({ target, funding }: Task, kind: RowKind): Address {
  return (kind === 'target' ? target : funding[kind]).address;
}

/** The project's own, where it has one. */
export function partOf({ target, funding }: Project, kind: RowKind): Address | undefined {
  return kind === 'target' ? target : funding[kind];
}

/** The projects' figures of the kind, in their order. */
export function partsOf(task: Task, kind: RowKind): readonly Address[] {
  return task.projects.flatMap((project) => partOf(project, kind) ?? []);
}

/** The total of a project that says no sources. */
export function unsplitTotal({ funding }: Project): Address | undefined {
  return FUNDING_SOURCES.some((source) => funding[source] !== undefined) ? undefined : funding.total;
}

/**
 * The totals without sources that count in the task's own: where each project has amounts. Else the task's amounts were typed for all
 * of it, these among them.
 */
export function unsplitTotals({ projects, ended }: Task): readonly Address[] {
  if (![...projects, ...ended].every(({ funding }) => funding.total !== undefined)) return [];
  return projects.flatMap((project) => unsplitTotal(project) ?? []);
}

/** Whether projects have rows: one of them at least has an amount or a target. */
export function isListed({ projects }: Task): boolean {
  return projects.some(({ target, funding }) => target !== undefined || funding.total !== undefined);
}
