// A task -> its rows in 세부사업별(입력): its projects', one for what no project has, and some to spare.
import Fraction from 'fraction.js';
import { type Address, projectAddress, taskAddress } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import { printedPeriod } from '../../plan/period.ts';
import { type FundingSource, type Project, sourcesIn, type Task } from '../../plan/programme.ts';
import {
  isListed,
  partOf,
  partsOf,
  type RowKind,
  unsplitTotal,
  unsplitTotals,
  wholeOf,
} from '../../plan/task-rows.ts';

/** What stands in a row's cell of a kind. */
export type RowAmount =
  | { readonly kind: 'figure'; readonly address: Address; readonly fixed?: boolean }
  /** What the task has more than the rows of its projects. */
  | { readonly kind: 'rest'; readonly whole: Address; readonly amount: Fraction; readonly typed: boolean }
  | { readonly kind: 'none'; readonly typed: boolean };

export interface InputRow {
  readonly id: string;
  readonly name: string;
  /** The name of the subtask that it stands under. */
  readonly subtask?: string;
  readonly period: string;
  readonly amounts: Readonly<Record<RowKind, RowAmount>>;
  /** The figure of the row's total, or what of it is in no project's; else it is the sum of the row. */
  readonly total: Address | (RowAmount & { readonly kind: 'rest' }) | undefined;
  /** Whether the total is typed, as it follows from no source, and whether it then counts in the task's. */
  readonly unsplit: 'no' | 'counts' | 'within';
  readonly spare: boolean;
}

/** Lines that are kept free for a task's projects that are still to come. */
const SPARE_ROWS = 2;
const WHOLE_TASK = '과제 전체';
export const REST = '그 밖의 세부사업';
const NONE: RowAmount = { kind: 'none', typed: true };

/** The column's unit of each kind. */
export function unitOfKind(kind: RowKind | FundingSource | 'total'): Unit {
  return kind === 'target' ? UNITS.명 : UNITS.천원;
}

/** The rows that hold the task's amounts of today; `year` is the plan's. */
export function taskRows(task: Task, live: FigureBook, year: number): readonly InputRow[] {
  if (!isListed(task)) return [wholeRow(task, live)];
  const rest = restRow(task, live);
  const counted = new Set(unsplitTotals(task, live.get(task.funding.total.address)?.definition ?? {}));
  return [
    ...task.projects.map((project) => projectRow(task, project, counted, year)),
    ...(rest === undefined ? [] : [rest]),
  ];
}

/** What is kept free for projects of a task. */
export function spareRows(task: Task): readonly InputRow[] {
  return freeRows(task, task.id, SPARE_ROWS);
}

/** The same of any task where `id` is empty; `like`: one with the plan's sources. */
export function freeRows(like: Task, id: string, count: number): readonly InputRow[] {
  const row: InputRow = {
    id: `tasks/${id}/projects/`,
    name: '',
    period: '',
    amounts: amountsOf(like, () => NONE),
    total: undefined,
    unsplit: 'no',
    spare: true,
  };
  return Array.from({ length: count }, () => row);
}

function projectRow(task: Task, project: Project, counted: ReadonlySet<Address>, year: number): InputRow {
  const unsplit = unsplitTotal(project);
  const isUnsplit = unsplit !== undefined;
  return {
    id: projectAddress({ task: task.id, project: project.id }),
    name: project.name.canonical.text,
    subtask: task.subtasks.find(({ id }) => id === project.subtask?.text)?.name.canonical.text ?? '',
    period: project.period === undefined ? '' : printedPeriod(project.period, year),
    amounts: amountsOf(task, (kind) => {
      const address = partOf(project, kind);
      return address === undefined
        ? { kind: 'none', typed: kind === 'target' || !isUnsplit }
        : { kind: 'figure', address };
    }),
    total: project.funding.total,
    unsplit: !isUnsplit ? 'no' : counted.has(unsplit) ? 'counts' : 'within',
    spare: false,
  };
}

/** Where the task's total is typed alone, no source is typed beside it. */
function wholeRow(task: Task, live: FigureBook): InputRow {
  const fixed = isTyped(task.funding.total.address, live);
  return {
    id: taskAddress(task.id),
    name: WHOLE_TASK,
    period: '',
    amounts: amountsOf(task, (kind) => ({
      kind: 'figure',
      address: wholeOf(task, kind),
      ...(fixed && kind !== 'target' ? { fixed } : {}),
    })),
    total: task.funding.total.address,
    unsplit: 'no',
    spare: false,
  };
}

/** Undefined where the projects' rows say all. */
function restRow(task: Task, live: FigureBook): InputRow | undefined {
  const whole = task.funding.total.address;
  const isAlone = isTyped(whole, live);
  const listed = task.projects.flatMap(({ funding }) => funding.total ?? []);
  const total = isAlone ? restOf(whole, listed, 'total', live) : undefined;
  const rests = new Map(
    kindsOf(task).map((kind): [RowKind, RowAmount] => [
      kind,
      isAlone && kind !== 'target'
        ? { kind: 'none', typed: false }
        : restOf(wholeOf(task, kind), partsOf(task, kind), kind, live),
    ]),
  );
  const isNeeded = [...rests.values(), ...(total === undefined ? [] : [total])].some(
    (rest) => rest.kind === 'rest' && !rest.amount.equals(0),
  );
  const isPartly = (['target', 'total'] as const).some((kind) => {
    const lacking = task.projects.some(
      ({ target, funding }) => (kind === 'target' ? target : funding.total) === undefined,
    );
    const all = kind === 'target' ? task.target.address : whole;
    return lacking && live.get(all)?.effective.kind === 'quantity';
  });
  if (!isNeeded && !isPartly) return undefined;
  return {
    id: taskAddress(task.id),
    name: REST,
    period: '',
    amounts: amountsOf(task, (kind) => rests.get(kind) ?? NONE),
    total: total?.kind === 'rest' ? total : undefined,
    unsplit: 'no',
    spare: false,
  };
}

/** In the column's unit. Typed where the task's figure is an input; a sum of its projects leaves nothing. */
function restOf(
  whole: Address,
  parts: readonly Address[],
  kind: RowKind | 'total',
  live: FigureBook,
): RowAmount {
  const unit = unitOfKind(kind);
  const amount = (address: Address): Fraction => {
    const figure = live.get(address);
    const operand = figure && { value: figure.effective, unit: figure.definition.unit };
    return (operand && amountIn(unit, operand)) ?? new Fraction(0);
  };
  const listed = parts.reduce((sum, part) => sum.add(amount(part)), new Fraction(0));
  const rest = amount(whole).sub(listed);
  const typed = isTyped(whole, live);
  if (!typed && rest.equals(0)) return { kind: 'none', typed: false };
  return { kind: 'rest', whole, amount: rest, typed };
}

function isTyped(address: Address, live: FigureBook): boolean {
  return live.get(address)?.definition.relation === undefined;
}

function kindsOf({ funding }: Task): readonly RowKind[] {
  return ['target', ...sourcesIn(funding)];
}

function amountsOf(task: Task, of: (kind: RowKind) => RowAmount): InputRow['amounts'] {
  return Object.fromEntries(kindsOf(task).map((kind) => [kind, of(kind)]));
}
