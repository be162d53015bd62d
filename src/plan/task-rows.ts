// A task -> the rows that its amounts stand in where people type them: its projects', and one for what no project has.
import { type Address, taskAddress } from '../figure/address.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import { type FundingSource, type Programme, type Project, sourcesIn, type Task } from './programme.ts';

/** What a task has in each of its rows; its total follows from them. */
export type RowKind = 'target' | FundingSource;

export function rowKinds({ sources }: Pick<Programme, 'sources'>): readonly RowKind[] {
  return ['target', ...sources];
}

/** The task's own figure. */
export function wholeOf({ id }: Pick<Task, 'id'>, kind: RowKind): Address {
  return kind === 'target' ? taskAddress(id, kind) : taskAddress(id, 'funding', kind);
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
  return sourcesIn(funding).length > 0 ? undefined : funding.total;
}

/**
 * The totals without sources that count in the task's own, by the definition of that: all of them where that is typed. Where the task's
 * sources were typed for all of it they are among these and count no second time.
 */
export function unsplitTotals(
  { projects }: Task,
  total: Pick<FigureDefinition, 'relation'>,
): readonly Address[] {
  const { relation } = total;
  const parts = new Set(relation?.kind === 'sum' ? relation.operands : []);
  const unsplit = projects.flatMap((project) => unsplitTotal(project) ?? []);
  return relation === undefined ? unsplit : unsplit.filter((address) => parts.has(address));
}

/** Whether projects have rows: one of them at least has an amount or a target. */
export function isListed({ projects }: Task): boolean {
  return projects.some(({ target, funding }) => target !== undefined || funding.total !== undefined);
}
