// Changes of projects, and what was typed for the rest of a task -> changes of the task's own amounts: the whole follows its rows.

import Fraction from 'fraction.js';
import { type Address, formOf, isOfProjects, taskAddress } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { FigureBook, FigureDefinition, Value } from '../../figure/figure.ts';
import type { Change, SetChange } from '../../plan/edition.ts';
import { type Programme, type Task, tasksOf } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { Current } from './current.ts';
import type { RestEdit } from './rest-cells.ts';

/** What a task has, and each of its projects. */
type Item = readonly string[];

function itemsOf({ sources, targets }: Programme): readonly Item[] {
  return [
    ['target'],
    ...targets.map(({ id }) => ['targets', id]),
    ...[...sources, 'total'].map((kind) => ['funding', kind]),
  ];
}

/**
 * The changes, with one for each target and amount of a task that is not the sum of its projects' and whose rows come to more or less: so
 * much more or less it is. A change of the whole itself takes in what its rows add. What is not known stays so.
 */
export function withWholes(
  changes: readonly Change[],
  rests: readonly RestEdit[],
  { plan, book, revised }: Pick<Current, 'plan' | 'book' | 'revised'>,
): readonly Change[] {
  const items = itemsOf(plan.programme);
  const touched = tasksOf(plan.programme).filter(
    (task) => isTouched(task, changes, rests) && items.some((item) => isTyped(task, item, book)),
  );
  const after = touched.length === 0 ? undefined : revised(changes);
  if (after === undefined) return changes;
  const wholes = touched.flatMap((task) =>
    items.flatMap((item) => wholeChange(task, item, changes, rests, book, after) ?? []),
  );
  const replaced = new Set(wholes.map(({ address }) => address));
  const rest = changes.filter((change) => change.kind !== 'set' || !replaced.has(change.address));
  const sets = rest.filter((change) => change.kind === 'set');
  return [...sets, ...wholes, ...rest.filter((change) => change.kind !== 'set')];
}

function isTouched({ id }: Task, changes: readonly Change[], rests: readonly RestEdit[]): boolean {
  const base = `${taskAddress(id)}/`;
  return (
    rests.some(({ address }) => address.startsWith(base)) ||
    changes.some((change) =>
      change.kind === 'set' ? change.address.startsWith(`${base}projects/`) : isOfTask(change, id),
    )
  );
}

function isTyped({ id }: Task, item: Item, book: FigureBook): boolean {
  const definition = book.get(taskAddress(id, ...item))?.definition;
  return definition !== undefined && definition.relation === undefined;
}

function wholeChange(
  task: Task,
  item: Item,
  changes: readonly Change[],
  rests: readonly RestEdit[],
  book: FigureBook,
  after: FigureBook,
): SetChange | undefined {
  const address = taskAddress(task.id, ...item);
  const definition = after.get(address)?.definition;
  const before = book.get(address)?.effective;
  if (definition === undefined || before === undefined || !isTyped(task, item, book)) return undefined;
  // What was nothing becomes the sum of the projects that have it now.
  const isSum = definition.relation !== undefined;
  if (isSum && (before.kind !== 'quantity' || before.exact.n === 0n)) return undefined;
  const own = changes.find((change) => change.kind === 'set' && change.address === address);
  const rest = rests.find((one) => one.address === address);
  const from = own?.kind === 'set' ? own.after.value : before;
  const more = rowsMore(task, item, definition, book, after);
  const sum = more.add(rest?.more ?? 0);
  if (sum.n === 0n || from.kind === 'missing') return undefined;
  const exact = sum.add(from.kind === 'quantity' ? from.exact : 0);
  const causes = [...(rest === undefined ? [] : [rest]), ...causesOf(task, item, changes)];
  const place = own?.place ?? causes[0]?.place ?? definition.place;
  const reason = own?.reason ?? reasonOf(causes);
  const value: Value = { kind: 'quantity', exact, digits: digitsOf(exact, from) };
  return {
    kind: 'set',
    address,
    before: own?.kind === 'set' ? own.before : { value: before, place },
    after: { value, place },
    place,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** How much more the task's projects have together than before, in the unit of the whole. */
function rowsMore(
  { id }: Task,
  item: Item,
  { unit }: FigureDefinition,
  book: FigureBook,
  after: FigureBook,
): Fraction {
  const amount = (figures: FigureBook, address: Address) => {
    const figure = figures.get(address);
    return (figure && amountIn(unit, { value: figure.effective, unit: figure.definition.unit })) ?? 0;
  };
  return [...after.keys()]
    .filter((address) => isOfProjects(address, id, item))
    .reduce((sum, address) => sum.add(amount(after, address)).sub(amount(book, address)), new Fraction(0));
}

/** The changes of the task's projects that reach the item. */
function causesOf({ id }: Task, item: Item, changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => {
    if (change.kind === 'set') return isPart(change.address, id, item);
    return isOfTask(change, id) && (change.kind !== 'add' || hasItem(change, item));
  });
}

/** Whether a project comes to the task, goes from it or ends in it. */
function isOfTask(change: Exclude<Change, SetChange>, id: string): boolean {
  if (change.kind === 'text') return false;
  return change.task === id || (change.kind === 'move' && change.to.task === id);
}

/** The total moves with each source. */
function isPart(address: string, task: string, item: Item): boolean {
  if (item[1] !== 'total') return isOfProjects(address, task, item);
  const form = formOf(address);
  return (
    form.kind === 'project' && form.task === task && form.item[0] === 'funding' && form.item.length === 2
  );
}

function hasItem(change: Change & { readonly kind: 'add' }, [what, source]: Item): boolean {
  if (what === 'target') return change.target !== undefined;
  if (what === 'targets') return change.figures.some(({ id }) => id === `targets/${source}`);
  if (source === 'total') return Object.keys(change.funding).length > 0;
  return source !== undefined && change.funding[source] !== undefined;
}

/** The reasons of all, each once. */
function reasonOf(causes: readonly { readonly reason?: SourceText }[]): SourceText | undefined {
  const reasons = causes.flatMap(({ reason }) => reason ?? []);
  const [first] = reasons;
  if (first === undefined) return undefined;
  return { ...first, text: [...new Set(reasons.map(({ text }) => text))].join('; ') };
}

/** The decimals of the value before, and as many more as the number needs. */
function digitsOf(exact: Fraction, before: Value): number {
  let digits = before.kind === 'quantity' ? before.digits : 0;
  while (exact.mul(new Fraction(10n ** BigInt(digits))).d !== 1n && digits < 12) digits++;
  return digits;
}
