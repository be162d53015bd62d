// A seed -> a publishing process killed at a moment by chance, and what the next command finds.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recoverBelow } from '../../src/files.ts';
import { diceOf } from './dice.ts';

const CHILD = path.join(import.meta.dirname, 'publish-forever.ts');

/** The files of a set and how many numbers each has. */
const WHOLE = {
  replace: 'budget.xlsx 12500,plan.pdf 100000,targets.xlsx 22500',
  new: 'plan.yaml 22500,tasks/a.yaml 12500,tasks/deep/b.yaml 100000',
} as const;
type Manner = keyof typeof WHOLE;

/** What is wrong after one kill and one recovery; undefined when the files are of one set, whole, and alone. */
export async function killOnce(seed: number): Promise<string | undefined> {
  const manner = seed % 2 === 0 ? 'replace' : 'new';
  const working = await mkdtemp(path.join(tmpdir(), 'iljari-kill-'));
  const folder = path.join(working, 'out');
  try {
    await publishUntilKilled(folder, manner, 1 + diceOf(seed).below(80));
    await recoverBelow(working, working);
    if (manner === 'replace') return await mixture(folder, manner);
    for (const name of await readdir(folder)) {
      const found = await mixture(path.join(folder, name), manner);
      if (found !== undefined) return `${name}: ${found}`;
    }
    return undefined;
  } finally {
    await rm(working, { recursive: true, force: true });
  }
}

/** Lets a process publish for so many milliseconds after its first set, and kills it. */
function publishUntilKilled(folder: string, manner: Manner, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, manner], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the child ended by itself (${code})`)),
    );
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  });
}

async function mixture(folder: string, manner: Manner): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Killed between making the folder and locking it.
  if (entries.length === 0 && manner === 'new') return undefined;
  const hidden = entries.find(({ name }) => name.startsWith('.'));
  if (hidden !== undefined) return `left ${hidden.name}`;
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const numbers = (await readFile(file, 'utf8')).split(',').slice(0, -1);
      return { name: path.relative(folder, file).split(path.sep).join('/'), numbers };
    }),
  );
  const rounds = new Set(contents.flatMap(({ numbers }) => [...new Set(numbers)]));
  if (rounds.size !== 1) return `a mixture of ${[...rounds].join()}`;
  const found = contents
    .map(({ name, numbers }) => `${name} ${numbers.length}`)
    .sort()
    .join();
  return found === WHOLE[manner] ? undefined : `found ${found}`;
}
