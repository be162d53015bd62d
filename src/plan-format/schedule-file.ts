// schedule.yaml -> lanes of phases by task and project.
import * as v from 'valibot';
import { korean } from '../diagnostic/particle.ts';
import type { Phase, Schedule } from '../plan/front-matter.ts';
import { printedPeriod, spansOfYear } from '../plan/period.ts';
import { type Programme, type Project, type Task, tasksOf } from '../plan/programme.ts';
import {
  axisOfYear,
  axisOfYears,
  columnsOfMonths,
  SCHEDULE_UNITS,
  type ScheduleAxis,
  type ScheduleUnit,
  UNIT_NOUNS,
  yearColumns,
} from '../plan/schedule-axis.ts';
import { showTerm, type Term } from '../plan/years.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { checked, choice, entriesOf, flag, label, like, list, mapping, may, must, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

/** One of a unit, or from one to another: as typed, and how it is told. */
const FORMS = {
  months: {
    typed: /^(?:1[0-2]|[1-9])(?:-(?:1[0-2]|[1-9]))?$/,
    form: '1에서 12까지의 달 (3) 또는 처음-끝 (3-7)',
    few: '3-7',
  },
  quarters: { typed: /^[1-4](?:-[1-4])?$/, form: '1에서 4까지의 분기 (2) 또는 처음-끝 (2-3)', few: '2-3' },
  halves: { typed: /^[12](?:-[12])?$/, form: '1(상반기)이나 2(하반기), 또는 1-2', few: '1-2' },
  years: {
    typed: /^(?:19|20)\d\d(?:-(?:19|20)\d\d)?$/,
    form: '해 (2027) 또는 처음-끝 (2027-2029)',
    few: '2027-2029',
  },
} as const satisfies Record<ScheduleUnit, unknown>;

function span(unit: ScheduleUnit) {
  const { typed, form, few } = FORMS[unit];
  return may(
    checked(
      // One alone looks like a number; that is what it is.
      v.custom<Scalar>((it) => typeof it === 'object' && it !== null && 'text' in it, form),
      (it) => typed.test(it.text),
      form,
      { type: ['integer', 'string'], pattern: typed.source },
    ),
    UNIT_NOUNS[unit],
    `unit이 ${unit}일 때: 하나나 처음-끝. 한 줄에서는 겹치지 않게 차례로 적습니다.`,
    { example: few },
  );
}

const PHASE = like(
  mapping({
    months: span('months'),
    quarters: span('quarters'),
    halves: span('halves'),
    years: span('years'),
    inferred: may(flag, '짐작한 기간', 'true이면 검토본에 표시합니다.', { otherwise: false }),
    text: must(text, '할 일', '막대에 찍는 글', { example: '사업 추진' }),
  }),
  { oneOf: SCHEDULE_UNITS.map((unit) => ({ required: [unit] })) },
);
type PhaseShape = v.InferOutput<typeof PHASE>;

const LANES = must(list(list(PHASE)), '줄', '한 목록이 한 줄입니다. 겹치는 일은 다음 줄에 적습니다.', {
  example: [[{ months: '1-12', text: '사업 추진' }]],
});

export const SCHEDULE_FILE = mapping({
  corner: must(label, '왼쪽 위 칸', "이름 위의 칸에 찍는 글. 비워 두려면 ''", { example: '실천과제명' }),
  unit: may(
    choice(...SCHEDULE_UNITS),
    '칸의 단위',
    'months 달, quarters 분기, halves 반기, years 해. 단계마다 같은 이름의 열쇠로 적습니다. 해의 칸은 plan.yaml의 term이고, 없으면 적은 해입니다.',
    { otherwise: 'months' },
  ),
  tasks: must(
    entriesOf(must(entriesOf(LANES), '실천과제', '세부사업의 id마다 그 줄')),
    '일정',
    '과제의 id 아래에 세부사업의 id를, 그 아래에 기간과 할 일을 적습니다.',
  ),
});

/**
 * Reads the schedule of the programme's projects; who has no lanes has an empty row, but for a project that an edition added: its row
 * shows its period, as far as months of the year, or years, can be read. `lost`: a file of strategies or tasks could not be read.
 */
export function readScheduleFile(
  root: Mapping,
  programme: Programme,
  { year, term }: { readonly year: number; readonly term?: Term },
  faults: Faults,
  lost = false,
): Schedule | undefined {
  const file = readShape(root, SCHEDULE_FILE, faults);
  if (file === undefined) return undefined;
  const tasks = new Map(tasksOf(programme).map((task) => [task.id, task]));
  const unit = SCHEDULE_UNITS.find((one) => one === file.unit?.text) ?? 'months';
  const phases = file.tasks.flatMap(({ value }) => value.flatMap((project) => project.value.flat()));
  const axis = unit === 'years' ? axisOfYears(term ?? yearsIn(phases, year)) : axisOfYear(unit);
  const lanes = new Map<string, readonly (readonly Phase[])[]>();
  for (const { key: task, value: projects } of file.tasks) {
    const known = tasks.get(task.text);
    if (known === undefined) {
      if (!lost) unknown(task, '과제', tasks.keys(), faults);
      continue;
    }
    const ids = new Set([...known.projects, ...known.ended].map(({ id }) => id));
    for (const { key: project, value } of projects) {
      if (!ids.has(project.text)) unknown(project, '세부사업', ids, faults);
      lanes.set(
        `${task.text}/${project.text}`,
        value.map((lane) => readLane(lane, axis, term, faults)),
      );
    }
  }
  // What moves to another task takes its lanes along, step by step.
  for (const task of tasks.values())
    for (const project of task.projects) follow(task.id, project, { tasks, lanes, axis, year });
  return { corner: sourceText(file.corner), axis, lanes };
}

