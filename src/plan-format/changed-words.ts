// A file before and after a change of its text -> the texts that changed, whole, as the plan's reader sees them: never YAML.
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { refuseEndlessWords } from './endless-words.ts';
import { Faults } from './faults.ts';

/** A text of the plan that a change makes another. */
interface ChangedWording {
  /** Where it stands in its file: keys, ids of list members; none for prose. */
  readonly path: readonly string[];
  /** Undefined where there was or is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Keys of settings and not of words. */
const SETTINGS: ReadonlySet<string> = new Set([
  'id',
  'from',
  'to',
  'width',
  'unit',
  'digits',
  'emphasis',
  'density',
  'kind',
  'merge',
  'months',
  'year',
  'category',
  'subtask',
  'inferred',
]);

/** One change of a file's text: the excerpts, and the whole text before and after. */
interface TextStep {
  readonly file: string;
  readonly excerpts: { readonly before: string; readonly after: string };
  readonly whole: { readonly before: string; readonly after: string };
}

/**
 * Of YAML the scalars that differ, words before settings. Of prose the excerpts, or the whole lines where an excerpt has a call of a
 * helper in it, or a part of one. What cannot be read as YAML is taken as prose.
 */
export function changedWords({ file, excerpts, whole }: TextStep): readonly ChangedWording[] {
  const scalars = file.endsWith('.yaml') ? changedScalars(file, whole.before, whole.after) : undefined;
  if (scalars !== undefined && scalars.length > 0) return scalars;
  return [hasCalls(excerpts, whole.before) ? changedLines(whole.before, whole.after) : asProse(excerpts)];
}

function asProse({ before, after }: TextStep['excerpts']): ChangedWording {
  const text = (excerpt: string) => (excerpt.trim() === '' ? undefined : excerpt.trim());
  return { path: [], before: text(before), after: text(after) };
}

/** Whether an excerpt has braces, or stands between those of a call. */
function hasCalls({ before, after }: TextStep['excerpts'], text: string): boolean {
  const head = text.slice(0, Math.max(0, text.indexOf(before)));
  return /[{}]/.test(before + after) || head.lastIndexOf('{{') > head.lastIndexOf('}}');
}

function changedScalars(file: string, before: string, after: string): readonly ChangedWording[] | undefined {
  const [old, fresh] = [scalarsOf(file, before), scalarsOf(file, after)];
  if (old === undefined || fresh === undefined) return undefined;
  const paths = [...new Map([...old, ...fresh].map(([key, { path }]) => [key, path]))];
  const changed = paths.flatMap(([key, path]): readonly ChangedWording[] => {
    const [was, is] = [old.get(key)?.text, fresh.get(key)?.text];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
  const words = changed.filter(({ path }) => !SETTINGS.has(path.at(-1) ?? ''));
  return words.length > 0 ? words : changed;
}

interface Found {
  readonly path: readonly string[];
  readonly text: string;
}

/** Every scalar by its path; undefined when the text is not YAML. */
function scalarsOf(file: string, text: string): ReadonlyMap<string, Found> | undefined {
  if (refuseEndlessWords(file, text, new Faults())) return undefined;
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const found = new Map<string, Found>();
  const walk = (node: unknown, path: readonly string[]): void => {
    if (isScalar(node)) found.set(path.join('\n'), { path, text: String(node.value ?? '') });
    else if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : '']);
    else if (isSeq(node))
      node.items.forEach((item, index) => walk(item, [...path, idOf(item) ?? String(index + 1)]));
  };
  walk(document.contents, []);
  return found;
}

/** The id of a member of a list: others may come before it. */
function idOf(item: unknown): string | undefined {
  if (!isMap(item)) return undefined;
  const id = item.get('id');
  return typeof id === 'string' ? id : undefined;
}

/** The lines from the first to the last that differ. */
function changedLines(before: string, after: string): ChangedWording {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const part = (lines: readonly string[]) => {
    const text = lines
      .slice(head, lines.length - tail)
      .join('\n')
      .trim();
    return text === '' ? undefined : text;
  };
  return { path: [], before: part(old), after: part(fresh) };
}
