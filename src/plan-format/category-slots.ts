// The programme's categories -> slots for their sums, and for what has no category.

import { type Address, addressOf } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import { SECTORS } from '../plan/category.ts';
import { type ClassifiedLine, classifiedLines, lastTargets, sumName } from '../plan/classified-lines.ts';
import { FUNDING_SOURCES, type Programme } from '../plan/programme.ts';
import type { Slot } from './programme-slots.ts';
import { unstated } from './stated-number.ts';
import { PEOPLE, SHEET, sum } from './task-slots.ts';

/** What is summed, its unit, and the addresses that the whole plan's is the sum of. */
interface Kind {
  readonly name: string;
  readonly unit: Unit;
  readonly of: (line: ClassifiedLine) => Address | undefined;
  readonly all: Address | undefined;
}

function kindsOf(known: readonly Address[]): readonly Kind[] {
  const funding = (['total', ...FUNDING_SOURCES] as const).map(
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
 * Slots under `categories/`: each category and sector that has lines, `classified` for all of them, `unclassified` for the rest; and
 * `all` for last year's targets, as far as they are known, which no strategy sums up.
 */
export function categorySlots(programme: Programme): readonly Slot[] {
  const lines = classifiedLines(programme);
  const [first] = lines;
  if (first === undefined) return [];
  const { place } = first.task;
  const known = lastTargets(programme);
  const whole: Slot = {
    address: addressOf('categories', 'all', 'last-target'),
    number: unstated(place),
    unit: PEOPLE,
    relation: sum(known),
  };
  const slots = kindsOf(known).flatMap(({ name: kind, unit, of, all }) => {
    const own: Slot[] = [];
    const add = (name: string, relation: Relation): Address => {
      const address = addressOf('categories', name, kind);
      own.push({ address, number: unstated(place), unit, relation });
      return address;
    };
    const addSum = (name: string, operands: readonly Address[]): readonly Address[] =>
      operands.length === 0 ? [] : [add(name, sum(operands))];
    const sectors = SECTORS.flatMap((sector) =>
      addSum(
        sector.id,
        sector.categories.flatMap(({ id }) =>
          addSum(
            id,
            lines.flatMap((line) => (line.category === id ? (of(line) ?? []) : [])),
          ),
        ),
      ),
    );
    const [classified] = addSum('classified', sectors);
    if (classified !== undefined && all !== undefined)
      add('unclassified', { kind: 'difference', minuend: all, subtrahend: classified });
    return own;
  });
  return known.length === 0 ? slots : [whole, ...slots];
}
