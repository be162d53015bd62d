// Locks of the dead, of the living, and of those who cannot be seen -> who writes, who waits, and what is said.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DISK } from '../../src/files/file-system.ts';
import { enter, holderOf, lock } from '../../src/files/lock.ts';
import { lockName, readLockName } from '../../src/files/lock-name.ts';
import { thisMachine } from '../../src/files/machine.ts';
import { isRunning, SPACE, STARTED } from '../../src/files/process-mark.ts';
import { publishFiles } from '../../src/files/publish.ts';
import { recoverIn } from '../../src/files/recover.ts';
import { withoutWaiting } from './no-waiting.ts';
import { type Machines, machines } from './other-machine.ts';

let working: string;
let out: string;
let all: Machines;
beforeAll(async () => {
  all = await machines();
});
afterAll(() => all.end());
beforeEach(async () => {
  await all.become('this');
  working = await mkdtemp(path.join(tmpdir(), 'iljari-lock-'));
  out = path.join(working, 'out');
  await mkdir(out);
});
afterEach(() => rm(working, { recursive: true, force: true }));

const FILES = [{ name: 'plan.pdf', bytes: new TextEncoder().encode('new') }];
const claim = async (name: string) => (await open(path.join(out, name), 'wx')).close();
/** The parts of a name of ours, to be put together otherwise. */
async function partsOfOurs() {
  const name = lockName(1, 0, out, await thisMachine({ keep: true }));
  const [, , pid = '', count = '', home = ''] = name.split('.', 5);
  const [machine = '', space = '', started = '', seal = '', computer = ''] = home.split('+');
  return { pid, count, machine, space, started, seal, computer: `${computer}${name.split(home)[1] ?? ''}` };
}
type Parts = Awaited<ReturnType<typeof partsOfOurs>>;
const joined = ({ pid, count, machine, space, started, seal, computer }: Parts) =>
  `.iljari-lock.${pid}.${count}.${[machine, space, started, seal, computer].join('+')}`;

/** The folder with the lock in it: who is said to hold it. */
async function standingOf(name: string): Promise<string> {
  return readLockName(name, await thisMachine({ keep: true }), () => false)?.standing ?? 'no lock';
}

describe.skipIf(process.platform !== 'linux')('a process that can be looked at', () => {
  it('is told from another that has its number now', async () => {
    const parts = await partsOfOurs();
    expect([parts.space, parts.started]).toEqual([SPACE, STARTED]);
    const parent = { ...parts, pid: String(process.ppid) };
    expect(await standingOf(joined(parts))).toBe('here');
    expect(await standingOf(joined(parent)), 'the parent began at another time').toBe('dead');
    await claim(joined(parent));
    expect((await publishFiles(out, FILES, 'replace', working)).diagnostics).toEqual([]);
    expect(await readdir(out)).toEqual(['plan.pdf']);
  });

  it('is dead when it has ended, though its parent does not ask how', async () => {
    // The shell becomes a program that asks for no child.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
    );
    const state = async () => /\) (\w)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];
    while ((await state()) !== 'Z') await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isRunning(pid, '-')).toBe(false);
    parent.kill('SIGKILL');
  });

  it('of an earlier version, on another computer, is waited for whatever number it has', async () => {
    const here = encodeURIComponent(hostname());
    expect(await standingOf(`.iljari-lock.4194999.1.${here}`)).toBe('dead');
    expect(await standingOf(`.iljari-lock.${process.ppid}.1.${here}`)).toBe('here');
    // No process here has the one number, and one here has the other: neither says anything of a process there.
    for (const number of [4194999, process.ppid])
      expect(await standingOf(`.iljari-lock.${number}.1.other-computer`)).toBe('elsewhere');
  });

  it('is dead when it has ended, though no one has asked how', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid ?? 0;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    expect(isRunning(pid, started)).toBe(true);
    expect(isRunning(pid, `${started}0`)).toBe(false);
    await new Promise((resolve) => child.on('exit', resolve));
    expect(isRunning(pid, started)).toBe(false);
  });

  it('in another container, or on another computer, is waited for a second and never pushed aside', async () => {
    const waited = withoutWaiting();
    const parts = await partsOfOurs();
    const [boot = '', inode = ''] = SPACE.split('-');
    const others: readonly Parts[] = [
      { ...parts, space: `${boot}-${Number(inode) + 1}` },
      { ...parts, space: `${boot}-${Number(inode) + 1}`, machine: 'f'.repeat(16), pid: '4194999' },
      { ...parts, space: `00000000-${inode}`, machine: 'f'.repeat(16) },
      { ...parts, space: `00000000-${inode}`, computer: 'other' },
      { ...parts, space: '-' },
    ];
    for (const other of others) expect(await standingOf(joined(other)), joined(other)).toBe('elsewhere');
    const [first = parts] = others;
    await claim(joined(first));
    const { value, diagnostics } = await publishFiles(out, FILES, 'replace', working);
    expect(value).toBeUndefined();
    expect(waited(), 'it may never have been').toBeLessThan(1200);
    expect(diagnostics).toMatchObject([{ rule: 'folder-in-use', place: { file: 'out' } }]);
    expect(diagnostics[0]?.message).toMatch(/다른 컴퓨터나 컨테이너.*알 수 없습니다/);
    expect(diagnostics[0]?.message).not.toContain('EEXIST');
    expect(diagnostics[0]?.expected).toContain(`out/${joined(first)} 파일을 지움`);
    expect(await readdir(out)).toEqual([joined(first)]);
  });

  it('of this machine before it was started again is dead', async () => {
    const [, inode = ''] = SPACE.split('-');
    expect(await standingOf(joined({ ...(await partsOfOurs()), space: `00000000-${inode}` }))).toBe('dead');
  });
});

