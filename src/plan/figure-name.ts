// A figure's address -> the words that the plan has for it, from the outermost in.
import type { Address } from '../figure/address.ts';
import type { Plan, SourceText } from './plan.ts';
import { leafId, leavesOf } from './statistics-table.ts';

/**
 * The name of a figure as the texts that make it up: caption, row and column; task and project, which have no word for what is counted. Its address where the plan
 * has no words at all.
 */
export function figureName(plan: Plan, address: Address, place: SourceText['place']): readonly SourceText[] {
  const [kind, id = '', ...rest] = address.split('/');
  const word = (text: string): SourceText => ({ text, place });
  if (kind === 'tables') {
    const table = plan.tables.get(id);
    if (table === undefined) return [word(address)];
    const [row, column] = rest;
    const labels = [
      [table.rows, row],
      [table.columns, column],
    ] as const;
    return [
      table.caption ?? word(id),
      ...labels.flatMap(([axis, leaf]) =>
        (leavesOf(axis).find((path) => leafId(path) === leaf) ?? [])
          .map(({ label }) => label)
          .filter(({ text }) => text !== ''),
      ),
    ];
  }
  if (kind === 'tasks') {
    const task = plan.programme.strategies.flatMap(({ tasks }) => tasks).find((one) => one.id === id);
    if (task === undefined) return [word(address)];
    const [projects, projectId] = rest;
    if (projects !== 'projects') return [task.name.canonical];
    const project = [...task.projects, ...task.ended].find((one) => one.id === projectId);
    return [task.name.canonical, project?.name.canonical ?? word(projectId ?? '')];
  }
  return [word(address)];
}
