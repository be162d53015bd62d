// What a column of a table over the programme asks for -> a text of each row's lines, or the figures that its cell is tied to.
import {
  type Address,
  addressOf,
  below,
  formOf,
  isId,
  projectAddress,
  taskAddress,
} from '../figure/address.ts';
import { sameScale, type Unit } from '../figure/unit.ts';
import { DETAILS } from '../plan/details.ts';
import { type Labels, printLabels } from '../plan/labels.ts';
import { type OfficeKind, sourceLabels } from '../plan/office.ts';
import type { Programme } from '../plan/programme.ts';
import { belongingLabel, type ProgrammeLine } from '../plan/programme-lines.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Slot } from './programme-slots.ts';
import { PEOPLE, SHEET, TABLE } from './task-slots.ts';

/** Texts of a line, by the name of the field. */
const TEXTS: Readonly<Record<string, (line: ProgrammeLine) => SourceText | undefined>> = {
  ...Object.fromEntries(
    (['strategy', 'task', 'subtask', 'sector', 'category'] as const).map((to) => [
      to,
      (line: ProgrammeLine) => belongingLabel(line, to),
    ]),
  ),
  project: ({ project }) => project?.name.canonical,
  period: ({ project }) => project?.period?.text,
  ...Object.fromEntries(
    DETAILS.map((detail) => [detail, ({ details }: ProgrammeLine) => details[detail]?.text]),
  ),
};

/** Numbers that are counted and not data. */
const COUNTS = ['number', 'count'] as const;

/** The paths of figures below their owner. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  target: ['target'],
  'last-target': ['last', 'year-target'],
  funding: ['funding', 'total'],
};

export type Field =
  | { readonly kind: 'text'; readonly of: (line: ProgrammeLine) => SourceText | undefined }
  | { readonly kind: (typeof COUNTS)[number] }
  /** By relations of the table. */
  | { readonly kind: 'computed' }
  | FigureField;

export interface FigureField {
  readonly kind: 'figure';
  readonly path: readonly string[];
  /** One of those that a task or project has besides. */
  readonly isOwn: boolean;
  /** Where the column says none. */
  readonly unit: Unit;
}

/** What a column may ask for, of such a programme. */
export function fieldNames({ sources, targets, years }: Parts): readonly string[] {
  const amounts = ['total', ...sources].map((kind) => `funding/${kind}`);
  const further = targets.map(({ id }) => `targets/${id}`);
  const yearly = years.length === 0 ? [] : [...years, 'all'].map((year) => `yearly/${year}`);
  return [
    ...Object.keys(TEXTS),
    ...COUNTS,
    ...Object.keys(FIGURES),
    ...amounts,
    ...further,
    ...yearly,
    'computed',
  ];
}

type Parts = Pick<Programme, 'sources' | 'targets' | 'years'>;

/** Undefined for what no line has. `slots` are the programme's. */
export function fieldOf(
  name: string,
  { sources, targets, years }: Parts,
  slots: ReadonlyMap<Address, Slot>,
): Field | undefined {
  const of = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  if (of !== undefined) return { kind: 'text', of };
  const count = COUNTS.find((one) => one === name);
  if (count !== undefined) return { kind: count };
  if (name === 'computed') return { kind: name };
  const amount = ['total', ...sources].find((kind) => name === `funding/${kind}`);
  const path = amount ? ['funding', amount] : Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
  if (path !== undefined)
    return { kind: 'figure', path, isOwn: false, unit: path[0] === 'funding' ? SHEET : PEOPLE };
  const target = targets.find(({ id }) => name === `targets/${id}`);
  if (target !== undefined)
    return { kind: 'figure', path: ['targets', target.id], isOwn: true, unit: target.unit };
  const [, year, kind = 'total'] = /^yearly\/(\d{4}|all)(?:\/([a-z0-9-]+))?$/.exec(name) ?? [];
  if (
    year !== undefined &&
    (year === 'all' || years.includes(Number(year))) &&
    ['total', ...sources].includes(kind)
  )
    return { kind: 'figure', path: ['yearly', year, kind], isOwn: true, unit: SHEET };
  if (!isId(name)) return undefined;
  const slot = [...slots.values()].find(({ address }) => {
    const form = formOf(address);
    return (form.kind === 'task' || form.kind === 'project') && form.item.join('/') === name;
  });
  return slot && { kind: 'figure', path: [name], isOwn: true, unit: slot.unit };
}

/** In the unit of tables amounts are those that the plan rounds, so that they add up in print. */
function pathIn({ path }: FigureField, unit: Unit): readonly string[] {
  const [kind = '', ...rest] = path;
  return ['funding', 'yearly'].includes(kind) && sameScale(unit, TABLE) ? ['budget', ...rest] : path;
}

