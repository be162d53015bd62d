// A plan and its figures -> the values that templates go through: strategies, tasks, projects, tables, rows, years.
import { type Address, formOf, parseAddress } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { categoriesOf } from '../plan/category.ts';
import { detailsOf } from '../plan/details.ts';
import type { Plan } from '../plan/plan.ts';
import { groupsAt, type Project, type Strategy, type Subtask, type Task } from '../plan/programme.ts';
import {
  type AxisEntry,
  leafId,
  leavesOf,
  type StatisticsCell,
  type StatisticsTable,
} from '../plan/statistics-table.ts';
import {
  cellValue,
  type Fields,
  listAt,
  named,
  saidOf,
  type TemplateValue,
  type Thing,
  thing,
  unique,
} from './template-thing.ts';

/** The values of one composition. */
export class TemplateValues {
  readonly root: Thing;
  readonly #book: FigureBook;
  /** What each category is called. */
  readonly #categories: ReadonlyMap<string, string>;
  readonly #tasks = new Map<string, Thing>();
  /** What figures say of each kind of thing: `target`, `funding/national`. */
  readonly #items = new Map<Kind, Set<string>>();

  constructor(plan: Plan, book: FigureBook) {
    this.#book = book;
    const categories = categoriesOf(plan.programme.sectors);
    this.#categories = new Map(categories.map(({ id, label }) => [id, label]));
    // Asked for where no project has money of it, a source is known, and absent.
    const { sources, targets } = plan.programme;
    const known = [
      'target',
      ...['total', ...sources].map((source) => `funding/${source}`),
      ...targets.map(({ id }) => `targets/${id}`),
    ];
    for (const kind of ['strategy', 'task', 'subtask', 'project'] as const)
      this.#items.set(kind, new Set(known));
    for (const address of book.keys()) {
      const { kind, item } = itemOf(address);
      if (kind === undefined) continue;
      const items = this.#items.get(kind) ?? new Set();
      this.#items.set(kind, items.add(item));
    }
    const { strategies } = plan.programme;
    const all = strategies.map((strategy, index) => this.#strategy(strategy, index));
    const below = (name: string) => (): TemplateValue => ({
      kind: 'list',
      items: all.flatMap((one) => listAt(one, name)),
    });
    const tables = new Map([...plan.tables].map(([id, table]) => [id, () => this.#table(table)] as const));
    this.root = thing('계획', plan.id, {
      title: () => ({ kind: 'text', text: plan.title }),
      issuer: () => ({ kind: 'text', text: plan.issuer }),
      year: () => ({ kind: 'year', year: plan.year }),
      strategies: () => ({ kind: 'list', items: all }),
      tasks: below('tasks'),
      subtasks: below('subtasks'),
      projects: below('projects'),
      categories: () => ({
        kind: 'list',
        items: categories.map(({ id, label }) =>
          this.#counted('category', '분류', `categories/${id}`, label, {
            id: () => ({ kind: 'word', word: id }),
            name: () => ({ kind: 'word', word: label }),
          }),
        ),
      }),
      tables: () => thing('표 묶음', 'tables', Object.fromEntries(tables)),
    });
  }

  /** The task in whose sheet a text stands; undefined where there is none of that id. */
  task(id: string): Thing | undefined {
    return this.#tasks.get(id);
  }

  #strategy(strategy: Strategy, index: number): Thing {
    const { id, name } = strategy;
    const own: Thing = this.#counted('strategy', '추진전략', `strategies/${id}`, name.canonical.text, {
      ...named(id, name, index, `strategy/${id}`),
      tasks: () => ({ kind: 'list', items: tasks }),
      subtasks: () => ({ kind: 'list', items: tasks.flatMap((task) => listAt(task, 'subtasks')) }),
      projects: () => ({ kind: 'list', items: tasks.flatMap((task) => listAt(task, 'projects')) }),
    });
    const tasks = strategy.tasks.map((task, position) => this.#task(task, position, own));
    return own;
  }

