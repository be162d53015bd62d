// Journals and stages as they come by mail, from another machine, or from another place -> nothing acts, and all of it is told.
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DISK } from '../../src/files/file-system.ts';
import { type Journal, journalBytes, readJournal } from '../../src/files/journal.ts';
import { thisMachine } from '../../src/files/machine.ts';
import { publishFiles } from '../../src/files/publish.ts';
import { lookBelow, lookIn, recoverBelow, recoverIn } from '../../src/files/recover.ts';
import { findPlan } from '../../src/files.ts';
import { bury, faultyDisk, QUICK } from './faulty-disk.ts';
import { type Machines, machines } from './other-machine.ts';

let working: string;
let plan: string;
let all: Machines;
beforeAll(async () => {
  all = await machines();
});
afterAll(() => all.end());
beforeEach(async () => {
  await all.become('this');
  working = await mkdtemp(path.join(tmpdir(), 'iljari-journal-'));
  plan = path.join(working, 'plan');
  await put('plan.yaml', 'id: one\n');
  await put('.git/config', 'harmless');
  await put('tasks/a.yaml', 'a');
});
afterEach(() => rm(working, { recursive: true, force: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(plan, name)), { recursive: true });
  await writeFile(path.join(plan, name), text);
}

/** Every file below the working folder with its text, every link with where it leads. */
async function tree(folder = working): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.map(async (entry): Promise<[string, string]> => {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (entry.isSymbolicLink()) return [name, `-> ${await readlink(file)}`];
    return [name, entry.isFile() ? await readFile(file, 'utf8') : ''];
  });
  return Object.fromEntries((await Promise.all(found)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const edition = (text: string, number = 1) => [{ name: `editions/${number}.yaml`, bytes: bytesOf(text) }];
const rulesOf = (said: readonly { readonly rule: string; readonly severity: string }[]) =>
  said.map(({ rule, severity }) => `${severity} ${rule}`);
const digest = (digit: string) => digit.repeat(64);

/** An edition that was being added to the plan when the program was killed, all of it ready to be moved. */
async function interrupt(text = 'mine'): Promise<void> {
  const whole = faultyDisk(-1, 'kill');
  await mkdir(path.join(working, 'whole'), { recursive: true });
  await publishFiles(path.join(working, 'whole'), edition(text), 'add', working, whole);
  await rm(path.join(working, 'whole'), { recursive: true });
  // The move of the edition follows that of the journal.
  const at = whole.asked.lastIndexOf('rename');
  await publishFiles(plan, edition(text), 'add', working, faultyDisk(at, 'kill'));
  await bury(plan);
}

/** Those of dead processes are taken away by whoever may. */
async function withoutLocks(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await tree()).filter(([name]) => !name.includes('.iljari-lock')));
}

/** Nothing below the working folder changes, whatever is done; the rules that are told by reading, and by writing. */
async function untouched(): Promise<{ readonly read: readonly string[]; readonly write: readonly string[] }> {
  const before = await withoutLocks();
  const read = rulesOf(await lookIn(plan, working));
  expect(await lookBelow(working, working)).toHaveLength(read.length);
  const write = rulesOf(await recoverIn(plan, working));
  expect(await recoverBelow(working, working)).toHaveLength(write.length);
  const added = await publishFiles(plan, edition('next', 2), 'add', working, QUICK);
  expect(rulesOf(added.diagnostics)).toEqual(['error foreign-journal']);
  expect(await withoutLocks()).toEqual(before);
  return { read, write };
}

const HOSTILE: readonly (readonly [what: string, names: readonly string[]])[] = [
  ['a hidden file', ['.git/config']],
  ['the plan itself', ['plan.yaml']],
  ['a task', ['tasks/a.yaml']],
  ['an edition', ['editions/7.yaml']],
  ['all of them', ['.git/config', 'plan.yaml', 'tasks/a.yaml', 'editions/7.yaml']],
];

