// A new plan's folder, or a new file of a plan, and a fault at each operation -> all of it or nothing, and nothing hidden.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { publishFiles } from '../../src/files/publish.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { recoverIn } from '../../src/files/recover.ts';
import { findPlan, PROGRAM_FOLDER, readNewPlan, readSources } from '../../src/files.ts';
import { bury, type DiskFault, type FaultyDisk, faultyDisk, QUICK, tearable, turnOf } from './faulty-disk.ts';

let working: string;
const inside = (...names: readonly string[]) => path.join(working, ...names);

beforeEach(async () => {
  working = await mkdtemp(path.join(tmpdir(), 'iljari-publish-new-'));
});

afterEach(() => rm(working, { recursive: true, force: true }));

const filesOf = (...names: readonly string[]) =>
  names.map((name) => ({ name, bytes: new TextEncoder().encode(`new ${name}`) }));

/** Both make folders: one two above the plan and two below it, the other one inside the plan. */
const CASES = {
  new: {
    before: {},
    files: filesOf('plan.yaml', 'tasks/deep/b.yaml'),
    rule: 'folder-not-empty',
  },
  add: {
    before: { data: '', 'data/next': '', 'data/next/plan.yaml': 'old' },
    files: filesOf('editions/1.yaml'),
    rule: 'existing-file',
  },
} as const;
type Case = keyof typeof CASES;
const AFTER: Readonly<Record<Case, Readonly<Record<string, string>>>> = {
  new: {
    data: '',
    'data/next': '',
    'data/next/plan.yaml': 'new plan.yaml',
    'data/next/tasks': '',
    'data/next/tasks/deep': '',
    'data/next/tasks/deep/b.yaml': 'new tasks/deep/b.yaml',
  },
  add: {
    ...CASES.add.before,
    'data/next/editions': '',
    'data/next/editions/1.yaml': 'new editions/1.yaml',
  },
};

/** Every file with its text, every folder with none, hidden ones too. */
async function tree(): Promise<Record<string, string>> {
  const entries = await readdir(working, { recursive: true, withFileTypes: true });
  const found = entries.map(async (entry): Promise<[string, string]> => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(working, file).split(path.sep).join('/');
    return [name, entry.isFile() ? await readFile(file, 'utf8') : ''];
  });
  return Object.fromEntries(await Promise.all(found));
}