function follow(
  task: string,
  project: Project,
  within: {
    readonly tasks: ReadonlyMap<string, Task>;
    readonly lanes: Map<string, readonly (readonly Phase[])[]>;
    readonly axis: ScheduleAxis;
    readonly year: number;
  },
): readonly (readonly Phase[])[] | undefined {
  const { tasks, lanes, axis, year } = within;
  const key = `${task}/${project.id}`;
  const own = lanes.get(key);
  const from = project.movedFrom;
  const before = from && tasks.get(from.task)?.ended.find(({ id }) => id === from.project);
  if (own !== undefined) return own;
  const taken =
    from === undefined || before === undefined
      ? lanesOfPeriod(project, axis, year)
      : follow(from.task, before, within);
  if (taken !== undefined) lanes.set(key, taken);
  return taken;
}

/** The row of a project that came with an edition: a bar for each span of its period; none where it says none. */
function lanesOfPeriod(
  { addedIn, period }: Project,
  axis: ScheduleAxis,
  year: number,
): readonly (readonly Phase[])[] | undefined {
  if (addedIn === undefined || period === undefined) return undefined;
  const { text, from, to = from } = period;
  const months =
    from === undefined || to === undefined || to < from
      ? spansOfYear(text.text, year)
      : [{ from, to, text: text.text }];
  const spans =
    axis.unit === 'years'
      ? yearColumns(axis, printedPeriod(period, year), year)
      : months.map((one) => ({ ...one, ...columnsOfMonths(axis, one) }));
  const lanes: Phase[][] = [];
  for (const span of spans) {
    const phase = { ...span, inferred: false, text: { ...text, text: span.text } };
    // What begins before another ends stands below it.
    const lane = lanes.find((phases) => (phases.at(-1)?.to ?? 0) < span.from);
    if (lane === undefined) lanes.push([phase]);
    else lane.push(phase);
  }
  return lanes.length === 0 ? undefined : lanes;
}

/** The years that phases name, and the plan's own. */
function yearsIn(phases: readonly PhaseShape[], year: number): Term {
  const named = phases.flatMap(({ years }) => (years?.text.match(/\d{4}/g) ?? []).map(Number));
  return { from: Math.min(year, ...named), to: Math.max(year, ...named) };
}

function readLane(
  lane: readonly PhaseShape[],
  axis: ScheduleAxis,
  term: Term | undefined,
  faults: Faults,
): readonly Phase[] {
  const { unit, columns, first } = axis;
  let last = 0;
  return lane.flatMap((phase): Phase[] => {
    const typed = phase[unit];
    if (typed === undefined) {
      tellOtherUnit(phase, unit, faults);
      return [];
    }
    if (!FORMS[unit].typed.test(typed.text)) return [];
    const [begin = 0, end = begin] = typed.text.split('-').map(Number);
    const [from, to] = [begin - first + 1, end - first + 1];
    if (unit === 'years' && term !== undefined && (from < 1 || to > columns)) {
      faults.add({
        rule: 'month-order',
        place: typed.place,
        message: `임기(${showTerm(term)})를 벗어난 기간입니다: ${typed.text}`,
        expected: `${term.from}에서 ${term.to}까지의 해, 또는 plan.yaml의 term을 고치기`,
      });
      return [];
    }
    if (from <= last || to < from) {
      faults.add({
        rule: 'month-order',
        place: typed.place,
        message: `기간이 앞 기간과 겹치거나 거꾸로입니다: ${typed.text}`,
        expected: `앞 기간이 끝난 뒤에 시작하여 그 뒤에 끝나는 기간 (${FORMS[unit].few})`,
      });
      return [];
    }
    last = to;
    return [{ from, to, inferred: phase.inferred?.text === 'true', text: sourceText(phase.text) }];
  });
}

/** A phase without what its schedule counts in. */
function tellOtherUnit(phase: PhaseShape, unit: ScheduleUnit, faults: Faults): void {
  const other = SCHEDULE_UNITS.find((one) => phase[one] !== undefined);
  const typed = other && phase[other];
  if (other === undefined || typed === undefined)
    faults.add({
      rule: 'missing-key',
      place: phase.text.place,
      message: `필요한 키가 없습니다: ${unit}`,
      expected: `${unit}: ${FORMS[unit].few}`,
    });
  else
    faults.add({
      rule: 'wrong-type',
      place: typed.place,
      message: korean`이 일정의 칸은 ${UNIT_NOUNS[unit]}인데 ${UNIT_NOUNS[other]}(으)로 적었습니다: ${other}: ${typed.text}`,
      expected: `${unit}: ${FORMS[unit].few}, 또는 일정의 unit: ${other}`,
    });
}

function unknown(key: Scalar, what: string, known: Iterable<string>, faults: Faults): void {
  faults.add({
    rule: 'unknown-id',
    place: key.place,
    message: `없는 ${what}입니다: ${key.text}`,
    expected: didYouMean(key.text, known, `${what}의 id`),
  });
}
