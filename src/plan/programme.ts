// What the plan sets out to do: strategies, their tasks and projects, with names as each place of the publication spells them.

import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { Unit } from '../figure/unit.ts';
import type { Sector } from './category.ts';
import type { Details } from './details.ts';
import type { Narrative, SourceText } from './source-text.ts';
import type { YearKind } from './years.ts';

/** Where money comes from in every plan, in the usual order: 국비, 시도비, 시군구비, 민자, 기타. */
export const USUAL_SOURCES = ['national', 'province', 'district', 'private', 'other'] as const;
export type UsualSource = (typeof USUAL_SOURCES)[number];
/** The id of one of them, or of one that a plan has of its own. */
export type FundingSource = string;

/** The total, and something of each source, in the plan's order; of a project only of those that are stated. */
export interface Amounts<Value> {
  readonly total?: Value;
  readonly [source: FundingSource]: Value | undefined;
}

/** The sources of which there is something, in order. */
export function sourcesIn(amounts: Amounts<unknown>): readonly FundingSource[] {
  return Object.keys(amounts).filter((kind) => kind !== 'total');
}

/** The places of a publication that print names: each may have spelt them its own way. */
export const NAME_PLACES = [
  'contents',
  'overview',
  'vision',
  'fields',
  'projects',
  'banner',
  'sheet',
  'schedule',
] as const;
export type NamePlace = (typeof NAME_PLACES)[number];

/** A name, and how the places spell it that spell it otherwise. */
export interface PlacedName {
  readonly canonical: SourceText;
  readonly published: Partial<Readonly<Record<NamePlace, SourceText>>>;
}

/** The name as the place spells it. */
export function nameAt(name: PlacedName, place: NamePlace): SourceText {
  return name.published[place] ?? name.canonical;
}

/** A figure in the grid 추진계획, and how it is printed there. */
export interface GridCell {
  readonly address: Address;
  readonly withUnit: boolean;
  /** Printed behind it: (사회적기업 수). */
  readonly suffix?: SourceText;
  readonly place: SourceLocation;
}

/** Where a project stands: the ids of its task and its own. */
export interface ProjectKey {
  readonly task: string;
  readonly project: string;
}

/** What a project is beside last year's plan; those that ended stand with their task. */
export const LINEAGE_KINDS = ['계속', '신규', '통합', '분리'] as const;
export interface Lineage {
  readonly kind: (typeof LINEAGE_KINDS)[number];
  /** Addresses in last year's plan: `tasks/a/projects/b`. None for a new project. */
  readonly from: readonly string[];
}

/** A project of last year's plan that has no place in this one. */
export interface DiscontinuedProject {
  readonly id: string;
  readonly name: SourceText;
}

export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** As published; months of the plan's year, 1 to 12, where they are stated. */
export interface ProjectPeriod {
  readonly text: SourceText;
  /** Its ends where they are stated with their years; `from` and `to` are then the part in the plan's year, if any. */
  readonly over?: { readonly from: YearMonth; readonly to: YearMonth };
  readonly from?: number;
  readonly to?: number;
  /** What its years are; rolling where it says nothing. */
  readonly years?: YearKind;
}

export interface Project {
  readonly id: string;
  readonly name: PlacedName;
  /** The id of that of its task's subtasks that it stands under. */
  readonly subtask?: SourceText;
  /** The number that the schedule prints before its name, where that is not its place in the task. */
  readonly scheduleNumber?: string;
  readonly period?: ProjectPeriod;
  readonly target?: Address;
  /** What it aims at besides jobs, by the id of the target. */
  readonly targets: Readonly<Record<string, Address>>;
  /** What the target was the year before, where that is known; not printed. */
  readonly lastTarget?: Address;
  /** Where the office gave one (categories.yaml); printed in tables that ask for it. */
  readonly category?: string;
  /** What is said of it alone. */
  readonly details?: Details;
  readonly lineage?: Lineage;
  /** The sources that are stated, and the total. */
  readonly funding: Amounts<Address>;
  readonly place: SourceLocation;
  /** The editions that added and ended it; neither for a project of edition 0 that goes on. */
  readonly addedIn?: number;
  readonly endedIn?: number;
  /** The project that it was in another task, or became there. */
  readonly movedFrom?: ProjectKey;
  readonly movedTo?: ProjectKey;
  /** The editions from which and until which it stood in another task and came back. */
  readonly away?: readonly Absence[];
}

/** The first edition without, and the first one with it again. */
interface Absence {
  readonly from: number;
  readonly until: number;
}

/** Whether the edition has the project. */
export function isInForce(
  {
    addedIn = 0,
    endedIn = Number.POSITIVE_INFINITY,
    away = [],
  }: Pick<Project, 'addedIn' | 'endedIn' | 'away'>,
  edition: number,
): boolean {
  return (
    addedIn <= edition &&
    edition < endedIn &&
    away.every(({ from, until }) => edition < from || until <= edition)
  );
}

/** A level between a task and its projects, where the task has one; addresses of projects do not name it. */
export interface Subtask {
  readonly id: string;
  readonly name: PlacedName;
  readonly place: SourceLocation;
}

