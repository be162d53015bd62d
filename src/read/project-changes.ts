// The tasks as typed and the added, ended and moved projects of the editions -> the tasks with all projects of all editions.
import type { AddChange, Edition, EndChange, MoveChange, ProjectNumber, SetChange } from '../plan/edition.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  NAME_PLACES,
  type NamePlace,
  type PlacedName,
} from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import { optionally } from './source-text.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import type { FundingDraft, ProjectDraft, TaskDraft } from './task-file.ts';

type ProjectChange = AddChange | EndChange | MoveChange;
const NIL = { kind: 'nil' } as const;

/**
 * A project that an edition adds has nil figures in edition 0, so that they can be set; one that an edition ends stays, marked.
 * Rules: `unknown-id`, `duplicate-id`, `ended-project`, `total-of-sources`. `lost` are tasks whose files could not be read.
 */
export function withProjectChanges(
  tasks: ReadonlyMap<string, TaskDraft>,
  editions: readonly Edition[],
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
  const append = (project: ProjectDraft, to: string, place: ProjectChange['place']): boolean => {
    const task = taskAt(to, place);
    if (task === undefined) return false;
    const twin = task.projects.find(({ id }) => id === project.id);
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
          append(newProject(change, number, faults), change.task, change.place);
          break;
        case 'end': {
          const project = inForce(change);
          if (project !== undefined) end(change, project, number);
          break;
        }
        case 'move': {
          const project = inForce(change);
          const { task, project: id, place } = change.to;
          if (project !== undefined && append(movedProject(project, change, id, number), task, place))
            end(change, project, number);
          break;
        }
        case 'set':
          addFigure(change, changed);
          markSet(change, changed);
          break;
        case 'text':
          break;
      }
    }
  }
  return changed;
}

/** What a project had no figure of begins with nil, so that it can be set. */
function addFigure({ address, place }: SetChange, tasks: Map<string, TaskDraft>): void {
  const [, taskId = '', id, item, kind] =
    /^tasks\/([^/]+)\/projects\/([^/]+)\/(target|funding\/([^/]+))$/.exec(address) ?? [];
  const task = tasks.get(taskId);
  const project = task?.projects.find((one) => one.id === id);
  if (task === undefined || project === undefined) return;
  const source = FUNDING_SOURCES.find((one) => one === kind);
  const nil = { ...unstated(place), given: NIL };
  const wider = item === 'target' ? withTarget(project, nil) : source && withSource(project, source, nil);
  if (wider === undefined) return;
  tasks.set(taskId, { ...task, projects: task.projects.map((one) => (one === project ? wider : one)) });
}

/** A figure of a task itself that an edition sets stays one that can be set. */
function markSet({ address }: SetChange, tasks: Map<string, TaskDraft>): void {
  const [, id = '', source] = /^tasks\/([^/]+)\/(?:target|funding\/([^/]+))$/.exec(address) ?? [];
  const task = tasks.get(id);
  if (task !== undefined) tasks.set(id, { ...task, set: [...(task.set ?? []), source ?? 'target'] });
}

function withTarget(project: ProjectDraft, target: StatedNumber): ProjectDraft | undefined {
  if (project.target !== undefined) return undefined;
  return { ...project, target, late: [...(project.late ?? []), 'target'] };
}

/** A source beside others, or the first of a project without any money; not beside a total of nobody knows which sources. */
function withSource(
  project: ProjectDraft,
  source: FundingSource,
  amount: StatedNumber,
): ProjectDraft | undefined {
  const { funding, late = [] } = project;
  if (funding === undefined)
    return {
      ...project,
      funding: { unit: undefined, amounts: { [source]: amount } },
      late: [...late, 'funding'],
    };
  const has = (one: FundingSource) => funding.amounts[one] !== undefined;
  if (has(source) || !FUNDING_SOURCES.some(has)) return undefined;
  return { ...project, funding: { ...funding, amounts: { ...funding.amounts, [source]: amount } } };
}

function appended(orders: TaskDraft['orders'], id: string): TaskDraft['orders'] {
  const longer: Partial<Record<NamePlace, readonly string[]>> = {};
  for (const place of NAME_PLACES) {
    const order = orders[place];
    if (order !== undefined) longer[place] = [...order, id];
  }
  return longer;
}

function newProject(change: AddChange, addedIn: number, faults: Faults): ProjectDraft {
  const { project, name, period, target, figures, place } = change;
  const canonical: PlacedName = { canonical: name, published: {} };
  return {
    id: project,
    name: canonical,
    ...optionally('period', period),
    target: target === undefined ? { ...unstated(place), given: NIL } : nilNumber(target),
    funding: newFunding(change, faults),
    figures: figures.map(({ id, number }) => ({ id, number: nilNumber(number) })),
    place,
    addedIn,
  };
}

/** What is not given is nil, so that a sum over the projects of a task stays one. */
function newFunding({ funding, fundingUnit, place }: AddChange, faults: Faults): FundingDraft {
  const amounts: { -readonly [kind in keyof FundingDraft['amounts']]: StatedNumber } = {};
  for (const source of FUNDING_SOURCES) {
    const typed = funding[source];
    if (typed !== undefined) amounts[source] = nilNumber(typed);
  }
  if (Object.keys(amounts).length === 0)
    amounts.total =
      funding.total === undefined ? { ...unstated(place), given: NIL } : nilNumber(funding.total);
  else if (funding.total !== undefined) {
    faults.add({
      rule: 'total-of-sources',
      place: funding.total.place,
      message: '재원별 금액이 있으면 합계를 적지 않습니다.',
      expected: '재원별 금액, 또는 total 하나',
    });
  }
  return { unit: fundingUnit && scalarOf(fundingUnit), amounts };
}

function nilNumber({ unit, place }: ProjectNumber): StatedNumber {
  return { ...unstated(place), given: NIL, unit: unit && scalarOf(unit) };
}

function movedProject(
  project: ProjectDraft,
  { task, place }: MoveChange,
  id: string,
  addedIn: number,
): ProjectDraft {
  const nil = (number: StatedNumber): StatedNumber => ({
    ...number,
    given: NIL,
    published: undefined,
    inferred: false,
  });
  const amounts: { -readonly [kind in keyof FundingDraft['amounts']]: StatedNumber } = {};
  const typed = project.funding?.amounts ?? {};
  for (const source of FUNDING_SOURCES) {
    const amount = typed[source];
    if (amount !== undefined) amounts[source] = nil(amount);
  }
  // Beside sources a total was stated for where the project stood; here it follows from them.
  if (Object.keys(amounts).length === 0)
    amounts.total = typed.total === undefined ? { ...unstated(place), given: NIL } : nil(typed.total);
  const { endedIn: _, scheduleNumber: __, late: ___, ...rest } = project;
  return {
    ...rest,
    id,
    target: project.target === undefined ? { ...unstated(place), given: NIL } : nil(project.target),
    funding: { unit: project.funding?.unit, amounts },
    figures: project.figures.map((figure) => ({ ...figure, number: nil(figure.number) })),
    place,
    addedIn,
    movedFrom: { task, project: project.id },
  };
}

function scalarOf({ text, place }: { readonly text: string; readonly place: AddChange['place'] }) {
  return { kind: 'scalar', text, plain: true, verbatim: false, place } as const;
}