describe.each(['commit.json', 'undo.json'])('%s that came by mail', (file) => {
  it.each(HOSTILE)('without a seal, about %s', async (_, names) => {
    for (const name of names) {
      await put(`.iljari-stage/new/${name}`, 'evil');
      await put(`.iljari-stage/old/${name}`, 'evil');
    }
    for (const replaced of [names, []]) {
      await put(`.iljari-stage/${file}`, JSON.stringify({ names, replaced, folders: [] }));
      expect(await untouched()).toEqual({
        read: ['warning foreign-journal'],
        write: ['warning foreign-journal'],
      });
    }
  });

  it.each(HOSTILE)('with a seal of another machine, or under our name, about %s', async (_, names) => {
    const files = names.map((name) => ({ name, fresh: digest('a') }));
    const journal: Journal = { manner: 'new', files, folders: [] };
    for (const name of names) await put(`.iljari-stage/new/${name}`, 'evil');
    await all.become('other');
    const sealed = new TextDecoder().decode(journalBytes(journal, plan, await thisMachine({ keep: true })));
    await all.become('this');
    const { id } = await thisMachine({ keep: true });
    const { by: _by, ...rest } = JSON.parse(sealed) as Readonly<Record<string, unknown>>;
    for (const text of [sealed, JSON.stringify({ ...rest, by: id }), JSON.stringify({ ...rest, by: '-' })]) {
      await put(`.iljari-stage/${file}`, text);
      expect(await untouched()).toEqual({
        read: ['warning foreign-journal'],
        write: ['warning foreign-journal'],
      });
    }
  });

  it.each([
    '',
    '{',
    '[]',
    '"x"',
    '{"names":7}',
    '{"files":{},"seal":"x","by":"x","place":"x"}',
    '\0'.repeat(5_000_000),
  ])('that is no journal (%#)', async (text) => {
    await put(`.iljari-stage/${file}`, text);
    const said = await untouched();
    expect(said.read.join()).toMatch(/^(warning|error) foreign-journal$/);
    expect(said.write).toEqual(said.read);
  });

  it('our own seal does not make the program write what it never writes', async () => {
    const machine = await thisMachine({ keep: true });
    const journals: readonly Journal[] = [
      { manner: 'new', files: [{ name: '.git/config', fresh: digest('a') }], folders: [] },
      {
        manner: 'new',
        files: [{ name: 'plan.yaml', fresh: digest('a'), earlier: digest('b') }],
        folders: [],
      },
      { manner: 'add', files: [{ name: 'plan.yaml', fresh: digest('a') }], folders: [] },
      { manner: 'add', files: [{ name: 'editions/1.yaml', fresh: digest('a') }], folders: ['tasks'] },
      {
        manner: 'replace',
        files: [{ name: 'plan.yaml', fresh: digest('a'), earlier: digest('b') }],
        folders: [],
      },
    ];
    for (const journal of journals) {
      await put(`.iljari-stage/${file}`, new TextDecoder().decode(journalBytes(journal, plan, machine)));
      const { read } = await untouched();
      expect(read.join()).toMatch(/foreign-journal/);
    }
  });
});