export interface Task {
  readonly id: string;
  readonly name: PlacedName;
  /** The upper tier of the sheet's title. */
  readonly purpose?: SourceText;
  /** The label of the grid names the plan's year plus this offset. */
  readonly planYear: number;
  readonly unitLine?: SourceText;
  readonly target: GridCell;
  /** What it aims at besides jobs, by the id of the target; its projects together where it says nothing. */
  readonly targets: Readonly<Record<string, GridCell>>;
  readonly funding: Amounts<GridCell> & { readonly total: GridCell };
  /** What the target was the year before, where that is known; not printed. */
  readonly lastTarget?: Address;
  /** What the overview prints: people, and 백만원. */
  readonly overview: { readonly target: Address; readonly budget: Address };
  /** The category of all of it, but for projects that have their own. */
  readonly category?: string;
  /** What is said of all of it, but for projects of which something else is. */
  readonly details?: Details;
  readonly subtasks: readonly Subtask[];
  /** Those under no subtask, then those under each. */
  readonly projects: readonly Project[];
  /** The projects that an edition ended: compared, and not printed otherwise. */
  readonly ended: readonly Project[];
  /** The projects of last year's plan that this year's does not have: 종료. */
  readonly discontinued: readonly DiscontinuedProject[];
  /** The order in which a place lists the projects, where it is another one. */
  readonly orders: Partial<Readonly<Record<NamePlace, readonly string[]>>>;
  /** The text of its sheet: outline text with Handlebars helpers. */
  readonly sheet?: Narrative;
  readonly place: SourceLocation;
}

/** The projects in the order in which the place lists them. */
export function projectsAt(task: Task, place: NamePlace): readonly Project[] {
  const order = task.orders[place];
  if (order === undefined) return task.projects;
  const sorted = [...task.projects].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return bySubtask(task.subtasks, sorted);
}

/** In the order of the subtasks that they stand under, those under none first. */
export function bySubtask<One extends { readonly subtask?: SourceText }>(
  subtasks: readonly { readonly id: string }[],
  projects: readonly One[],
): readonly One[] {
  const rank = ({ subtask }: One) => subtasks.findIndex(({ id }) => id === subtask?.text);
  return [...projects].sort((a, b) => rank(a) - rank(b));
}

/** Projects that stand under one subtask, or under the task itself. */
interface ProjectGroup {
  readonly subtask: Subtask | undefined;
  /** From 1; 0 where they stand under the task itself. */
  readonly number: number;
  readonly projects: readonly Project[];
}

/** The projects as the place lists them, group by group; no group is empty. */
export function groupsAt(task: Task, place: NamePlace): readonly ProjectGroup[] {
  const projects = projectsAt(task, place);
  const under = (subtask: Subtask | undefined) =>
    projects.filter((project) => project.subtask?.text === subtask?.id);
  const printed = task.subtasks.filter((subtask) => under(subtask).length > 0);
  return [undefined, ...printed].flatMap((subtask, number) => {
    const own = under(subtask);
    return own.length === 0 ? [] : [{ subtask, number, projects: own }];
  });
}

export interface Strategy {
  readonly id: string;
  readonly name: PlacedName;
  readonly tasks: readonly Task[];
  readonly place: SourceLocation;
}

/** How amounts are brought to 백만원: so that tables add up in print (단수조정), each by itself, or cut off. */
export const ROUNDING_POLICIES = ['additive', 'half-up', 'truncate'] as const;
export type RoundingPolicy = (typeof ROUNDING_POLICIES)[number];

/** What is aimed at besides jobs, in the order in which sheets list it. */
export interface FurtherTarget {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

/** What they are called. */
export const ROUNDING_NAMES = {
  additive: '가로세로 합이 맞게',
  'half-up': '칸마다 반올림',
  truncate: '버림',
} as const satisfies Record<RoundingPolicy, string>;

export interface Programme {
  /** The years that funding by year is of, the plan's among them; none where no task or project says any. */
  readonly years: readonly number[];
  readonly targets: readonly FurtherTarget[];
  /** Where its money comes from, in the order in which tables list it. */
  readonly sources: readonly FundingSource[];
  readonly strategies: readonly Strategy[];
  /** The categories that there are. */
  readonly sectors: readonly Sector[];
  readonly overview: { readonly target: Address; readonly budget: Address };
  /** Of a plan with strategies. */
  readonly rounding?: RoundingPolicy;
}

/** A project and where it stands or stood. */
interface PlacedProject {
  readonly key: ProjectKey;
  readonly project: Project;
}

/** The places from which a project came, or to which it went, the nearest first, each once; its own is not among them. */
export function placesFrom(
  programme: Pick<Programme, 'strategies'>,
  own: ProjectKey,
  project: Project,
  next: 'movedFrom' | 'movedTo',
): readonly PlacedProject[] {
  const tasks = new Map(tasksOf(programme).map((task) => [task.id, task]));
  const places: PlacedProject[] = [];
  const seen = new Set([`${own.task}/${own.project}`]);
  for (let key = project[next]; key !== undefined; ) {
    const { task, project: id }: ProjectKey = key;
    const found = [...(tasks.get(task)?.projects ?? []), ...(tasks.get(task)?.ended ?? [])].find(
      (one) => one.id === id,
    );
    if (found === undefined || seen.has(`${task}/${id}`)) break;
    places.push({ key, project: found });
    seen.add(`${task}/${id}`);
    key = found[next];
  }
  return places;
}

/** The tasks of all strategies, in order. */
export function tasksOf({ strategies }: Pick<Programme, 'strategies'>): readonly Task[] {
  return strategies.flatMap(({ tasks }) => tasks);
}
