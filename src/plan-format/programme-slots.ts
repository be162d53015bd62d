// Strategies and tasks as typed -> a slot for each of their figures: its address, what was typed, what it follows from.
import { type Address, addressOf, taskAddress } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { parseQuantity } from '../figure/quantity.ts';
import type { Relation } from '../figure/relation.ts';
import { UNITS, type Unit, type Units } from '../figure/unit.ts';
import type { Programme } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { addTargetSums } from './further-targets.ts';
import type { Node } from './node.ts';
import { type References, resolveRelation } from './resolve-relation.ts';
import { defineStated, readStatedNumber, type StatedNumber, unstated } from './stated-number.ts';
import type { StrategiesDraft } from './strategies-file.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';
import { addTask, PEOPLE, SHEET, sum, TABLE } from './task-slots.ts';
import { addYearly } from './yearly.ts';

/** A figure of the programme before its references are resolved. */
export interface Slot {
  readonly address: Address;
  readonly number: StatedNumber;
  readonly unit: Unit;
  /** What follows from the programme's order; a relation that the data writes goes before it. */
  readonly relation: Relation | undefined;
}

/** The slots of all tasks, strategies and totals, operands first. */
export function programmeSlots(
  file: StrategiesDraft,
  tasks: readonly TaskDraft[],
  parts: Pick<Programme, 'sources' | 'targets' | 'years'>,
  planYear: number,
  units: Units,
  faults: Faults,
): readonly Slot[] {
  const slots: Slot[] = [];
  const { sources, targets, years } = parts;
  const kinds = ['total', ...sources];
  const add = (address: Address, number: StatedNumber, unit: Unit, relation?: Relation): Address => {
    slots.push({ address, number, unit, relation });
    return address;
  };
  const computed = (address: Address, unit: Unit, relation: Relation): Address =>
    add(address, unstated(file.place), unit, relation);
  const stated = (node: Node | undefined) =>
    node === undefined ? unstated(file.place) : readStatedNumber(node, faults);

  for (const task of tasks) addTask(task, file, parts, add, stated, units, faults);

  const read = new Set(tasks.map(({ id }) => id));
  const strategies = file.strategies.map((strategy) => ({
    id: strategy.id,
    members: strategy.tasks.map(({ text }) => text).filter((id) => read.has(id)),
  }));
  for (const { id, members } of strategies) {
    const over = (...path: string[]) => sum(members.map((task) => taskAddress(task, ...path)));
    computed(addressOf('strategies', id, 'target'), PEOPLE, over('target'));
    for (const kind of kinds)
      computed(addressOf('strategies', id, 'funding', kind), SHEET, over('funding', kind));
    if (file.rounding !== 'additive') {
      for (const kind of kinds) addRounded(['strategies', id], kind, file.rounding, computed);
      continue;
    }
    // 단수조정: tasks are rounded, a strategy is their sum, and its sources share that sum.
    const whole = computed(addressOf('strategies', id, 'budget', 'total'), TABLE, over('budget', 'total'));
    const exact = addressOf('strategies', id, 'funding', 'total');
    const parts = sources.map((source) => addressOf('strategies', id, 'funding', source));
    sources.forEach((source, part) => {
      computed(addressOf('strategies', id, 'budget', source), TABLE, {
        kind: 'apportioned',
        whole,
        exact,
        parts,
        part,
      });
    });
  }

  const all = (...path: string[]) => sum(strategies.map(({ id }) => addressOf('strategies', id, ...path)));
  const target = computed(addressOf('strategies', 'all', 'target'), PEOPLE, all('target'));
  for (const kind of kinds)
    computed(addressOf('strategies', 'all', 'funding', kind), SHEET, all('funding', kind));
  for (const kind of kinds) {
    if (file.rounding === 'additive')
      computed(addressOf('strategies', 'all', 'budget', kind), TABLE, all('budget', kind));
    else addRounded(['strategies', 'all'], kind, file.rounding, computed);
  }
  const known = new Set(slots.map(({ address }) => address));
  const has = (address: Address): boolean => known.has(address);
  addTargetSums(targets, strategies, has, computed);
  const addKnown: typeof add = (address, ...rest) => {
    known.add(address);
    return add(address, ...rest);
  };
  addYearly(tasks, strategies, { years, planYear, sources, units, faults, has, add: addKnown });
  // 지방비 is what the province and the district give together.
  for (const id of ['all', ...strategies.map((strategy) => strategy.id)]) {
    const given = (['province', 'district'] as const).map((kind) =>
      addressOf('strategies', id, 'budget', kind),
    );
    computed(addressOf('strategies', id, 'budget', 'local'), TABLE, sum(given));
  }
  add(addressOf('strategies', 'all', 'overview', 'target'), stated(file.overview.target), PEOPLE, {
    kind: 'same',
    as: target,
  });
  add(addressOf('strategies', 'all', 'overview', 'budget'), stated(file.overview.budget), TABLE, {
    kind: 'same',
    as: addressOf('strategies', 'all', 'budget', 'total'),
  });
  const counts = {
    'strategy-count': file.strategies.length,
    'task-count': tasks.length,
    'project-count': tasks.reduce((count, task) => count + original(task).length, 0),
  };
  for (const [name, count] of Object.entries(counts)) {
    add(addressOf('strategies', 'all', name), { ...unstated(file.place), given: whole(count) }, UNITS.개);
  }
  return slots;
}

/** The projects of edition 0. */
function original({ projects }: TaskDraft): readonly ProjectDraft[] {
  return projects.filter(({ addedIn }) => addedIn === undefined);
}

function addRounded(
  base: readonly string[],
  kind: string,
  mode: 'half-up' | 'truncate',
  computed: (address: Address, unit: Unit, relation: Relation) => Address,
): void {
  computed(addressOf(...base, 'budget', kind), TABLE, {
    kind: 'rounded',
    of: addressOf(...base, 'funding', kind),
    mode,
  });
}

function whole(count: number): Value {
  const value = parseQuantity(String(count));
  if (value === undefined) throw new Error(`not a count: ${count}`);
  return value;
}

/** The definitions of the slots' figures, now that everything can be referred to. */
export function programmeFigures(
  slots: readonly Slot[],
  references: References,
  faults: Faults,
): readonly FigureDefinition[] {
  return slots.map(({ address, number, unit, relation }) =>
    defineStated(
      address,
      number,
      unit,
      (number.is && resolveRelation(number.is, undefined, references, faults)) ?? relation,
    ),
  );
}
