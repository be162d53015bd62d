// What an office says of a task or project beside its name and numbers: who does what for whom.
import type { SourceText } from './source-text.ts';

/** 담당부서, 연락처, 시행주체, 지원대상, 사업내용, in the order in which sheets print them. */
export const DETAILS = ['department', 'contact', 'executing-body', 'target-group', 'contents'] as const;
export type Detail = (typeof DETAILS)[number];

/** Those that are said. */
export type Details = Partial<Readonly<Record<Detail, SourceText>>>;

interface Owner {
  readonly details?: Details;
}

/** What is said of the project, and of its whole task where nothing is. */
export function detailsOf(task: Owner, project: Owner | undefined): Details {
  return { ...task.details, ...project?.details };
}

export function isDetail(name: string): name is Detail {
  return DETAILS.some((detail) => detail === name);
}

/** The same of each, in order, whatever it is. */
export function detailEntries<Value>(
  of: Partial<Readonly<Record<Detail, Value | undefined>>>,
): readonly (readonly [Detail, Value])[] {
  return DETAILS.flatMap((detail) => {
    const value = of[detail];
    return value === undefined ? [] : [[detail, value] as const];
  });
}
