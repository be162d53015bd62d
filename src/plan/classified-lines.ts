// A programme -> its lines with the ministry's category of each.
import type { Address } from '../figure/address.ts';
import { type FundingSource, type Programme, type Project, type Task, tasksOf } from './programme.ts';

/** A project with its category, or the part of a task that is not broken down by project. */
export interface ClassifiedLine {
  readonly category: string;
  readonly task: Task;
  readonly project?: Project;
  readonly target?: Address;
  readonly lastTarget?: Address;
  readonly funding: Project['funding'];
}

/**
 * What has a category: a project has its own, else its task's. Of a task whose targets or amounts are not given by project, the whole
 * has the task's category. What nobody gave a category is in no line.
 */
export function classifiedLines({ strategies }: Programme): readonly ClassifiedLine[] {
  return strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) => {
      const projects = task.projects.flatMap((project): ClassifiedLine[] => {
        const category = project.category ?? task.category;
        const { target, lastTarget, funding } = project;
        return category === undefined
          ? []
          : [
              {
                category,
                task,
                project,
                ...(target && { target }),
                ...(lastTarget && { lastTarget }),
                funding,
              },
            ];
      });
      const targeted = task.projects.some(({ target }) => target !== undefined);
      const funded = task.projects.some(({ funding }) => funding.total !== undefined);
      if (task.category === undefined || (targeted && funded)) return projects;
      const whole: ClassifiedLine = {
        category: task.category,
        task,
        ...(targeted ? {} : { target: task.target.address }),
        ...(targeted || !task.lastTarget ? {} : { lastTarget: task.lastTarget }),
        funding: funded ? {} : amountsOf(task),
      };
      return [...projects, whole];
    }),
  );
}

function amountsOf({ funding }: Task): Project['funding'] {
  return Object.fromEntries(
    Object.entries(funding).flatMap(([kind, cell]) => (cell === undefined ? [] : [[kind, cell.address]])),
  );
}

/** What is summed by category. */
export type CategorySum = 'target' | 'last-target' | 'total' | FundingSource;

/** The last part of the address `categories/<category>/<name>`. */
export function sumName(of: CategorySum): string {
  if (of === 'target' || of === 'last-target') return of;
  return of === 'total' ? 'funding' : `funding-${of}`;
}

/** Every target of the year before that is known: of projects, and of tasks whose targets are not given by project. */
export function lastTargets(programme: Pick<Programme, 'strategies'>): readonly Address[] {
  return tasksOf(programme).flatMap(({ projects, lastTarget }) => {
    const own = projects.flatMap((project) => project.lastTarget ?? []);
    const targeted = projects.some(({ target }) => target !== undefined);
    return targeted || lastTarget === undefined ? own : [...own, lastTarget];
  });
}
