// JSON Schema of the data files -> it takes what the reader takes, and refuses nothing else than the reader does.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { dataSchemas } from '../../src/commands/data-schemas.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../../src/diagnostic.ts';
import { dataFileAt, PLAN_FILES, TEMPLATE_FILES } from '../../src/plan-format/data-files.ts';
import { readAdoptWords } from '../../src/plan-format/read-adopt-words.ts';
import { readBudgetWords } from '../../src/plan-format/read-budget-words.ts';
import { readCheckWords } from '../../src/plan-format/read-check-words.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { readRateWords } from '../../src/plan-format/read-rate-words.ts';
import { readTheme } from '../../src/plan-format/read-theme.ts';
import { KEPT } from '../kept.ts';
import { runs } from '../whole.ts';
import { PLANS, textsIn } from './plan-folders.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

const isFields = (json: Json | undefined): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

const ajv = new Ajv({ strict: false, allErrors: true });
const schemas = new Map(
  dataSchemas().map(({ name, bytes }): [string, Fields] => [
    name.replace('.schema.json', ''),
    JSON.parse(new TextDecoder().decode(bytes)),
  ]),
);
const validators = new Map([...schemas].map(([name, schema]) => [name, ajv.compile(schema)]));

/** What an editor sees: YAML 1.2, whose keys are texts; a file without anything is a mapping without anything. */
const seen = (text: string): Json => JSON.parse(JSON.stringify(parse(text, { logLevel: 'silent' }) ?? {}));

function validator(kind: string): ValidateFunction {
  const found = validators.get(kind);
  if (found === undefined) throw new Error(kind);
  return found;
}

const told = (validate: ValidateFunction, json: Json) =>
  validate(json) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);

/** The folders below test/plans that are plans by themselves. */
const folders = readdirSync(PLANS, { recursive: true, encoding: 'utf8' })
  .filter((name) => path.basename(name) === 'plan.yaml')
  .map((name) => path.join(PLANS, path.dirname(name)));
const bundled = path.join(ROOT, 'data/incheon-seogu-2023');
const pattern = path.join(ROOT, 'templates/new-plan');

describe('every file of a plan', () => {
  it.each([...folders, bundled, pattern])('%s', (folder) => {
    const files = textsIn(folder);
    const { value, diagnostics } = readPlan(
      { displayRoot: 'plan', kept: KEPT, files },
      { edition: 'latest' },
    );
    for (const [name, text] of files) {
      const kind = dataFileAt(name);
      const refused = diagnostics.some(
        ({ place, severity }) => severity === 'error' && place.file === `plan/${name}`,
      );
      // One that the reader says nothing of is right; of others YAML may not even be read.
      if (kind !== undefined && !refused && value !== undefined)
        expect(told(validator(kind), seen(text)), name).toEqual([]);
    }
    if (folder === bundled || folder === pattern) expect(hasErrors(diagnostics)).toBe(false);
  });

  it.each(Object.keys(TEMPLATE_FILES))('%s', (kind) => {
    const text = readFileSync(path.join(ROOT, TEMPLATE_FILES[kind]?.path ?? ''), 'utf8');
    expect(told(validator(kind), seen(text))).toEqual([]);
  });
});

/** A plan in which every key of every file stands, and the same without its edition, which is read in half the time. */
const every = textsIn(path.join(PLANS, 'every-key'));
const original = new Map([...every].filter(([name]) => !name.startsWith('editions/')));

const TEMPLATES: Readonly<Record<string, (text: string) => Outcome<unknown>>> = {
  theme: (text) => readTheme({ file: 'theme', text }),
  'budget-words': (text) => readBudgetWords({ name: 'budget-words', text }),
  'check-words': (text) => readCheckWords({ name: 'check-words', text }),
  'rate-words': (text) => readRateWords({ name: 'rate-words', text }),
  'adopt-words': (text) => readAdoptWords({ name: 'adopt-words', text }),
};

/** One schedule counts in one unit. */
const schedules = ['quarters', 'halves', 'years'].map((unit): readonly [string, string] => [
  'schedule.yaml',
  `{ corner: 과제, unit: ${unit}, tasks: { youth-jobs: { fee: [[{ ${unit}: 1, text: 계획 }]] } } }`.replace(
    'years: 1',
    'years: 2026',
  ),
]);

