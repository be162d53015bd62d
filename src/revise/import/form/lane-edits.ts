// 추진일정, as typed -> the lanes of the projects whose bars are other ones now.
import { YAMLMap, YAMLSeq } from 'yaml';
import { projectAddress } from '../../../figure/address.ts';
import type { Phase } from '../../../plan/front-matter.ts';
import { escaped, fromMarkup, markupOf } from '../../../plan/literal.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isMarked, laneRows, shownText } from '../../../plan/plan-form.ts';
import { columnName, type ScheduleAxis, showColumns } from '../../../plan/schedule-axis.ts';
import { flowMap, mapAt, openYaml, plain, quoted, yamlText } from '../../yaml-edit.ts';
import type { ImportFaults } from '../import-faults.ts';
import { projectAt } from './field-edits.ts';
import { changedText, type FormEdit, tellGone } from './form-edit.ts';
import { type FormCell, type FormRow, sameWords } from './form-rows.ts';

const FILE = 'schedule.yaml';

/** A bar; `markup` as the file spells its text. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly markup: string;
  readonly inferred: boolean;
  /** The lane that it stood in. */
  readonly lane: number;
}

/** `plan`: with the projects that the workbook adds. Rules: `unknown-project`, `wrong-text`, and those of cells of words. */
export function laneEdits(rows: readonly FormRow[], plan: Plan, faults: ImportFaults): readonly FormEdit[] {
  const { schedule } = plan;
  if (schedule === undefined) return [];
  const { axis } = schedule;
  const now = new Map(laneRows(plan).map((row) => [row.id, row]));
  const bars = new Map<string, Map<string, Bar>>();
  for (const { id, task, project, phase } of now.values())
    put(bars, `${task}/${project}`, id, barOf(phase, id));
  const touched = new Map<string, FormCell['place']>();
  rows.forEach((row, index) => {
    const { id, at } = row;
    const cells = { from: at('from'), to: at('to'), text: at('text') };
    const before = id === undefined ? undefined : now.get(id);
    const names = [at('task'), at('project')] as const;
    const isUntouched = [...names, ...Object.values(cells)].every(({ text, base }) => sameWords(text, base));
    const isEmpty = Object.values(cells).every(({ text }) => text === '');
    if (isUntouched || (id === undefined && isEmpty)) return;
    if (id !== undefined && before === undefined) {
      if (!isEmpty) tellGone(row, faults);
      return;
    }
    const [task = '', project = ''] = id?.split('/') ?? [];
    const address = id === undefined ? undefined : projectAddress({ task, project });
    const isSame = names.every(({ text, base }) => sameWords(text, base));
    const found = projectAt(isSame ? address : undefined, names[0], names[1], plan);
    if (found === undefined) {
      faults.add({
        rule: 'unknown-project',
        place: names[1].place,
        message: `일정을 둘 세부사업을 찾지 못했습니다: ${names.map(({ text }) => text || '(빈칸)').join(' › ')}`,
        expected: '‘세부사업별(입력)’ 시트에 있는 실천과제와 세부사업의 이름',
      });
      return;
    }
    const phase = before?.phase;
    const shown = {
      from: phase ? columnName(axis, phase.from) : '',
      to: phase ? columnName(axis, phase.to) : '',
      text: shownText(phase?.text, plan.year),
    };
    const marked = isMarked(phase?.text, plan.year);
    const changes = Object.entries(cells).map(([key, cell]) =>
      changedText(
        cell,
        { now: shown[key as keyof typeof cells], optional: isEmpty, marked: key === 'text' && marked },
        faults,
      ),
    );
    const key = `${found.task.id}/${found.project.id}`;
    const isMoved = key !== `${before?.task}/${before?.project}`;
    // What was typed is there already, or somebody else has changed it.
    if (before !== undefined && !isMoved && changes.every((change) => change === undefined)) return;
    if (before !== undefined) {
      touched.set(`${before.task}/${before.project}`, cells.text.place);
      bars.get(`${before.task}/${before.project}`)?.delete(before.id);
    }
    if (isEmpty) return;
    const [from, to] = [columnOf(cells.from, axis, faults), columnOf(cells.to, axis, faults)];
    if (from === undefined || to === undefined) return;
    if (to < from) {
      faults.add({
        rule: 'wrong-text',
        place: cells.to.place,
        message: `끝이 시작보다 앞섭니다: ${cells.from.text}부터 ${cells.to.text}까지`,
        expected: '시작과 같거나 뒤인 끝',
      });
      return;
    }
    const markup =
      changes[2] === undefined && phase !== undefined ? markupOf(phase.text) : escaped(cells.text.text);
    const isKept = phase?.from === from && phase.to === to;
    // A bar that is there already is most likely from this very workbook, handed in again.
    const isThere = ({ from: first, to: last, markup: words }: Bar) =>
      first === from && last === to && words === markup;
    if (id === undefined && [...(bars.get(key)?.values() ?? [])].some(isThere)) return;
    touched.set(key, cells.text.place);
    const inferred = isKept && phase.inferred;
    const lane = isKept && before !== undefined ? laneOf(before.id) : Number.POSITIVE_INFINITY;
    put(bars, key, id ?? `new ${index}`, { from, to, markup, inferred, lane });
  });
  return [...touched].map(([key, place]): FormEdit => {
    const [task = '', project = ''] = key.split('/');
    const found = projectNames(plan, task, project);
    const lanes = lanesOf([...(bars.get(key)?.values() ?? [])]);
    const told = (list: readonly (readonly (Bar | Phase)[])[]) =>
      list
        .map((lane) => lane.map((bar) => `${showColumns(axis, bar)} ${wordsOf(bar)}`).join(', '))
        .join(' / ');
    const wordsOf = (bar: Bar | Phase) =>
      shownText('markup' in bar ? fromMarkup(bar.markup, place) : bar.text, plan.year);
    return {
      ...{
        what: `추진일정 › ${found}`,
        before: told(schedule.lanes.get(key) ?? []),
        after: told(lanes),
        place,
      },
      write: (texts) => {
        const { document, root } = openYaml(texts.get(FILE) ?? '');
        const tasks = mapAt(root, 'tasks') ?? new YAMLMap();
        const own = mapAt(tasks, task) ?? new YAMLMap();
        if (lanes.length === 0) own.delete(project);
        else own.set(plain(project), lanesNode(lanes, axis));
        if (own.items.length === 0) tasks.delete(task);
        else tasks.set(plain(task), own);
        root.set('tasks', tasks);
        texts.set(FILE, yamlText(document));
      },
    };
  });
}

