// A figure's address -> the row and column, or the task and project, that it belongs to.
import { type Address, formOf } from '../figure/address.ts';
import type { Plan } from './plan.ts';
import { type Project, type Subtask, type Task, tasksOf } from './programme.ts';
import { type AxisEntry, leafId, leavesOf, type StatisticsTable } from './statistics-table.ts';

export type FigureHome =
  | {
      readonly kind: 'table';
      readonly table: StatisticsTable;
      /** From the outermost header in; undefined where the table has none of that id. */
      readonly row: readonly AxisEntry[] | undefined;
      readonly column: readonly AxisEntry[] | undefined;
    }
  /** `item`: what is counted, as the rest of the address has it: `funding`, `district`. */
  | { readonly kind: 'task'; readonly task: Task; readonly item: readonly string[] }
  | {
      readonly kind: 'subtask';
      readonly task: Task;
      readonly subtask: Subtask | undefined;
      readonly id: string;
      readonly item: readonly string[];
    }
  | {
      readonly kind: 'project';
      readonly task: Task;
      /** Undefined for one that the plan has no more. */
      readonly project: Project | undefined;
      readonly id: string;
      readonly item: readonly string[];
    };

/** Undefined for figures of the plan as a whole, and where the plan has no such table or task. */
export function figureHome(address: Address, plan: Plan): FigureHome | undefined {
  const form = formOf(address);
  if (form.kind === 'other') return undefined;
  if (form.kind === 'table') {
    const table = plan.tables.get(form.table);
    if (table === undefined) return undefined;
    const leaf = (axis: readonly AxisEntry[], name: string) =>
      leavesOf(axis).find((path) => leafId(path) === name);
    return {
      kind: 'table',
      table,
      row: leaf(table.rows, form.row),
      column: leaf(table.columns, form.column),
    };
  }
  const task = tasksOf(plan.programme).find(({ id }) => id === form.task);
  if (task === undefined) return undefined;
  const { item } = form;
  if (form.kind === 'task') return { kind: 'task', task, item };
  if (form.kind === 'subtask') {
    const subtask = task.subtasks.find(({ id }) => id === form.subtask);
    return { kind: 'subtask', task, subtask, id: form.subtask, item };
  }
  const project = [...task.projects, ...task.ended].find(({ id }) => id === form.project);
  return { kind: 'project', task, project, id: form.project, item };
}
