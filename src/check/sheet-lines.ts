// The texts of a document -> the outline lines of the task sheets, each with the task and project that it is about.
import type { ItemBlock } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Project, Task } from '../plan/programme.ts';
import type { CheckInput } from './rule.ts';
import type { TextContext } from './texts.ts';

export interface SheetLine {
  readonly task: Task;
  /** Of the last line above, or of this one, that names a project of the task. */
  readonly project?: Project;
  /** Whether the line itself names the project. */
  readonly names: boolean;
  /** The heading that it stands under, without blanks. */
  readonly heading: string;
  readonly item: ItemBlock;
  readonly text: string;
}

/** Every item of every sheet in reading order; a heading ends what is said of a project. */
export function sheetLines({ plan, texts }: Pick<CheckInput, 'plan' | 'texts'>): readonly SheetLine[] {
  const tasks = new Map(
    plan.programme.strategies.flatMap((one) => one.tasks).map((task) => [`task-${task.id}`, task]),
  );
  const lines: SheetLine[] = [];
  let above: TextContext | undefined;
  let project: Project | undefined;
  for (const { role, context } of texts) {
    const { block, sheet, heading } = context;
    if (sheet !== above?.sheet || heading !== above?.heading) project = undefined;
    above = context;
    const task = sheet === undefined ? undefined : tasks.get(sheet);
    if (block.kind !== 'item' || role !== 'body' || task === undefined) continue;
    const named = projectNamed(task, block);
    // A line at the edge that names no project opens something of its own.
    if (named !== undefined || block.level === 1) project = named;
    lines.push({
      task,
      ...(project === undefined ? {} : { project }),
      names: named !== undefined,
      heading: plainText(heading?.title.inlines ?? []).replaceAll(' ', ''),
      item: block,
      text: plainText(block.content.inlines),
    });
  }
  return lines;
}

function projectNamed(task: Task, { content }: ItemBlock): Project | undefined {
  for (const inline of content.inlines) {
    if (inline.kind !== 'text' || inline.meaning.kind !== 'name') continue;
    const { name } = inline.meaning;
    const project = task.projects.find(({ id }) => name === `project/${task.id}/${id}`);
    if (project !== undefined) return project;
  }
  return undefined;
}
