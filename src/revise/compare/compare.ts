// A plan and its figures at two editions -> what differs.

import { type Address, addressOf, projectAddress, taskAddress } from '../../figure/address.ts';
import type { FigureBook, Value } from '../../figure/figure.ts';
import { sameValue } from '../../figure/quantity.ts';
import { operandsOf } from '../../figure/relation.ts';
import {
  type ComparedEdition,
  type ComparedFigure,
  type ComparedItem,
  type Comparison,
  type ItemState,
  isCompared,
} from '../../plan/comparison.ts';
import { reasonOf } from '../../plan/edition.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  isInForce,
  type Project,
  type ProjectKey,
  placesFrom,
  type Subtask,
  type Task,
} from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';

const MISSING: Value = { kind: 'missing' };

/** The plan is of the later edition; `before` has its figures as the edition `from` leaves them. */
export function compareEditions(plan: Plan, from: number, before: FigureBook, after: FigureBook): Comparison {
  const reasons = reasonsBy(plan, from);
  const figures = differences(before, after, reasons);
  return {
    from: editionOf(plan, from),
    to: editionOf(plan, plan.editions.length),
    items: itemsOf(plan, from, figures, reasons, after),
    figures,
    texts: plan.editions.slice(from).flatMap((edition) =>
      edition.changes.flatMap((change) => {
        if (change.kind !== 'text') return [];
        const { file, before: old, after: fresh, words = [] } = change;
        const reason = reasonOf(change, edition);
        return [
          { edition: edition.number, file, before: old, after: fresh, words, ...(reason && { reason }) },
        ];
      }),
    ),
  };
}

/** The number of the last edition before the plan's that was published; 0 when none was. */
export function lastPublished({ editions }: Plan): number {
  return editions.slice(0, -1).findLast(({ published }) => published)?.number ?? 0;
}

function editionOf(plan: Plan, number: number): ComparedEdition {
  const edition = plan.editions[number - 1];
  if (edition === undefined) return { number: 0, date: plan.issueDate, published: true };
  const { title, kind, date, published } = edition;
  return { number, title, kind, date, published };
}

/** Why each figure or project was changed since an edition, by its address. */
function reasonsBy(plan: Plan, from: number): ReadonlyMap<string, readonly SourceText[]> {
  const reasons = new Map<string, SourceText[]>();
  const add = (key: string, reason: SourceText | undefined): void => {
    const known = reasons.get(key) ?? [];
    if (reason !== undefined && known.every(({ text }) => text !== reason.text)) known.push(reason);
    reasons.set(key, known);
  };
  for (const edition of plan.editions.slice(from)) {
    for (const change of edition.changes) {
      const reason = reasonOf(change, edition);
      switch (change.kind) {
        case 'set':
          add(change.address, reason);
          break;
        case 'add':
        case 'end':
          add(projectAddress(change), reason);
          break;
        case 'move':
          add(projectAddress(change), reason);
          add(projectAddress(change.to), reason);
          break;
        case 'text':
          break;
      }
    }
  }
  return reasons;
}

function differences(
  before: FigureBook,
  after: FigureBook,
  reasons: ReadonlyMap<string, readonly SourceText[]>,
): ReadonlyMap<Address, ComparedFigure> {
  const moved = (address: Address): boolean =>
    !sameValue(before.get(address)?.effective ?? MISSING, after.get(address)?.effective ?? MISSING);
  const beneath = new Map<Address, boolean>();
  /** Whether an exact amount that the figure rests on moved. */
  const exactly = (address: Address): boolean => {
    const known = beneath.get(address);
    if (known !== undefined) return known;
    const relation = after.get(address)?.definition.relation;
    let result: boolean;
    if (!moved(address)) result = false;
    else if (relation === undefined) result = true;
    else if (relation.kind === 'apportioned') result = moved(relation.parts[relation.part] ?? relation.whole);
    else result = operandsOf(relation).some(exactly);
    beneath.set(address, result);
    return result;
  };
  const figures = new Map<Address, ComparedFigure>();
  for (const [address, { definition, effective }] of after) {
    if (isCompared(address) || !moved(address)) continue;
    figures.set(address, {
      address,
      unit: definition.unit,
      before: before.get(address)?.effective ?? MISSING,
      after: effective,
      roundingOnly: !exactly(address),
      input: definition.relation === undefined,
      reasons: reasons.get(address) ?? [],
    });
  }
  return figures;
}

