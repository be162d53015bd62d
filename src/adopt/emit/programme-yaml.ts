// The programme of a document -> strategies.yaml, tasks/<task>.yaml, schedule.yaml and outreach.yaml.
import type { OutreachDraft } from '../programme/outreach.ts';
import {
  type AmountDraft,
  type FundingDraft,
  type NameDraft,
  type ProgrammeDraft,
  type ProjectDraft,
  type TaskDraft,
  tasksOf,
} from '../programme/programme-draft.ts';
import type { ScheduleAxis } from '../programme/schedule.ts';
import { yearMarks } from '../year-text.ts';
import { flowList, flowMap, quoted, yamlText } from './yaml-text.ts';

/** Targets count people, funding counts these, unless it is said. */
const [PEOPLE, THOUSANDS] = ['명', '천원'];

export function strategiesYaml({ strategies, overview }: ProgrammeDraft): string {
  return lines([
    'strategies:',
    ...strategies.flatMap((one) => [
      `  - id: ${one.id}`,
      `    name: ${yamlText(one.name)}`,
      ...published(one, '    '),
      `    tasks: ${flowList(one.tasks.map(({ id }) => id))}`,
    ]),
    ...(overview === undefined ? [] : [`overview: ${overviewText(overview)}`]),
  ]);
}

export function taskYaml(task: TaskDraft, planYear: number): string {
  const {
    id,
    name,
    purpose,
    grid,
    target,
    funding,
    overview,
    projects,
    orders,
    subtasks = new Map<string, string>(),
    targets = new Map<string, AmountDraft>(),
  } = task;
  return lines([
    `id: ${id}`,
    `name: ${yamlText(name)}`,
    ...published(task, ''),
    ...(purpose === undefined ? [] : [`purpose: ${yamlText(purpose)}`]),
    ...(grid === undefined
      ? []
      : [
          `plan: ${flowMap([
            ['year', String(grid.year)],
            ['unit-line', grid.unitLine === undefined ? undefined : yamlText(grid.unitLine)],
            ['with-unit', grid.withUnit ? undefined : 'false'],
          ])}`,
        ]),
    ...(target === undefined ? [] : [`target: ${targetText(target, grid?.withUnit !== false)}`]),
    ...(targets.size === 0
      ? []
      : [`targets: ${flowMap([...targets].map(([key, { value }]) => [key, value]))}`]),
    ...(funding === undefined ? [] : [`funding: ${fundingText(funding)}`]),
    ...(overview === undefined ? [] : [`overview: ${overviewText(overview)}`]),
    ...(orders.size === 0
      ? []
      : ['orders:', ...[...orders].map(([place, ids]) => `  ${place}: ${flowList(ids)}`)]),
    ...(subtasks.size === 0
      ? []
      : [
          'subtasks:',
          ...[...subtasks].map(
            ([label, one]) =>
              `  - ${flowMap([
                ['id', one],
                ['name', yamlText(label)],
              ])}`,
          ),
        ]),
    ...(projects.length === 0 ? [] : ['projects:']),
    ...projects.flatMap((project) => projectLines(project, planYear)),
  ]);
}

function projectLines(project: ProjectDraft, planYear: number): readonly string[] {
  const { id, name, target, funding, period } = project;
  return [
    `  - id: ${id}`,
    `    name: ${yamlText(name)}`,
    ...(project.subtask === undefined ? [] : [`    subtask: ${project.subtask}`]),
    ...published(project, '    '),
    ...(period === undefined
      ? []
      : [
          `    period: ${flowMap([
            ['text', yamlText(yearMarks(period.text, planYear))],
            ['from', period.from === undefined ? undefined : String(period.from)],
            ['to', period.to === undefined ? undefined : String(period.to)],
          ])}`,
        ]),
    ...(target === undefined ? [] : [`    target: ${targetText(target, true)}`]),
    ...(funding === undefined ? [] : [`    funding: ${fundingText(funding)}`]),
  ];
}

function published({ published: names }: NameDraft, indent: string): readonly string[] {
  return names.size === 0
    ? []
    : [`${indent}published: ${flowMap([...names].map(([place, name]) => [place, yamlText(name)]))}`];
}

/** `usual`: whether the number prints its unit unless it says otherwise. */
function targetText({ value, unit, suffix }: AmountDraft, usual: boolean): string {
  const isNumber = /\d/.test(value);
  const bare = isNumber && unit === undefined && usual;
  if ((unit === undefined || unit === PEOPLE) && suffix === undefined && !bare) return value;
  return flowMap([
    ['value', value],
    ['unit', unit === undefined ? undefined : yamlText(unit)],
    ['with-unit', bare ? 'false' : undefined],
    ['suffix', suffix === undefined ? undefined : yamlText(suffix)],
  ]);
}

function fundingText(funding: FundingDraft): string {
  const unit = [...funding.values()].find((one) => one.unit !== undefined)?.unit ?? THOUSANDS;
  return flowMap([
    ['unit', unit === THOUSANDS ? undefined : yamlText(unit)],
    ...[...funding].map(([source, { value }]) => [source, value] as const),
  ]);
}

function overviewText({
  target,
  budget,
}: {
  readonly target: AmountDraft;
  readonly budget: AmountDraft;
}): string {
  return flowMap([
    ['target', target.value],
    ['budget', budget.value],
  ]);
}

export function scheduleYaml({ corner, unit }: ScheduleAxis, programme: ProgrammeDraft): string {
  return lines([
    `corner: ${yamlText(corner)}`,
    ...(unit === 'months' ? [] : [`unit: ${unit}`]),
    'tasks:',
    ...tasksOf(programme).flatMap((task) => {
      const own = task.projects.filter(({ lanes }) => lanes !== undefined && lanes.length > 0);
      return own.length === 0
        ? []
        : [
            `  ${task.id}:`,
            ...own.flatMap(({ id, lanes = [] }) => [
              `    ${id}:`,
              ...lanes.map((lane) => {
                const phases = lane.map(({ from, to, inferred, text }) =>
                  flowMap([
                    [unit, from === to ? String(from) : `${from}-${to}`],
                    ['inferred', inferred ? 'true' : undefined],
                    ['text', yamlText(text)],
                  ]),
                );
                return `      - [${phases.join(', ')}]`;
              }),
            ]),
          ];
    }),
  ]);
}

export function outreachYaml({ columns, rows }: OutreachDraft): string {
  const list = (texts: readonly string[]) => flowList(texts.map(quoted));
  return lines([
    `columns: ${list(columns)}`,
    'rows:',
    ...rows.flatMap(({ subject, timing, keywords, methods }) => [
      `  - subject: ${yamlText(subject)}`,
      `    timing: ${yamlText(timing)}`,
      `    keywords: ${list(keywords)}`,
      `    methods: ${list(methods)}`,
    ]),
  ]);
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
