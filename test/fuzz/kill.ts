// A seed -> a publishing process killed at a moment by chance, and what the next command finds.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recoverBelow } from '../../src/files.ts';
import { diceOf } from './dice.ts';

const CHILD = path.join(import.meta.dirname, 'publish-forever.ts');

/** What is wrong after one kill and one recovery; undefined when the files are of one set, whole, and alone. */
export async function killOnce(seed: number): Promise<string | undefined> {
  const working = await mkdtemp(path.join(tmpdir(), 'iljari-kill-'));
  const folder = path.join(working, 'out');
  try {
    await publishUntilKilled(folder, 1 + diceOf(seed).below(80));
    await recoverBelow(working, working);
    return await mixture(folder);
  } finally {
    await rm(working, { recursive: true, force: true });
  }
}

/** Lets a process publish for so many milliseconds after its first set, and kills it. */
function publishUntilKilled(folder: string, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the child ended by itself (${code})`)),
    );
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  });
}

async function mixture(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.iljari-lock'));
  if (names.sort().join() !== 'budget.xlsx,plan.pdf,targets.xlsx') return `found ${names.join()}`;
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const rounds = new Set(
    contents.flatMap((text) => [...new Set(text.split(','))].filter((part) => part !== '')),
  );
  const sizes = contents.map((text) => text.split(',').length - 1);
  if (rounds.size !== 1) return `a mixture of ${[...rounds].join()}`;
  return sizes.join() === '12500,100000,22500' ? undefined : `torn: ${sizes.join()}`;
}
