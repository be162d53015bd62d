// A disk -> one on which a chosen operation fails, or after which the process is as good as killed.
import { readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DISK, type FileSystem } from '../../src/files/file-system.ts';
import { WHOLE } from '../whole.ts';

/** `kill` stops everything from there on; `torn` is a kill in the middle of the operation. */
export type DiskFault = 'ENOSPC' | 'EPERM' | 'EBUSY' | 'kill' | 'torn';

export interface FaultyDisk extends FileSystem {
  /** The operations asked for so far, by name. */
  readonly asked: readonly string[];
}

/** Does not wait for the disk itself, which no test can see. */
export const QUICK: FileSystem = {
  ...DISK,
  write: (file, bytes) => writeFile(file, bytes, { flag: 'wx' }),
  sync: () => Promise.resolve(),
};

/** Of operations, by name, those at which a kill and a tear differ. */
export function tearable(asked: readonly string[]): readonly number[] {
  return [...asked.keys()].filter((at) => asked[at] === 'write');
}

/** Of the operations those whose turn it is, so that all faults together meet each of them once; WHOLE: each fault meets all. */
export function turnOf<F>(faults: readonly F[], fault: F, asked: readonly string[]): readonly number[] {
  return [...asked.keys()].filter((at) => WHOLE || at % faults.length === faults.indexOf(fault));
}

/** The operation number `at` (from 0) fails; with `lasting`, all of its kind that follow fail too. */
export function faultyDisk(at: number, fault: DiskFault, lasting = false): FaultyDisk {
  const asked: string[] = [];
  let broken: string | undefined;
  const guard =
    <A extends readonly unknown[], T>(
      name: string,
      work: (...args: A) => Promise<T>,
      tear?: (...args: A) => Promise<unknown>,
    ) =>
    async (...args: A): Promise<T> => {
      const now = asked.push(name) - 1;
      const dead = fault === 'kill' || fault === 'torn';
      if (now === at || (broken !== undefined && (dead || (lasting && broken === name)))) {
        if (now === at && fault === 'torn') await tear?.(...args);
        broken = name;
        throw Object.assign(new Error(fault), { code: fault });
      }
      return work(...args);
    };
  return {
    asked,
    makeFolder: guard('makeFolder', QUICK.makeFolder),
    list: guard('list', QUICK.list),
    kindOf: guard('kindOf', QUICK.kindOf),
    read: guard('read', QUICK.read),
    digest: guard('digest', QUICK.digest),
    realPath: guard('realPath', QUICK.realPath),
    permit: guard('permit', QUICK.permit),
    write: guard('write', QUICK.write, (file, bytes) => writeFile(file, bytes.subarray(0, bytes.length / 2))),
    claim: guard('claim', QUICK.claim),
    unclaim: guard('unclaim', QUICK.unclaim),
    probe: guard('probe', QUICK.probe),
    keep: guard('keep', QUICK.keep),
    rename: guard('rename', QUICK.rename),
    remove: guard('remove', QUICK.remove),
    removeEmpty: guard('removeEmpty', QUICK.removeEmpty),
    sync: guard('sync', QUICK.sync),
  };
}

/** Makes the locks that this process left below the folder look as if it were dead: no system gives a process so high a number. */
export async function bury(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const name = entry.name.replace(`.iljari-lock.${process.pid}.`, '.iljari-lock.4194999.');
    if (name !== entry.name)
      await rename(path.join(entry.parentPath, entry.name), path.join(entry.parentPath, name));
  }
}
