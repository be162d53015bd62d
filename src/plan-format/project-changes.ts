// The tasks as typed and the added, ended and moved projects of the editions -> the tasks with all projects of all editions.
import type { AddChange, Edition, EndChange, MoveChange } from '../plan/edition.ts';
import { monthsIn } from '../plan/period.ts';
import { NAME_PLACES, type NamePlace, type ProjectKey } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { KnownSources } from './funding.ts';
import type { KnownTargets } from './further-targets.ts';
import { addFigure, markSet } from './late-figures.ts';
import { movedProject, newProject, returned } from './project-drafts.ts';
import { checkSubtask } from './subtasks.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';

type ProjectChange = AddChange | EndChange | MoveChange;

/**
 * A project that an edition adds has nil figures in edition 0, so that they can be set; one that an edition ends stays, marked.
 * Rules: `unknown-id`, `duplicate-id`, `ended-project`, `total-of-sources`. `lost` are tasks whose files could not be read.
 */
export function withProjectChanges(
  tasks: ReadonlyMap<string, TaskDraft>,
  editions: readonly Edition[],
  known: { readonly sources?: KnownSources; readonly targets?: KnownTargets; readonly year?: number },
  lost: ReadonlySet<string>,
  faults: Faults,
): ReadonlyMap<string, TaskDraft> {
  const changed = new Map(tasks);
  const taskAt = (id: string, place: ProjectChange['place']): TaskDraft | undefined => {
    const task = changed.get(id);
    if (task === undefined && !lost.has(id)) {
      faults.add({
        rule: 'unknown-id',
        place,
        message: `없는 과제입니다: ${id}`,
        expected: didYouMean(id, tasks.keys(), 'tasks/에 있는 과제의 id'),
      });
    }
    return task;
  };
  const append = (
    project: ProjectDraft,
    to: string,
    place: ProjectChange['place'],
    edition: number,
    subtask: AddChange['subtask'],
  ): boolean => {
    const task = taskAt(to, place);
    if (task === undefined) return false;
    if (subtask !== undefined) checkSubtask(subtask, task.subtasks, faults);
    const twin = task.projects.find(({ id }) => id === project.id);
    if (twin?.endedIn !== undefined && cameFrom(project, { task: to, project: twin.id }, changed)) {
      const back = returned(twin, project, edition);
      changed.set(to, { ...task, projects: task.projects.map((one) => (one === twin ? back : one)) });
      return true;
    }
    if (twin !== undefined) {
      faults.add({
        rule: 'duplicate-id',
        place,
        message: `과제 ${to}에 이미 있는 세부사업입니다: ${project.id}`,
        expected: '그 과제에 없던 id (종료한 세부사업의 id도 다시 쓰지 않음)',
        related: [{ place: twin.place, note: '이미 있는 세부사업' }],
      });
      return false;
    }
    changed.set(to, {
      ...task,
      projects: [...task.projects, project],
      orders: appended(task.orders, project.id),
    });
    return true;
  };
  const inForce = (change: EndChange | MoveChange): ProjectDraft | undefined => {
    const task = taskAt(change.task, change.place);
    if (task === undefined) return undefined;
    const project = task.projects.find(({ id }) => id === change.project);
    if (project === undefined) {
      faults.add({
        rule: 'unknown-id',
        place: change.place,
        message: `없는 세부사업입니다: ${change.task}/${change.project}`,
        expected: didYouMean(
          change.project,
          task.projects.map(({ id }) => id),
          `과제 ${change.task}에 있는 세부사업의 id`,
        ),
      });
    } else if (project.endedIn !== undefined) {
      faults.add({
        rule: 'ended-project',
        place: change.place,
        message: `제${project.endedIn}차 판에서 이미 끝난 세부사업입니다: ${change.task}/${change.project}`,
        expected: '이어지고 있는 세부사업',
      });
      return undefined;
    }
    return project;
  };
  const end = (change: EndChange | MoveChange, project: ProjectDraft, endedIn: number): void => {
    const task = changed.get(change.task);
    if (task === undefined) return;
    const ended = { ...project, endedIn, ...(change.kind === 'move' ? { movedTo: change.to } : {}) };
    changed.set(change.task, {
      ...task,
      projects: task.projects.map((one) => (one.id === project.id ? ended : one)),
    });
  };

  for (const { number, changes } of editions) {
    for (const change of changes) {
      switch (change.kind) {
        case 'add':
          append(
            newProject(change, number, known, faults),
            change.task,
            change.place,
            number,
            change.subtask,
          );
          break;
        case 'end': {
          const project = inForce(change);
          if (project !== undefined) end(change, project, number);
          break;
        }
        case 'move': {
          const project = inForce(change);
          const { task, project: id, place, subtask } = change.to;
          const moved = project && movedProject(project, change, id, number);
          if (project !== undefined && moved !== undefined && append(moved, task, place, number, subtask))
            end(change, project, number);
          break;
        }
        case 'set':
          addFigure(change, changed, known);
          markSet(change, changed);
          break;
        case 'text':
          break;
      }
    }
  }
  return new Map(
    [...changed].map(([id, task]) => [
      id,
      { ...task, projects: task.projects.map((project) => inYear(project, known.year)) },
    ]),
  );
}

/** A period over years with the months that it has in the plan's. */
function inYear(project: ProjectDraft, year: number | undefined): ProjectDraft {
  const { period } = project;
  if (period?.over === undefined || year === undefined) return project;
  return { ...project, period: { ...period, ...monthsIn(period.over, year) } };
}

/** Whether the project stood there once, and moved from there step by step. */
function cameFrom(
  { movedFrom }: ProjectDraft,
  { task, project }: ProjectKey,
  tasks: ReadonlyMap<string, TaskDraft>,
): boolean {
  const seen = new Set<string>();
  let from = movedFrom;
  while (from !== undefined && !seen.has(`${from.task}/${from.project}`)) {
    const { task: last, project: id }: ProjectKey = from;
    if (last === task && id === project) return true;
    seen.add(`${last}/${id}`);
    from = tasks.get(last)?.projects.find((one) => one.id === id)?.movedFrom;
  }
  return false;
}

function appended(orders: TaskDraft['orders'], id: string): TaskDraft['orders'] {
  const longer: Partial<Record<NamePlace, readonly string[]>> = {};
  for (const place of NAME_PLACES) {
    const order = orders[place];
    if (order !== undefined) longer[place] = [...order, id];
  }
  return longer;
}
