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
import { defined } from './source-text.ts';
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
    ...defined({ suffix: number?.suffix }),
    place: number?.place ?? task.place,
  });
  const amount = (kind: FundingSource | 'total') => cell(task.funding?.amounts[kind], 'funding', kind);
  const { lastTarget, figures: _, yearly: __, withUnit: ___, set: ____, ...rest } = task;
  return {
    ...rest,
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
    ...defined({ lastTarget: lastTarget && taskAddress(task.id, 'last', 'year-target') }),
    projects: bySubtask(task.subtasks, task.projects.filter(goesOn)).map((project) =>
      projectOf(task.id, project, sources),
    ),
    ended: task.projects
      .filter((project) => !goesOn(project))
      .map((project) => projectOf(task.id, project, sources)),
    ...defined({ sheet }),
  };
}

function goesOn({ endedIn }: ProjectDraft): boolean {
  return endedIn === undefined;
}

function projectOf(task: string, project: ProjectDraft, sources: readonly FundingSource[]): Project {
  const { target, lastTarget, funding, figures, yearly: _, late: __, ...rest } = project;
  const at = (...path: string[]) => projectAddress({ task, project: project.id }, ...path);
  return {
    ...rest,
    ...defined({ target: target && at('target') }),
    targets: Object.fromEntries(
      figures.flatMap(({ id: figure }) => {
        const named = targetIn(figure);
        return named === undefined ? [] : [[named, at('targets', named)]];
      }),
    ),
    ...defined({ lastTarget: lastTarget && at('last', 'year-target') }),
    funding: funding === undefined ? {} : fundingOf(funding, sources, at),
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
