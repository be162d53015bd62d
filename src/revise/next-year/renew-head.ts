// plan.yaml of a pattern or of last year -> that of a new plan: its id, its year, the day on which it goes out.
import type { YAMLMap } from 'yaml';
import { plain, quoted, stringAt } from '../yaml-edit.ts';

/** Without a year the plan keeps its own. */
export function renewHead(root: YAMLMap, id: string, year = Number(stringAt(root, 'year'))): void {
  const date = stringAt(root, 'issue-date') ?? '';
  const issued = Number(date.slice(0, 4)) + year - Number(stringAt(root, 'year'));
  // 29 February is no day of most years.
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  root.set('id', quoted(id));
  root.set('year', plain(String(year)));
  root.set('issue-date', plain(`${issued}${day}`));
}
