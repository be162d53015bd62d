// The programme's categories -> slots for their sums, and for what has no category.
import { type Address, addressOf } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import { classifiedLines, SECTORS } from '../plan/category.ts';
import type { Programme } from '../plan/programme.ts';
import type { Slot } from './programme-slots.ts';
import { unstated } from './stated-number.ts';
import { PEOPLE, SHEET, sum } from './task-slots.ts';

/** What is summed, its unit, and the address of the whole plan's. */
const KINDS = [
  { kind: 'target', unit: PEOPLE, all: addressOf('strategies', 'all', 'target') },
  { kind: 'funding', unit: SHEET, all: addressOf('strategies', 'all', 'funding', 'total') },
] as const;

/** Slots under `categories/`: each category and sector that has lines, `classified` for all of them, `unclassified` for the rest. */
export function categorySlots(programme: Programme): readonly Slot[] {
  const lines = classifiedLines(programme);
  const [first] = lines;
  if (first === undefined) return [];
  const { place } = first.task;
  return KINDS.flatMap(({ kind, unit, all }) => {
    const slots: Slot[] = [];
    const add = (name: string, relation: Relation): Address => {
      const address = addressOf('categories', name, kind);
      slots.push({ address, number: unstated(place), unit, relation });
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
            lines.flatMap((line) => (line.category === id ? (line[kind] ?? []) : [])),
          ),
        ),
      ),
    );
    const [classified] = addSum('classified', sectors);
    if (classified !== undefined)
      add('unclassified', { kind: 'difference', minuend: all, subtrahend: classified });
    return slots;
  });
}
