// `iljari schema`, and the lines of `iljari new` -> schemas where the files of a plan look for them, and nothing of others touched.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFolder, runHere } from './run-iljari.ts';

let folder: string;
const run = (...args: readonly string[]) => runHere(args, { folder });
const inside = (...names: readonly string[]) => path.join(folder, ...names);

beforeEach(async () => {
  folder = await emptyFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function contentOf(...names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(inside(...names));
  const texts = files.sort().map(async (name) => [name, await readFile(inside(...names, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

test('writes the same again, and only over what it wrote', async () => {
  const made = await run('schema', '편집기');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('  편집기/task.schema.json\n');
  const first = await contentOf('편집기');
  expect(JSON.parse(first['plan.schema.json'] ?? '')).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: { year: { type: 'integer', title: '계획 연도' }, office: { default: 'any' } },
    required: ['id', 'title', 'issuer', 'year', 'issue-date'],
    additionalProperties: false,
  });
  expect(await run('schema', '편집기')).toMatchObject({ code: 0, stderr: '' });
  expect(await contentOf('편집기')).toEqual(first);

  await writeFile(inside('편집기/plan.schema.json'), '{ "mine": true }');
  await rm(inside('편집기/task.schema.json'));
  const refused = await run('schema', '편집기');
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('편집기/plan.schema.json:1:1  오류 existing-file');
  const { 'task.schema.json': _, ...rest } = first;
  expect(await contentOf('편집기')).toEqual({ ...rest, 'plan.schema.json': '{ "mine": true }' });
});

test('a plan has its schemas in a folder of their own, which it reads past', async () => {
  await mkdir(inside('plan'));
  await writeFile(
    inside('plan/plan.yaml'),
    'id: a\ntitle: 계획\nissuer: 가나구\nyear: 2023\nissue-date: 2023-03-31\n',
  );
  const before = await run('check', 'plan');
  expect(await run('schema', 'plan')).toMatchObject({ code: 0, stderr: '' });
  expect((await readdir(inside('plan'))).sort()).toEqual(['plan.yaml', 'schema']);
  expect(await run('schema', 'plan/schema')).toMatchObject({ code: 0, stderr: '' });
  expect((await readdir(inside('plan/schema'))).every((name) => name.endsWith('.schema.json'))).toBe(true);
  await writeFile(inside('plan/schema/note.yaml'), '[');
  expect(await run('check', 'plan')).toEqual(before);
  const elsewhere = await run('schema', 'plan/tasks');
  expect(elsewhere.code).toBe(3);
  expect(elsewhere.stderr).toContain('오류 folder-in-plan');
  expect(await run('schema')).toMatchObject({ code: 2 });
});

/** The lines of the files of data that lead nowhere. */
async function astray(plan: string): Promise<readonly string[]> {
  const names = (await readdir(inside(plan), { recursive: true })).filter((name) => name.endsWith('.yaml'));
  expect(names.length).toBeGreaterThan(10);
  const wrong = names.map(async (name) => {
    const [, schema] =
      /^# yaml-language-server: \$schema=(\S+)\n(?!# yaml-language-server)/.exec(
        await readFile(inside(plan, name), 'utf8'),
      ) ?? [];
    if (schema === undefined) return [name];
    const { title } = JSON.parse(await readFile(inside(plan, path.dirname(name), schema), 'utf8'));
    return name.startsWith('tasks/') === String(title).startsWith('실천과제') ? [] : [name];
  });
  return (await Promise.all(wrong)).flat();
}

test('what new makes names its schemas, and so does what is made of that', async () => {
  expect(await run('new', 'first')).toMatchObject({ code: 0, stderr: '' });
  expect(await astray('first')).toEqual([]);
  expect(await run('new', 'second', '--from', 'first')).toMatchObject({ code: 0, stderr: '' });
  expect(await astray('second')).toEqual([]);
  expect(await contentOf('second/schema')).toEqual(await contentOf('first/schema'));
});
