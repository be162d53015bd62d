// 추진전략 and 실천과제, as typed -> strategies and tasks that are new, gone, renamed or elsewhere.
import { madeId } from '../../../plan/made-id.ts';
import type { Plan } from '../../../plan/plan.ts';
import { isMarked, shownText } from '../../../plan/plan-form.ts';
import { type Strategy, type Task, tasksOf } from '../../../plan/programme.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import { addStrategy, addTask, placeTask, removeStrategy, removeTask } from '../../fill/programme-items.ts';
import { itemPath, setText, wordsOf } from '../../fill/set-text.ts';
import type { ImportFaults } from '../import-faults.ts';
import { tellCharacters } from '../text-marks.ts';
import { changedText, type FormEdit, isEmptied, tellGone } from './form-edit.ts';
import { type FormCell, type FormRow, sameWords } from './form-rows.ts';
import { tellNextForm } from './next-form.ts';
import { tellSorted } from './sorted-rows.ts';

const ENDED = '종료';
const STATES = ['', '유지', ENDED];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** In the order in which they can be made: what is new, what is called or belongs otherwise, what goes. */
export function programmeEdits(
  rows: { readonly strategies: readonly FormRow[]; readonly tasks: readonly FormRow[] },
  plan: Plan,
  faults: ImportFaults,
): readonly FormEdit[] {
  return new ProgrammeReader(plan, faults).read(rows.strategies, rows.tasks);
}

class ProgrammeReader {
  readonly #added: FormEdit[] = [];
  readonly #changed: FormEdit[] = [];
  readonly #ended: FormEdit[] = [];
  readonly #strategies: readonly Strategy[];
  readonly #tasks: readonly Task[];
  /** The names by which tasks may call their strategy: as it is called now, as it was, as it will be. */
  readonly #names: Named[] = [];
  /** The strategies that have tasks in the end. */
  readonly #used = new Set<string>();

  constructor(
    readonly plan: Plan,
    readonly faults: ImportFaults,
  ) {
    this.#strategies = plan.programme.strategies;
    this.#tasks = tasksOf(plan.programme);
  }

