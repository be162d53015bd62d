// Text -> the one name that a figure has everywhere; what it is of, and back.

/** Ids joined by slashes: `tables/job-openings/2022/seekers`, `figures/population-share`. */
export type Address = string & { readonly address: unique symbol };

/** The form of an id. */
export const ID = /^[a-z0-9][a-z0-9-]*$/;

/** Whether the text can be an id: lowercase letters, digits and inner hyphens. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Names that Windows keeps for devices, in any folder: no folder or file can be called so. */
export function isDeviceName(id: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(id);
}

const ADDRESS = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)+$/;

/** The address that the text spells, or undefined when a part of it is not an id or there are fewer than two. */
export function parseAddress(text: string): Address | undefined {
  return ADDRESS.test(text) ? (text as Address) : undefined;
}

/** Joins ids that are known to be well formed; throws when one is not. */
export function addressOf(...ids: readonly string[]): Address {
  const address = parseAddress(ids.join('/'));
  if (address === undefined) throw new Error(`not an address: ${ids.join('/')}`);
  return address;
}

/** What an address, or the key of a row, is of. `item` is what is counted there: `funding`, `district`; empty for the row itself. */
type AddressForm =
  | { readonly kind: 'table'; readonly table: string; readonly row: string; readonly column: string }
  | { readonly kind: 'task'; readonly task: string; readonly item: readonly string[] }
  | {
      readonly kind: 'subtask';
      readonly task: string;
      readonly subtask: string;
      readonly item: readonly string[];
    }
  | {
      readonly kind: 'project';
      readonly task: string;
      readonly project: string;
      readonly item: readonly string[];
    }
  /** Of the plan as a whole, of a strategy, or of no such thing. */
  | { readonly kind: 'other' };

/** A part that is not there is empty. */
export function formOf(address: string): AddressForm {
  const [kind, id = '', first = '', second = '', ...rest] = address.split('/');
  if (kind === 'tables') return { kind: 'table', table: id, row: first, column: second };
  if (kind !== 'tasks') return { kind: 'other' };
  if (first === 'projects' && second !== '')
    return { kind: 'project', task: id, project: second, item: rest };
  // A task may have a figure that is called so.
  if (first === 'subtasks' && second !== '')
    return { kind: 'subtask', task: id, subtask: second, item: rest };
  return { kind: 'task', task: id, item: [first, second, ...rest].filter((part) => part !== '') };
}

export function tableAddress(table: string, row: string, column: string): Address {
  return addressOf('tables', table, row, column);
}

export function taskAddress(task: string, ...item: readonly string[]): Address {
  return addressOf('tasks', task, ...item);
}

export function projectAddress(
  { task, project }: { readonly task: string; readonly project: string },
  ...item: readonly string[]
): Address {
  return addressOf('tasks', task, 'projects', project, ...item);
}

/** The address of something that is counted for a row, a strategy or a part of them. */
export function below(base: string, ...item: readonly string[]): Address {
  return addressOf(base, ...item);
}

/** The key of the project that a figure is of; undefined for figures of none. Parts that are no ids (`*`) stay as they are. */
export function projectOf(address: string): string | undefined {
  const form = formOf(address);
  return form.kind === 'project' ? `tasks/${form.task}/projects/${form.project}` : undefined;
}

/** The key of the row that a figure stands in where projects are typed: its project, or else its task; undefined for other figures. */
export function rowOf(address: string): string | undefined {
  const form = formOf(address);
  return form.kind === 'task' ? `tasks/${form.task}` : projectOf(address);
}

/** Whether a row is that of a task as a whole. */
export function isTaskRow(key: string): boolean {
  const form = formOf(key);
  return form.kind === 'task' && form.item.length === 0;
}

/** Whether a figure says of one of the task's projects what `item` is of the task. */
export function isOfProjects(address: string, task: string, item: readonly string[]): boolean {
  const form = formOf(address);
  return form.kind === 'project' && form.task === task && form.item.join('/') === item.join('/');
}
