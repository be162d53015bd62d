// A file that a person named -> its bytes, or why not.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readNamedFile } from '../../src/files/named-file.ts';

test('a named file is read, or it is said why not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'iljari-named-file-'));
  await writeFile(path.join(folder, 'a.xlsx'), 'PK');
  await mkdir(path.join(folder, 'b.xlsx'));
  expect((await readNamedFile('a.xlsx', folder)).value?.length).toBe(2);
  const rules = await Promise.all(
    ['b.xlsx', 'c.xlsx'].map(async (name) => (await readNamedFile(name, folder)).diagnostics[0]?.rule),
  );
  expect(rules).toEqual(['unreadable-file', 'missing-file']);
  await rm(folder, { recursive: true });
});
