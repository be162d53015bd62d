// The plan that test/plans/editions revises, with the editions of a case, as a build takes it.

import path from 'node:path';
import type { Sources } from '../../src/commands/sources.ts';
import { KEPT } from '../kept.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';

export const CASES = path.join(PLANS, 'editions');

const base = textsIn(path.join(PLANS, 'revised'));
/** The program's own, as a build takes them. */
export const revisedTemplates = {
  displayRoot: 'templates',
  kept: KEPT,
  files: new Map(
    [...textsIn(path.resolve(PLANS, '../../templates'))].filter(([name]) => !name.startsWith('new-plan/')),
  ),
};

/** The plan with these files over its own. */
export function revisedSources(own: ReadonlyMap<string, string>): Sources {
  const files = new Map([...base, ...own]);
  return { plan: { displayRoot: 'plan', kept: KEPT, files }, templates: revisedTemplates, fonts: new Map() };
}
