// Names and periods that were typed anew -> changes of the texts of the plan's files.

import { korean } from '../../diagnostic/particle.ts';
import type { SourceLocation } from '../../diagnostic.ts';
import type { TextChange } from '../../plan/edition.ts';
import { escaped } from '../../plan/literal.ts';
import type { SourceText } from '../../plan/source-text.ts';
import type { PlanTexts } from './current.ts';
import type { ImportFaults } from './import-faults.ts';
import type { TypedEnds } from './period-cell.ts';
import type { TextEdit } from './project-edit.ts';
import { yamlScalar } from './yaml-scalar.ts';

const WORDS = { name: '이름', period: '기간', subtask: '세부과제' } as const;

/** One change an edit, each made on the texts that the one before left. What cannot be told in one place is `not-importable`. */
export function textChanges(
  edits: readonly TextEdit[],
  { displayRoot, files }: PlanTexts,
  faults: ImportFaults,
): readonly TextChange[] {
  const texts = new Map(files);
  /** The lines, as the files had them first, behind which one was put in. */
  const grown: { readonly file: string; readonly line: number }[] = [];
  return edits.flatMap((edit): TextChange[] => {
    const { place, reason } = edit;
    const source = sourceOf(edit);
    const file = source.file.startsWith(`${displayRoot}/`) ? source.file.slice(displayRoot.length + 1) : '';
    const at =
      'line' in source
        ? {
            ...source,
            line: source.line + grown.filter((one) => one.file === file && one.line < source.line).length,
          }
        : source;
    const text = texts.get(file);
    const excerpts =
      text === undefined || 'cell' in at || file.startsWith('editions/')
        ? undefined
        : excerptsOf(edit, text, at);
    if (text === undefined || excerpts === undefined) {
      faults.add({
        rule: 'not-importable',
        place,
        message: korean`${WORDS[edit.what]}을(를) 판으로 바꿀 수 없습니다: ${edit.before || '(빈칸)'} → ${edit.after || '(빈칸)'}`,
        expected: '자료 파일에서 직접 고칩니다.',
        related: [{ place: source, note: '적힌 곳' }],
      });
      return [];
    }
    const { before, after } = excerpts;
    texts.set(
      file,
      text.replace(before, () => after),
    );
    if ('line' in source && after.split('\n').length > before.split('\n').length)
      grown.push({ file, line: source.line });
    const typed = (characters: string): SourceText => ({ text: characters, place });
    return [
      {
        kind: 'text',
        file,
        before: typed(before),
        after: typed(after),
        place,
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
}

/** Where the text stands, or for what is not there yet the name behind which it will. */
function sourceOf({ project, what }: TextEdit): SourceLocation {
  const own = { name: undefined, period: project.period?.text, subtask: project.subtask }[what];
  return (own ?? project.name.canonical).place;
}

/** The whole lines from where they stand nowhere else in the file to the edited one, and the same edited. */
function excerptsOf(
  { project, what, before, after, months }: TextEdit,
  text: string,
  at: { readonly line: number; readonly column: number },
): { readonly before: string; readonly after: string } | undefined {
  const lines = text.split('\n');
  const line = lines[at.line - 1] ?? '';
  const adds = what === 'period' && project.period === undefined;
  const retyped = adds
    ? withLine(line, `period: { text: ${yamlScalar(escaped(after))} }`)
    : what === 'subtask' && project.subtask === undefined
      ? (withLine(line, `subtask: ${after}`) ??
        withEntry(line, at.column - 1, project.name.canonical.text, `subtask: ${after}`))
      : (replaced(line, at.column - 1, before, after) ??
        replaced(line, at.column - 1, escaped(before), after));
  if (retyped === undefined) return undefined;
  const { period } = project;
  const isStated = period?.from !== undefined && period.to !== undefined;
  const typed = !adds && (isStated || period?.over !== undefined);
  const below = lines.slice(at.line, at.line + 2);
  const was = [line, ...below].join('\n');
  const is =
    typed && months !== undefined ? withMonths([retyped, ...below].join('\n'), at.column, months) : undefined;
  const [old, edited] = is === undefined ? [line, retyped] : commonTail(was, is);
  for (let from = at.line - 1; from >= Math.max(0, at.line - 6); from--) {
    const head = lines.slice(from, at.line - 1);
    const excerpt = [...head, old].join('\n');
    if (text.split(excerpt).length === 2) return { before: excerpt, after: [...head, edited].join('\n') };
  }
  return undefined;
}

/** The line with another scalar at the place; undefined where it is not spelt on this line alone. */
function replaced(line: string, from: number, before: string, after: string): string | undefined {
  if (after === '') return undefined;
  const spellings = [JSON.stringify(before), `'${before.replaceAll("'", "''")}'`, before];
  const rest = line.slice(from);
  const spelt = spellings.find((one) => rest.startsWith(one));
  if (spelt === undefined) return undefined;
  const tail = rest.slice(spelt.length);
  return /^\s*($|#|[,}\]])/.test(tail) ? line.slice(0, from) + yamlScalar(escaped(after)) + tail : undefined;
}

const FROM = /\bfrom:\s*(?:\d{4}-)?\d{1,2}\b/u;
const TO = /\bto:\s*(?:\d{4}-)?\d{1,2}\b/u;

/** With other months behind the period's text, which begins at an offset; undefined where none follow it, before anything else begins. */
function withMonths(lines: string, at: number, { from, to }: TypedEnds): string | undefined {
  const tail = lines.slice(at);
  const last = TO.exec(tail);
  const between = tail.slice(0, last?.index ?? 0);
  if (last === null || !FROM.test(between) || between.includes('{')) return undefined;
  return lines.slice(0, at) + tail.replace(FROM, `from: ${from}`).replace(TO, `to: ${to}`);
}

/** Both without the lines at their ends that are the same. */
function commonTail(was: string, is: string): readonly [string, string] {
  const [old, edited] = [was.split('\n'), is.split('\n')];
  while (old.length > 1 && old.at(-1) === edited.at(-1)) {
    old.pop();
    edited.pop();
  }
  return [old.join('\n'), edited.join('\n')];
}

/** Another entry in the brackets that the name stands in. */
function withEntry(line: string, from: number, name: string, entry: string): string | undefined {
  const named = replaced(line, from, name, name);
  if (named === undefined) return undefined;
  const rest = /[,}]/.exec(line.slice(from + name.length));
  if (rest === null) return undefined;
  const end = from + name.length + rest.index;
  return `${line.slice(0, end).trimEnd()}, ${entry}${rest[0] === '}' ? ' ' : ''}${line.slice(end)}`;
}

/** A line of its own below the name's. */
function withLine(line: string, entry: string): string | undefined {
  const [, indent, dash = ''] = /^(\s*)(- )?name:\s/.exec(line) ?? [];
  if (indent === undefined) return undefined;
  return `${line}\n${indent}${' '.repeat(dash.length)}${entry}`;
}
