// The name of a task as someone typed it -> the task, or the name that was probably meant.

import type { SourceLocation } from '../../diagnostic.ts';
import { nearestOf } from '../../figure/nearest.ts';
import type { Task } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { PlainSheet } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';

type NamedTask =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'unknown'; readonly message: string; readonly expected: string };

/**
 * The task with exactly this name, but for blanks around it: the workbook's own totals count no other spelling. Of several with one name the
 * one that the row was kept for; `labels` are the names by which the sheets tell such tasks apart.
 */
export function taskNamed(
  name: string,
  tasks: readonly Task[],
  keptFor: string | undefined,
  labels: ReadonlyMap<string, string>,
): NamedTask {
  const labelled = tasks.find(({ id }) => spelling(labels.get(id) ?? '') === spelling(name) && name !== '');
  if (labelled !== undefined) return { kind: 'task', task: labelled };
  const spelt = tasks.filter((task) => spelling(task.name.canonical.text) === spelling(name));
  const [only] = spelt;
  const kept = spelt.find(({ id }) => id === keptFor);
  if (kept !== undefined) return { kind: 'task', task: kept };
  if (spelt.length === 1 && only !== undefined) return { kind: 'task', task: only };
  if (spelt.length > 1)
    return {
      kind: 'unknown',
      message: `이름이 같은 실천과제가 ${spelt.length}개 있습니다: ${name}`,
      expected: '그 실천과제를 위해 비워 둔 행에 적은 세부사업',
    };
  const near = spellings(name, tasks);
  return {
    kind: 'unknown',
    message: `계획에 없는 실천과제입니다: ${name || '(빈칸)'}`,
    expected: near === undefined ? '계획에 있는 실천과제의 이름' : `꼭 ‘${near}’처럼 적은 이름`,
  };
}

/** The id of the task's subtask with that name; undefined for no name, and, told, for one that it does not have. */
export function subtaskNamed(
  name: string,
  { name: own, subtasks }: Task,
  place: SourceLocation,
  faults: ImportFaults,
): SourceText | undefined {
  const found = subtasks.find((one) => sameName(one.name.canonical.text, name));
  if (found !== undefined) return { text: found.id, place };
  const names = subtasks.map((one) => one.name.canonical.text);
  if (name !== '')
    faults.add({
      rule: 'unknown-task',
      place,
      message: `‘${own.canonical.text}’에 없는 세부과제입니다: ${name}`,
      expected:
        names.length === 0 ? '빈칸 (세부과제가 없는 실천과제)' : (nearestOf(name, names) ?? names.join(', ')),
    });
  return undefined;
}

/** The name of the task that is meant: in another spelling, or nearly so. */
function spellings(name: string, tasks: readonly Task[]): string | undefined {
  const other = tasks.find((task) =>
    [task.name.canonical, ...Object.values(task.name.published)].some(({ text }) => sameName(text, name)),
  );
  return (
    other?.name.canonical.text ??
    nearestOf(
      name,
      tasks.map((task) => task.name.canonical.text),
    )
  );
}

/** Blanks and the forms of characters do not tell names apart. */
export function sameName(a: string, b: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
  return bare(a) === bare(b);
}

/** The characters of a cell with none but the blanks around them dropped. */
export function spellingAt(sheet: PlainSheet, row: number, column: number): string {
  const value = sheet.rows.get(row)?.get(column)?.value;
  return value?.kind === 'text' ? spelling(value.text) : '';
}

function spelling(text: string): string {
  return text.normalize('NFC').trim();
}
