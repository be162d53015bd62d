// A task as typed -> slots for its figures and those of its projects.
import { type Address, below, taskAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import { UNITS, type Unit, type Units } from '../figure/unit.ts';
import { type FundingSource, type Programme, sourcesIn } from '../plan/programme.ts';
import type { Faults } from './faults.ts';
import { type FundingDraft, moneyUnit } from './funding.ts';
import { targetIn, taskTarget } from './further-targets.ts';
import type { Node } from './node.ts';
import { type StatedNumber, unstated } from './stated-number.ts';
import type { StrategiesDraft } from './strategies-file.ts';
import type { ProjectDraft, TaskDraft } from './task-file.ts';
import { readUnit } from './units.ts';

/** What the programme's figures are in: people; sheets in 천원, tables of the whole in 백만원. */
export const PEOPLE: Unit = UNITS.명;
export const SHEET: Unit = UNITS.천원;
export const TABLE: Unit = UNITS.백만원;

/** Takes a figure and gives its address. */
type Add = (address: Address, number: StatedNumber, unit: Unit, relation?: Relation) => Address;

/** The figures of a task, those of its projects first. */
export function addTask(
  task: TaskDraft,
  { rounding, place }: StrategiesDraft,
  { sources, targets }: Pick<Programme, 'sources' | 'targets'>,
  add: Add,
  stated: (node: Node | undefined) => StatedNumber,
  units: Units,
  faults: Faults,
): void {
  const at = (...path: string[]) => taskAddress(task.id, ...path);
  for (const project of task.projects)
    addProject(project, at('projects', project.id), sources, add, units, faults);

  const projectTargets = task.projects.map(({ id }) => at('projects', id, 'target'));
  const first = task.projects.filter(({ addedIn }) => addedIn === undefined);
  /** Whether an edition sets what is no sum but for the projects that came later. */
  const isSet = (item: string, isSum: boolean): boolean => !isSum && task.set?.includes(item) === true;
  const targeted = hasAll(task.projects, 'target') && !isSet('target', hasAll(first, 'target'));
  const target = add(
    at('target'),
    task.target ?? { ...unstated(task.place), given: targeted ? undefined : { kind: 'missing' } },
    targetUnit(task.target, units, faults),
    targeted ? sum(projectTargets) : undefined,
  );

  const unit = moneyUnit(task.funding?.unit, units, faults);
  const funded = hasAll(task.projects, 'funding');
  for (const source of sources) {
    const gives = ({ funding }: ProjectDraft) => funding?.amounts[source] !== undefined;
    const givers = task.projects.filter(gives);
    const relation =
      funded && givers.length > 0 && !isSet(source, hasAll(first, 'funding') && first.some(gives))
        ? sum(givers.map(({ id }) => at('projects', id, 'funding', source)))
        : undefined;
    const nothing: StatedNumber = {
      ...unstated(task.place),
      given: relation === undefined ? { kind: 'nil' } : undefined,
    };
    add(at('funding', source), task.funding?.amounts[source] ?? nothing, unit, relation);
  }
  // What is known by no source counts in the total all the same; a total alone follows from nothing.
  // What the task was given for all of its projects holds none of one that came later.
  const unsplit = task.projects.filter(
    ({ funding, addedIn }) =>
      funding !== undefined && isUnsplit(funding) && (funded || addedIn !== undefined),
  );
  const isTotalAlone =
    !hasAll(first, 'funding') && task.funding?.amounts.total !== undefined && isUnsplit(task.funding);
  const total = add(
    at('funding', 'total'),
    task.funding?.amounts.total ?? unstated(task.place),
    unit,
    isTotalAlone
      ? undefined
      : sum([
          ...sources.map((source) => at('funding', source)),
          ...unsplit.map(({ id }) => at('projects', id, 'funding', 'total')),
        ]),
  );
  const budget = add(at('budget', 'total'), unstated(place), TABLE, {
    kind: 'rounded',
    of: total,
    mode: rounding === 'truncate' ? 'truncate' : 'half-up',
  });
  add(at('overview', 'target'), stated(task.overview.target), PEOPLE, { kind: 'same', as: target });
  add(at('overview', 'budget'), stated(task.overview.budget), TABLE, { kind: 'same', as: budget });
  if (task.lastTarget !== undefined)
    add(at('last', 'year-target'), task.lastTarget, targetUnit(task.lastTarget, units, faults));
  for (const one of targets) {
    const made = taskTarget(one, task);
    const nothing = { ...unstated(task.place) };
    if (made !== undefined) add(at('targets', one.id), made.typed ?? nothing, one.unit, made.relation);
  }
  for (const { id, number } of task.figures)
    if (targetIn(id) === undefined) add(at(id), number, unitOf(number, units, faults));
}

/** Whether each of its projects has it, and had it from the first. */
function hasAll(projects: readonly ProjectDraft[], what: 'target' | 'funding'): boolean {
  return (
    projects.length > 0 &&
    projects.every((project) => project[what] !== undefined && project.late?.includes(what) !== true)
  );
}

/** Whether no source is said. */
function isUnsplit({ amounts }: FundingDraft): boolean {
  return sourcesIn(amounts).length === 0;
}

function addProject(
  project: ProjectDraft,
  base: Address,
  sources: readonly FundingSource[],
  add: Add,
  units: Units,
  faults: Faults,
): void {
  const at = (...path: string[]) => below(base, ...path);
  const { target, lastTarget, funding } = project;
  if (target !== undefined) add(at('target'), target, targetUnit(target, units, faults));
  if (lastTarget !== undefined)
    add(at('last', 'year-target'), lastTarget, targetUnit(lastTarget, units, faults));
  if (funding !== undefined) addFunding(project, funding, sources, at, add, units, faults);
  for (const { id, number } of project.figures)
    add(at(...id.split('/')), number, unitOf(number, units, faults));
}

function addFunding(
  project: ProjectDraft,
  { unit: typed, amounts }: FundingDraft,
  sources: readonly FundingSource[],
  at: (...path: string[]) => Address,
  add: Add,
  units: Units,
  faults: Faults,
): void {
  const unit = moneyUnit(typed, units, faults);
  const given = sources.filter((source) => amounts[source] !== undefined);
  for (const source of given) add(at('funding', source), amounts[source] ?? unstated(project.place), unit);
  const parts = given.map((source) => at('funding', source));
  add(
    at('funding', 'total'),
    amounts.total ?? unstated(project.place),
    unit,
    parts.length === 0 ? undefined : sum(parts),
  );
}

/** The relation of a sum. */
export function sum(operands: readonly Address[]): Relation {
  return { kind: 'sum', operands };
}

/** Job targets are counts of jobs and are added up, whatever they are printed with: 명, 개. */
function targetUnit(target: StatedNumber | undefined, units: Units, faults: Faults): Unit {
  if (target?.unit === undefined) return PEOPLE;
  const unit = readUnit(target.unit, units, faults);
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

function unitOf({ unit }: StatedNumber, units: Units, faults: Faults): Unit {
  return unit === undefined ? UNITS.개 : readUnit(unit, units, faults);
}
