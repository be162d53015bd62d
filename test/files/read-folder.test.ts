// Folders as they come by mail -> only what is in them, of a size that can be read; the rest is named.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFolder } from '../../src/files/read-folder.ts';

let working: string;
let plan: string;

beforeEach(async () => {
  working = await mkdtemp(path.join(tmpdir(), 'iljari-folder-'));
  plan = path.join(working, 'plan');
  await mkdir(plan);
  await writeFile(path.join(plan, 'plan.yaml'), 'id: one\n');
});

afterEach(() => rm(working, { recursive: true, force: true }));

async function read(): Promise<{ readonly names: readonly string[]; readonly said: readonly string[] }> {
  const { files, diagnostics } = await readFolder(plan, working, /\.(yaml|hbs)$/);
  const said = diagnostics.map(({ rule, place }) => `${'cell' in place ? '' : place.file} ${rule}`);
  return { names: [...files.keys()], said };
}

it('follows links to what is in the folder and refuses those that lead out of it', async () => {
  await writeFile(path.join(working, 'secret.yaml'), 'password: 1\n');
  await mkdir(path.join(working, 'elsewhere'));
  await writeFile(path.join(working, 'elsewhere/a.yaml'), 'a: 1\n');
  await symlink('../secret.yaml', path.join(plan, 'notes.yaml'));
  await symlink('plan.yaml', path.join(plan, 'copy.yaml'));
  await symlink('../elsewhere', path.join(plan, 'tasks'));
  await symlink('.', path.join(plan, 'round.yaml'));
  expect(await read()).toEqual({
    names: ['copy.yaml', 'plan.yaml'],
    said: ['plan/tasks linked-folder', 'plan/notes.yaml link-outside', 'plan/round.yaml unreadable-file'],
  });
});

it('names what was meant to be read and has another ending', async () => {
  for (const name of [
    'notes.yml',
    'names.yaml.txt',
    'vision.YAML',
    'memo.txt',
    'budget.xlsx',
    'old.yaml.bak',
  ])
    await writeFile(path.join(plan, name), '');
  const { names, said } = await read();
  expect(names).toEqual(['plan.yaml']);
  expect([...said].sort()).toEqual([
    'plan/names.yaml.txt file-ending',
    'plan/notes.yml file-ending',
    'plan/old.yaml.bak backup-file',
    'plan/vision.YAML file-ending',
  ]);
});

it('does not wait for a pipe', async () => {
  if (process.platform === 'win32') return;
  execFileSync('mkfifo', [path.join(plan, 'names.yaml')]);
  expect((await read()).said).toEqual(['plan/names.yaml unreadable-file']);
});

it('refuses by size what would take minutes to parse, before it is opened', async () => {
  await writeFile(path.join(plan, 'notes.yaml'), '');
  await truncate(path.join(plan, 'notes.yaml'), 2 ** 34);
  expect(await read()).toEqual({ names: ['plan.yaml'], said: ['plan/notes.yaml file-too-large'] });
});

it('takes a file of a megabyte, and none that is larger by a byte', async () => {
  const file = path.join(plan, 'notes.yaml');
  await writeFile(file, '');
  await truncate(file, 2 ** 20);
  expect((await read()).said).toEqual([]);
  await truncate(file, 2 ** 20 + 1);
  expect((await read()).said).toEqual(['plan/notes.yaml file-too-large']);
});

it('refuses folders that go on and on', async () => {
  const deep = path.join(plan, ...'abcdefghijkl');
  await mkdir(deep, { recursive: true });
  await writeFile(path.join(deep, 'a.yaml'), '');
  expect((await read()).said).toEqual(['plan/a/b/c/d/e/f/g/h/i too-many-files']);
});

it('refuses names that Windows cannot have side by side, or at all', async () => {
  await mkdir(path.join(plan, 'tasks'));
  await writeFile(path.join(plan, 'tasks/aux.yaml'), '');
  await writeFile(path.join(plan, 'Plan.yaml'), '');
  expect((await read()).said).toEqual([
    'plan/plan.yaml same-file-name',
    'plan/tasks/aux.yaml reserved-file-name',
  ]);
});

it('reads no more than the memory holds when it is parsed, however many files it lies in', async () => {
  for (let at = 0; at < 20; at++) {
    const file = path.join(plan, `part-${at}.yaml`);
    await writeFile(file, '');
    await truncate(file, 500_000);
  }
  const { names, said } = await read();
  expect(said).toEqual(['plan file-too-large']);
  expect(names.length).toBeLessThan(20);
});
