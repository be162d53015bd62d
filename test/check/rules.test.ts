// Each file of test/check/rules -> the rule of its name finds what its examples say, and nothing where they say nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isRuleId } from '../../src/check/check-plan.ts';
import { RULES } from '../../src/check/rules.ts';
import { changedBy } from './edited-plan.ts';

const FOLDER = path.join(import.meta.dirname, 'rules');

const EDIT = v.strictObject({ file: v.string(), before: v.string(), after: v.string() });
/** An edit or several of the bundled plan, and the lines that they change among the rule's findings; none for a must-not. */
const EXAMPLES = v.array(
  v.strictObject({
    name: v.string(),
    /** Whether the plan says that it went out before the edits. */
    published: v.exactOptional(v.boolean(), false),
    edits: v.array(EDIT),
    finds: v.array(v.string()),
  }),
);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

function examplesOf(file: string) {
  return v.parse(EXAMPLES, parse(readFileSync(path.join(FOLDER, file), 'utf8')));
}

describe.each(files.map((file) => file.replace(/\.yaml$/, '')))('%s', (id) => {
  it.each(examplesOf(`${id}.yaml`))('$name', async ({ published, edits, finds }) => {
    if (!isRuleId(id)) throw new Error(`there is no rule ${id}`);
    expect(await changedBy(edits, [id], published ? 'published' : 'typed')).toEqual(finds);
  });
});

describe('every rule', () => {
  it.each(Object.keys(RULES))('%s has examples that it must find and that it must not find', (id) => {
    expect(files).toContain(`${id}.yaml`);
    const found = examplesOf(`${id}.yaml`).map(({ finds }) => finds.length > 0);
    expect(new Set(found)).toEqual(new Set([true, false]));
  });
});
