// A plan and its figures -> the values that templates go through: strategies, tasks, projects, tables, rows, years.
import type { TextMeaning } from '../document/inline.ts';
import { type Address, formOf, parseAddress } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { categoriesOf } from '../plan/category.ts';
import { DETAILS, type Details, detailsOf } from '../plan/details.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlacedName, Project, Strategy, Task } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import {
  type AxisEntry,
  leafId,
  leavesOf,
  type StatisticsCell,
  type StatisticsTable,
} from '../plan/statistics-table.ts';

export type TemplateValue =
  /** A text of the data, whose own tags are run where it is printed. */
  | { readonly kind: 'text'; readonly text: SourceText; readonly meaning?: TextMeaning }
  /** An id, or a number that counts what a template goes through. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'position'; readonly number: number }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'figure'; readonly address: Address }
  | { readonly kind: 'list'; readonly items: readonly TemplateValue[] }
  | Thing;

/** What has values of its own. */
export interface Thing {
  readonly kind: 'thing';
  /** What it is, and which one, for messages. */
  readonly noun: string;
  readonly name: string;
  /** The names that it may have values of. */
  readonly fields: readonly string[];
  /** `absent`: of this one the data says nothing. `unknown`: nothing of that name is known. */
  readonly at: (field: string) => TemplateValue | 'absent' | 'unknown';
}

type Field = () => TemplateValue | undefined;
type Fields = Readonly<Record<string, Field>>;

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
    for (const kind of ['strategy', 'task', 'project'] as const) this.#items.set(kind, new Set(known));
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
      projects: () => ({ kind: 'list', items: projects }),
    });
    const projects = task.projects.map((project, position) => this.#project(task, project, position, own));
    this.#tasks.set(id, own);
    return own;
  }

  #project(task: Task, project: Project, index: number, own: Thing): Thing {
    const { id, name, period, category = task.category } = project;
    return this.#counted('project', '세부사업', `tasks/${task.id}/projects/${id}`, name.canonical.text, {
      ...named(id, name, index, `project/${task.id}/${id}`),
      period: () => period && { kind: 'text', text: period.text },
      category: () => this.#category(category),
      ...saidOf(detailsOf(task, project)),
      task: () => own,
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

type Kind = 'strategy' | 'task' | 'project' | 'category';

const HOMES: ReadonlyMap<string | undefined, Kind> = new Map([
  ['strategies', 'strategy'],
  ['categories', 'category'],
]);

function itemOf(address: Address): { readonly kind: Kind | undefined; readonly item: string } {
  const form = formOf(address);
  if (form.kind === 'task' || form.kind === 'project') return { kind: form.kind, item: form.item.join('/') };
  const [home, , ...item] = address.split('/');
  return { kind: HOMES.get(home), item: item.join('/') };
}

function thing(noun: string, name: string, own: Fields): Thing {
  return {
    kind: 'thing',
    noun,
    name,
    fields: Object.keys(own),
    at: (field) => (Object.hasOwn(own, field) ? (own[field]?.() ?? 'absent') : 'unknown'),
  };
}

function named(id: string, name: PlacedName, index: number, meaning: string): Fields {
  return {
    id: () => ({ kind: 'word', word: id }),
    name: () => ({ kind: 'text', text: name.canonical, meaning: { kind: 'name', name: meaning } }),
    number: () => ({ kind: 'position', number: index + 1 }),
  };
}

function saidOf(details: Details | undefined): Fields {
  return Object.fromEntries(
    DETAILS.map((detail): readonly [string, Field] => {
      const text = details?.[detail];
      return [detail, () => text && { kind: 'text', text }];
    }),
  );
}

function cellValue(cell: StatisticsCell | undefined): TemplateValue | undefined {
  if (cell?.kind === 'figure') return { kind: 'figure', address: cell.address };
  return cell?.kind === 'text' ? { kind: 'text', text: cell.text } : undefined;
}

function listAt(of: Thing, field: string): readonly TemplateValue[] {
  const value = of.at(field);
  return typeof value === 'object' && value.kind === 'list' ? value.items : [];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
