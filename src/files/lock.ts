// An output folder -> the right of one process to write in it, or who has it.
import { hostname } from 'node:os';
import path from 'node:path';
import type { FileSystem } from './file-system.ts';

/** `.iljari-lock.<process>.<count>.<computer>`: all in the name, so that a lock is never half written. */
const LOCK = /^\.iljari-lock\.(\d+)\.(\d+)\.(.+)$/;
const computer = encodeURIComponent(hostname());
/** Waited for a build that is writing: it takes less than a second. In milliseconds. */
const PATIENCE = 3000;

export interface Lock {
  readonly kind: 'mine';
  release(): Promise<void>;
}
export interface Held {
  readonly kind: 'held';
  /** The file that stands for the other's right, and its process. */
  readonly file: string;
  readonly process: number;
  readonly computer: string;
}

let count = 0;

/**
 * Locks the folder, which must be there. Everyone puts a file of their own and then looks for others: who sees one that is alive
 * steps back, so never do two go on. Locks that dead processes of this computer left are removed. `patience` is in
 * milliseconds. Throws what the file system throws.
 */
export async function lock(fs: FileSystem, folder: string, patience = PATIENCE): Promise<Lock | Held> {
  count += 1;
  const name = `.iljari-lock.${process.pid}.${count}.${computer}`;
  const own = path.join(folder, name);
  // Two that step back must not come again at the same moment.
  const pause = 40 + ((process.pid * 7 + count * 29) % 80);
  for (let waited = 0; ; waited += pause) {
    await fs.claim(own);
    let other: Held | undefined;
    try {
      other = await otherIn(fs, folder, name);
    } catch (error) {
      await fs.remove(own).catch(() => undefined);
      throw error;
    }
    if (other === undefined) return { kind: 'mine', release: () => fs.remove(own) };
    await fs.remove(own);
    if (waited >= patience) return other;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function otherIn(fs: FileSystem, folder: string, own: string): Promise<Held | undefined> {
  for (const name of await fs.list(folder)) {
    const [, pid, , home] = LOCK.exec(name) ?? [];
    if (name === own || pid === undefined || home === undefined) continue;
    const file = path.join(folder, name);
    if (home === computer && !isAlive(Number(pid))) await fs.remove(file);
    else return { kind: 'held', file, process: Number(pid), computer: home };
  }
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