describe('names of earlier versions', () => {
  const home = encodeURIComponent(hostname());
  it.each([
    [`.iljari-lock.4194999.1.${home}`, 'dead'],
    [`.iljari-lock.4194999.1+3.${home}`, 'dead'],
    [`.iljari-lock.${process.ppid}.1+3.${home}`, 'here'],
    [`.iljari-lock.${process.pid}.1+3.${home}`, 'dead'],
    ['.iljari-lock.4194999.1.other', 'elsewhere'],
    ['.iljari-lock.4194999.1+3.-+-+-+x+other', 'elsewhere'],
    ['.iljari-lock.x.1.other', 'no lock'],
    [`.iljari-lock.0.1.${home}`, 'no lock'],
    ['.iljari-lock.99999999999999999999.1.other', 'no lock'],
  ])('%s is %s', async (name, standing) => {
    expect(await standingOf(name)).toBe(standing);
  });
});

it('of an earlier version with the number of a process that runs is waited for a second', async () => {
  await claim(`.iljari-lock.${process.ppid}.1.${encodeURIComponent(hostname())}`);
  const waited = withoutWaiting();
  expect((await publishFiles(out, FILES, 'replace', working)).diagnostics).toMatchObject([
    { rule: 'folder-in-use' },
  ]);
  expect(waited()).toBeLessThan(1200);
});

describe('what a lock may take away', () => {
  it('is no file with bytes, no folder, and no folder above that this machine did not make', async () => {
    const home = encodeURIComponent(hostname());
    const inner = path.join(working, 'a/b');
    await mkdir(inner, { recursive: true });
    await (await open(path.join(inner, `.iljari-lock.4194999.1+2.${home}`), 'wx')).close();
    expect(await recoverIn(inner, working)).toEqual([]);
    expect(await readdir(inner)).toEqual([]);
    await writeFile(path.join(inner, `.iljari-lock.4194999.1.${home}`), 'bytes');
    await mkdir(path.join(inner, `.iljari-lock.4194999.2.${home}/precious`), { recursive: true });
    expect(await recoverIn(inner, working)).toEqual([]);
    expect(await readdir(inner, { recursive: true })).toHaveLength(3);
    expect((await publishFiles(inner, FILES, 'replace', working)).diagnostics).toEqual([]);
  });

  it('stands in the way only where it is an empty file, as every lock is', async () => {
    await mkdir(path.join(out, '.iljari-lock.7.1.other'));
    await symlink('nowhere', path.join(out, '.iljari-lock.7.2.other'));
    await writeFile(path.join(out, '.iljari-lock.7.3.other'), 'bytes');
    const waited = withoutWaiting();
    expect((await publishFiles(out, FILES, 'replace', working)).diagnostics).toEqual([]);
    expect(waited()).toBe(0);
    expect(await readdir(out)).toHaveLength(4);
  });

  it('is what it made itself', async () => {
    const held = await enter(DISK, path.join(working, 'a/b'));
    if (held.kind === 'mine') await held.release();
    expect(await readdir(working)).toEqual(['out']);
  });
});

describe('two at once', () => {
  it('in one process step back from each other', async () => {
    const first = await lock(DISK, out);
    expect(first.kind).toBe('mine');
    const machine = await thisMachine({ keep: true });
    expect(await holderOf(DISK, out, machine)).toMatchObject({ process: process.pid, seen: true });
    expect(await lock(DISK, out, { patience: 0 })).toMatchObject({
      kind: 'held',
      process: process.pid,
      seen: true,
    });
    if (first.kind === 'mine') await first.release();
    expect(await readdir(out)).toEqual([]);
  });

  it('a name that is taken already is passed over', async () => {
    const machine = await thisMachine({ keep: true });
    for (let count = 1; count < 60; count++) await claim(lockName(count, 0, out, machine));
    const held = await lock(DISK, out, { patience: 0 });
    // Where systems tell when a process began they are this process's, and elsewhere of one that had its number.
    expect(held.kind).toBe(SPACE === '-' ? 'mine' : 'held');
  });
});
