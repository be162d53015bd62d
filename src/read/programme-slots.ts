// Strategies and tasks as typed -> a slot for each of their figures: its address, what was typed, what it follows from.
import { type Address, addressOf } from '../figure/address.ts';
import type { FigureDefinition, Value } from '../figure/figure.ts';
import { parseQuantity } from '../figure/quantity.ts';
import type { Relation } from '../figure/relation.ts';
import { isUnitLabel, UNITS, type Unit } from '../figure/unit.ts';
import { FUNDING_SOURCES, type FundingSource } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import type { Node, Scalar } from './node.ts';
import { type References, resolveRelation } from './resolve-relation.ts';
import { defineStated, readStatedNumber, type StatedNumber, unstated } from './stated-number.ts';
import type { StrategiesDraft } from './strategies-file.ts';
import type { FundingDraft, ProjectDraft, TaskDraft } from './task-file.ts';
import { readUnit } from './units.ts';

/** A figure of the programme before its references are resolved. */
export interface Slot {
  readonly address: Address;
  readonly number: StatedNumber;
  readonly unit: Unit;
  /** What follows from the programme's order; a relation that the data writes goes before it. */
  readonly relation: Relation | undefined;
}

type Kind = FundingSource | 'total';
const KINDS: readonly Kind[] = ['total', ...FUNDING_SOURCES];
const PEOPLE: Unit = UNITS.명;
/** Sheets are in 천원, tables of the whole in 백만원. */
const SHEET: Unit = UNITS.천원;
const TABLE: Unit = UNITS.백만원;

