// The document -> the outline lines of the task sheets, each with the task and project that it is about.
import type { Document, ItemBlock } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Plan } from '../plan/plan.ts';
import type { Project, Task } from '../plan/programme.ts';

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
export function sheetLines(plan: Plan, document: Document): readonly SheetLine[] {
  const tasks = new Map(
    plan.programme.strategies.flatMap((one) => one.tasks).map((task) => [`task-${task.id}`, task]),
  );
  const lines: SheetLine[] = [];
  let task: Task | undefined;
  let project: Project | undefined;
  let heading = '';
  for (const block of document.blocks) {
    if (block.kind === 'task-sheet') task = tasks.get(block.id);
    if (block.kind === 'part') task = undefined;
    if (block.kind === 'task-sheet' || block.kind === 'heading') project = undefined;
    if (block.kind === 'heading') heading = plainText(block.title.inlines).replaceAll(' ', '');
    if (block.kind !== 'item' || task === undefined) continue;
    const named = projectNamed(task, block);
    // A line at the edge that names no project opens something of its own.
    if (named !== undefined || block.level === 1) project = named;
    lines.push({
      task,
      ...(project === undefined ? {} : { project }),
      names: named !== undefined,
      heading,
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
