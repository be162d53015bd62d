// The programme -> the lines of its tables: each project, and each task that has none, with what it belongs to.
import type { Category, Sector } from './category.ts';
import type { Programme, Project, Strategy, Task } from './programme.ts';
import type { SourceText } from './source-text.ts';

/** A project, or a task without projects. */
export interface ProgrammeLine {
  readonly strategy: Strategy;
  readonly task: Task;
  readonly project?: Project;
  readonly category?: Category;
  readonly sector?: Sector;
}

/** What lines belong to. */
export type Belonging = 'strategy' | 'task' | 'sector' | 'category';

/** In the order of the programme. */
export function linesOf({ strategies, sectors }: Programme): readonly ProgrammeLine[] {
  return strategies.flatMap((strategy) =>
    strategy.tasks.flatMap((task) =>
      (task.projects.length === 0 ? [undefined] : task.projects).map((project): ProgrammeLine => {
        const id = project?.category ?? task.category;
        const sector = sectors.find(({ categories }) => categories.some((one) => one.id === id));
        const category = sector?.categories.find((one) => one.id === id);
        return {
          strategy,
          task,
          ...(project && { project }),
          ...(category && { category }),
          ...(sector && { sector }),
        };
      }),
    ),
  );
}

/** The id of what the line belongs to; undefined where it belongs to none. */
export function belongsTo(line: ProgrammeLine, to: Belonging): string | undefined {
  return line[to]?.id;
}

/** What that is called. */
export function belongingLabel(line: ProgrammeLine, to: Belonging): SourceText | undefined {
  if (to === 'strategy' || to === 'task') return line[to].name.canonical;
  const label = line[to]?.label;
  return label === undefined ? undefined : { text: label, literal: true, place: line.task.place };
}

/** The ids of all that lines may belong to, in the order in which tables list them. */
export function belongings({ strategies, sectors }: Programme, to: Belonging): readonly string[] {
  switch (to) {
    case 'strategy':
      return strategies.map(({ id }) => id);
    case 'task':
      return strategies.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    case 'sector':
      return sectors.flatMap(({ id }) => id ?? []);
    case 'category':
      return sectors.flatMap(({ categories }) => categories.map(({ id }) => id));
  }
}
