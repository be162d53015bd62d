// Arguments of the compiled program -> its exit code and what it said, from a child process.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = path.join(ROOT, 'dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of node itself, before the program's. */
  readonly node?: readonly string[];
  /** The program of another Node.js. */
  readonly engine?: string;
  readonly folder?: string;
}

/** Runs the program to its end. Throws when it has not been compiled. */
export function runIljari(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return runProgram(PROGRAM, args, surroundings);
}

/** As `runIljari`, of a program that lies elsewhere. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = {}, node = [], engine = process.execPath, folder = ROOT }: Surroundings = {},
): Promise<Ended> {
  if (!existsSync(program)) throw new Error('dist/cli.js is absent: run `npm run compile` first');
  return new Promise((resolve, reject) => {
    const child = spawn(engine, [...node, program, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** As `runIljari`, in this process: for what is asked of a command, and not of its process. Nothing else of this process may run meanwhile. */
export async function runHere(
  args: readonly string[],
  { folder = ROOT }: Pick<Surroundings, 'folder'> = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const before = process.cwd();
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  process.chdir(folder);
  try {
    return { code: await runCommand({ args }), ...said };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/** A new empty folder of this test's own. */
export function emptyFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'iljari-cli-'));
}

/** Every file of a folder by name, as its bytes' digest: comparing bytes one by one takes seconds. */
export async function contentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, string]> => [name, digestOf(await readFile(path.join(folder, name)))],
      ),
    ),
  );
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