describe('a stage', () => {
  it('without a journal that we did not make is never taken away', async () => {
    await put('.iljari-stage/new/precious', 'mine');
    expect(await untouched()).toEqual({
      read: ['warning foreign-journal'],
      write: ['warning foreign-journal'],
    });
  });

  it('that is a link, or a file, is left', async () => {
    await mkdir(path.join(working, 'elsewhere/new'), { recursive: true });
    await writeFile(path.join(working, 'elsewhere/new/plan.yaml'), 'evil');
    await writeFile(
      path.join(working, 'elsewhere/commit.json'),
      '{"names":["plan.yaml"],"replaced":["plan.yaml"]}',
    );
    await symlink('../elsewhere', path.join(plan, '.iljari-stage'));
    const foreign = { read: ['warning foreign-journal'], write: ['warning foreign-journal'] };
    expect(await untouched()).toEqual(foreign);
    await rm(path.join(plan, '.iljari-stage'));
    await put('.iljari-stage', 'a file');
    expect(await untouched()).toEqual(foreign);
  });

  it('of ours keeps what someone else put into it', async () => {
    await interrupt();
    await put('.iljari-stage/letter.txt', 'by hand');
    expect(rulesOf(await recoverIn(plan, working))).toEqual(['information interrupted-build']);
    expect(await tree(plan)).toMatchObject({
      'editions/1.yaml': 'mine',
      '.iljari-stage/letter.txt': 'by hand',
    });
    expect((await publishFiles(plan, edition('next', 2), 'add', working)).diagnostics).toEqual([]);
    await rm(path.join(plan, '.iljari-stage/letter.txt'));
    expect((await publishFiles(plan, edition('more', 3), 'add', working)).diagnostics).toEqual([]);
    expect(Object.keys(await tree(plan)).filter((name) => name.startsWith('.iljari'))).toEqual([]);
  });

  it('whose parts lead elsewhere moves nothing there', async () => {
    await interrupt();
    await mkdir(path.join(working, 'elsewhere'));
    await rm(path.join(plan, 'editions'), { recursive: true });
    await symlink('../elsewhere', path.join(plan, 'editions'));
    expect(rulesOf(await recoverIn(plan, working)).join()).toMatch(/interrupted-build/);
    expect(await readdir(path.join(working, 'elsewhere'))).toEqual([]);
  });
});

describe('what this machine began', () => {
  it('is told by a command that reads, which changes nothing, and finished by one that writes', async () => {
    await interrupt();
    const before = await tree();
    const folders = { working, program: path.join(working, 'program') };
    const read = await findPlan('plan', folders);
    expect(read).toMatchObject({
      value: undefined,
      diagnostics: [{ rule: 'interrupted-build', severity: 'error' }],
    });
    expect(await tree()).toEqual(before);
    expect((await findPlan('plan', folders, 'write')).value).toBe(plan);
    expect(await tree(plan)).toMatchObject({ 'editions/1.yaml': 'mine' });
  });

  it('is a stranger’s in a copy of the folder, in a folder that was moved, and on another machine', async () => {
    await interrupt();
    const whole = await tree(plan);
    await cp(plan, path.join(working, 'copy'), { recursive: true });
    await rename(plan, path.join(working, 'moved'));
    for (const name of ['copy', 'moved']) {
      const folder = path.join(working, name);
      const said = await recoverIn(folder, working);
      expect(said).toMatchObject([{ rule: 'foreign-journal', severity: 'warning' }]);
      expect(said[0]?.message).toContain(plan);
      expect(await tree(folder)).toEqual(whole);
    }
    await rename(path.join(working, 'moved'), plan);
    await rm(path.join(working, 'copy'), { recursive: true });
    await all.become('other');
    expect((await untouched()).read).toEqual(['warning foreign-journal']);
    const said = await recoverIn(plan, working);
    expect(said[0]?.expected).toContain('그 컴퓨터에서');
    await all.become('this');
    expect(rulesOf(await recoverIn(plan, working))).toEqual(['information interrupted-build']);
  });

  it('is finished by no other process where no secret can be kept', async () => {
    await all.become(undefined);
    await interrupt();
    const machine = await thisMachine({ keep: true });
    expect(machine.id).toBe('-');
    await all.become('this');
    expect((await untouched()).read).toEqual(['warning foreign-journal']);
    await all.become(undefined);
    expect(rulesOf(await recoverIn(plan, working))).toEqual(['information interrupted-build']);
    expect(await tree(plan)).toMatchObject({ 'editions/1.yaml': 'mine' });
  });

  it('is undone, not finished, when the bytes are not those of the journal', async () => {
    await interrupt();
    await put('.iljari-stage/new/editions/1.yaml', 'exchanged');
    expect(await recoverIn(plan, working)).toMatchObject([
      { rule: 'interrupted-build', severity: 'information' },
    ]);
    expect(Object.keys(await tree(plan))).not.toContain('editions/1.yaml');
  });

  it('removes no file when it is undone but the one that was published', async () => {
    await interrupt();
    await rename(path.join(plan, '.iljari-stage/commit.json'), path.join(plan, '.iljari-stage/undo.json'));
    await rm(path.join(plan, '.iljari-stage/new/editions/1.yaml'));
    await put('editions/1.yaml', 'by hand');
    expect(rulesOf(await recoverIn(plan, working))).toEqual(['information interrupted-build']);
    expect(await tree(plan)).toMatchObject({ 'editions/1.yaml': 'by hand' });
  });

  it('puts nothing over a file that was changed since', async () => {
    const out = path.join(working, 'out');
    await mkdir(out);
    const names = ['a.pdf', 'b.pdf'];
    const files = (text: string) => names.map((name) => ({ name, bytes: bytesOf(text) }));
    await publishFiles(out, files('old'), 'replace', working);
    const whole = faultyDisk(-1, 'kill');
    await publishFiles(out, files('old'), 'replace', working, whole);
    await publishFiles(
      out,
      files('new'),
      'replace',
      working,
      faultyDisk(whole.asked.lastIndexOf('rename'), 'kill'),
    );
    await bury(out);
    await rm(path.join(out, 'b.pdf'));
    await writeFile(path.join(out, 'b.pdf'), 'by hand');
    expect(rulesOf(await recoverIn(out, working))).toEqual(['information interrupted-build']);
    expect(await tree(out)).toEqual({ 'a.pdf': 'old', 'b.pdf': 'by hand' });
  });

  it('cannot be put back from a copy that was exchanged: told, and all stays', async () => {
    const out = path.join(working, 'out');
    const files = (text: string) => ['a.pdf', 'b.pdf'].map((name) => ({ name, bytes: bytesOf(text) }));
    await publishFiles(out, files('old'), 'replace', working);
    const whole = faultyDisk(-1, 'kill');
    await publishFiles(out, files('old'), 'replace', working, whole);
    await publishFiles(
      out,
      files('new'),
      'replace',
      working,
      faultyDisk(whole.asked.lastIndexOf('rename'), 'kill'),
    );
    await bury(out);
    await rm(path.join(out, '.iljari-stage/old/a.pdf'));
    await writeFile(path.join(out, '.iljari-stage/old/a.pdf'), 'exchanged');
    await writeFile(path.join(out, '.iljari-stage/new/b.pdf'), 'exchanged');
    expect(await recoverIn(out, working)).toMatchObject([{ severity: 'error' }]);
    expect(await tree(out)).toMatchObject({ 'a.pdf': 'new', 'b.pdf': 'old' });
  });
});