  /** New strategies first, tasks that go before their strategies. */
  read(strategies: readonly FormRow[], tasks: readonly FormRow[]): readonly FormEdit[] {
    for (const { id } of [...strategies, ...tasks]) if (id !== undefined) this.#written.add(id);
    for (const { id, name } of this.#strategies)
      this.#names.push({ id, name: shownText(name.canonical, this.plan.year) });
    tellSorted(strategies, this.faults);
    tellSorted(tasks, this.faults);
    for (const row of strategies) this.#readStrategy(row);
    const isMentioned = new Set(tasks.map(({ id }) => id));
    // What was not handed in stays where it is.
    for (const { id, tasks: own } of this.#strategies)
      if (own.some((task) => !isMentioned.has(task.id))) this.#used.add(id);
    for (const row of tasks) this.#readTask(row);
    this.#tellUnused(strategies);
    return [...this.#added, ...this.#changed, ...this.#ended];
  }

  #readStrategy(row: FormRow): void {
    const { id, at } = row;
    const title = at('title');
    const state = this.#stateOf(at('state'));
    if (id === undefined) {
      if (title.text === '' || state === ENDED || !tellCharacters(title, this.faults)) return;
      if (this.#isThere(this.#strategies, title)) return;
      const made = madeId(title.text, 'strategy', (one) => one === 'all' || this.#ids().includes(one));
      if (this.#names.some(({ name }) => sameWords(name, title.text))) this.#tellTwice('추진전략', title);
      this.#names.push({ id: made, name: title.text });
      this.#added.push({
        ...{ what: '추진전략', before: '', after: title.text, place: title.place },
        write: (texts) => addStrategy(texts, made, title.text),
      });
      return;
    }
    const known = this.#strategies.find((one) => one.id === id);
    if (known === undefined) {
      if (state !== ENDED) tellGone(row, this.faults);
      return;
    }
    const now = shownText(known.name.canonical, this.plan.year);
    this.#names.push({ id, name: title.base });
    if (state === ENDED) {
      this.#ended.push({
        ...{ what: `추진전략 ${ENDED}`, before: now, after: '', place: at('state').place },
        write: (texts) => removeStrategy(texts, id),
      });
      return;
    }
    if (isEmptied(title, '추진전략', this.faults)) return;
    const marked = isMarked(known.name.canonical, this.plan.year);
    const typed = changedText(title, { now, marked }, this.faults);
    if (typed === undefined) return;
    this.#names.push({ id, name: typed });
    this.#changed.push({
      ...{ what: '추진전략', before: now, after: typed, place: title.place },
      write: (texts) => {
        const path = itemPath(texts.get('strategies.yaml') ?? '', ['strategies'], id);
        if (path !== undefined) setText(texts, 'strategies.yaml', [...path, 'name'], wordsOf(typed));
      },
    });
  }

  #readTask(row: FormRow): void {
    const { id, at } = row;
    const known = this.#tasks.find((one) => one.id === id);
    const state = this.#stateOf(at('state'));
    if (id === undefined) this.#readNewTask(row, state);
    else if (known !== undefined && state === ENDED)
      this.#ended.unshift({
        ...{
          what: `실천과제 ${ENDED}`,
          before: known.name.canonical.text,
          after: `세부사업 ${known.projects.length}개, 과제 시트의 글, 추진일정까지 지움`,
          place: at('state').place,
        },
        write: (texts) => removeTask(texts, id),
      });
    else if (known !== undefined) {
      if (!isEmptied(at('title'), '실천과제', this.faults)) this.#readKnownTask(row, known);
    } else if (state !== ENDED) tellGone(row, this.faults);
  }

  #readKnownTask({ at }: Pick<FormRow, 'at'>, task: Task): void {
    const { year, programme } = this.plan;
    const label = taskLabels(programme).get(task.id) ?? '';
    const texts = [
      { key: 'title', path: 'name', source: task.name.canonical, now: label, optional: false },
      {
        key: 'purpose',
        path: 'purpose',
        source: task.purpose,
        now: shownText(task.purpose, year),
        optional: true,
      },
    ];
    for (const { key, path, source, now, optional } of texts) {
      const cell = at(key);
      const typed = changedText(cell, { now, marked: isMarked(source, year), optional }, this.faults);
      if (typed === undefined) continue;
      this.#changed.push({
        ...{
          what: key === 'title' ? '실천과제' : `${label} › 목적`,
          before: now,
          after: typed,
          place: cell.place,
        },
        write: (files) => setText(files, `tasks/${task.id}.yaml`, [path], wordsOf(typed)),
      });
    }
    const from = this.#strategies.find(({ tasks }) => tasks.includes(task));
    const cell = at('strategy');
    const now = shownText(from?.name.canonical, year);
    const isMoved = !sameWords(cell.text, cell.base) && !sameWords(cell.text, now);
    const to = isMoved ? this.#strategyNamed(cell) : from?.id;
    if (to !== undefined || from !== undefined) this.#used.add(to ?? from?.id ?? '');
    if (to !== undefined && to !== from?.id && changedText(cell, { now }, this.faults) !== undefined)
      this.#changed.push({
        ...{ what: `${label} › 추진전략`, before: now, after: cell.text, place: cell.place },
        write: (files) => placeTask(files, task.id, to),
      });
  }

  #readNewTask({ at }: FormRow, state: string): void {
    const [title, strategy, purpose] = [at('title'), at('strategy'), at('purpose')];
    if (title.text === '' && purpose.text === '') return;
    if (title.text === '' || state === ENDED) {
      if (state !== ENDED)
        this.faults.add({
          rule: 'blank-text',
          place: title.place,
          message: '실천과제의 이름이 없는 행입니다.',
          expected: '실천과제의 이름',
        });
      return;
    }
    const there = this.#isThere(this.#tasks, title);
    if (there !== undefined) {
      this.#readAgain({ title, strategy, purpose }, there);
      return;
    }
    const to = this.#strategyNamed(strategy);
    const isSound = [title, purpose].every((cell) => cell.text === '' || tellCharacters(cell, this.faults));
    if (to === undefined || !isSound) return;
    const taken = this.#tasks.find(({ name }) => sameWords(name.canonical.text, title.text));
    if (
      taken !== undefined ||
      this.#added.some(({ what, after }) => what === '실천과제' && sameWords(after, title.text))
    )
      this.#tellTwice('실천과제', title);
    this.#used.add(to);
    const id = madeId(title.text, 'task', (one) => this.#taskIds().includes(one));
    this.#newTasks.push(id);
    tellNextForm(
      title,
      `새 실천과제의 글을 적을 줄은 다음에 만드는 통합문서의 ‘본문’에 생깁니다: ${title.text}`,
      this.faults,
    );
    this.#added.push({
      ...{ what: '실천과제', before: '', after: title.text, place: title.place },
      write: (texts) => addTask(texts, { id, name: title.text, purpose: purpose.text, strategy: to }),
    });
  }

  /** A row that was new when the workbook was handed in before: what it says since is a change. */
  #readAgain(
    { title, strategy, purpose }: Readonly<Record<'title' | 'strategy' | 'purpose', FormCell>>,
    task: Task,
  ): void {
    const from = this.#strategies.find(({ tasks }) => tasks.includes(task));
    const { year } = this.plan;
    const cells = new Map<string, FormCell>([
      ['title', { ...title, base: title.text }],
      ['strategy', { ...strategy, base: shownText(from?.name.canonical, year) }],
      ['purpose', { ...purpose, base: shownText(task.purpose, year) }],
    ]);
    this.#readKnownTask({ at: (key) => cells.get(key) ?? title }, task);
  }

  readonly #newTasks: string[] = [];
  /** The ids with which the workbook was written. */
  readonly #written = new Set<string>();

  /** The one of the name that came since: most likely from this very workbook, which is handed in again. */
  #isThere<Item extends Strategy | Task>(items: readonly Item[], { text }: FormCell): Item | undefined {
    return items.find(
      ({ id, name }) => !this.#written.has(id) && sameWords(shownText(name.canonical, this.plan.year), text),
    );
  }

  #ids(): readonly string[] {
    return [...this.#strategies.map(({ id }) => id), ...this.#names.map(({ id }) => id)];
  }

  #taskIds(): readonly string[] {
    return [...this.#tasks.map(({ id }) => id), ...this.#newTasks];
  }

  #strategyNamed({ text, place }: FormCell): string | undefined {
    const found = this.#names.findLast(({ name }) => sameWords(name, text) && text !== '');
    if (found === undefined)
      this.faults.add({
        rule: 'unknown-strategy',
        place,
        message: `없는 추진전략입니다: ${text || '(빈칸)'}`,
        expected: [...new Set(this.#names.map(({ name }) => name))].filter((name) => name !== '').join(', '),
      });
    return found?.id;
  }

  #stateOf({ text, place }: FormCell): string {
    if (!STATES.includes(text))
      this.faults.add({
        rule: 'not-importable',
        place,
        message: `알 수 없는 상태입니다: ${text}`,
        expected: STATES.slice(1).join(', '),
      });
    return text;
  }

  /** A strategy that nothing belongs to cannot be; one with tasks cannot go. */
  #tellUnused(rows: readonly FormRow[]): void {
    for (const row of rows) {
      const title = row.at('title');
      const id = row.id ?? this.#names.findLast(({ name }) => sameWords(name, title.text))?.id;
      if (id === undefined || title.text === '') continue;
      const isEnded = row.at('state').text === ENDED;
      if (isEnded === this.#used.has(id) && (row.id !== undefined || !isEnded))
        this.faults.add({
          rule: 'not-importable',
          place: isEnded ? row.at('state').place : title.place,
          message: isEnded
            ? `실천과제가 남아 있는 추진전략은 끝낼 수 없습니다: ${title.text}`
            : `실천과제가 없는 추진전략입니다: ${title.text}`,
          expected: isEnded
            ? `그 실천과제도 ${ENDED}로 적거나 다른 추진전략으로 옮깁니다.`
            : `‘실천과제’ 시트에서 그 전략의 과제를 적거나, 상태에 ${ENDED}를 고릅니다.`,
        });
    }
  }

  #tellTwice(what: string, { text, place }: FormCell): void {
    this.faults.add({
      rule: 'duplicate-row',
      place,
      message: `같은 이름의 ${what}이 이미 있습니다: ${text}`,
      expected: '한 행만 남기거나 다른 이름을 적습니다.',
    });
  }
}
