// A fault at each operation of publishing -> the earlier files or the new ones, whole, never a mixture.
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { DISK, type FileSystem } from '../../src/files/file-system.ts';
import { publishFiles } from '../../src/files/publish.ts';
import { recoverBelow } from '../../src/files/recover.ts';
import { runs } from '../whole.ts';
import { bury, type DiskFault, faultyDisk, QUICK, tearable, turnOf } from './faulty-disk.ts';
import { withoutWaiting } from './no-waiting.ts';

let working: string;
let out: string;

beforeEach(async () => {
  working = await mkdtemp(path.join(tmpdir(), 'iljari-publish-'));
  out = path.join(working, 'output/one');
});

afterEach(() => rm(working, { recursive: true, force: true }));

/** Both sets have a file that the other lacks. */
const OLD = set('old', ['budget.xlsx', 'plan.pdf']);
const NEW = set('new', ['plan.pdf', 'targets.xlsx']);

function set(text: string, names: readonly string[]) {
  return names.map((name) => ({ name, bytes: new TextEncoder().encode(`${text} ${name}`) }));
}

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(out)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(out, name), 'utf8')])),
  );
}

const BEFORE = { 'budget.xlsx': 'old budget.xlsx', 'plan.pdf': 'old plan.pdf' };
const AFTER = { ...BEFORE, 'plan.pdf': 'new plan.pdf', 'targets.xlsx': 'new targets.xlsx' };

async function startOver(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const { name, bytes } of OLD) await writeFile(path.join(out, name), bytes);
}

/** How many operations it takes to publish without a fault. */
async function operations(): Promise<readonly string[]> {
  await startOver();
  const disk = faultyDisk(-1, 'kill');
  await publishFiles(out, NEW, 'replace', working, disk);
  expect(await contents()).toEqual(AFTER);
  return disk.asked;
}

/** As a process that is dead would leave them: the locks of this one look alive. */
async function buryLocks(): Promise<void> {
  for (const name of await readdir(out)) if (name.startsWith('.iljari-lock')) await rm(path.join(out, name));
}

describe('a fault at each operation', () => {
  const faults: readonly DiskFault[] = ['ENOSPC', 'EPERM', 'EBUSY'];
  it.each(faults)('%s: the earlier files are there at once, and it is said why', async (fault) => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(20);
    for (const at of turnOf(faults, fault, all)) {
      await startOver();
      const { value, diagnostics } = await publishFiles(out, NEW, 'replace', working, faultyDisk(at, fault));
      await buryLocks();
      if (value === undefined) {
        expect(diagnostics.map(formatDiagnostic).join('\n'), `${at}`).toContain(`(${fault})`);
        expect(await contents(), `${at}`).toEqual(BEFORE);
      } else {
        await recoverBelow(working, working, QUICK);
        expect(await contents(), `${at}`).toEqual(AFTER);
      }
    }
  });

  it('that lasts: what cannot be put back now is put back by the next command', async () => {
    const all = await operations();
    let kept = 0;
    for (let at = 0; at < all.length; at++) {
      await startOver();
      const { value, diagnostics } = await publishFiles(
        out,
        NEW,
        'replace',
        working,
        faultyDisk(at, 'EBUSY', true),
      );
      await buryLocks();
      if (value === undefined && diagnostics.some(({ rule }) => rule === 'interrupted-build')) kept += 1;
      await recoverBelow(working, working, QUICK);
      const found = await contents();
      expect([BEFORE, AFTER], `${at}: ${JSON.stringify(found)}`).toContainEqual(found);
    }
    expect(kept).toBeGreaterThan(0);
  });

  it.each([
    'kill',
    'torn',
  ] as const)('%s: the next command finds one of the two, and so does the next build', async (fault) => {
    const all = await operations();
    const seen = new Set<string>();
    for (const at of fault === 'torn' ? tearable(all) : all.keys()) {
      await startOver();
      await publishFiles(out, NEW, 'replace', working, faultyDisk(at, fault));
      await buryLocks();
      const said = await recoverBelow(path.join(working, 'output'), working, QUICK);
      const found = await contents();
      expect([BEFORE, AFTER], `${at}: ${JSON.stringify(found)}`).toContainEqual(found);
      seen.add(JSON.stringify(found));
      for (const { rule, severity } of said)
        expect([rule, severity]).toEqual(['interrupted-build', 'information']);
      expect((await publishFiles(out, NEW, 'replace', working, QUICK)).value, `${at}`).toBeDefined();
      expect(await contents(), `${at}`).toEqual(AFTER);
    }
    if (fault === 'kill') expect(seen.size).toBe(2);
  });

  it('a kill while it is put right: the next command goes on', async () => {
    const all = await operations();
    for (let at = all.length - 20; at < all.length; at += runs(4, 1)) {
      for (let again = 0; again < 24; again += runs(3, 1)) {
        await startOver();
        await publishFiles(out, NEW, 'replace', working, faultyDisk(at, 'kill'));
        await buryLocks();
        await recoverBelow(path.join(working, 'output'), working, faultyDisk(again, 'kill'));
        await buryLocks();
        await recoverBelow(path.join(working, 'output'), working, QUICK);
        const found = await contents();
        expect([BEFORE, AFTER], `${at} ${again}: ${JSON.stringify(found)}`).toContainEqual(found);
      }
    }
  });
});

