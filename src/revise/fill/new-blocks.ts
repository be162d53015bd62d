// Projects that a workbook brought -> their texts in the sheets of their tasks.
import type { Plan } from '../../plan/plan.ts';
import { type Project, type ProjectKey, type Task, tasksOf } from '../../plan/programme.ts';
import { sheetOfLatest } from '../next-year/renew-sheet.ts';
import type { Texts } from './plan-texts.ts';

/** Gives each of the projects a block in the sheet of its task, made from its data, unless the sheet speaks of it. */
export function writeBlocks(texts: Texts, added: readonly ProjectKey[], plan: Plan): void {
  const isAdded = (task: Task, { id }: Project) =>
    added.some((one) => one.task === task.id && one.project === id);
  const withBlocks = (task: Task): Task => ({
    ...task,
    // As for one that an edition brought.
    projects: task.projects.map((one) => (isAdded(task, one) ? { ...one, addedIn: 0 } : one)),
  });
  const { programme } = plan;
  const strategies = programme.strategies.map((one) => ({ ...one, tasks: one.tasks.map(withBlocks) }));
  const all = { ...plan, programme: { ...programme, strategies } };
  for (const task of tasksOf(all.programme)) {
    if (!task.projects.some((one) => isAdded(task, one))) continue;
    const text = sheetOfLatest(all, task);
    if (text !== undefined) texts.set(`tasks/${task.id}.hbs`, text.endsWith('\n') ? text : `${text}\n`);
  }
}
