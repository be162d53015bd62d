// A fault at each operation of removing -> all files still there or all gone, never a mixture, and it is said.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { removeFiles } from '../../src/files/publish.ts';
import { recoverBelow } from '../../src/files/recover.ts';
import { type DiskFault, faultyDisk, QUICK, tearable, turnOf } from './faulty-disk.ts';

let working: string;
let out: string;

beforeEach(async () => {
  working = await mkdtemp(path.join(tmpdir(), 'iljari-remove-'));
  out = path.join(working, 'output/one/edition-1');
});
afterEach(() => rm(working, { recursive: true, force: true }));

const ALL = ['budget.xlsx', 'inner/plan.pdf', 'note.txt'];
const NAMES = ['budget.xlsx', 'inner/plan.pdf', 'absent.xlsx'];
const BEFORE = Object.fromEntries(ALL.map((name) => [name, name]));
const AFTER = { 'note.txt': 'note.txt' };

async function startOver(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const name of ALL) {
    await mkdir(path.dirname(path.join(out, name)), { recursive: true });
    await writeFile(path.join(out, name), name);
  }
}

async function contents(): Promise<Record<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [
        path.relative(out, file).split(path.sep).join('/'),
        await readFile(file, 'utf8'),
      ]),
    ),
  );
}

async function operations(): Promise<readonly string[]> {
  await startOver();
  const disk = faultyDisk(-1, 'kill');
  const { value } = await removeFiles(out, NAMES, 'replace', working, disk);
  expect(value).toEqual(['output/one/edition-1/budget.xlsx', 'output/one/edition-1/inner/plan.pdf']);
  expect(await contents()).toEqual(AFTER);
  expect(await readdir(out)).toEqual(['note.txt']);
  return disk.asked;
}

async function buryLocks(): Promise<void> {
  for (const name of await readdir(out).catch(() => []))
    if (name.startsWith('.iljari-lock')) await rm(path.join(out, name));
}

const faults: readonly DiskFault[] = ['ENOSPC', 'EPERM', 'EBUSY'];
it.each(faults)('%s: what was to go is there still, and it is said why', async (fault) => {
  for (const at of turnOf(faults, fault, await operations())) {
    await startOver();
    const { value, diagnostics } = await removeFiles(out, NAMES, 'replace', working, faultyDisk(at, fault));
    await buryLocks();
    if (value === undefined) {
      expect(diagnostics.map(formatDiagnostic).join('\n'), `${at}`).toContain(`(${fault})`);
      expect(await contents(), `${at}`).toEqual(BEFORE);
    } else {
      await recoverBelow(path.join(working, 'output'), working, QUICK);
      expect(await contents(), `${at}`).toEqual(AFTER);
    }
  }
});

it.each([
  'kill',
  'torn',
] as const)('%s: the next command finds all or none, and says what it did', async (fault) => {
  const all = await operations();
  const seen = new Set<string>();
  for (const at of fault === 'torn' ? tearable(all) : all.keys()) {
    await startOver();
    await removeFiles(out, NAMES, 'replace', working, faultyDisk(at, fault));
    await buryLocks();
    const said = await recoverBelow(path.join(working, 'output'), working, QUICK);
    const found = await contents();
    expect([BEFORE, AFTER], `${at}: ${JSON.stringify(found)}`).toContainEqual(found);
    seen.add(JSON.stringify(found));
    for (const { rule, severity } of said)
      expect([rule, severity]).toEqual(['interrupted-build', 'information']);
  }
  if (fault === 'kill') expect(seen.size).toBe(2);
});

it('takes a folder that is empty then, and a name that leads out is a fault of the program', async () => {
  await startOver();
  await removeFiles(out, ALL, 'replace', working, QUICK);
  expect(await readdir(path.dirname(out))).toEqual([]);
  await expect(removeFiles(out, ['../x'], 'replace', working, QUICK)).rejects.toThrow('leads out');
});