async function startOver(manner: Case): Promise<void> {
  await rm(inside('data'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(CASES[manner].before))
    await (text === '' ? mkdir(inside(name)) : writeFile(inside(name), text));
}

const publish = (manner: Case, disk: FaultyDisk | typeof QUICK = QUICK) =>
  publishFiles(inside('data/next'), CASES[manner].files, manner, working, disk);
const recover = (disk: FaultyDisk | typeof QUICK = QUICK) => recoverIn(inside('data/next'), working, disk);

/** The operations that it takes without a fault. */
async function operations(manner: Case): Promise<readonly string[]> {
  await startOver(manner);
  const disk = faultyDisk(-1, 'kill');
  await publish(manner, disk);
  expect(await tree()).toEqual(AFTER[manner]);
  return disk.asked;
}

describe.each(['new', 'add'] as const)('%s: a fault at each operation', (manner) => {
  const { before, rule } = CASES[manner];
  const after = AFTER[manner];

  const faults: readonly DiskFault[] = ['ENOSPC', 'EPERM', 'EBUSY'];
  it.each(faults)('%s: nothing is there, or all of it', async (fault) => {
    const all = await operations(manner);
    for (const at of turnOf(faults, fault, all)) {
      await startOver(manner);
      const { value, diagnostics } = await publish(manner, faultyDisk(at, fault));
      if (value === undefined) {
        const said = diagnostics.map(formatDiagnostic).join('\n');
        expect(said, `${at}`).toContain(`(${fault})`);
        expect(said, `${at}`).not.toContain('--out');
        expect(await tree(), `${at} ${all[at]}`).toEqual(before);
      } else {
        // What could not be taken away is taken away by the next.
        await bury(working);
        await recover();
        expect(await tree(), `${at} ${all[at]}`).toEqual(after);
      }
    }
  });

  it.each<DiskFault>(['kill', 'torn'])('%s: the next command finds nothing, or all of it', async (fault) => {
    const all = await operations(manner);
    const seen = new Set<string>();
    for (const at of fault === 'torn' ? tearable(all) : turnOf(['new', 'add'], manner, all)) {
      await startOver(manner);
      await publish(manner, faultyDisk(at, fault));
      await bury(working);
      const said = await recover();
      for (const one of said) expect([one.rule, one.severity]).toEqual(['interrupted-build', 'information']);
      const found = await tree();
      // Before the lock no one can tell an empty folder from one that a person made.
      const locked = at > all.indexOf('claim');
      if (locked) expect([before, after], `${at} ${all[at]}: ${JSON.stringify(found)}`).toContainEqual(found);
      else expect(Object.values(found).join('')).toBe(Object.values(before).join(''));
      const ended = await publish(manner);
      const done = ended.value === undefined ? ended.diagnostics.map((one) => one.rule) : 'done';
      expect(done, `${at}`).toEqual(
        Object.keys(found).length === Object.keys(after).length ? [rule] : 'done',
      );
      expect(await tree(), `${at}`).toEqual(after);
      seen.add(JSON.stringify(done));
    }
    if (fault === 'kill') expect(seen.size).toBe(2);
  });

  it('a kill while it is put right: the next command goes on', async () => {
    const all = await operations(manner);
    const filesIn = (found: object) =>
      JSON.stringify(Object.entries(found).filter(([, text]) => text !== ''));
    for (let at = all.lastIndexOf('rename') - 3; at < all.length; at += 5) {
      for (let again = 0; again < 24; again += 3) {
        await startOver(manner);
        await publish(manner, faultyDisk(at, 'kill'));
        await bury(working);
        await recover(faultyDisk(again, 'kill'));
        await bury(working);
        await recover();
        expect([filesIn(before), filesIn(after)], `${at} ${again}`).toContain(filesIn(await tree()));
      }
    }
  });
});

describe('what stands there', () => {
  it('a file made by hand since the kill is kept, and the rest undone', async () => {
    const all = await operations('new');
    await startOver('new');
    await publish('new', faultyDisk(all.lastIndexOf('rename'), 'kill'));
    await bury(working);
    await mkdir(inside('data/next/tasks/deep'), { recursive: true });
    await writeFile(inside('data/next/tasks/deep/b.yaml'), 'by hand');
    expect(await recover()).toMatchObject([{ rule: 'interrupted-build', severity: 'information' }]);
    expect(Object.values(await tree()).join('')).toBe('by hand');
  });

  it('an empty folder is taken, and left as it was when something goes wrong', async () => {
    await mkdir(inside('empty'));
    const impossible = filesOf('one', 'one/below');
    const { value, diagnostics } = await publishFiles(inside('empty'), impossible, 'new', working);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'unwritable-folder', place: { file: 'empty' } }]);
    expect(await tree()).toEqual({ empty: '' });
    expect((await publishFiles(inside('empty'), filesOf('a/b'), 'new', working)).value).toEqual([
      'empty/a/b',
    ]);
  });

  it('a folder that is a link is not written into: it may lead anywhere', async () => {
    await startOver('add');
    await mkdir(inside('elsewhere'));
    await symlink(inside('elsewhere'), inside('data/next/editions'));
    expect((await publish('add')).diagnostics).toMatchObject([
      { rule: 'unwritable-file', place: { file: 'data/next/editions/1.yaml' } },
    ]);
    expect(await readdir(inside('elsewhere'))).toEqual([]);
  });

  it('a stage whose parts are links or whose names lead out moves nothing', async () => {
    await startOver('add');
    await writeFile(inside('secret'), 'secret');
    const stage = inside('data/next/.iljari-stage');
    for (const names of [['../../secret'], ['secret']]) {
      await mkdir(stage, { recursive: true });
      await symlink(working, path.join(stage, 'new'));
      await writeFile(path.join(stage, 'commit.json'), JSON.stringify({ names, replaced: [], folders: [] }));
      expect(await recover()).toMatchObject([{ rule: 'foreign-journal' }]);
      expect(await readdir(stage)).toEqual(['commit.json', 'new']);
      await rm(stage, { recursive: true });
    }
    expect(await readFile(inside('secret'), 'utf8')).toBe('secret');
  });

  const outside = process.platform === 'win32' ? ['C:x', 'a\\b'] : [];
  it.each(['../x', '/x', 'a/../../x', 'a//b', 'a/./b', ...outside])('%s is no name', async (name) => {
    await expect(publishFiles(inside('new'), filesOf(name), 'new', working)).rejects.toThrow('leads out');
    expect(await tree()).toEqual({});
  });
});

describe('a plan that was being made or changed', () => {
  it('is put right before it is read, and its stage is never read', async () => {
    const folders = { working, program: inside('program') };
    const all = await operations('new');
    await startOver('new');
    await publish('new', faultyDisk(all.indexOf('rename') + 3, 'kill'));
    await bury(working);
    expect((await readFolder(inside('data/next'), working, /yaml$/)).files.size).toBe(0);
    const broken = await tree();
    // One that only reads changes nothing.
    const seen = await findPlan('next', folders);
    expect(seen).toMatchObject({
      value: undefined,
      diagnostics: [{ rule: 'interrupted-build', severity: 'error' }],
    });
    expect(await tree()).toEqual(broken);
    const found = await findPlan('next', folders, 'write');
    expect(found).toMatchObject({ value: inside('data/next'), diagnostics: [{ severity: 'information' }] });
    expect(await tree()).toEqual(AFTER.new);
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
});
