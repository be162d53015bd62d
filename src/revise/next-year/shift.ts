// An address of a plan -> the address of the same thing in next year's plan.

/** The ids of a table's leaves, and the years in parts of ids, before and after. */
export interface TableShift {
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

/** Where the years of a plan's ids go, and what became of its projects. */
export interface Shift {
  readonly tables: ReadonlyMap<string, TableShift>;
  /** Free-standing figures whose ids hold a year. */
  readonly figures: ReadonlyMap<string, string>;
  /** `tasks/a/projects/b` of projects that went elsewhere; undefined for those that ended. */
  readonly projects: ReadonlyMap<string, string | undefined>;
}

/** What stands in a text: an address, perhaps with `*` and `.` in it. */
const ADDRESS = /(?<![\w/])(?:tables|figures|tasks)\/[\w./*-]*[\w*.]/g;
const IN_TABLE = /(?<![\w/-])(?:[\w-]+|\.|\*)\/(?:[\w-]+|\.|\*)(?![\w/-])/g;

/** The new address; undefined when it is of a project that ended. */
export function shiftAddress(address: string, { tables, figures, projects }: Shift): string | undefined {
  const [kind, first = '', second = '', third = ''] = address.split('/');
  if (kind === 'tables') {
    const table = tables.get(first);
    const row = table === undefined ? second : shiftId(second, table.rows);
    const column = table === undefined ? third : shiftId(third, table.columns);
    return [kind, first, ...(second === '' ? [] : [row]), ...(third === '' ? [] : [column])].join('/');
  }
  if (kind === 'figures') return `figures/${figures.get(first) ?? first}`;
  const project = projectOf(address);
  if (project === undefined || !projects.has(project)) return address;
  const moved = projects.get(project);
  return moved === undefined ? undefined : moved + address.slice(project.length);
}

/** A relation or restatement in a table or outside of any; undefined when it names a project that ended. */
export function shiftRelation(text: string, shift: Shift, table?: string): string | undefined {
  let lost = false;
  const move = (address: string): string => {
    const moved = shiftAddress(address, shift);
    if (moved === undefined) lost = true;
    return moved ?? address;
  };
  const own = table === undefined ? undefined : shift.tables.get(table);
  const shifted = text.replaceAll(ADDRESS, move);
  // What is left with one slash stands in the table itself.
  const inTable =
    own === undefined
      ? shifted
      : shifted.replaceAll(IN_TABLE, (pair) => {
          const [row = '', column = ''] = pair.split('/');
          return row === 'figures' ? pair : `${shiftId(row, own.rows)}/${shiftId(column, own.columns)}`;
        });
  return lost ? undefined : inTable;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** What an axis makes of its leaves, and of the years in their ids: patterns (`2022-*`) name a part of an id. */
export function axisShift(
  leaves: readonly { readonly before: string; readonly after: string }[],
): ReadonlyMap<string, string> {
  const shift = new Map<string, string>();
  for (const { before, after } of leaves) {
    const years = after.match(YEAR) ?? [];
    for (const [index, year] of (before.match(YEAR) ?? []).entries()) shift.set(year, years[index] ?? year);
  }
  for (const { before, after } of leaves) shift.set(before, after);
  return shift;
}

/** The id of a row or column, or of a group, in next year's table. */
export function shiftId(id: string, axis: ReadonlyMap<string, string>): string {
  return axis.get(id) ?? id.replaceAll(YEAR, (year) => axis.get(year) ?? year);
}

import { projectOf } from '../../figure/address.ts';
