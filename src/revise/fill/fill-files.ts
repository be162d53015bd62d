// Changes to a plan that has not gone out -> the files of the plan with them: edition 0 itself is filled.
import { type Address, formOf } from '../../figure/address.ts';
import type { FigureDefinition, Value } from '../../figure/figure.ts';
import type { Change } from '../../plan/edition.ts';
import { valueText } from '../apply/typed-value.ts';
import {
  flowMap,
  mapAt,
  mapsIn,
  openYaml,
  plain,
  seqAt,
  stringAt,
  valueScalar,
  yamlText,
} from '../yaml-edit.ts';
import type { Texts } from './plan-texts.ts';
import { addProject, moveProject, removeProject } from './project-items.ts';
import { type NodePath, pathOf, withValue } from './set-value.ts';

interface Filled {
  /** The texts that are other ones now, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be put into a file. */
  readonly left: readonly Change[];
}

interface NumberPlace {
  readonly file: string;
  readonly path: NodePath;
}

/** `files`: as the changes were made on them, with the folder as places name it; `definitions`: of the plan that they are. */
export function fillFiles(
  changes: readonly Change[],
  definitions: ReadonlyMap<Address, FigureDefinition>,
  { displayRoot, files }: { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> },
): Filled {
  const texts: Texts = new Map(files);
  const left: Change[] = [];
  // Found before anything is changed: names and periods are edited in place, so the ways stay.
  const places = new Map<Address, NumberPlace>();
  for (const change of changes) {
    const place = change.kind === 'set' ? definitions.get(change.address)?.place : undefined;
    if (change.kind !== 'set' || place === undefined || !('line' in place)) continue;
    const file = place.file.startsWith(`${displayRoot}/`) ? place.file.slice(displayRoot.length + 1) : '';
    const text = files.get(file);
    const path =
      text === undefined || !file.endsWith('.yaml') ? undefined : pathOf(text, place.line, place.column);
    if (path !== undefined && holdsNumber(path)) places.set(change.address, { file, path });
  }
  for (const change of changes) {
    if (change.kind !== 'text') continue;
    const text = texts.get(change.file);
    if (text === undefined || text.split(change.before.text).length !== 2) left.push(change);
    else
      texts.set(
        change.file,
        text.replace(change.before.text, () => change.after.text),
      );
  }
  for (const change of changes) {
    switch (change.kind) {
      case 'set': {
        const { address, after } = change;
        const place = places.get(address);
        const text = place && texts.get(place.file);
        if (place !== undefined && text !== undefined)
          texts.set(place.file, withValue(text, place.path, valueText(after.value)));
        else if (!putNumber(texts, address, after.value)) left.push(change);
        break;
      }
      case 'add':
        addProject(texts, change);
        break;
      case 'end':
        removeProject(texts, change);
        break;
      case 'move':
        moveProject(texts, change, change.to);
        break;
      case 'text':
        break;
    }
  }
  return { files: new Map([...texts].filter(([name, text]) => files.get(name) !== text)), left };
}

/** A figure whose number is not typed has the place of what it is of: its id, its name. */
function holdsNumber(path: NodePath): boolean {
  return path.at(-1) !== 'id' && path.at(-1) !== 'name';
}

/** Writes the number of a task or project where none stands; false where the file has no place for it. */
function putNumber(texts: Texts, address: Address, value: Value): boolean {
  const form = formOf(address);
  if (form.kind !== 'task' && form.kind !== 'project') return false;
  const file = `tasks/${form.task}.yaml`;
  const text = texts.get(file);
  if (text === undefined) return false;
  const { document, root } = openYaml(text);
  const owner =
    form.kind === 'task'
      ? root
      : mapsIn(seqAt(root, 'projects')).find((one) => stringAt(one, 'id') === form.project);
  const [group = '', ...rest] = form.item;
  const number = valueScalar(valueText(value));
  if (owner === undefined) return false;
  if (rest.length === 0) owner.set(plain(group), number);
  else {
    // Of a year the total stands alone, and its sources below it.
    const names = group === 'yearly' && rest[1] === 'total' ? rest.slice(0, 1) : rest;
    let map = owner;
    for (const name of [group, ...names.slice(0, -1)]) {
      const inner = mapAt(map, name) ?? flowMap([]);
      map.set(plain(name), inner);
      map = inner;
    }
    map.set(plain(names.at(-1) ?? ''), number);
  }
  texts.set(file, yamlText(document));
  return true;
}