function itemsOf(
  { programme }: Plan,
  from: number,
  figures: ReadonlyMap<Address, ComparedFigure>,
  reasons: ReadonlyMap<string, readonly SourceText[]>,
  book: FigureBook,
): readonly ComparedItem[] {
  const item = (
    level: ComparedItem['level'],
    key: string,
    state: ItemState,
    addresses: Pick<ComparedItem, 'target' | 'funding' | 'name'>,
  ): ComparedItem => ({
    level,
    key,
    state,
    ...addresses,
    targetChanged: addresses.target !== undefined && figures.has(addresses.target),
    fundingChanged: Object.values(addresses.funding).some(
      (address) => address !== undefined && figures.has(address),
    ),
    reasons: reasons.get(key) ?? [],
  });
  const byKind = (address: (kind: string) => Address): ComparedItem['funding'] =>
    Object.fromEntries(['total', ...programme.sources].map((kind) => [kind, address(kind)]));
  const isListed = ({ state, targetChanged, fundingChanged }: ComparedItem): boolean =>
    state !== 'changed' || targetChanged || fundingChanged;

  /** What the projects under a subtask come to, as far as each of them is counted by itself. */
  const subtaskItem = (task: Task, { id, name }: Subtask): ComparedItem => {
    const at = (...path: string[]) => taskAddress(task.id, 'subtasks', id, ...path);
    const known = Object.entries(byKind((kind) => at('funding', kind))).filter(
      ([, address]) => address !== undefined && book.has(address),
    );
    const target = at('target');
    return item('subtask', at(), 'changed', {
      name,
      ...(book.has(target) && { target }),
      funding: Object.fromEntries(known),
    });
  };
  const projectItems = (task: Task, subtask: Subtask | undefined): readonly ComparedItem[] =>
    [...task.projects, ...task.ended].flatMap((project) => {
      if (project.subtask?.text !== subtask?.id) return [];
      const state = stateOf(programme, { task: task.id, project: project.id }, project, from);
      if (state === undefined) return [];
      const key = projectAddress({ task: task.id, project: project.id });
      const { name, target, funding } = project;
      return [item('project', key, state, { name, ...(target && { target }), funding })];
    });
  const taskItems = (task: Task): readonly ComparedItem[] => {
    const funding = byKind((kind) => taskAddress(task.id, 'funding', kind));
    const key = taskAddress(task.id);
    const own = item('task', key, 'changed', { name: task.name, target: task.target.address, funding });
    const projects = [undefined, ...task.subtasks].flatMap((subtask) => {
      const under = projectItems(task, subtask).filter(isListed);
      return subtask === undefined || under.length === 0 ? under : [subtaskItem(task, subtask), ...under];
    });
    return projects.length > 0 || isListed(own) ? [own, ...projects] : [];
  };
  const strategyItem = (id: string, name?: ComparedItem['name']): ComparedItem =>
    item(
      name === undefined ? 'all' : 'strategy',
      name === undefined ? id : addressOf('strategies', id),
      'changed',
      {
        ...(name && { name }),
        target: addressOf('strategies', id, 'target'),
        funding: byKind((kind) => addressOf('strategies', id, 'funding', kind)),
      },
    );
  const listed = programme.strategies.flatMap((strategy) => {
    const own = strategyItem(strategy.id, strategy.name);
    const tasks = strategy.tasks.flatMap(taskItems);
    return tasks.length > 0 || isListed(own) ? [own, ...tasks] : [];
  });
  return listed.length === 0 ? [] : [strategyItem('all'), ...listed];
}

/** What became of a project since an edition; undefined when neither edition has it there. */
function stateOf(
  programme: Plan['programme'],
  at: ProjectKey,
  project: Project,
  from: number,
): ItemState | undefined {
  const was = isInForce(project, from);
  const is = project.endedIn === undefined;
  if (was && is) return 'changed';
  const elsewhere = (next: 'movedFrom' | 'movedTo', holds: (one: Project) => boolean) =>
    placesFrom(programme, at, project, next).some(({ project: one }) => holds(one));
  // What went on from a place to another, and ended there, ended.
  if (was) return elsewhere('movedTo', ({ endedIn }) => endedIn === undefined) ? 'moved-out' : 'ended';
  if (is) return elsewhere('movedFrom', (one) => isInForce(one, from)) ? 'moved-in' : 'new';
  return undefined;
}