describe('a stranger’s journal', () => {
  it('with some of its files moved and others not stops whoever reads the plan', async () => {
    await put('.iljari-stage/new/tasks/b.yaml', 'new');
    const names = ['tasks/a.yaml', 'tasks/b.yaml'];
    await put('.iljari-stage/commit.json', JSON.stringify({ names, replaced: names }));
    expect(await untouched()).toEqual({ read: ['error foreign-journal'], write: ['error foreign-journal'] });
  });
});

describe('a name that the program never writes', () => {
  it.each([
    ['.git/config', 'replace'],
    ['a/.b/c', 'new'],
    ['plan.yaml', 'add'],
    ['editions/x.yaml', 'add'],
    ['tasks/a.yaml', 'add'],
  ] as const)('%s with %s is refused before anything is touched', async (name, manner) => {
    const files = [{ name, bytes: bytesOf('x') }];
    const before = await tree();
    await expect(publishFiles(path.join(working, 'out'), files, manner, working)).rejects.toThrow('no name');
    expect(await tree()).toEqual(before);
  });
});

it('is one of a new folder where an earlier version wrote `begin`', async () => {
  const machine = await thisMachine({ keep: true });
  const journal = { manner: 'new', files: [{ name: 'a.yaml', fresh: digest('a') }], folders: [] } as const;
  const earlier = Object.assign({ ...journal }, { manner: 'begin' as 'new' });
  await put('journal', new TextDecoder().decode(journalBytes(earlier, plan, machine)));
  expect(await readJournal(DISK, path.join(plan, 'journal'), plan, machine)).toEqual({
    kind: 'own',
    journal,
  });
});
