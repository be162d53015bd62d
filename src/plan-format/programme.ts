// Strategies and tasks as typed -> the programme: each task under its strategy, each figure by its address.

import { type Address, addressOf, projectAddress, taskAddress } from '../figure/address.ts';
import {
  bySubtask,
  type FundingSource,
  type GridCell,
  type Programme,
  type Project,
  type Task,
} from '../plan/programme.ts';
import type { Narrative } from '../plan/source-text.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { FundingDraft } from './funding.ts';
import { targetIn, taskTarget } from './further-targets.ts';
import { optionally } from './source-text.ts';
import type { StatedNumber } from './stated-number.ts';
import type { StrategiesDraft } from './strategies-file.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';

/**
 * `lost` are tasks whose files could not be read: who names them is not at fault. Nor is a task that nobody names, where strategies
 * could not be read.
 */
export function programmeOf(
  file: StrategiesDraft,
  tasks: ReadonlyMap<string, TaskDraft>,
  sheets: ReadonlyMap<string, Narrative>,
  lost: ReadonlySet<string>,
  strategiesLost: boolean,
  parts: Pick<Programme, 'sectors' | 'sources' | 'targets' | 'years'>,
  faults: Faults,
): Programme {
  const named = new Set(file.strategies.flatMap((strategy) => strategy.tasks.map(({ text }) => text)));
  for (const task of tasks.values()) {
    if (named.has(task.id) || strategiesLost) continue;
    faults.add({
      rule: 'unknown-id',
      place: task.place,
      message: `어느 추진전략에도 들지 않은 과제입니다: ${task.id}`,
      expected: 'strategies.yaml에 있는 전략의 tasks',
    });
  }
  return {
    strategies: file.strategies.map(({ id, name, place, tasks: members }) => ({
      id,
      name,
      place,
      tasks: members.flatMap((member) => {
        const task = tasks.get(member.text);
        if (task !== undefined) return [taskOf(task, parts, sheets.get(task.id))];
        if (!lost.has(member.text)) {
          faults.add({
            rule: 'unknown-id',
            place: member.place,
            message: `없는 과제입니다: ${member.text}`,
            expected: didYouMean(member.text, tasks.keys(), `tasks/${member.text}.yaml`),
          });
        }
        return [];
      }),
    })),
    ...parts,
    overview: {
      target: addressOf('strategies', 'all', 'overview', 'target'),
      budget: addressOf('strategies', 'all', 'overview', 'budget'),
    },
    ...(file.strategies.length > 0 && { rounding: file.rounding }),
  };
}

function taskOf(
  task: TaskDraft,
  { sources, targets }: Pick<Programme, 'sources' | 'targets'>,
  sheet: Narrative | undefined,
): Task {
  const cell = (number: StatedNumber | undefined, ...path: string[]): GridCell => ({
    address: taskAddress(task.id, ...path),
    withUnit: number?.withUnit ?? task.withUnit,
    ...optionally('suffix', number?.suffix),
    place: number?.place ?? task.place,
  });
  const amount = (kind: FundingSource | 'total') => cell(task.funding?.amounts[kind], 'funding', kind);
  return {
    id: task.id,
    name: task.name,
    ...optionally('purpose', task.purpose),
    planYear: task.planYear,
    ...optionally('unitLine', task.unitLine),
    target: cell(task.target, 'target'),
    targets: Object.fromEntries(
      targets.flatMap((one) => {
        const made = taskTarget(one, task);
        return made === undefined ? [] : [[one.id, cell(made.typed, 'targets', one.id)]];
      }),
    ),
    funding: {
      total: amount('total'),
      ...Object.fromEntries(sources.map((source) => [source, amount(source)])),
    },
    overview: {
      target: taskAddress(task.id, 'overview', 'target'),
      budget: taskAddress(task.id, 'overview', 'budget'),
    },
    ...optionally('lastTarget', task.lastTarget && taskAddress(task.id, 'last', 'year-target')),
    ...optionally('category', task.category),
    ...optionally('details', task.details),
    subtasks: task.subtasks,
    projects: bySubtask(task.subtasks, task.projects.filter(goesOn)).map((project) =>
      projectOf(task.id, project, sources),
    ),
    ended: task.projects
      .filter((project) => !goesOn(project))
      .map((project) => projectOf(task.id, project, sources)),
    discontinued: task.discontinued,
    orders: task.orders,
    ...optionally('sheet', sheet),
    place: task.place,
  };
}

function goesOn({ endedIn }: ProjectDraft): boolean {
  return endedIn === undefined;
}

function projectOf(task: string, project: ProjectDraft, sources: readonly FundingSource[]): Project {
  const {
    id,
    name,
    subtask,
    scheduleNumber,
    period,
    target,
    lastTarget,
    category,
    details,
    lineage,
    funding,
    place,
  } = project;
  const { addedIn, endedIn, movedFrom, movedTo, away } = project;
  const at = (...path: string[]) => projectAddress({ task: task, project: id }, ...path);
  return {
    id,
    name,
    ...optionally('subtask', subtask),
    ...optionally('scheduleNumber', scheduleNumber),
    ...optionally('period', period),
    ...optionally('target', target && at('target')),
    targets: Object.fromEntries(
      project.figures.flatMap(({ id: figure }) => {
        const named = targetIn(figure);
        return named === undefined ? [] : [[named, at('targets', named)]];
      }),
    ),
    ...optionally('lastTarget', lastTarget && at('last', 'year-target')),
    ...optionally('category', category),
    ...optionally('details', details),
    ...optionally('lineage', lineage),
    funding: funding === undefined ? {} : fundingOf(funding, sources, at),
    place,
    ...optionally('addedIn', addedIn),
    ...optionally('endedIn', endedIn),
    ...optionally('movedFrom', movedFrom),
    ...optionally('movedTo', movedTo),
    ...optionally('away', away),
  };
}

function fundingOf(
  { amounts }: FundingDraft,
  sources: readonly FundingSource[],
  at: (...path: string[]) => Address,
): Project['funding'] {
  const kinds = ['total', ...sources.filter((source) => amounts[source] !== undefined)];
  return Object.fromEntries(kinds.map((kind) => [kind, at('funding', kind)]));
}