  #task(task: Task, index: number, strategy: Thing): Thing {
    const { id, name, purpose, category } = task;
    const own: Thing = this.#counted('task', '실천과제', `tasks/${id}`, name.canonical.text, {
      ...named(id, name, index, `task/${id}`),
      purpose: () => purpose && { kind: 'text', text: purpose },
      category: () => this.#category(category),
      ...saidOf(task.details),
      strategy: () => strategy,
      subtasks: () => ({ kind: 'list', items: [...subtasks.values()] }),
      projects: () => ({ kind: 'list', items: projects }),
    });
    const subtasks = new Map(
      groupsAt(task, 'sheet').flatMap(({ subtask, number, projects: members }) =>
        subtask === undefined
          ? []
          : [[subtask.id, this.#subtask(task, subtask, number, own, () => members.map(thingOf))] as const],
      ),
    );
    const projects = task.projects.map((project, position) =>
      this.#project(task, project, position, own, subtasks.get(project.subtask?.text ?? '')),
    );
    const thingOf = (project: Project): Thing => {
      const found = projects[task.projects.indexOf(project)];
      if (found === undefined) throw new Error('a project of another task');
      return found;
    };
    this.#tasks.set(id, own);
    return own;
  }

  #subtask(
    task: Task,
    { id, name }: Subtask,
    number: number,
    own: Thing,
    projects: () => readonly TemplateValue[],
  ): Thing {
    return this.#counted('subtask', '세부과제', `tasks/${task.id}/subtasks/${id}`, name.canonical.text, {
      ...named(id, name, number - 1, `subtask/${task.id}/${id}`),
      task: () => own,
      projects: () => ({ kind: 'list', items: projects() }),
    });
  }

  #project(task: Task, project: Project, index: number, own: Thing, subtask: Thing | undefined): Thing {
    const { id, name, period, category = task.category } = project;
    return this.#counted('project', '세부사업', `tasks/${task.id}/projects/${id}`, name.canonical.text, {
      ...named(id, name, index, `project/${task.id}/${id}`),
      period: () => period && { kind: 'text', text: period.text },
      category: () => this.#category(category),
      ...saidOf(detailsOf(task, project)),
      task: () => own,
      subtask: () => subtask,
    });
  }

  /** A thing of the programme: its own values, and whatever figures say of it, by the names of their addresses. */
  #counted(kind: Kind, noun: string, base: string, name: string, own: Fields): Thing {
    const items = this.#items.get(kind) ?? new Set<string>();
    const at = (item: string): ReturnType<Thing['at']> => {
      const address = parseAddress(`${base}/${item}`);
      if (address !== undefined && this.#book.has(address)) return { kind: 'figure', address };
      if (items.has(item)) return 'absent';
      const within = [...items].flatMap((one) =>
        one.startsWith(`${item}/`) ? [one.slice(item.length + 1)] : [],
      );
      const names = within.map((one) => one.split('/')[0] ?? one);
      if (names.length === 0) return 'unknown';
      const some = within.some((one) => this.#book.has(`${base}/${item}/${one}` as Address));
      return some
        ? {
            ...thing(noun, `${name} ${item}`, {}),
            fields: unique(names),
            at: (name: string) => at(`${item}/${name}`),
          }
        : 'absent';
    };
    const first = [...items].map((item) => item.split('/')[0] ?? item);
    const words = thing(noun, name, own);
    return {
      ...words,
      fields: unique([...words.fields, ...first]),
      at: (field) => (Object.hasOwn(own, field) ? words.at(field) : at(field)),
    };
  }

  #category(id: string | undefined): TemplateValue | undefined {
    const word = this.#categories.get(id ?? '');
    return word === undefined ? undefined : { kind: 'word', word };
  }

  #table(table: StatisticsTable): Thing {
    const rows = leavesOf(table.rows);
    const columns = leavesOf(table.columns);
    const line = (
      noun: string,
      path: readonly AxisEntry[],
      across: readonly (readonly AxisEntry[])[],
      cellAt: (index: number) => StatisticsCell | undefined,
    ): Thing => {
      const [entry] = path.slice(-1);
      if (entry === undefined) throw new Error('a leaf has no entry');
      const period = path.findLast((one) => one.period !== undefined)?.period;
      const [group] = path.slice(0, -1);
      const cells = Object.fromEntries(
        across.map((to, index) => [leafId(to), () => cellValue(cellAt(index))]),
      );
      return thing(noun, entry.label.text, {
        id: () => ({ kind: 'word', word: leafId(path) }),
        label: () => ({ kind: 'text', text: entry.label }),
        group: () => group && { kind: 'text', text: group.label },
        year: () => (period === undefined ? undefined : { kind: 'year', year: period }),
        cells: () => thing('칸', entry.label.text, cells),
      });
    };
    const years = [...rows, ...columns].flatMap((path) => path.flatMap(({ period }) => period ?? []));
    return thing('표', table.id, {
      id: () => ({ kind: 'word', word: table.id }),
      caption: () => table.caption && { kind: 'text', text: table.caption },
      rows: () => ({
        kind: 'list',
        items: rows.map((path, row) => line('행', path, columns, (column) => table.cells[row]?.[column])),
      }),
      columns: () => ({
        kind: 'list',
        items: columns.map((path, column) => line('열', path, rows, (row) => table.cells[row]?.[column])),
      }),
      years: () => ({
        kind: 'list',
        items: [...new Set(years)].sort((a, b) => a - b).map((year) => ({ kind: 'year', year })),
      }),
    });
  }
}

type Kind = 'strategy' | 'task' | 'subtask' | 'project' | 'category';

const HOMES: ReadonlyMap<string | undefined, Kind> = new Map([
  ['strategies', 'strategy'],
  ['categories', 'category'],
]);

function itemOf(address: Address): { readonly kind: Kind | undefined; readonly item: string } {
  const form = formOf(address);
  if (form.kind === 'task' || form.kind === 'subtask' || form.kind === 'project')
    return { kind: form.kind, item: form.item.join('/') };
  const [home, , ...item] = address.split('/');
  return { kind: HOMES.get(home), item: item.join('/') };
}
