// A figure's address -> the row and column, or the task and project, that it belongs to.
import type { Address } from '../figure/address.ts';
import type { Plan } from './plan.ts';
import { type Project, type Task, tasksOf } from './programme.ts';
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
      readonly kind: 'project';
      readonly task: Task;
      /** Undefined for one that the plan has no more. */
      readonly project: Project | undefined;
      readonly id: string;
      readonly item: readonly string[];
    };

/** Undefined for figures of the plan as a whole, and where the plan has no such table or task. */
export function figureHome(address: Address, plan: Plan): FigureHome | undefined {
  const [kind, id = '', ...rest] = address.split('/');
  if (kind === 'tables') {
    const table = plan.tables.get(id);
    if (table === undefined) return undefined;
    const leaf = (axis: readonly AxisEntry[], name: string | undefined) =>
      leavesOf(axis).find((path) => leafId(path) === name);
    return { kind: 'table', table, row: leaf(table.rows, rest[0]), column: leaf(table.columns, rest[1]) };
  }
  const task = kind === 'tasks' ? tasksOf(plan.programme).find((one) => one.id === id) : undefined;
  if (task === undefined) return undefined;
  const [level, projectId = '', ...item] = rest;
  if (level !== 'projects') return { kind: 'task', task, item: rest };
  const project = [...task.projects, ...task.ended].find((one) => one.id === projectId);
  return { kind: 'project', task, project, id: projectId, item };
}