describe('a folder that no other command looks at (--out)', () => {
  it('is put right by the next build into it, which says so', async () => {
    const all = await operations();
    await startOver();
    await publishFiles(out, NEW, 'replace', working, faultyDisk(all.length - 12, 'kill'));
    await bury(out);
    const { value, diagnostics } = await publishFiles(out, OLD, 'replace', working, QUICK);
    expect(value).toEqual(['output/one/budget.xlsx', 'output/one/plan.pdf']);
    expect(diagnostics).toMatchObject([{ rule: 'interrupted-build', severity: 'information' }]);
    expect(await contents()).toEqual({ ...AFTER, ...BEFORE });
  });

  it('is gone again, with those made above it, when nothing could be written', async () => {
    const impossible = set('new', ['one', 'one/below']);
    expect((await publishFiles(out, impossible, 'replace', working, QUICK)).value).toBeUndefined();
    expect(await readdir(working)).toEqual([]);
  });

  it('is gone again when a build was killed before it had begun', async () => {
    const whole = faultyDisk(-1, 'kill');
    await publishFiles(path.join(working, 'elsewhere/one'), NEW, 'replace', working, whole);
    await rm(path.join(working, 'elsewhere'), { recursive: true });
    const locked = whole.asked.indexOf('claim');
    await publishFiles(out, NEW, 'replace', working, faultyDisk(locked + 3, 'kill'));
    await bury(working);
    expect(await readdir(out)).not.toEqual([]);
    expect(await recoverBelow(path.join(working, 'output'), working, QUICK)).toEqual([]);
    expect(await readdir(working)).toEqual([]);
  });
});

