// The tasks of a plan -> the names by which sheets find a task's rows: each another one, however a spreadsheet compares texts.
import { type Programme, tasksOf } from './programme.ts';

/** Spreadsheets take criteria of 255 characters; the rest is for what makes a name another one. */
const MOST_CHARACTERS = 200;

/** A name of letters alone is found as it is. All others may be read as an operator, a number, a date or a pattern. */
const PLAIN = /^[\p{Script=Hangul}\p{Script=Han}][^~*?]*$/u;
/** Texts that begin with such a letter and are read as times. */
const TIME = /^(?:오전|오후)/u;

/** Whether a formula may look for the label as it is written; else it looks for a pattern. */
export function isPlainLabel(label: string): boolean {
  return PLAIN.test(label) && !TIME.test(label);
}

/** Every label of a figure asks, and each task's is found by comparing it with all others: they are made once, and go when the programme goes. */
const made = new WeakMap<Programme, ReadonlyMap<string, string>>();

/** By the task's id. Its name; where another has that too, with its strategy's, or a number. A name far too long is cut. */
export function taskLabels(programme: Programme): ReadonlyMap<string, string> {
  const labels = made.get(programme) ?? makeLabels(programme);
  made.set(programme, labels);
  return labels;
}

function makeLabels(programme: Programme): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = () => [...labels.values()];
  const named = programme.strategies.flatMap(({ name, tasks }) =>
    tasks.map((task) => ({ task, strategy: name.canonical.text })),
  );
  const names = tasksOf(programme).map(({ name }) => cut(name.canonical.text));
  for (const { task, strategy } of named) {
    const own = cut(task.name.canonical.text);
    const isOnly = names.filter((other) => meet(own, other)).length === 1;
    const choices = [own, `${own} (${cut(strategy)})`].slice(isOnly ? 0 : 1).map(cut);
    let label = choices.find((one) => !taken().some((other) => meet(one, other)));
    for (let number = 2; label === undefined; number++) {
      const numbered = `${own.slice(0, MOST_CHARACTERS - 8)} (${number})`;
      if (!taken().some((other) => meet(numbered, other))) label = numbered;
    }
    labels.set(task.id, label);
  }
  return labels;
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Whether a formula that looks for one label might find the other. */
function meet(a: string, b: string): boolean {
  return folded(a) === folded(b) || matches(a, b) || matches(b, a);
}

/** Case, blanks and the forms of characters do not tell names apart. */
function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}

/** As a formula's criterion is written: a sign of a pattern, and the first character of what is not plain, may be any. */
function matches(label: string, other: string): boolean {
  if (label.length !== other.length || isPlainLabel(label)) return false;
  const [own, its] = [label.toLowerCase(), other.toLowerCase()];
  return Array.from({ length: own.length }, (_, index) => index).every(
    (index) => index === 0 || /[~*?]/.test(own[index] ?? '') || own[index] === its[index],
  );
}
