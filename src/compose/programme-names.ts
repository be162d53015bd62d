// A programme -> the names of its strategies, tasks, subtasks and projects by the ids that templates call them by.
import { type PlacedName, type Programme, tasksOf } from '../plan/programme.ts';

export interface ProgrammeNames {
  readonly strategy: ReadonlyMap<string, PlacedName>;
  readonly task: ReadonlyMap<string, PlacedName>;
  /** By `task/subtask`. */
  readonly subtask: ReadonlyMap<string, PlacedName>;
  /** By `task/project`. */
  readonly project: ReadonlyMap<string, PlacedName>;
}

export function programmeNames({ strategies }: Programme): ProgrammeNames {
  const tasks = tasksOf({ strategies });
  return {
    strategy: new Map(strategies.map(({ id, name }) => [id, name])),
    task: new Map(tasks.map(({ id, name }) => [id, name])),
    subtask: new Map(
      tasks.flatMap((task) => task.subtasks.map(({ id, name }) => [`${task.id}/${id}`, name] as const)),
    ),
    project: new Map(
      tasks.flatMap((task) =>
        [...task.projects, ...task.ended].map(({ id, name }) => [`${task.id}/${id}`, name] as const),
      ),
    ),
  };
}
