// Each file of test/check/rules -> the rule of its name finds what its examples say, and nothing where they say nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isRuleId, type RuleId } from '../../src/check/check-plan.ts';
import { RULES } from '../../src/check/rules.ts';
import { WHOLE } from '../whole.ts';
import { changedBy, type Edit } from './edited-plan.ts';

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

type Example = v.InferOutput<typeof EXAMPLES>[number];

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const examples = new Map(
  files.map((file) => [
    file.replace(/\.yaml$/, ''),
    v.parse(EXAMPLES, parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
  ]),
);

interface Batch {
  readonly edits: Edit[];
  readonly rules: Set<RuleId>;
  readonly files: Set<string>;
  /** What changes for each of the rules. */
  lines?: Promise<ReadonlyMap<string, readonly string[]>>;
}

/** How many examples, of other rules and in other files, share a plan that is read and composed once for all of them. */
const TOGETHER = 10;
const together = new Map<Example, Batch>();
const batches: Batch[] = [];
for (const [id, list] of examples) {
  for (const example of WHOLE ? [] : list.filter(standsBesideOthers)) {
    if (!isRuleId(id)) continue;
    const own = example.edits.map(({ file }) => file);
    const free = batches.find(
      ({ rules, files }) => rules.size < TOGETHER && !rules.has(id) && !own.some((file) => files.has(file)),
    );
    const batch = free ?? { edits: [], rules: new Set(), files: new Set() };
    if (free === undefined) batches.push(batch);
    batch.edits.push(...example.edits);
    batch.rules.add(id);
    for (const file of own) batch.files.add(file);
    together.set(example, batch);
  }
}

/** Whether it changes nothing but words: a record or an edition is of the whole plan. */
function standsBesideOthers({ published, edits }: Example): boolean {
  return !published && edits.every(({ before }) => before !== '');
}

async function linesOf({ edits, rules }: Batch): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map<string, readonly string[]>();
  for (const rule of rules) lines.set(rule, await changedBy(edits, [rule]));
  return lines;
}

describe.each([...examples])('%s', (id, list) => {
  it.each(list)('$name', async (example) => {
    if (!isRuleId(id)) throw new Error(`there is no rule ${id}`);
    const { published, edits, finds } = example;
    const batch = together.get(example);
    if (batch !== undefined) {
      // Where examples meet after all, or one of them cannot be made, each is asked alone.
      batch.lines ??= linesOf(batch).catch(() => new Map());
      if (isDeepStrictEqual((await batch.lines).get(id), finds)) return;
    }
    expect(await changedBy(edits, [id], published ? 'published' : 'typed')).toEqual(finds);
  });
});

describe('every rule', () => {
  it.each(Object.keys(RULES))('%s has examples that it must find and that it must not find', (id) => {
    const found = examples.get(id)?.map(({ finds }) => finds.length > 0);
    expect(new Set(found)).toEqual(new Set([true, false]));
  });
});
