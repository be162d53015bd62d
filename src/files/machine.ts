// The user's folder -> who this machine is, and the secret by which it knows again what it wrote.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DISK, isCode } from './file-system.ts';
import { isOurs, userFolder } from './user-folder.ts';

/** The `id` of a machine whose secret no later process will know. */
export const PASSING = '-';

export interface Machine {
  /** 16 hexadecimal digits, by chance and no secret; `PASSING` where nothing can be kept in a user's folder. */
  readonly id: string;
  /** 64 hexadecimal digits that only this machine's user can make of the parts. */
  seal(...parts: readonly string[]): string;
  /** Whether it is their seal, or begins so: as many digits as `seal` has, 16 at least. */
  isSeal(seal: string, ...parts: readonly string[]): boolean;
}

/** 32 bytes in hexadecimal. All that is known of the machine follows from it. */
const KEY = /^([0-9a-f]{64})\n?$/;
/** A file that is larger is none of ours. In bytes. */
const MOST_BYTES = 128;

/** This process's own secret, which becomes the machine's where there is none yet. */
const own = randomBytes(32).toString('hex');
let known: { readonly file: string; readonly machine: Machine } | undefined;

/**
 * Reads `machine-id` in the user's folder. With `keep` it is made where it is not there. Where it cannot be read or made the machine is this process's own. Never throws.
 */
export async function thisMachine({ keep }: { readonly keep: boolean }): Promise<Machine> {
  const file = keyFile();
  if (file === undefined) return machineOf(own, false);
  if (known?.file === file) return known.machine;
  const key = (await readKey(file)) ?? (keep ? await keepKey(file) : undefined);
  if (key === undefined) return machineOf(own, false);
  known = { file, machine: machineOf(key, true) };
  return known.machine;
}

function keyFile(): string | undefined {
  const folder = userFolder();
  return folder === undefined ? undefined : path.join(folder, 'machine-id');
}

/** Nothing where it is not there, or not what this program wrote. */
async function readKey(file: string): Promise<string | undefined> {
  try {
    const entry = await stat(file);
    if (!entry.isFile() || entry.size > MOST_BYTES) return undefined;
    return KEY.exec(await readFile(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** The key that stands there in the end: another process may have been quicker. */
async function keepKey(file: string): Promise<string | undefined> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    if (!(await isOurs(path.dirname(file)))) return undefined;
    await DISK.makeFolder(path.dirname(file));
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${own}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await link(draft, file);
    } catch (error) {
      // Not there means that this disk knows no second names; there and no key, that it is of no use to anyone.
      if (!isCode(error, 'EEXIST') || (await readKey(file)) === undefined) await rename(draft, file);
    }
    return await readKey(file);
  } catch {
    return undefined;
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function machineOf(key: string, lasting: boolean): Machine {
  const seal = (...parts: readonly string[]) =>
    createHmac('sha256', Buffer.from(key, 'hex')).update(JSON.stringify(parts)).digest('hex');
  return {
    id: lasting ? seal('machine').slice(0, 16) : PASSING,
    seal,
    isSeal: (given, ...parts) => {
      const right = Buffer.from(seal(...parts).slice(0, given.length));
      const found = Buffer.from(given);
      return given.length >= 16 && found.length === right.length && timingSafeEqual(found, right);
    },
  };
}
