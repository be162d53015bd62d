// One new file -> there whole, or nothing of it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNamedFile, writeNewFile } from '../../src/files/new-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'iljari-new-file-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is written into a folder that was not there, and nothing beside it', async () => {
  const written = writeNewFile(path.join(folder, 'editions/1.yaml'), 'number: 1\n', folder);
  expect(written).toEqual({ value: 'editions/1.yaml', diagnostics: [] });
  expect(await readdir(path.join(folder, 'editions'))).toEqual(['1.yaml']);
  expect(await readFile(path.join(folder, 'editions/1.yaml'), 'utf8')).toBe('number: 1\n');
});

test('a file that is there stays as it is', async () => {
  await writeFile(path.join(folder, '1.yaml'), 'before');
  const { value, diagnostics } = writeNewFile(path.join(folder, '1.yaml'), 'after', folder);
  expect([value, diagnostics.map(({ rule }) => rule)]).toEqual([undefined, ['existing-file']]);
  expect(await readFile(path.join(folder, '1.yaml'), 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['1.yaml']);
});

test('a folder that cannot be made is told', async () => {
  await writeFile(path.join(folder, 'editions'), '');
  const { value, diagnostics } = writeNewFile(path.join(folder, 'editions/1.yaml'), '', folder);
  expect([value, diagnostics.length]).toEqual([undefined, 1]);
});

test('a named file is read, or why not', async () => {
  await writeFile(path.join(folder, 'a.xlsx'), 'PK');
  await mkdir(path.join(folder, 'b.xlsx'));
  expect((await readNamedFile('a.xlsx', folder)).value?.length).toBe(2);
  const rules = await Promise.all(
    ['b.xlsx', 'c.xlsx'].map(async (name) => (await readNamedFile(name, folder)).diagnostics[0]?.rule),
  );
  expect(rules).toEqual(['unreadable-file', 'missing-file']);
});
