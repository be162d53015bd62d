// A folder of test/plans -> its texts by their path in it, as `readPlan` takes them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { KEPT } from '../kept.ts';

const TEMPLATES = path.resolve(import.meta.dirname, '../../templates');

/** What all plans share, for plans that name a category. */
export const SHARED = {
  displayRoot: 'templates',
  kept: KEPT,
  files: new Map([['categories.yaml', readFileSync(path.join(TEMPLATES, 'categories.yaml'), 'utf8')]]),
};

export const PLANS = path.resolve(import.meta.dirname, '../plans');

export function textsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}
