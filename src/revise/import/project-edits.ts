// The rows of projects, as typed -> projects that are new, ended, moved or renamed, and why.

import { below, formOf } from '../../figure/address.ts';
import { showValue } from '../../figure/show.ts';
import { printedPeriod } from '../../plan/period.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Project, type ProjectKey, type Task, tasksOf } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { rowKinds } from '../../plan/task-rows.ts';
import { collapsed, wordsAt, wordsOver } from '../../spreadsheet/spreadsheet.ts';
import { amountAt } from './amount-at.ts';
import type { Current } from './current.ts';
import type { ImportFaults } from './import-faults.ts';
import { clashExpected, clashMessage, mergeOf } from './merge-values.ts';
import { movedId } from './moved-id.ts';
import { newProjects } from './new-projects.ts';
import { type FreeCells, freeCells, newSources } from './new-sources.ts';
import { tellStatedMonths, typedMonths } from './period-cell.ts';
import type { Edits, ProjectEdits, TextEdit } from './project-edit.ts';
import type { ProjectRows } from './project-rows.ts';
import { goneText, tellStale } from './since-export.ts';
import { spellingAt, subtaskNamed, taskNamed } from './task-names.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

/** What may stand in the column 상태. */
const ENDED = '종료';
const NEW = '신규';
const STATES = ['', '유지', NEW, ENDED];

/** Rules: `not-importable`, `unknown-task`, `merge-clash`, `stale-workbook`, and those of new projects. */
export function projectEdits(
  { sheet: home, placed, fresh }: ProjectRows,
  origin: WorkbookOrigin,
  current: Pick<Current, 'plan' | 'book'>,
  faults: ImportFaults,
): ProjectEdits {
  const reader = new RowReader(home, origin, current, faults);
  const edits = { ended: [], moved: [], texts: [], sources: [] } as Edits;
  const reasons = new Map<string, SourceText>();
  for (const [id, row] of placed) {
    const reason = reader.reasonAt(row);
    if (reason !== undefined) reasons.set(id, reason);
    reader.read(id, row, reason, edits);
  }
  const added = newProjects(fresh, home, origin, current, reader.movedTo, faults).map((change) => {
    const reason = reader.reasonAt(change.row);
    return reason === undefined ? change.add : { ...change.add, reason };
  });
  return { ...edits, added, reasons };
}

interface ProjectRow {
  readonly id: string;
  readonly row: number;
  readonly key: ProjectKey;
  readonly task: Task;
  readonly project: Project;
  readonly reason: SourceText | undefined;
}

class RowReader {
  readonly #tasks: readonly Task[];
  readonly #labels: ReadonlyMap<string, string>;
  /** What texts were written with, by row and column. */
  readonly #written: ReadonlyMap<string, string>;
  readonly #free: FreeCells;
  /** Where projects go, `task/project`. */
  readonly movedTo = new Set<string>();
  readonly plan: Plan;

  constructor(
    readonly home: OriginSheet,
    origin: WorkbookOrigin,
    { plan, book }: Pick<Current, 'plan' | 'book'>,
    readonly faults: ImportFaults,
  ) {
    this.plan = plan;
    this.#free = freeCells(home, origin, book);
    this.#tasks = tasksOf(plan.programme);
    this.#labels = taskLabels(plan.programme);
    this.#written = new Map(origin.texts.map(({ rowKey, key, exported }) => [`${rowKey}\n${key}`, exported]));
  }

