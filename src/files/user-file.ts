// A name and a text -> a file in the user's folder that nobody else reads: which page is served, what was changed and may be undone.
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DISK } from './file-system.ts';
import { isOurs, userFolder } from './user-folder.ts';

/** A file that is larger is none of ours. In bytes. */
const MOST_BYTES = 32_000_000;

/** The text; undefined where there is none, or nothing can be read. */
export async function readUserFile(name: string): Promise<string | undefined> {
  const file = placeOf(name);
  if (file === undefined) return undefined;
  try {
    const entry = await stat(file);
    return entry.isFile() && entry.size <= MOST_BYTES ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all; whether it was written. Never throws: what is kept there is a help, and its lack stops nothing. */
export async function writeUserFile(name: string, text: string): Promise<boolean> {
  const file = placeOf(name);
  if (file === undefined) return false;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    if (!(await isOurs(path.dirname(file)))) return false;
    await DISK.makeFolder(path.dirname(file));
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

export async function removeUserFile(name: string): Promise<void> {
  const file = placeOf(name);
  if (file !== undefined) await rm(file, { force: true }).catch(() => undefined);
}

function placeOf(name: string): string | undefined {
  const folder = userFolder();
  return folder === undefined ? undefined : path.join(folder, name);
}
