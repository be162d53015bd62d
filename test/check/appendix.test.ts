// Editions of the bundled plan -> nothing is found in what the program itself prints of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Finding, findingKey } from '../../src/check/finding.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { bundledSources, lineOf } from './edited-plan.ts';

const CASES = path.join(import.meta.dirname, '../plans/editions');

function findingsOf(sources: Sources): readonly Finding[] {
  const { value, diagnostics } = inspectPlan(sources);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.findings;
}

let plain: ReadonlySet<string> | undefined;

it.each(['three-in-a-row', 'text-changes-figure', 'unsummed-task'])('of %s', async (name) => {
  const sources = await bundledSources();
  const files = new Map(sources.plan.files);
  for (const file of readdirSync(path.join(CASES, name, 'editions')))
    files.set(`editions/${file}`, readFileSync(path.join(CASES, name, 'editions', file), 'utf8'));
  const before = plain ?? new Set(findingsOf(sources).map(findingKey));
  plain = before;
  const after = findingsOf({ ...sources, plan: { ...sources.plan, files } });
  expect(after.filter((one) => !before.has(findingKey(one))).map(lineOf)).toEqual([]);
});
