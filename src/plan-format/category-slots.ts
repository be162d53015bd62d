// The programme's categories -> slots for their sums, and for what has no category.

import { type Address, addressOf, below, projectAddress, taskAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import { type ClassifiedLine, classifiedLines, lastTargets, sumName } from '../plan/classified-lines.ts';
import type { Programme } from '../plan/programme.ts';
import type { Slot } from './programme-slots.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import { PEOPLE, SHEET, sum, TABLE } from './task-slots.ts';

/** What is summed, its unit, and the addresses that the whole plan's is the sum of. */
interface Kind {
  readonly name: string;
  readonly unit: Unit;
  readonly of: (line: ClassifiedLine) => Address | undefined;
  readonly all: Address | undefined;
}

function kindsOf({ sources }: Programme, known: readonly Address[]): readonly Kind[] {
  const funding = ['total', ...sources].map(
    (kind): Kind => ({
      name: sumName(kind),
      unit: SHEET,
      of: (line) => line.funding[kind],
      all: addressOf('strategies', 'all', 'funding', kind),
    }),
  );
  return [
    {
      name: sumName('target'),
      unit: PEOPLE,
      of: ({ target }) => target,
      all: addressOf('strategies', 'all', 'target'),
    },
    ...funding,
    {
      name: sumName('last-target'),
      unit: PEOPLE,
      of: ({ lastTarget }) => lastTarget,
      all: known.length === 0 ? undefined : addressOf('categories', 'all', 'last-target'),
    },
  ];
}

/**
 * Slots under `categories/`: each category and sector, `classified` for all of them, `unclassified` for the rest; and `all` for last
 * year's targets, as far as they are known, which no strategy sums up. `budget` is the funding as tables print
 * it, rounded as the plan rounds, so that categories add up. None where nothing has a category; what a category has nothing of is nil.
 */
export function categorySlots(programme: Programme): readonly Slot[] {
  const lines = classifiedLines(programme);
  const [first] = lines;
  if (first === undefined) return [];
  const { place } = first.task;
  const known = lastTargets(programme);
  const slots: Slot[] = [];
  const add = (name: string, kind: string, unit: Unit, relation: Relation | undefined): Address => {
    const address = addressOf('categories', name, kind);
    const number: StatedNumber = relation ? unstated(place) : { ...unstated(place), given: { kind: 'nil' } };
    slots.push({ address, number, unit, relation });
    return address;
  };
  if (known.length > 0) add('all', 'last-target', PEOPLE, sum(known));
  /** Of each category and sector, by what `of` gives of a category, and of them all together. */
  const addEach = (
    kind: string,
    unit: Unit,
    all: Address,
    of: (category: string) => Relation | undefined,
  ): void => {
    const total = (name: string, parts: readonly Address[]) =>
      parts.length === 0 ? [] : [add(name, kind, unit, sum(parts))];
    const sectors = programme.sectors.flatMap(({ id: sector, categories }) => {
      const parts = categories.flatMap(({ id }) => {
        const relation = of(id);
        const address = add(id, kind, unit, relation);
        return relation === undefined ? [] : [address];
      });
      return sector === undefined ? parts : total(sector, parts);
    });
    const [classified] = total('classified', sectors);
    if (classified !== undefined)
      add('unclassified', kind, unit, { kind: 'difference', minuend: all, subtrahend: classified });
  };
  for (const { name, unit, of, all } of kindsOf(programme, known)) {
    if (all === undefined) continue;
    addEach(name, unit, all, (category) => {
      const operands = lines.flatMap((line) => (line.category === category ? (of(line) ?? []) : []));
      return operands.length === 0 ? undefined : sum(operands);
    });
  }
  addEach('budget', TABLE, addressOf('strategies', 'all', 'budget', 'total'), (category) => {
    const rounded = lines.flatMap(({ category: own, task, project, funding }) => {
      if (own !== category || funding.total === undefined) return [];
      const base = project ? projectAddress({ task: task.id, project: project.id }) : taskAddress(task.id);
      return [below(base, 'budget', 'total')];
    });
    return rounded.length === 0 ? undefined : sum(rounded);
  });
  return slots;
}
