// A folder -> the right of one process to write in it, or who has it.
import { hostname } from 'node:os';
import path from 'node:path';
import { type FileSystem, isCode } from './file-system.ts';

/**
 * `.iljari-lock.<process>.<count>+<made>.<computer>`: all in the name, so that a lock is never half written. `made` counts the
 * folders that were made to stand in: this one and those above it.
 */
const LOCK = /^\.iljari-lock\.(\d+)\.(\d+)(?:\+(\d+))?\.(.+)$/;
const computer = encodeURIComponent(hostname());
/** Waited for another that is writing: it takes less than a second. In milliseconds. */
const PATIENCE = 3000;

export interface Lock {
  readonly kind: 'mine';
  /** Gives the right back. Folders made for it that are still empty go too. */
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

/** Whether a file of this name is a lock, no matter whose. */
export function isLock(name: string): boolean {
  return LOCK.test(name);
}

/** Makes the folder where it is not there, and locks it as `lock` does. After an error nothing of it is left. */
export async function enter(fs: FileSystem, folder: string): Promise<Lock | Held> {
  for (let tries = 1; ; tries++) {
    const first = await fs.makeFolder(folder);
    const made = first === undefined ? 0 : levels(folder, first);
    try {
      // Files in a folder are lost with its name.
      for (let place = folder, left = made; left > 0; left--) {
        place = path.dirname(place);
        await fs.sync(place);
      }
      return await lock(fs, folder, { made });
    } catch (error) {
      await leave(fs, folder, made).catch(() => undefined);
      // Whoever had made the folder had no use for it, and took it away again.
      if (!isCode(error, 'ENOENT') || tries === 3) throw error;
    }
  }
}

/**
 * Locks the folder, which must be there. Everyone puts a file of their own and then looks for others: who sees one that is alive
 * steps back, so never do two go on. Locks that dead processes of this computer left are removed in the end, with the
 * folders that those had made. `patience` is in milliseconds. Throws what the file system throws.
 */
export async function lock(
  fs: FileSystem,
  folder: string,
  { made = 0, patience = PATIENCE }: { readonly made?: number; readonly patience?: number } = {},
): Promise<Lock | Held> {
  count += 1;
  const name = `.iljari-lock.${process.pid}.${count}+${made}.${computer}`;
  const own = path.join(folder, name);
  // Two that step back must not come again at the same moment.
  const pause = 40 + ((process.pid * 7 + count * 29) % 80);
  for (let waited = 0; ; waited += pause) {
    await fs.claim(own);
    let others: Others;
    try {
      others = await othersIn(fs, folder, name);
    } catch (error) {
      await fs.remove(own).catch(() => undefined);
      throw error;
    }
    const { alive, dead } = others;
    if (alive === undefined) {
      const release = async () => {
        // Those of the dead last: until then they tell what they had made.
        for (const file of [own, ...dead.map((one) => one.file)]) await fs.remove(file);
        await leave(fs, folder, Math.max(made, ...dead.map((one) => one.made)));
      };
      return { kind: 'mine', release };
    }
    await fs.remove(own);
    if (waited >= patience) return alive;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

interface Others {
  readonly alive: Held | undefined;
  readonly dead: readonly { readonly file: string; readonly made: number }[];
}

async function othersIn(fs: FileSystem, folder: string, own: string): Promise<Others> {
  const dead: { readonly file: string; readonly made: number }[] = [];
  for (const name of await fs.list(folder)) {
    const [, pid, , made = '0', home] = LOCK.exec(name) ?? [];
    if (name === own || pid === undefined || home === undefined) continue;
    const file = path.join(folder, name);
    if (home === computer && !isAlive(Number(pid))) dead.push({ file, made: Number(made) });
    else return { alive: { kind: 'held', file, process: Number(pid), computer: home }, dead };
  }
  return { alive: undefined, dead };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to someone else.
    return isCode(error, 'EPERM');
  }
}

/** How many folders lie from the inner one up to the outer one, both counted. */
function levels(inner: string, outer: string): number {
  return inner === outer || inner === path.dirname(inner) ? 1 : 1 + levels(path.dirname(inner), outer);
}

/** Removes the folder and those above it, so many in all, as far as they are empty. */
async function leave(fs: FileSystem, folder: string, made: number): Promise<void> {
  let place = folder;
  for (let left = made; left > 0; left--) {
    await fs.removeEmpty(place);
    place = path.dirname(place);
  }
}