/** The slots of all tasks, strategies and totals, operands first. */
export function programmeSlots(
  file: StrategiesDraft,
  tasks: readonly TaskDraft[],
  faults: Faults,
): readonly Slot[] {
  const slots: Slot[] = [];
  const add = (address: Address, number: StatedNumber, unit: Unit, relation?: Relation): Address => {
    slots.push({ address, number, unit, relation });
    return address;
  };
  const computed = (address: Address, unit: Unit, relation: Relation): Address =>
    add(address, unstated(file.place), unit, relation);
  const stated = (node: Node | undefined) =>
    node === undefined ? unstated(file.place) : readStatedNumber(node, faults);

  for (const task of tasks) addTask(task, file, add, stated, faults);

  const known = new Set(tasks.map(({ id }) => id));
  const strategies = file.strategies.map((strategy) => ({
    id: strategy.id,
    members: strategy.tasks.map(({ text }) => text).filter((id) => known.has(id)),
  }));
  for (const { id, members } of strategies) {
    const over = (...path: string[]) => sum(members.map((task) => addressOf('tasks', task, ...path)));
    computed(addressOf('strategies', id, 'target'), PEOPLE, over('target'));
    for (const kind of KINDS)
      computed(addressOf('strategies', id, 'funding', kind), SHEET, over('funding', kind));
    if (file.rounding !== 'additive') {
      for (const kind of KINDS) addRounded(['strategies', id], kind, file.rounding, computed);
      continue;
    }
    // 단수조정: tasks are rounded, a strategy is their sum, and its sources share that sum.
    const whole = computed(addressOf('strategies', id, 'budget', 'total'), TABLE, over('budget', 'total'));
    const exact = addressOf('strategies', id, 'funding', 'total');
    const parts = FUNDING_SOURCES.map((source) => addressOf('strategies', id, 'funding', source));
    FUNDING_SOURCES.forEach((source, part) => {
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
  for (const kind of KINDS)
    computed(addressOf('strategies', 'all', 'funding', kind), SHEET, all('funding', kind));
  for (const kind of KINDS) {
    if (file.rounding === 'additive')
      computed(addressOf('strategies', 'all', 'budget', kind), TABLE, all('budget', kind));
    else addRounded(['strategies', 'all'], kind, file.rounding, computed);
  }
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

type Add = (address: Address, number: StatedNumber, unit: Unit, relation?: Relation) => Address;

function addTask(
  task: TaskDraft,
  { rounding, place }: StrategiesDraft,
  add: Add,
  stated: (node: Node | undefined) => StatedNumber,
  faults: Faults,
): void {
  const at = (...path: string[]) => addressOf('tasks', task.id, ...path);
  for (const project of task.projects) addProject(project, at('projects', project.id), add, faults);

  const projectTargets = task.projects.map(({ id }) => at('projects', id, 'target'));
  const targeted = task.projects.length > 0 && task.projects.every(({ target }) => target !== undefined);
  const target = add(
    at('target'),
    task.target ?? { ...unstated(task.place), given: targeted ? undefined : { kind: 'missing' } },
    targetUnit(task.target, faults),
    targeted ? sum(projectTargets) : undefined,
  );

  const unit = moneyUnit(task.funding?.unit, faults);
  const funded = task.projects.length > 0 && task.projects.every(({ funding }) => funding !== undefined);
  for (const source of FUNDING_SOURCES) {
    const givers = task.projects.filter(({ funding }) => funding?.amounts[source] !== undefined);
    const relation =
      funded && givers.length > 0
        ? sum(givers.map(({ id }) => at('projects', id, 'funding', source)))
        : undefined;
    const nothing: StatedNumber = {
      ...unstated(task.place),
      given: relation === undefined ? { kind: 'nil' } : undefined,
    };
    add(at('funding', source), task.funding?.amounts[source] ?? nothing, unit, relation);
  }
  const total = add(
    at('funding', 'total'),
    task.funding?.amounts.total ?? unstated(task.place),
    unit,
    sum(FUNDING_SOURCES.map((source) => at('funding', source))),
  );
  const budget = add(at('budget', 'total'), unstated(place), TABLE, {
    kind: 'rounded',
    of: total,
    mode: rounding === 'truncate' ? 'truncate' : 'half-up',
  });
  add(at('overview', 'target'), stated(task.overview.target), PEOPLE, { kind: 'same', as: target });
  add(at('overview', 'budget'), stated(task.overview.budget), TABLE, { kind: 'same', as: budget });
  for (const { id, number } of task.figures) add(at(id), number, unitOf(number, faults));
}

function addProject(project: ProjectDraft, base: Address, add: Add, faults: Faults): void {
  const at = (...path: string[]) => addressOf(...base.split('/'), ...path);
  const { target, funding } = project;
  if (target !== undefined) add(at('target'), target, targetUnit(target, faults));
  if (funding !== undefined) addFunding(project, funding, at, add, faults);
  for (const { id, number } of project.figures) add(at(id), number, unitOf(number, faults));
}

function addFunding(
  project: ProjectDraft,
  { unit: typed, amounts }: FundingDraft,
  at: (...path: string[]) => Address,
  add: Add,
  faults: Faults,
): void {
  const unit = moneyUnit(typed, faults);
  const sources = FUNDING_SOURCES.filter((source) => amounts[source] !== undefined);
  for (const source of sources) add(at('funding', source), amounts[source] ?? unstated(project.place), unit);
  const parts = sources.map((source) => at('funding', source));
  add(
    at('funding', 'total'),
    amounts.total ?? unstated(project.place),
    unit,
    parts.length === 0 ? undefined : sum(parts),
  );
}

function addRounded(
  base: readonly string[],
  kind: Kind,
  mode: 'half-up' | 'truncate',
  computed: (address: Address, unit: Unit, relation: Relation) => Address,
): void {
  computed(addressOf(...base, 'budget', kind), TABLE, {
    kind: 'rounded',
    of: addressOf(...base, 'funding', kind),
    mode,
  });
}

function sum(operands: readonly Address[]): Relation {
  return { kind: 'sum', operands };
}

function whole(count: number): Value {
  const value = parseQuantity(String(count));
  if (value === undefined) throw new Error(`not a count: ${count}`);
  return value;
}

/** Job targets are counts of jobs and are added up, whatever they are printed with: 명, 개. */
function targetUnit(target: StatedNumber | undefined, faults: Faults): Unit {
  if (target?.unit === undefined) return PEOPLE;
  const unit = readUnit(target.unit, faults);
  if (unit.dimension === 'people' || unit.dimension === 'establishments')
    return { ...unit, dimension: PEOPLE.dimension };
  faults.add({
    rule: 'unknown-unit',
    place: target.unit.place,
    message: `일자리 목표의 단위가 아닙니다: ${unit.label}`,
    expected: '명, 천명, 개, 개소',
  });
  return PEOPLE;
}

/** The unit of a funding's amounts: 천원 unless it says otherwise. */
function moneyUnit(typed: Scalar | undefined, faults: Faults): Unit {
  if (typed === undefined) return SHEET;
  const unit = readUnit(typed, faults);
  if (unit.dimension === 'money') return unit;
  if (isUnitLabel(typed.text)) {
    faults.add({
      rule: 'unknown-unit',
      place: typed.place,
      message: `예산의 단위가 아닙니다: ${unit.label}`,
      expected: '원, 천원, 백만원, 억원',
    });
  }
  return SHEET;
}

function unitOf({ unit }: StatedNumber, faults: Faults): Unit {
  return unit === undefined ? UNITS.개 : readUnit(unit, faults);
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