function put(bars: Map<string, Map<string, Bar>>, key: string, id: string, bar: Bar): void {
  const own = bars.get(key) ?? new Map<string, Bar>();
  bars.set(key, own.set(id, bar));
}

function barOf({ from, to, text, inferred }: Phase, id: string): Bar {
  return { from, to, markup: markupOf(text), inferred, lane: laneOf(id) };
}

/** `task/project/lane/phase`. */
function laneOf(id: string): number {
  return Number(id.split('/')[2]);
}

/** By its name or its number: `3월`, `3`, `2분기`, `2027년`. */
function columnOf({ text, place }: FormCell, axis: ScheduleAxis, faults: ImportFaults): number | undefined {
  const names = Array.from({ length: axis.columns }, (_, index) => columnName(axis, index + 1));
  const number = /^\d+$/.test(text) ? Number(text) - axis.first + 1 : names.indexOf(text) + 1;
  if (number >= 1 && number <= axis.columns) return number;
  faults.add({
    rule: 'wrong-text',
    place,
    message: `일정의 칸이 아닙니다: ${text || '(빈칸)'}`,
    expected: names.join(', '),
  });
  return undefined;
}

/** Each in the lane that it stood in, where it still fits, else in the first that has room. */
function lanesOf(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const lanes: Bar[][] = [];
  for (const bar of bars.toSorted((a, b) => a.lane - b.lane || a.from - b.from)) {
    const hasRoom = (lane: readonly Bar[] | undefined) =>
      lane?.every(({ from, to }) => to < bar.from || bar.to < from) ?? true;
    const own = Number.isFinite(bar.lane) && hasRoom(lanes[bar.lane]) ? bar.lane : undefined;
    const at = own ?? lanes.findIndex((lane) => hasRoom(lane));
    const index = at < 0 ? lanes.length : at;
    while (lanes.length <= index) lanes.push([]);
    lanes[index]?.push(bar);
  }
  return lanes.filter((lane) => lane.length > 0).map((lane) => lane.toSorted((a, b) => a.from - b.from));
}

function lanesNode(lanes: readonly (readonly Bar[])[], { unit, first }: ScheduleAxis): YAMLSeq {
  const list = new YAMLSeq();
  list.items = lanes.map((lane) => {
    const items = new YAMLSeq();
    items.flow = true;
    items.items = lane.map(({ from, to, markup, inferred }) => {
      const [begin, end] = [from, to].map((column) => column + first - 1);
      return flowMap([
        [unit, plain(begin === end ? `${begin}` : `${begin}-${end}`)],
        ...(inferred ? [['inferred', plain('true')] as const] : []),
        ['text', quoted(markup)],
      ]);
    });
    return items;
  });
  return list;
}

function projectNames({ programme, year }: Plan, task: string, project: string): string {
  for (const { tasks } of programme.strategies)
    for (const one of tasks)
      if (one.id === task) {
        const own = one.projects.find(({ id }) => id === project)?.name.canonical;
        return `${shownText(one.name.canonical, year)} › ${own ? shownText(own, year) : project}`;
      }
  return `${task} › ${project}`;
}
