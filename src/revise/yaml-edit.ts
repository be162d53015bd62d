// The text of a YAML file -> a document that can be edited and written again with its comments and order.
import { type Document, isMap, isScalar, isSeq, parseDocument, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';

/** All scalars stay as typed. Throws when the root is no mapping: the plan was read before. */
export function openYaml(text: string): { readonly document: Document; readonly root: YAMLMap } {
  const document: Document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === ''))
    document.contents = new YAMLMap();
  const root = document.contents;
  if (!isMap(root)) throw new Error('a file of a plan that is no mapping');
  return { document, root };
}

/** Lines are as long as their texts; a line break in a quoted text stays `\n`. */
export function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

export function stringAt(map: YAMLMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === 'string' ? value : undefined;
}

export function mapAt(map: YAMLMap, key: string): YAMLMap | undefined {
  const node = map.get(key, true);
  return isMap(node) ? node : undefined;
}

export function seqAt(map: YAMLMap, key: string): YAMLSeq | undefined {
  const node = map.get(key, true);
  return isSeq(node) ? node : undefined;
}

export function mapsIn(list: YAMLSeq | undefined): readonly YAMLMap[] {
  return (list?.items ?? []).filter((item) => isMap(item));
}

/** A number, an id or one of the words of the format, without quotes. */
export function plain(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = 'PLAIN';
  return scalar;
}

/** A text that may look like anything. */
export function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = text.includes("'") || text.includes('\n') ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return scalar;
}

/** A value of a figure: `-` needs quotes, a number must not have them. */
export function valueScalar(text: string): Scalar<string> {
  return text === '-' ? quoted(text) : plain(text);
}

/** A mapping on one line. */
export function flowMap(entries: readonly (readonly [string, unknown])[]): YAMLMap {
  const map = new YAMLMap();
  map.flow = true;
  for (const [key, value] of entries) map.set(plain(key), value);
  return map;
}

/** Puts a project under a subtask, or under none. */
export function standUnder(project: YAMLMap, subtask: { readonly text: string } | undefined): void {
  if (subtask === undefined) project.delete('subtask');
  else project.set(plain('subtask'), plain(subtask.text));
}

/** Gives every scalar that is a value another text; a text that stays keeps its form. */
export function editTexts(document: Document, edit: (text: string) => string): void {
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') node.value = edit(node.value);
    },
  });
}

/** Every text that is a value. */
export function textsOf(document: Document): readonly string[] {
  const texts: string[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') texts.push(node.value);
    },
  });
  return texts;
}

/** The lists in which a task's file orders its projects, by place. */
export function ordersOf(task: YAMLMap): readonly YAMLSeq[] {
  const orders = mapAt(task, 'orders');
  return (orders?.items ?? []).flatMap(({ value }) => (value instanceof YAMLSeq ? [value] : []));
}

/** The project, taken out of its task's file; undefined where it is not there. */
export function takeProject(task: YAMLMap, project: string): YAMLMap | undefined {
  const list = seqAt(task, 'projects');
  const taken = mapsIn(list).find((item) => stringAt(item, 'id') === project);
  if (list === undefined || taken === undefined) return undefined;
  list.items = list.items.filter((item) => item !== taken);
  if (list.items.length === 0) task.delete('projects');
  for (const order of ordersOf(task))
    order.items = order.items.filter((item) => !(isScalar(item) && item.value === project));
  return taken;
}