const cases = [
  ...[...every, ...schedules]
    .filter(([name]) => dataFileAt(name) !== undefined)
    .map(([name, text]) => ({ name, text, kind: dataFileAt(name) ?? '' }))
    .map(({ name, text, kind }) => ({
      name,
      kind,
      json: seen(text),
      read: (harmed: string) =>
        readPlan(
          {
            displayRoot: '.',
            kept: KEPT,
            files: new Map([...(kind === 'edition' ? every : original), [name, harmed]]),
          },
          { edition: 'latest' },
        ).diagnostics.filter(({ severity }) => severity === 'error'),
    })),
  ...Object.entries(TEMPLATES).map(([kind, read]) => {
    const name = TEMPLATE_FILES[kind]?.path ?? '';
    const json = seen(readFileSync(path.join(ROOT, name), 'utf8'));
    return { name, kind, json, read: (harmed: string): readonly Diagnostic[] => read(harmed).diagnostics };
  }),
];

/** As YAML in brackets: the library takes as long to write its own form as to read it. */
function inYaml(json: Json): string {
  if (json === null) return '~';
  if (isList(json)) return `[${json.map(inYaml).join(', ')}]`;
  if (!isFields(json)) return JSON.stringify(json);
  return `{${Object.entries(json)
    .map(([key, value]) => `${JSON.stringify(key)}: ${inYaml(value)}`)
    .join(', ')}}`;
}

interface Harm {
  readonly what: string;
  readonly json: Json;
}

const STRAY = 'no-such-key';
const WRONG: readonly Json[] = [null, true, -7, 3.5, '글', '', '2023', [], ['글'], {}, { [STRAY]: 1 }];

/** Of members that are alike, so many are looked into. */
const FEW = 2;

/** Of the wrong values one in so many stands at each place, and all of them for the whole file. */
const STEP = runs(WRONG.length, 5);

/** The same with one key too many, one too few, or another value somewhere; a few of the wrong values at each place, in turn. */
function* harms(json: Json, turn: () => number, at = ''): Generator<Harm> {
  const first = turn();
  for (const [index, wrong] of WRONG.entries())
    if (at === '' || index % STEP === first % STEP)
      yield { what: `${at} = ${JSON.stringify(wrong)}`, json: wrong };
  if (isList(json)) {
    const looked = at === '/changes' ? json : json.slice(0, FEW);
    for (const [index, item] of looked.entries())
      for (const harm of harms(item, turn, `${at}/${index}`))
        yield { ...harm, json: json.with(index, harm.json) };
  }
  if (!isFields(json)) return;
  yield { what: `${at} + ${STRAY}`, json: { ...json, [STRAY]: '글' } };
  const looked = Object.entries(json).slice(0, /^\/(styles|colours)$/.test(at) ? FEW : undefined);
  for (const [key, value] of looked) {
    const { [key]: _, ...rest } = json;
    yield { what: `${at} - ${key}`, json: rest };
    for (const harm of harms(value, turn, `${at}/${key}`))
      yield { ...harm, json: { ...json, [key]: harm.json } };
  }
}

describe('a harmed file', () => {
  it.each(cases)('$name', { timeout: 60_000 }, ({ kind, json, read }) => {
    expect(read(stringify(json))).toEqual([]);
    const validate = validator(kind);
    const taken: string[] = [];
    let refused = 0;
    let places = 0;
    let tried = 0;
    for (const { what, json: harmed } of harms(json, () => places++)) {
      // The whole file's harms, and of those within it each fifth.
      if (tried++ > WRONG.length && tried % runs(5, 1) !== 0) continue;
      const isRight = validate(harmed);
      if (isRight && !what.endsWith(STRAY)) continue;
      // The word null is an id for the reader; an editor sees nothing there.
      const faults = read(inYaml(harmed));
      if (isRight && faults.some(({ rule }) => rule === 'unknown-key')) taken.push(`${what}: by the schema`);
      if (!isRight && faults.length === 0)
        taken.push(`${what}: by the reader; ${told(validate, harmed).join('; ')}`);
      for (const { rule, message, expected = '' } of faults)
        if (!/\p{Script=Hangul}/u.test(message) || !/\S/.test(expected))
          taken.push(`${what}: ${rule} without words`);
      if (!isRight) refused++;
    }
    expect(taken).toEqual([]);
    expect(refused).toBeGreaterThan(3);
  });
});

/** Every key of a schema with what is said of it, `*` for one of the author's choice. */
function* keysIn(
  schema: Json | undefined,
  root: Fields,
  at: readonly string[] = [],
): Generator<[string, Fields]> {
  if (!isFields(schema) || at.length > 12) return;
  const { $ref, properties, additionalProperties, items, anyOf } = schema;
  if (typeof $ref === 'string' && isFields(root.$defs))
    yield* keysIn(root.$defs[$ref.replace('#/$defs/', '')], root, at);
  if (isFields(properties))
    for (const [key, value] of Object.entries(properties)) {
      if (at.includes(key) && key === at.at(-1)) continue;
      if (isFields(value)) yield [[...at, key].join('/'), value];
      yield* keysIn(value, root, [...at, key]);
    }
  yield* keysIn(additionalProperties, root, [...at, '*']);
  yield* keysIn(items, root, at);
  if (isList(anyOf)) for (const one of anyOf) yield* keysIn(one, root, at);
}

