// Files for a new folder that cannot all be written -> nothing, and what stood there as before.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNewFolder } from '../../src/files/new-folder.ts';
import { PROGRAM_FOLDER, readNewPlan, readSources } from '../../src/files.ts';

let working: string;

beforeEach(async () => {
  working = await mkdtemp(path.join(tmpdir(), 'iljari-new-folder-'));
});

afterEach(() => rm(working, { recursive: true, force: true }));

const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
/** The second cannot be written: its folder is a file. */
const IMPOSSIBLE = [file('one'), file('one/below')];

it('writes files and folders, and leaves nothing beside them', async () => {
  const written = await writeNewFolder(path.join(working, 'a/b'), [file('one'), file('in/two')], working);
  expect(written).toEqual({ value: ['a/b/one', 'a/b/in/two'], diagnostics: [] });
  expect((await readdir(working, { recursive: true })).sort()).toEqual([
    'a',
    'a/b',
    'a/b/in',
    'a/b/in/two',
    'a/b/one',
  ]);
});

it('takes away every folder it had to make', async () => {
  const { value, diagnostics } = await writeNewFolder(path.join(working, 'a/b'), IMPOSSIBLE, working);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'unwritable-folder', place: { file: 'a/b' } }]);
  expect(await readdir(working)).toEqual([]);
});

it('leaves an empty folder empty', async () => {
  await mkdir(path.join(working, 'empty'));
  const { value } = await writeNewFolder(path.join(working, 'empty'), IMPOSSIBLE, working);
  expect(value).toBeUndefined();
  expect(await readdir(working, { recursive: true })).toEqual(['empty']);
});

it('is given the pattern, which no build reads', async () => {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const pattern = await readNewPlan(folders);
  expect(pattern.diagnostics).toEqual([]);
  expect([...(pattern.value?.keys() ?? [])]).toContain('plan.yaml');
  const sources = await readSources(working, folders, { fonts: false });
  const read = [...(sources.value?.templates.files.keys() ?? [])];
  expect(read).toContain('publication.hbs');
  expect(read.filter((name) => name.startsWith('new-plan'))).toEqual([]);
});