  reasonAt(row: number): SourceText | undefined {
    const text = this.#at(row, 'reason');
    return text === '' ? undefined : { text, place: this.#placeOf(row, 'reason') };
  }

  /** What the row of a line that was written says anew. */
  read(id: string, row: number, reason: SourceText | undefined, edits: Edits): void {
    const key = projectKey(id);
    const task = this.#tasks.find((one) => one.id === key?.task);
    const project = [...(task?.projects ?? []), ...(task?.ended ?? [])].find(
      (one) => one.id === key?.project,
    );
    if (key === undefined) this.#readWhole(id, row);
    else if (task === undefined || project === undefined) this.#readLost(id, row);
    else if (project.endedIn !== undefined) this.#readGone(id, row, project);
    else this.#readProject({ id, row, key, task, project, reason }, edits);
  }

  #readProject({ id, row, key, task, project, reason }: ProjectRow, edits: Edits): void {
    const because = reason === undefined ? {} : { reason };
    const place = (column: string) => this.#placeOf(row, column);
    const state = this.#at(row, 'state');
    if (!STATES.includes(state))
      this.faults.add({
        rule: 'not-importable',
        place: place('state'),
        message: `알 수 없는 상태입니다: ${state}`,
        expected: STATES.slice(1).join(', '),
      });
    else if (state === NEW && this.#exported(id, 'state') !== NEW)
      this.faults.add({
        rule: 'cell-not-taken',
        severity: 'warning',
        place: place('state'),
        message: `이미 있는 세부사업이라 적은 상태를 쓰지 않습니다: ${NEW}`,
      });
    if (state !== ENDED && this.#at(row, 'name') === '' && this.#exported(id, 'name') !== '') {
      this.faults.add({
        rule: 'blank-text',
        place: place('name'),
        message: `세부사업의 이름을 비웠습니다: ${this.#exported(id, 'name')}`,
        expected: `세부사업의 이름. 쓰지 않는 세부사업은 줄을 비우지 않고 상태에 ${ENDED}를 고릅니다.`,
      });
      return;
    }
    const sources = newSources(row, project, task, this.#free, this.faults);
    edits.sources.push(...sources.map((change) => ({ ...change, ...because })));
    if (state === ENDED) {
      edits.ended.push({ kind: 'end', ...key, place: place('state'), ...because });
      this.#tellOver(id, row);
      return;
    }
    const { year } = this.plan;
    for (const what of ['name', 'period'] as const) {
      const source = what === 'name' ? project.name.canonical : project.period?.text;
      const shown =
        what === 'name' || source === undefined ? source?.text : printedPeriod({ text: source }, year);
      const after = this.#merged(id, row, what, collapsed(shown ?? ''));
      const before = collapsed(source?.text ?? '');
      if (after === undefined) continue;
      const months = what === 'period' ? typedMonths(after, year, place(what), this.faults) : {};
      if (what === 'period' && months !== undefined && !('months' in months))
        tellStatedMonths(after, project.period, place(what), this.faults);
      edits.texts.push({ project, what, before, after, reason, place: place(what), ...months });
    }
    const { subtasks } = task;
    const under = subtasks.find((one) => one.id === project.subtask?.text)?.name.canonical.text ?? '';
    const subtask = this.#merged(id, row, 'subtask', collapsed(under));
    const label = this.#labels.get(task.id) ?? task.name.canonical.text;
    if (this.#merged(id, row, 'task', collapsed(label)) === undefined) {
      if (subtask === undefined) return;
      const found = subtaskNamed(subtask, task, place('subtask'), this.faults);
      if (subtask !== '' && found === undefined) return;
      const before = project.subtask?.text ?? '';
      const after = found?.text ?? '';
      edits.texts.push({ project, what: 'subtask', before, after, reason, place: place('subtask') });
      return;
    }
    const named = taskNamed(
      spellingAt(this.home.sheet, row, this.home.columns.get('task') ?? 0),
      this.#tasks,
      undefined,
      this.#labels,
    );
    if (named.kind === 'unknown')
      this.faults.add({
        rule: 'unknown-task',
        place: place('task'),
        message: named.message,
        expected: named.expected,
      });
    else if (named.task !== task) {
      const moved = movedId(key, named.task, this.plan, this.movedTo);
      // What it stood under before is the other task's.
      const found =
        subtask === undefined ? undefined : subtaskNamed(subtask, named.task, place('subtask'), this.faults);
      const to = {
        ...{ task: named.task.id, project: moved, place: place('task') },
        ...(found && { subtask: found }),
      };
      edits.moved.push({ kind: 'move', ...key, to, place: place('task'), ...because });
    }
  }

  /** Words typed in the row of a project that ends. */
  #tellOver(id: string, row: number): void {
    for (const what of this.#touched(id, row)) {
      if (what === 'state') continue;
      this.faults.add({
        rule: 'not-importable',
        severity: 'warning',
        place: this.#placeOf(row, what),
        message: `종료한 세부사업이라 적은 글을 쓰지 않습니다: ${this.#at(row, what) || '(빈칸)'}`,
      });
    }
  }

  /** A row of a whole task, of which only the amounts may be typed. */
  #readWhole(id: string, row: number): void {
    for (const what of ['task', 'name', 'subtask', 'period'] as const) {
      const [before, after] = [this.#exported(id, what), this.#at(row, what)];
      if (before !== after)
        this.faults.add({
          rule: 'not-importable',
          place: this.#placeOf(row, what),
          message: `‘${this.#exported(id, 'name')}’ 행에서는 목표와 예산만 가져옵니다: ${before || '(빈칸)'} → ${after || '(빈칸)'}`,
          expected: before === '' ? '빈칸' : before,
        });
    }
    if (this.#at(row, 'state') === ENDED)
      this.faults.add({
        rule: 'not-importable',
        place: this.#placeOf(row, 'state'),
        message: `‘${this.#exported(id, 'name')}’ 행은 끝낼 수 없습니다.`,
        expected: `세부사업의 행에 '${ENDED}'를 적습니다.`,
      });
  }

  /** A row of a project that the plan does not have at all. */
  #readLost(id: string, row: number): void {
    for (const what of this.#touched(id, row)) tellStale(id, this.#placeOf(row, what), this.faults);
  }

  /** A row of a project that ended or moved since the workbook was made. */
  #readGone(id: string, row: number, project: Project): void {
    this.#tellGoneAmounts(id, row, goneText(project, this.plan));
    for (const what of this.#touched(id, row)) {
      const typed = this.#at(row, what);
      const to = this.#labels.get(project.movedTo?.task ?? '');
      const isDone = what === 'state' ? to === undefined && typed === ENDED : what === 'task' && typed === to;
      if (isDone) continue;
      const why = goneText(project, this.plan);
      this.faults.add({
        rule: 'merge-clash',
        place: this.#placeOf(row, what),
        message: clashMessage(this.#exported(id, what) || '빈칸', typed || '빈칸', to ?? ENDED, why),
        expected: clashExpected('', why),
      });
    }
  }

  /** Amounts typed where the project had none, as long as it was there. */
  #tellGoneAmounts(id: string, row: number, why: string): void {
    const { home, written } = this.#free;
    for (const key of rowKinds(this.plan.programme)) {
      const address = below(id, ...(key === 'target' ? [key] : ['funding', key]));
      const typed = written.has(address) ? undefined : amountAt(row, key, home, this.faults);
      if (typed?.value.kind !== 'quantity' || typed.value.exact.n === 0n) continue;
      const { value, place } = typed;
      const message = clashMessage('빈칸', showValue(value, value.digits), '없음', why);
      this.faults.add({ rule: 'merge-clash', place, message, expected: clashExpected('', why) });
    }
  }

  #touched(id: string, row: number): readonly ('task' | 'name' | 'subtask' | 'period' | 'state')[] {
    const texts = (['task', 'name', 'subtask', 'period'] as const).filter(
      (what) => this.home.columns.has(what) && this.#exported(id, what) !== this.#at(row, what),
    );
    return this.#at(row, 'state') === ENDED ? [...texts, 'state'] : texts;
  }

