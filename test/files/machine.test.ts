// The user's folder, such as it is -> one id and secret for the machine, or one for the process; never an error.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PASSING, thisMachine } from '../../src/files/machine.ts';

let root: string;
const before = { XDG_STATE_HOME: process.env.XDG_STATE_HOME, LOCALAPPDATA: process.env.LOCALAPPDATA };

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'iljari-machine-'));
  use(path.join(root, 'state'));
});
afterEach(async () => {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  await chmod(root, 0o700);
  await rm(root, { recursive: true, force: true });
});

function use(folder: string): void {
  process.env.XDG_STATE_HOME = folder;
  process.env.LOCALAPPDATA = folder;
}
const file = () => path.join(root, 'state/iljari/machine-id');

it('is made once, for the user alone, and kept', async () => {
  const first = await thisMachine({ keep: true });
  expect(first.id).toMatch(/^[0-9a-f]{16}$/);
  expect(await readFile(file(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(await readFile(file(), 'utf8'), 'the id does not tell the secret').not.toContain(first.id);
  if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await readdir(path.dirname(file()))).toEqual(['machine-id']);
  expect((await thisMachine({ keep: true })).seal('a')).toBe(first.seal('a'));
});

it('is not made by who only reads', async () => {
  expect((await thisMachine({ keep: false })).id).toBe(PASSING);
  expect(await readdir(root)).toEqual([]);
});

it('seals parts, not their letters in a row', async () => {
  const { seal, isSeal } = await thisMachine({ keep: true });
  expect(isSeal(seal('a', 'b'), 'a', 'b')).toBe(true);
  expect(isSeal(seal('a', 'b').slice(0, 16), 'a', 'b')).toBe(true);
  for (const wrong of [
    seal('ab'),
    seal('a', 'b').slice(0, 8),
    '',
    'x'.repeat(64),
    seal('a', 'b') + seal('a', 'b'),
  ])
    expect(isSeal(wrong, 'a', 'b')).toBe(false);
});

it.each([
  ['what is no secret', 'hello'],
  ['an empty file', ''],
  ['a large file', '0'.repeat(100_000)],
])('%s in its place is replaced', async (_, text) => {
  await mkdir(path.dirname(file()), { recursive: true });
  await writeFile(file(), text);
  expect((await thisMachine({ keep: false })).id).toBe(PASSING);
  expect((await thisMachine({ keep: true })).id).not.toBe(PASSING);
  expect(await readFile(file(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
});

it('is the process’s own where nothing can be kept', async () => {
  await writeFile(path.join(root, 'file'), '');
  await mkdir(path.join(root, 'taken/iljari/machine-id/x'), { recursive: true });
  await mkdir(path.join(root, 'round'));
  await symlink('iljari', path.join(root, 'round/iljari'));
  for (const name of ['file', 'taken', 'round']) {
    use(path.join(root, name));
    const machine = await thisMachine({ keep: true });
    expect(machine.id, name).toBe(PASSING);
    expect(machine.isSeal(machine.seal('a'), 'a')).toBe(true);
  }
});

it('a folder that is no path of its own is not taken', async () => {
  use('relative');
  const machine = await thisMachine({ keep: false });
  expect(machine.seal('a')).toHaveLength(64);
  await expect(stat('relative')).rejects.toThrow('ENOENT');
});
