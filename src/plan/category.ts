// The ministry's categories of jobs measures, and the lines of the programme that each has.
import type { Address } from '../figure/address.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type Programme,
  type Project,
  type Task,
  tasksOf,
} from './programme.ts';

/** Sectors and their categories in the order of the ministry's form (고용노동부 지역일자리 공시제). */
export const SECTORS = [
  {
    id: 'government',
    label: '정부부문',
    categories: [
      { id: 'direct-jobs', label: '직접일자리 창출' },
      { id: 'training', label: '직업능력개발훈련' },
      { id: 'employment-service', label: '고용서비스' },
      { id: 'employment-subsidy', label: '고용장려금' },
      { id: 'startup', label: '창업지원' },
      { id: 'infrastructure', label: '일자리 인프라 구축' },
      { id: 'government-other', label: '기타' },
    ],
  },
  {
    id: 'private',
    label: '민간부문',
    categories: [
      { id: 'attraction', label: '기업 유치' },
      { id: 'expansion', label: '신설·확장' },
      { id: 'private-other', label: '기타' },
    ],
  },
] as const;

export type CategoryId = (typeof SECTORS)[number]['categories'][number]['id'];

export const CATEGORIES = SECTORS.flatMap(({ categories }) => [...categories]);

/** A project with its category, or the part of a task that is not broken down by project. */
export interface ClassifiedLine {
  readonly category: CategoryId;
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
  const amounts: Partial<Record<keyof typeof funding, Address>> = {};
  for (const kind of ['total', ...FUNDING_SOURCES] as const) amounts[kind] = funding[kind].address;
  return amounts;
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