/** What a cell of some lines shows: one figure, the sum of several, or nothing; and tasks of whose figure no line has a part. */
interface Tied {
  readonly addresses: readonly Address[];
  readonly lost: readonly ProgrammeLine[];
}

/** The lines of a table, and how many each task has in all. */
export class TiedFigures {
  readonly #slots: ReadonlyMap<Address, Slot>;
  readonly #all: readonly ProgrammeLine[];

  constructor(slots: ReadonlyMap<Address, Slot>, all: readonly ProgrammeLine[]) {
    this.#slots = slots;
    this.#all = all;
  }

  /** Whether the task's figure is that of its projects together, or it has none. */
  isSplit(field: FigureField, { task }: ProgrammeLine): boolean {
    // A source that a project does not name gives it nothing.
    const path = field.path[0] === 'funding' ? ['funding', 'total'] : field.path;
    const has = task.projects.map(({ id }) =>
      this.#slots.has(projectAddress({ task: task.id, project: id }, ...path)),
    );
    const isTheirs = field.isOwn ? has.includes(true) : has.length > 0 && !has.includes(false);
    return isTheirs || !this.#slots.has(taskAddress(task.id, ...path));
  }

  /** The figure of the line itself, or of its whole task. */
  at(field: FigureField, unit: Unit, { task, project }: ProgrammeLine, whole: boolean): Address | undefined {
    const base =
      whole || project === undefined
        ? taskAddress(task.id)
        : projectAddress({ task: task.id, project: project.id });
    const address = below(base, ...pathIn(field, unit));
    return this.#slots.has(address) ? address : undefined;
  }

  /** Whether these are all lines of the task, or of the strategy. */
  isWhole(lines: readonly ProgrammeLine[], of: (line: ProgrammeLine) => string): boolean {
    const [first] = lines;
    if (first === undefined) return false;
    const key = of(first);
    return (
      lines.length === this.#all.filter((line) => of(line) === key).length &&
      lines.every((line) => of(line) === key)
    );
  }

  /** Of many lines: the strategy's or task's own where they are all of it, else those of their parts. */
  of(field: FigureField, unit: Unit, lines: readonly ProgrammeLine[]): Tied {
    const [first] = lines;
    if (first !== undefined && this.isWhole(lines, ({ strategy }) => strategy.id)) {
      const own = addressOf('strategies', first.strategy.id, ...pathIn(field, unit));
      if (this.#slots.has(own)) return { addresses: [own], lost: [] };
    }
    const addresses: Address[] = [];
    const lost: ProgrammeLine[] = [];
    for (const task of new Set(lines.map((line) => line.task))) {
      const own = lines.filter((line) => line.task === task);
      const [line] = own;
      if (line === undefined) continue;
      const whole = this.isWhole(own, ({ task }) => task.id) ? this.at(field, unit, line, true) : undefined;
      if (whole !== undefined) addresses.push(whole);
      else if (this.isSplit(field, line))
        addresses.push(...own.flatMap((one) => this.at(field, unit, one, false) ?? []));
      else lost.push(line);
    }
    return { addresses, lost };
  }

  /** The decimals with which the operands were typed in the unit. */
  digits(addresses: readonly Address[], unit: Unit): number {
    const digits = addresses.map((address) => {
      const slot = this.#slots.get(address);
      const given = slot?.number.given;
      return given?.kind === 'quantity' && slot && sameScale(slot.unit, unit) ? given.digits : 0;
    });
    return Math.max(0, ...digits);
  }
}

/** What fields are called where a column has no label. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  number: '연번',
  strategy: '추진전략',
  task: '실천과제',
  subtask: '세부과제',
  sector: '부문',
  category: '분류',
  project: '세부사업',
  period: '사업기간',
  count: '사업 수',
  target: '일자리 목표',
  'last-target': '지난해 목표',
  funding: '예산',
  'funding/total': '계',
};

/** The same in the plan's own words, with what it has besides. */
export function fieldWords(
  { targets, years }: Parts,
  office: OfficeKind,
  labels: Labels | undefined,
): Readonly<Record<string, string>> {
  const printed = printLabels(labels);
  const sources = Object.entries(sourceLabels(office, labels));
  const when = [['all', '총사업비'], ...years.map((year) => [String(year), `${year}년`])];
  return {
    ...FIELD_LABELS,
    ...printed.levels,
    ...printed.details,
    ...Object.fromEntries(sources.map(([id, label]) => [`funding/${id}`, label])),
    year: '연도',
    ...Object.fromEntries(when.map(([year, label]) => [`yearly/${year}`, label])),
    ...Object.fromEntries(
      when.flatMap(([year, label]) =>
        sources.map(([id, source]) => [`yearly/${year}/${id}`, `${label} ${source}`]),
      ),
    ),
    ...Object.fromEntries(targets.map(({ id, label }) => [`targets/${id}`, label])),
  };
}