  /** What was typed instead of what is there now; undefined where nothing was, or, told, where somebody else has changed it. */
  #merged(id: string, row: number, what: TextEdit['what'] | 'task', now: string): string | undefined {
    // A column that is gone says nothing.
    if (!this.home.columns.has(what)) return undefined;
    const [base, typed] = [this.#exported(id, what), this.#at(row, what)];
    const merge = mergeOf({ base, typed, now }, (a, b) => a === b);
    if (merge === 'clash')
      this.faults.add({
        rule: 'merge-clash',
        place: this.#placeOf(row, what),
        message: clashMessage(base || '빈칸', typed || '빈칸', now || '빈칸', undefined),
        expected: clashExpected(now || '빈칸', undefined),
      });
    return merge === 'changed' ? typed : undefined;
  }

  #at(row: number, key: string): string {
    const words = key === 'task' || key === 'period' ? wordsOver : wordsAt;
    return words(this.home.sheet, row, this.home.columns.get(key) ?? 0);
  }

  #exported(id: string, key: string): string {
    return this.#written.get(`${id}\n${key}`) ?? '';
  }

  #placeOf(row: number, key: string) {
    return this.faults.at({ sheet: this.home.sheet, row, column: this.home.columns.get(key) ?? 1 });
  }
}

function projectKey(id: string): ProjectKey | undefined {
  const form = formOf(id);
  if (form.kind !== 'project' || form.item.length > 0) return undefined;
  return { task: form.task, project: form.project };
}