describe('what stands in the way', () => {
  it('a file open elsewhere is found before anything is moved, and every one is named', async () => {
    await startOver();
    const moved: string[] = [];
    const disk = {
      ...DISK,
      probe: () => Promise.reject(Object.assign(new Error('open'), { code: 'EBUSY' })),
      rename: async (from: string, to: string) => void moved.push(`${from} ${to}`),
    };
    const { diagnostics } = await publishFiles(out, OLD, 'replace', working, disk);
    expect(diagnostics.map(({ rule, place }) => [rule, 'file' in place && place.file])).toEqual([
      ['unwritable-file', 'output/one/budget.xlsx'],
      ['unwritable-file', 'output/one/plan.pdf'],
    ]);
    expect(diagnostics[0]?.message).toMatch(/엑셀.*닫고 다시 실행/);
    expect(moved).toEqual([]);
    expect(await contents()).toEqual(BEFORE);
  });

  it('a file that cannot be moved is named, and what was moved before it is put back', async () => {
    await startOver();
    const disk: FileSystem = {
      ...QUICK,
      rename: (from, to) =>
        to.endsWith('targets.xlsx')
          ? Promise.reject(Object.assign(new Error('open'), { code: 'EBUSY' }))
          : QUICK.rename(from, to),
    };
    const { value, diagnostics } = await publishFiles(out, NEW, 'replace', working, disk);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ place }) => place.file)).toEqual(['output/one/targets.xlsx']);
    expect(await contents()).toEqual(BEFORE);
  });

  it('a build of another process that is writing: after a while it is said who and what to do', async () => {
    withoutWaiting();
    await mkdir(out, { recursive: true });
    const other = path.join(out, `.iljari-lock.${process.ppid}.1.${encodeURIComponent(hostname())}`);
    await (await open(other, 'w')).close();
    const { value, diagnostics } = await publishFiles(out, NEW, 'replace', working);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'folder-in-use', place: { file: 'output/one' } }]);
    expect(diagnostics[0]?.message).toContain(`프로세스 ${process.ppid}`);
    expect(diagnostics[0]?.expected).toContain('output/one/.iljari-lock.');
    expect(await readdir(out)).toEqual([path.basename(other)]);
  });

  it('a build that died with its lock stands in nobody’s way', async () => {
    await mkdir(out, { recursive: true });
    // No system gives a process so high a number.
    await writeFile(path.join(out, `.iljari-lock.4194999.1.${encodeURIComponent(hostname())}`), '');
    expect((await publishFiles(out, NEW, 'replace', working)).diagnostics).toEqual([]);
    expect(Object.keys(await contents())).toEqual(['plan.pdf', 'targets.xlsx']);
  });

  it('several builds at once go one after the other', async () => {
    const sets = [0, 1, 2, 3].map((number) => set(`set ${number}`, ['plan.pdf', 'targets.xlsx']));
    const ended = await Promise.all(sets.map((files) => publishFiles(out, files, 'replace', working)));
    expect(ended.filter(({ value }) => value !== undefined).length).toBeGreaterThan(1);
    const found = Object.values(await contents()).map((text) => text.slice(0, 5));
    expect(new Set(found).size).toBe(1);
  });
});

describe('a folder in which nothing must be put', () => {
  it.each([
    ['output/one/.iljari-stage/new', 'reserved-folder'],
    ['plan', 'folder-in-plan'],
    ['plan/output/one', 'folder-in-plan'],
  ])('%s: %s, and nothing is touched', async (name, rule) => {
    await mkdir(path.join(working, 'plan'));
    await writeFile(path.join(working, 'plan/plan.yaml'), '');
    const { diagnostics } = await publishFiles(path.join(working, name), NEW, 'replace', working, QUICK);
    expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
    expect((await readdir(working, { recursive: true })).sort()).toEqual([
      'plan',
      path.join('plan', 'plan.yaml'),
    ]);
  });

  it('one that cannot be made: those above it are gone again', async () => {
    const name = `a/b/${'c'.repeat(300)}`;
    const { diagnostics } = await publishFiles(path.join(working, name), NEW, 'replace', working, QUICK);
    expect(diagnostics.map((one) => one.rule)).toEqual(['unwritable-folder']);
    expect(await readdir(working)).toEqual([]);
  });

  it.each([
    '{"names":',
    '{}',
    '{"names":["../x"],"replaced":[]}',
    '{"names":["plan.pdf"],"replaced":["plan.pdf"],"folders":[]}',
  ])('one with the journal %s, which is not ours: it is told what to do, and all stays', async (journal) => {
    await startOver();
    await mkdir(path.join(out, '.iljari-stage'));
    await mkdir(path.join(out, '.iljari-stage/new'));
    await writeFile(path.join(out, '.iljari-stage/new/plan.pdf'), 'by mail');
    await writeFile(path.join(out, '.iljari-stage/commit.json'), journal);
    const { value, diagnostics } = await publishFiles(out, NEW, 'replace', working, QUICK);
    expect(value).toBeUndefined();
    expect(diagnostics.map(formatDiagnostic).join('\n')).toMatch(
      /^output\/one\/\.iljari-stage:1:1 {2}오류 foreign-journal .*output\/one\/\.iljari-stage 폴더를 지움/,
    );
    expect(diagnostics).toHaveLength(1);
    await rm(path.join(out, '.iljari-stage'), { recursive: true });
    expect(await contents()).toEqual(BEFORE);
  });
});
