// Strategies and tasks as typed -> the programme: each task under its strategy, each figure by its address.

import { addressOf, projectAddress, taskAddress } from '../figure/address.ts';
import type { Sector } from '../plan/category.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type GridCell,
  type Programme,
  type Project,
  type Task,
} from '../plan/programme.ts';
import type { Narrative } from '../plan/source-text.ts';
import { didYouMean, type Faults } from './faults.ts';
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
  sectors: readonly Sector[],
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
        if (task !== undefined) return [taskOf(task, sheets.get(task.id))];
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
    sectors,
    overview: {
      target: addressOf('strategies', 'all', 'overview', 'target'),
      budget: addressOf('strategies', 'all', 'overview', 'budget'),
    },
  };
}

function taskOf(task: TaskDraft, sheet: Narrative | undefined): Task {
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
    funding: {
      total: amount('total'),
      national: amount('national'),
      province: amount('province'),
      district: amount('district'),
      private: amount('private'),
      other: amount('other'),
    },
    overview: {
      target: taskAddress(task.id, 'overview', 'target'),
      budget: taskAddress(task.id, 'overview', 'budget'),
    },
    ...optionally('lastTarget', task.lastTarget && taskAddress(task.id, 'last', 'year-target')),
    ...optionally('category', task.category),
    ...optionally('details', task.details),
    projects: task.projects.filter(goesOn).map((project) => projectOf(task.id, project)),
    ended: task.projects.filter((project) => !goesOn(project)).map((project) => projectOf(task.id, project)),
    discontinued: task.discontinued,
    orders: task.orders,
    ...optionally('sheet', sheet),
    place: task.place,
  };
}

function goesOn({ endedIn }: ProjectDraft): boolean {
  return endedIn === undefined;
}

function projectOf(task: string, project: ProjectDraft): Project {
  const { id, name, scheduleNumber, period, target, lastTarget, category, details, lineage, funding, place } =
    project;
  const { addedIn, endedIn, movedFrom, movedTo, away } = project;
  const at = (...path: string[]) => projectAddress({ task: task, project: id }, ...path);
  const amounts: Partial<Record<FundingSource | 'total', ReturnType<typeof at>>> = {};
  if (funding !== undefined) {
    amounts.total = at('funding', 'total');
    for (const source of FUNDING_SOURCES) {
      if (funding.amounts[source] !== undefined) amounts[source] = at('funding', source);
    }
  }
  return {
    id,
    name,
    ...optionally('scheduleNumber', scheduleNumber),
    ...optionally('period', period),
    ...optionally('target', target && at('target')),
    ...optionally('lastTarget', lastTarget && at('last', 'year-target')),
    ...optionally('category', category),
    ...optionally('details', details),
    ...optionally('lineage', lineage),
    funding: amounts,
    place,
    ...optionally('addedIn', addedIn),
    ...optionally('endedIn', endedIn),
    ...optionally('movedFrom', movedFrom),
    ...optionally('movedTo', movedTo),
    ...optionally('away', away),
  };
}
