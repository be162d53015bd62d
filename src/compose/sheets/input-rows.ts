// A task -> its rows in 세부사업별(입력): its projects', one for what no project has, and some to spare.
import Fraction from 'fraction.js';
import type { Address } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import type { FundingSource, Project, Task } from '../../plan/programme.ts';
import {
  isListed,
  partOf,
  partsOf,
  ROW_KINDS,
  type RowKind,
  unsplitTotal,
  wholeOf,
} from '../../plan/task-rows.ts';

/** What stands in a row's cell of a kind. */
export type RowAmount =
  | { readonly kind: 'figure'; readonly address: Address }
  /** What the task has more than the rows of its projects. */
  | { readonly kind: 'rest'; readonly whole: Address; readonly amount: Fraction; readonly typed: boolean }
  | { readonly kind: 'none'; readonly typed: boolean };

export interface InputRow {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly amounts: Readonly<Record<RowKind, RowAmount>>;
  /** The figure of the row's total. */
  readonly total: Address | undefined;
  /** Whether the total is typed, as it follows from no source, and whether it then counts in the task's. */
  readonly unsplit: 'no' | 'counts' | 'within';
  readonly spare: boolean;
}

/** Lines that are kept free for a task's projects that are still to come. */
const SPARE_ROWS = 2;
const WHOLE_TASK = '과제 전체';
const REST = '그 밖의 세부사업';
const NONE: RowAmount = { kind: 'none', typed: true };

/** The column's unit of each kind. */
export function unitOfKind(kind: RowKind | FundingSource | 'total'): Unit {
  return kind === 'target' ? UNITS.명 : UNITS.천원;
}

/** The rows that hold the task's amounts of today. */
export function taskRows(task: Task, live: FigureBook): readonly InputRow[] {
  if (!isListed(task)) return [wholeRow(task)];
  const rest = restRow(task, live);
  const all = task.projects.every(({ funding }) => funding.total !== undefined);
  return [
    ...task.projects.map((project) => projectRow(task, project, all)),
    ...(rest === undefined ? [] : [rest]),
  ];
}

export function spareRows({ id }: Task): readonly InputRow[] {
  const row: InputRow = {
    id: `tasks/${id}/projects/`,
    name: '',
    period: '',
    amounts: amountsOf(() => NONE),
    total: undefined,
    unsplit: 'no',
    spare: true,
  };
  return Array.from({ length: SPARE_ROWS }, () => row);
}

function projectRow(task: Task, project: Project, all: boolean): InputRow {
  const isUnsplit = unsplitTotal(project) !== undefined;
  return {
    id: `tasks/${task.id}/projects/${project.id}`,
    name: project.name.canonical.text,
    period: project.period?.text.text ?? '',
    amounts: amountsOf((kind) => {
      const address = partOf(project, kind);
      return address === undefined
        ? { kind: 'none', typed: kind === 'target' || !isUnsplit }
        : { kind: 'figure', address };
    }),
    total: project.funding.total,
    unsplit: !isUnsplit ? 'no' : all ? 'counts' : 'within',
    spare: false,
  };
}

function wholeRow(task: Task): InputRow {
  return {
    id: `tasks/${task.id}`,
    name: WHOLE_TASK,
    period: '',
    amounts: amountsOf((kind) => ({ kind: 'figure', address: wholeOf(task, kind) })),
    total: task.funding.total.address,
    unsplit: 'no',
    spare: false,
  };
}

/** Undefined where the projects' rows say all. */
function restRow(task: Task, live: FigureBook): InputRow | undefined {
  const rests = new Map(ROW_KINDS.map((kind) => [kind, restOf(task, kind, live)]));
  const amounts = amountsOf((kind) => rests.get(kind) ?? NONE);
  const isNeeded = [...rests.values()].some((rest) => rest.kind === 'rest' && !rest.amount.equals(0));
  const isPartly = (['target', 'total'] as const).some((kind) => {
    const whole = kind === 'target' ? task.target : task.funding.total;
    const lacking = task.projects.some(
      ({ target, funding }) => (kind === 'target' ? target : funding.total) === undefined,
    );
    return lacking && live.get(whole.address)?.effective.kind === 'quantity';
  });
  if (!isNeeded && !isPartly) return undefined;
  return {
    id: `tasks/${task.id}`,
    name: REST,
    period: '',
    amounts,
    total: undefined,
    unsplit: 'no',
    spare: false,
  };
}

/** In the column's unit. Typed where the task's figure is an input; a sum of its projects leaves nothing. */
function restOf(task: Task, kind: RowKind, live: FigureBook): RowAmount {
  const whole = wholeOf(task, kind);
  const unit = unitOfKind(kind);
  const amount = (address: Address): Fraction => {
    const figure = live.get(address);
    const operand = figure && { value: figure.effective, unit: figure.definition.unit };
    return (operand && amountIn(unit, operand)) ?? new Fraction(0);
  };
  const listed = partsOf(task, kind).reduce((sum, part) => sum.add(amount(part)), new Fraction(0));
  const rest = amount(whole).sub(listed);
  const typed = live.get(whole)?.definition.relation === undefined;
  if (!typed && rest.equals(0)) return { kind: 'none', typed: false };
  return { kind: 'rest', whole, amount: rest, typed };
}

function amountsOf(of: (kind: RowKind) => RowAmount): InputRow['amounts'] {
  return {
    target: of('target'),
    national: of('national'),
    province: of('province'),
    district: of('district'),
    private: of('private'),
    other: of('other'),
  };
}