describe.each([...schemas])('the schema of %s', (kind, schema) => {
  const keys = [...keysIn(schema, schema)];

  it('says every key in Korean, with examples that it takes', () => {
    expect(schema.title).toMatch(/\p{Script=Hangul}/u);
    const unsaid = keys.filter(
      ([, { title, description }]) =>
        !/\p{Script=Hangul}/u.test(String(title)) || !/\S/.test(String(description ?? '')),
    );
    expect(unsaid.map(([key]) => key)).toEqual([]);
    // Many keys are of one form.
    const forms = new Map(
      keys.map(([key, { title: _, ...form }]): [string, readonly [string, Fields]] => [
        JSON.stringify(form),
        [key, form],
      ]),
    );
    for (const [key, form] of forms.values()) {
      const examples = [form.examples, [form.default]].flat().filter((example) => example !== undefined);
      if (examples.length === 0) continue;
      const validate = ajv.compile({ ...form, ...(schema.$defs && { $defs: schema.$defs }) });
      for (const example of examples)
        expect(told(validate, example), `${key}: ${JSON.stringify(example)}`).toEqual([]);
    }
  });

  it('has no key that the plan of every key lacks', () => {
    const there = new Set(cases.filter((one) => one.kind === kind).flatMap(({ json }) => [...keysOf(json)]));
    expect(keys.map(([key]) => key).filter((key) => !there.has(key.split('/').at(-1) ?? ''))).toEqual([]);
  });
});

function* keysOf(json: Json): Generator<string> {
  if (isList(json)) for (const item of json) yield* keysOf(item);
  if (!isFields(json)) return;
  for (const [key, value] of Object.entries(json)) {
    yield key;
    yield* keysOf(value);
  }
}

/** Without places, which move with what stands before them, and what an edition says itself. */
function plainly(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (key === 'place' || key === 'fundingUnit') return undefined;
    if (one instanceof Map || one instanceof Set) return [...one];
    return typeof one === 'bigint' ? String(one) : one;
  });
}

/** The file with a key left out, and with what the schema says of that. */
function* leftOut(
  json: Json,
  defaults: ReadonlyMap<string, Json>,
  at = '',
): Generator<readonly [string, Json, Json]> {
  if (isList(json))
    for (const [index, item] of json.entries())
      for (const [key, without, with_] of leftOut(item, defaults, at))
        yield [key, json.with(index, without), json.with(index, with_)];
  if (!isFields(json)) return;
  for (const [key, value] of Object.entries(json)) {
    const { [key]: _, ...rest } = json;
    const otherwise = defaults.get(`${at}/${key}`) ?? defaults.get(`*/${key}`);
    if (otherwise !== undefined) yield [key, rest, { ...rest, [key]: otherwise }];
    for (const [inner, without, with_] of leftOut(value, defaults, key))
      yield [inner, { ...json, [key]: without }, { ...json, [key]: with_ }];
  }
}

const withDefaults = [...schemas].flatMap(([kind, schema]) => {
  const defaults = new Map<string, Json>();
  for (const [key, said] of keysIn(schema, schema)) {
    const [above = '', own = ''] = ['', ...key.split('/')].slice(-2);
    if (said.default !== undefined) defaults.set(`${above}/${own}`, said.default);
  }
  return defaults.size === 0 ? [] : [{ kind, defaults }];
});

it.each(withDefaults)('says of a $kind what holds without a key', { timeout: 60_000 }, ({
  kind,
  defaults,
}) => {
  const plan = (name: string, json: Json) =>
    plainly(
      TEMPLATES[kind]?.(inYaml(json)) ??
        readPlan(
          { displayRoot: '.', kept: KEPT, files: new Map([...every, [name, stringify(json)]]) },
          { edition: 'latest' },
        ),
    );
  const found = new Map<string, number>();
  for (const { name, json } of cases.filter((one) => one.kind === kind))
    for (const [key, without, with_] of leftOut(json, defaults)) {
      const times = found.get(key) ?? 0;
      found.set(key, times + 1);
      if (times < runs(FEW, Number.POSITIVE_INFINITY))
        expect(plan(name, without), key).toBe(plan(name, with_));
    }
  expect(found.size).toBeGreaterThan(0);
});

it('has a schema for each kind, and the same bytes each time', () => {
  expect([...schemas.keys()]).toEqual([...Object.keys(PLAN_FILES), ...Object.keys(TEMPLATE_FILES)]);
  expect(dataSchemas().map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(
    dataSchemas().map(({ bytes }) => new TextDecoder().decode(bytes)),
  );
});
