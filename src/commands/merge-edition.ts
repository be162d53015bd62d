// A plan whose last edition is a draft, and the edition that a workbook would put on top of it -> the draft with the changes of both.
import type { YAMLMap } from 'yaml';
import { hasErrors } from '../diagnostic.ts';
import { mapsIn, openYaml, seqAt, stringAt, yamlText } from '../revise/yaml-edit.ts';
import { prepare } from './prepare.ts';
import type { Sources } from './sources.ts';

/**
 * The text of the last edition's file with the changes of `next`, an edition's file behind it; undefined where the plan would not come to
 * the very same with it as with the two one after the other.
 */
export function mergeEdition(
  sources: Sources,
  next: { readonly number: number; readonly text: string },
): string | undefined {
  const number = next.number - 1;
  const name = `editions/${number}.yaml`;
  const last = sources.plan.files.get(name);
  const text = last && withChanges(last, next.text);
  if (text === undefined) return undefined;
  const merged = stateWith(sources, number, [[name, text]]);
  return merged !== undefined &&
    merged === stateWith(sources, next.number, [[`editions/${next.number}.yaml`, next.text]])
    ? text
    : undefined;
}

/** A figure that both change is changed once, from what it was at first, and not at all where it is that again. */
function withChanges(last: string, next: string): string | undefined {
  const { document, root } = openYaml(last);
  const list = seqAt(root, 'changes');
  if (list === undefined) return undefined;
  for (const change of mapsIn(seqAt(openYaml(next).root, 'changes'))) {
    const address = stringAt(change, 'set');
    const own =
      address === undefined ? undefined : mapsIn(list).find((one) => stringAt(one, 'set') === address);
    if (own === undefined) list.add(change);
    else if (stringAt(own, 'before') === stringAt(change, 'after'))
      list.items.splice(list.items.indexOf(own), 1);
    else takeOver(own, change);
  }
  list.flow = list.items.length === 0;
  return yamlText(document);
}

function takeOver(own: YAMLMap, change: YAMLMap): void {
  for (const key of ['after', 'reason']) if (change.has(key)) own.set(key, change.get(key, true));
}

/** All that the plan and its figures are, but for where that was typed and by which edition; undefined where it cannot be worked out. */
function stateWith(
  sources: Sources,
  edition: number,
  files: Iterable<readonly [string, string]>,
): string | undefined {
  const plan = { ...sources.plan, files: new Map([...sources.plan.files, ...files]) };
  const made = prepare({ ...sources, plan }, { edition });
  if (made.plan === undefined || made.revised === undefined || hasErrors(made.diagnostics)) return undefined;
  const { editions: _, ...rest } = made.plan;
  const values = [...made.revised.book].map(([address, { effective }]) => [address, effective]);
  return JSON.stringify([rest, values], (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (value instanceof Map || value instanceof Set) return [...value];
    return isPlace(value) ? undefined : value;
  });
}

function isPlace(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'file' in value && ('line' in value || 'cell' in value)
  );
}
