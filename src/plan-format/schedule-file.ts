// schedule.yaml -> lanes of phases by task and project.
import * as v from 'valibot';
import type { Phase, Schedule } from '../plan/front-matter.ts';
import { spansOfYear } from '../plan/period.ts';
import { type Programme, type Project, type Task, tasksOf } from '../plan/programme.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { checked, entriesOf, flag, label, list, mapping, may, must, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

const MONTHS_FORM = '1에서 12까지의 달 (3) 또는 처음-끝 (3-7)';
const MONTHS = /^(1[0-2]|[1-9])(?:-(1[0-2]|[1-9]))?$/;

const PHASE = mapping({
  months: must(
    checked(
      // A month alone looks like a number; that is what it is.
      v.custom<Scalar>((one) => typeof one === 'object' && one !== null && 'text' in one, MONTHS_FORM),
      (one) => MONTHS.test(one.text),
      MONTHS_FORM,
      { type: ['integer', 'string'], minimum: 1, maximum: 12, pattern: MONTHS.source },
    ),
    '달',
    '한 달(3)이나 처음-끝(3-7). 한 줄에서는 겹치지 않게 차례로 적습니다.',
    { example: '3-11' },
  ),
  inferred: may(flag, '짐작한 기간', 'true이면 검토본에 표시합니다.', { otherwise: false }),
  text: must(text, '할 일', '막대에 찍는 글', { example: '사업 추진' }),
});

const LANES = must(list(list(PHASE)), '줄', '한 목록이 한 줄입니다. 겹치는 일은 다음 줄에 적습니다.', {
  example: [[{ months: '1-12', text: '사업 추진' }]],
});

export const SCHEDULE_FILE = mapping({
  corner: must(label, '왼쪽 위 칸', "이름 위의 칸에 찍는 글. 비워 두려면 ''", { example: '실천과제명' }),
  tasks: must(
    entriesOf(must(entriesOf(LANES), '실천과제', '세부사업의 id마다 그 줄')),
    '일정',
    '과제의 id 아래에 세부사업의 id를, 그 아래에 달과 할 일을 적습니다.',
  ),
});

/**
 * Reads the schedule of the programme's projects; who has no lanes has an empty row, but for a project that an edition added: its row
 * shows its period, as far as months of `year` can be read. `lost`: a file of strategies or tasks could not be read.
 */
export function readScheduleFile(
  root: Mapping,
  programme: Programme,
  year: number,
  faults: Faults,
  lost = false,
): Schedule | undefined {
  const file = readShape(root, SCHEDULE_FILE, faults);
  if (file === undefined) return undefined;
  const tasks = new Map(tasksOf(programme).map((task) => [task.id, task]));
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
        value.map((lane) => readLane(lane, faults)),
      );
    }
  }
  // What moves to another task takes its lanes along, step by step.
  for (const task of tasks.values())
    for (const project of task.projects) follow(task.id, project, { tasks, lanes, year });
  return { corner: sourceText(file.corner), lanes };
}

function follow(
  task: string,
  project: Project,
  within: {
    readonly tasks: ReadonlyMap<string, Task>;
    readonly lanes: Map<string, readonly (readonly Phase[])[]>;
    readonly year: number;
  },
): readonly (readonly Phase[])[] | undefined {
  const { tasks, lanes, year } = within;
  const key = `${task}/${project.id}`;
  const own = lanes.get(key);
  const from = project.movedFrom;
  const before = from && tasks.get(from.task)?.ended.find(({ id }) => id === from.project);
  if (own !== undefined) return own;
  const taken =
    from === undefined || before === undefined
      ? lanesOfPeriod(project, year)
      : follow(from.task, before, within);
  if (taken !== undefined) lanes.set(key, taken);
  return taken;
}

/** The row of a project that came with an edition: a bar for each span of its period; none where it says no months. */
function lanesOfPeriod(
  { addedIn, period }: Project,
  year: number,
): readonly (readonly Phase[])[] | undefined {
  if (addedIn === undefined || period === undefined) return undefined;
  const { text, from, to = from } = period;
  const spans =
    from === undefined || to === undefined || to < from
      ? spansOfYear(text.text, year)
      : [{ from, to, text: text.text }];
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

function readLane(lane: readonly v.InferOutput<typeof PHASE>[], faults: Faults): readonly Phase[] {
  let last = 0;
  return lane.flatMap(({ months, inferred, text: label }): Phase[] => {
    const [, first, end = first] = MONTHS.exec(months.text) ?? [];
    const from = Number(first);
    const to = Number(end);
    if (first === undefined) return [];
    if (from <= last || to < from) {
      faults.add({
        rule: 'month-order',
        place: months.place,
        message: `기간이 앞 기간과 겹치거나 거꾸로입니다: ${months.text}`,
        expected: '앞 기간이 끝난 뒤에 시작하여 그 뒤에 끝나는 기간 (3-7)',
      });
      return [];
    }
    last = to;
    return [{ from, to, inferred: inferred?.text === 'true', text: sourceText(label) }];
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
