// The programme's figures -> slots for what the projects under each subtask come to together.
import { type Address, below, projectAddress, taskAddress } from '../figure/address.ts';
import type { Unit } from '../figure/unit.ts';
import { type Programme, tasksOf } from '../plan/programme.ts';
import type { Slot } from './programme-slots.ts';
import { unstated } from './stated-number.ts';
import { PEOPLE, SHEET, sum, TABLE } from './task-slots.ts';

interface Item {
  readonly path: readonly string[];
  /** What each of the projects has to have, where not those count that have it. */
  readonly whole?: readonly string[];
  readonly unit: Unit;
}

function itemsOf({ sources, targets }: Programme): readonly Item[] {
  const amounts = ['total', ...sources];
  return [
    { path: ['target'], whole: ['target'], unit: PEOPLE },
    ...amounts.map((kind) => ({ path: ['funding', kind], whole: ['funding', 'total'], unit: SHEET })),
    ...amounts.map((kind) => ({ path: ['budget', kind], whole: ['budget', 'total'], unit: TABLE })),
    ...targets.map(({ id, unit }) => ({ path: ['targets', id], unit })),
  ];
}

/** Below `tasks/…/subtasks/…/`; nothing where a project under it is not counted by itself. `known` are the figures of projects. */
export function subtaskSlots(programme: Programme, known: readonly Slot[]): readonly Slot[] {
  const items = itemsOf(programme);
  const addresses = new Set(known.map(({ address }) => address));
  return tasksOf(programme).flatMap((task) =>
    task.subtasks.flatMap(({ id, place }) => {
      const own = [...task.projects, ...task.ended].filter(({ subtask }) => subtask?.text === id);
      const at = (path: readonly string[]): readonly Address[] =>
        own
          .map((project) => projectAddress({ task: task.id, project: project.id }, ...path))
          .filter((address) => addresses.has(address));
      return items.flatMap(({ path, whole, unit }): readonly Slot[] => {
        const operands = at(path);
        if (operands.length === 0 || (whole && at(whole).length < own.length)) return [];
        return [
          {
            address: below(taskAddress(task.id, 'subtasks', id), ...path),
            number: unstated(place),
            unit,
            relation: sum(operands),
          },
        ];
      });
    }),
  );
}
