// The programme -> the lines of its tables: each project, and each task that has none, with what it belongs to.
import type { Category, Sector } from './category.ts';
import { type Detail, detailEntries, detailsOf, isDetail } from './details.ts';
import { madeId } from './made-id.ts';
import type { Programme, Project, Strategy, Subtask, Task } from './programme.ts';
import type { SourceText } from './source-text.ts';

/** A project, or a task without projects. */
export interface ProgrammeLine {
  readonly strategy: Strategy;
  readonly task: Task;
  readonly subtask?: Subtask;
  readonly project?: Project;
  readonly category?: Category;
  readonly sector?: Sector;
  /** What is said of it, the same words under the same id. */
  readonly details: Partial<Readonly<Record<Detail, Said>>>;
}

interface Said {
  readonly id: string;
  readonly text: SourceText;
}

/** What lines belong to. */
export type Belonging = 'strategy' | 'task' | 'subtask' | 'sector' | 'category' | Detail;

/** Each table of the programme asks for them, and the ids of what is said in words are dear. */
const made = new WeakMap<Programme, readonly ProgrammeLine[]>();

/** In the order of the programme. */
export function linesOf(programme: Programme): readonly ProgrammeLine[] {
  const lines = made.get(programme) ?? listed(programme);
  made.set(programme, lines);
  return lines;
}

function listed({ strategies, sectors }: Programme): readonly ProgrammeLine[] {
  const ids = new Map<string, string>();
  /** An id for what is said in words. */
  const said = (detail: Detail, text: SourceText): Said => {
    const key = `${detail} ${text.text.normalize('NFC')}`;
    const id = ids.get(key) ?? madeId(text.text, detail, (one) => [...ids.values()].includes(one));
    ids.set(key, id);
    return { id, text };
  };
  return strategies.flatMap((strategy) =>
    strategy.tasks.flatMap((task) =>
      (task.projects.length === 0 ? [undefined] : task.projects).map((project): ProgrammeLine => {
        const id = project?.category ?? task.category;
        const sector = sectors.find(({ categories }) => categories.some((one) => one.id === id));
        const category = sector?.categories.find((one) => one.id === id);
        const subtask = task.subtasks.find((one) => one.id === project?.subtask?.text);
        return {
          strategy,
          task,
          ...(subtask && { subtask }),
          ...(project && { project }),
          ...(category && { category }),
          ...(sector && { sector }),
          details: Object.fromEntries(
            detailEntries(detailsOf(task, project)).map(([detail, text]) => [detail, said(detail, text)]),
          ),
        };
      }),
    ),
  );
}

/** The id of what the line belongs to; undefined where it belongs to none. */
export function belongsTo(line: ProgrammeLine, to: Belonging): string | undefined {
  if (to === 'subtask') return line.subtask && subtaskKey(line.task, line.subtask);
  return isDetail(to) ? line.details[to]?.id : line[to]?.id;
}

/** Subtasks have ids within their task. */
function subtaskKey(task: Task, { id }: Subtask): string {
  return `${task.id}-${id}`;
}

/** What that is called. */
export function belongingLabel(line: ProgrammeLine, to: Belonging): SourceText | undefined {
  if (isDetail(to)) return line.details[to]?.text;
  if (to === 'strategy' || to === 'task' || to === 'subtask') return line[to]?.name.canonical;
  const label = line[to]?.label;
  return label === undefined ? undefined : { text: label, literal: true, place: line.task.place };
}

/** The ids of all that lines may belong to, in the order in which tables list them: of what is said in words the one of the first line. */
export function belongings(
  { strategies, sectors }: Programme,
  lines: readonly ProgrammeLine[],
  to: Belonging,
): readonly string[] {
  switch (to) {
    case 'strategy':
      return strategies.map(({ id }) => id);
    case 'task':
      return strategies.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    case 'subtask':
      return strategies.flatMap(({ tasks }) =>
        tasks.flatMap((task) => task.subtasks.map((subtask) => subtaskKey(task, subtask))),
      );
    case 'sector':
      return sectors.flatMap(({ id }) => id ?? []);
    case 'category':
      return sectors.flatMap(({ categories }) => categories.map(({ id }) => id));
    default:
      return [...new Set(lines.flatMap((line) => belongsTo(line, to) ?? []))];
  }
}
