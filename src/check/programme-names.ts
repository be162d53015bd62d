// A programme -> each name in it, with its address and what it is called.
import { taskAddress } from '../figure/address.ts';
import type { PlacedName, Programme } from '../plan/programme.ts';

interface NamedPart {
  readonly id: string;
  readonly noun: string;
  readonly name: PlacedName;
}

/** Each strategy before its tasks, each task before its subtasks and projects. */
export function programmeNames({ strategies }: Programme): readonly NamedPart[] {
  return strategies.flatMap((strategy) => [
    { id: `strategies/${strategy.id}`, noun: '추진전략', name: strategy.name },
    ...strategy.tasks.flatMap((task) => [
      { id: taskAddress(task.id), noun: '실천과제', name: task.name },
      ...task.subtasks.map(({ id, name }) => ({
        id: taskAddress(task.id, 'subtasks', id),
        noun: '세부과제',
        name,
      })),
      ...task.projects.map(({ id, name }) => ({ id: `projects/${task.id}/${id}`, noun: '세부사업', name })),
    ]),
  ]);
}
