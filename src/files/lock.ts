// A folder -> the right of one process to write in it, or who has it.
import path from 'node:path';
import { type FileSystem, isCode } from './file-system.ts';
import { isLock, type LockName, lockName, readLockName } from './lock-name.ts';
import { type Machine, thisMachine } from './machine.ts';

export { isLock } from './lock-name.ts';

/**
 * How long another that writes is waited for, in milliseconds: that takes less than a second where nothing else is done, and who hangs is
 * told of. One that cannot be seen, or that only has the number of a process that runs, may have ended long ago: it gets the second.
 */
export function patienceFor({ seen, dated }: Pick<Held, 'seen' | 'dated'>): number {
  return seen && dated ? 15_000 : 1_000;
}

export interface Lock {
  readonly kind: 'mine';
  /** Gives the right back. Folders made for it that are still empty go too. */
  release(): Promise<void>;
}
export interface Held extends Pick<LockName, 'process' | 'computer' | 'dated'> {
  readonly kind: 'held';
  /** The file that stands for the other's right. */
  readonly file: string;
  /** Whether its process is known to run; one of another computer or container cannot be seen. */
  readonly seen: boolean;
}

let count = 0;
/** Of this process, in all folders. */
const mine = new Set<string>();

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
 * Locks the folder, which must be there. Everyone puts a file of their own and then looks for others: who sees one that is alive, or
 * that cannot be seen, steps back, so never do two go on. Locks that dead processes of this computer left are removed in the end,
 * with the folders that those had made. `patience` is in milliseconds, as long as `patienceFor` says where it is not given. Throws what the file system throws.
 */
export async function lock(
  fs: FileSystem,
  folder: string,
  { made = 0, patience }: { readonly made?: number; readonly patience?: number } = {},
): Promise<Lock | Held> {
  const machine = await thisMachine({ keep: true });
  const place = await fs.realPath(folder);
  // Two that step back must not come again at the same moment.
  const pause = 40 + ((process.pid * 7 + count * 29) % 80);
  for (let waited = 0; ; waited += pause) {
    const own = await claim(fs, folder, (number) => lockName(number, made, place, machine));
    let others: Others;
    try {
      others = await othersIn(fs, folder, machine, own);
    } catch (error) {
      await unclaim(fs, own).catch(() => undefined);
      throw error;
    }
    const { alive, dead } = others;
    if (alive === undefined) {
      const release = async () => {
        // Those of the dead last: until then they tell what they had made.
        await unclaim(fs, own);
        for (const one of dead) await fs.unclaim(one.file);
        await leave(fs, folder, Math.max(made, ...dead.map((one) => one.made(place, machine))));
      };
      return { kind: 'mine', release };
    }
    await unclaim(fs, own);
    if (waited >= (patience ?? patienceFor(alive))) return alive;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Who writes in the folder; nothing is changed. Locks of the dead do not count. */
export async function holderOf(fs: FileSystem, folder: string, machine: Machine): Promise<Held | undefined> {
  return (await othersIn(fs, folder, machine)).alive;
}

async function claim(fs: FileSystem, folder: string, nameOf: (count: number) => string): Promise<string> {
  for (;;) {
    count += 1;
    const own = path.join(folder, nameOf(count));
    try {
      await fs.claim(own);
      mine.add(own);
      return own;
    } catch (error) {
      // One that died may have had the same number, or a thread of this process the same count.
      if (!isCode(error, 'EEXIST') || count % 1000 === 0) throw error;
    }
  }
}

async function unclaim(fs: FileSystem, own: string): Promise<void> {
  await fs.unclaim(own);
  mine.delete(own);
}

interface Others {
  readonly alive: Held | undefined;
  readonly dead: readonly (Pick<LockName, 'made'> & { readonly file: string })[];
}

async function othersIn(fs: FileSystem, folder: string, machine: Machine, own?: string): Promise<Others> {
  const dead: (Pick<LockName, 'made'> & { readonly file: string })[] = [];
  for (const name of await fs.list(folder)) {
    const file = path.join(folder, name);
    if (file === own || !isLock(name)) continue;
    const read = readLockName(name, machine, () => mine.has(file));
    if (read === undefined) continue;
    const { process, computer, standing, dated, made } = read;
    if (standing === 'dead') dead.push({ file, made });
    else if (await isClaim(fs, file))
      return { alive: { kind: 'held', file, process, computer, dated, seen: standing === 'here' }, dead };
  }
  return { alive: undefined, dead };
}

/** Whether it is as locks are made: a folder, a link or a file with bytes gives no one a right, and no one would take it away again. */
async function isClaim(fs: FileSystem, file: string): Promise<boolean> {
  try {
    return (await fs.read(file)) === '';
  } catch (error) {
    return !['EISDIR', 'EFBIG', 'ENOENT'].some((code) => isCode(error, code));
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
