// A document and a task -> its sheet by itself, to send to the department: pages from 1, notes too.

import { korean } from '../../diagnostic/particle.ts';
import type { Outcome } from '../../diagnostic.ts';
import type { Block, Document } from '../../document/document.ts';
import type { Note } from '../../document/note.ts';
import { textsOf } from '../../document/reading.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';

interface TaskSheet {
  /** Of its file. */
  readonly name: string;
  readonly document: Document;
}

/** What a sheet ends before. */
const ENDS: ReadonlySet<Block['kind']> = new Set([
  ...(['part', 'section', 'task-sheet', 'contents', 'key-figures', 'colophon', 'back-cover'] as const),
]);
/** Names that are told where none is meant. */
const MOST_TOLD = 5;

/** `asked`: the task's id, or its name. Rule: `unknown-task`. */
export function taskSheet(document: Document, plan: Plan, asked: string): Outcome<TaskSheet> {
  const tasks = tasksOf(plan.programme);
  const wanted = asked.trim();
  const task = tasks.find(({ id, name }) => id === wanted || name.canonical.text === wanted);
  const { blocks } = document;
  const from = blocks.findIndex(({ kind, id }) => kind === 'task-sheet' && id === `task-${task?.id}`);
  if (task === undefined || from < 0) {
    const message =
      task === undefined
        ? korean`실천과제 ‘${wanted}’이(가) 없습니다.`
        : korean`실천과제 ‘${wanted}’의 시트가 발간물에 없습니다.`;
    const names = tasks.slice(0, MOST_TOLD).map(({ id, name }) => `${id}(${name.canonical.text})`);
    const expected = `${names.join(', ')}${tasks.length > MOST_TOLD ? ' …' : ''}`;
    const place = task?.place ?? plan.title.place;
    return {
      value: undefined,
      diagnostics: [{ rule: 'unknown-task', severity: 'error', message, expected, place }],
    };
  }
  const length = blocks.slice(from + 1).findIndex(({ kind }) => ENDS.has(kind));
  const own = blocks.slice(from, length < 0 ? undefined : from + 1 + length);
  const sheet = { ...document, blocks: own, notes: notesOf(document, own), firstPage: 1 };
  return { value: { name: `task-${task.id}.hwpx`, document: sheet }, diagnostics: [] };
}

/** Those that the blocks refer to, numbered as they come. */
function notesOf({ notes }: Document, blocks: readonly Block[]): Document['notes'] {
  const numbered = new Map<string, Note>();
  for (const { inlines } of blocks.flatMap(textsOf))
    for (const inline of inlines) {
      const note = inline.kind === 'note-reference' ? notes.get(inline.note) : undefined;
      if (inline.kind === 'note-reference' && note !== undefined && !numbered.has(inline.note))
        numbered.set(inline.note, { ...note, number: numbered.size + 1 });
    }
  return numbered;
}
