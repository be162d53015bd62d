// The ministry's categories of jobs measures, and the lines of the programme that each has.
import type { Address } from '../figure/address.ts';
import type { Programme, Project, Task } from './programme.ts';

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
  /** The total of its funding. */
  readonly funding?: Address;
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
        const { target, funding } = project;
        return category === undefined
          ? []
          : [
              {
                category,
                task,
                project,
                ...(target && { target }),
                ...(funding.total && { funding: funding.total }),
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
        ...(funded ? {} : { funding: task.funding.total.address }),
      };
      return [...projects, whole];
    }),
  );
}
