// A project that moves -> its id in the task that it goes to.
import type { Plan } from '../../plan/plan.ts';
import { type Project, type ProjectKey, type Task, tasksOf } from '../../plan/programme.ts';

/**
 * The id that it had there once, its own, or where another has or had that, one with a number behind: ids are the tasks' own. `taken` are the ids
 * (`task/project`) that projects move to in the same edition, and takes this one.
 */
export function movedId(from: ProjectKey, to: Task, { programme }: Plan, taken: Set<string>): string {
  const tasks = tasksOf(programme);
  const at = ({ task, project }: ProjectKey): Project | undefined => {
    const home = tasks.find(({ id }) => id === task);
    return [...(home?.projects ?? []), ...(home?.ended ?? [])].find(({ id }) => id === project);
  };
  const id = idOnce(from, to, at) ?? freeId(from, to, at, taken);
  taken.add(`${to.id}/${id}`);
  return id;
}

function idOnce(
  from: ProjectKey,
  to: Task,
  at: (key: ProjectKey) => Project | undefined,
): string | undefined {
  const seen = new Set<string>();
  let step = at(from)?.movedFrom;
  while (step !== undefined && !seen.has(`${step.task}/${step.project}`)) {
    if (step.task === to.id) return step.project;
    seen.add(`${step.task}/${step.project}`);
    step = at(step)?.movedFrom;
  }
  return undefined;
}

function freeId(
  { project }: ProjectKey,
  to: Task,
  at: (key: ProjectKey) => Project | undefined,
  taken: ReadonlySet<string>,
): string {
  let id = project;
  for (let number = 2; taken.has(`${to.id}/${id}`) || at({ task: to.id, project: id }); number++)
    id = `${project}-${number}`;
  return id;
}
