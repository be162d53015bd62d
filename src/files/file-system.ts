// The few operations with which finished files reach the disk; tests put faults in their places.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import {
  access,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
} from 'node:fs/promises';
import path from 'node:path';

/** Each operation is done or throws an error with a system's code. */
export interface FileSystem {
  /** Makes the folder and those above it, or none of them; the outermost that was not there, where there was one. */
  makeFolder(folder: string): Promise<string | undefined>;
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** A link is a file, wherever it leads; what lies below a file is not there. */
  kindOf(file: string): Promise<'file' | 'folder' | undefined>;
  /** The text of a small file. Throws EISDIR where it is no file, EFBIG where it is larger than any of ours. */
  read(file: string): Promise<string>;
  /** SHA-256 of a file's bytes in hexadecimal; of a link, of where it leads. Throws EISDIR where it is neither. */
  digest(file: string): Promise<string>;
  /** The path of a folder without links. */
  realPath(folder: string): Promise<string>;
  /** Throws where files cannot be made in the folder, as far as can be told without making one. */
  permit(folder: string): Promise<void>;
  /** Makes a new file and returns when it is on the disk; throws EEXIST where there is one. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Makes a new empty file, whose name is all that matters; throws EEXIST where there is one. */
  claim(file: string): Promise<void>;
  /** Removes such a file; what has bytes, or is no file, is left. */
  unclaim(file: string): Promise<void>;
  /** Opens a file for writing, but no link, and closes it as it was: throws when another program holds it. */
  probe(file: string): Promise<void>;
  /** A second name or copy of a file. */
  keep(file: string, as: string): Promise<void>;
  /** Replaces what has the name, if a file has it, in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a folder with all in it, if it is there. */
  remove(file: string): Promise<void>;
  /** Removes a folder that is there and empty, and leaves any other as it is. */
  removeEmpty(folder: string): Promise<void>;
  /** Returns when the names in a folder are on the disk. */
  sync(folder: string): Promise<void>;
}

/** In bytes: the journal of the largest plan has half a million. */
const MOST_READ = 4_000_000;

export const DISK: FileSystem = {
  makeFolder,
  list: (folder) => readdir(folder),
  kindOf: async (file) => {
    try {
      return (await lstat(file)).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
      throw error;
    }
  },
  read: async (file) => {
    // A pipe would be waited for.
    const entry = await lstat(file);
    if (!entry.isFile()) throw coded('EISDIR', file);
    if (entry.size > MOST_READ) throw coded('EFBIG', file);
    return readFile(file, 'utf8');
  },
  digest: async (file) => {
    const entry = await lstat(file);
    const hash = createHash('sha256');
    if (entry.isSymbolicLink()) return hash.update(`link\0${await readlink(file)}`).digest('hex');
    if (!entry.isFile()) throw coded('EISDIR', file);
    for await (const bytes of createReadStream(file)) hash.update(bytes);
    return hash.digest('hex');
  },
  realPath: (folder) => realpath(folder),
  permit: async (folder) => {
    if (!(await stat(folder)).isDirectory()) throw coded('ENOTDIR', folder);
    await access(folder, constants.W_OK | constants.X_OK);
  },
  write: async (file, bytes) => {
    await using(await open(file, 'wx'), async (handle) => {
      await handle.writeFile(bytes);
      await handle.sync();
    });
  },
  claim: async (file) => {
    await (await open(file, 'wx')).close();
  },
  unclaim: async (file) => {
    try {
      const entry = await lstat(file);
      if (entry.isFile() && entry.size === 0) await unlink(file);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
    }
  },
  probe: async (file) => {
    // What it leads to is not written: it is replaced itself.
    if ((await lstat(file)).isSymbolicLink()) return;
    await (await open(file, 'r+')).close();
  },
  keep: async (file, as) => {
    try {
      await link(file, as);
    } catch {
      // Memory sticks and some network folders know no second names.
      await copyFile(file, as);
      await using(await open(as, 'r+'), (handle) => handle.sync());
    }
  },
  rename,
  remove: (file) => rm(file, { recursive: true, force: true }),
  removeEmpty: async (folder) => {
    try {
      await rmdir(folder);
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].some((code) => isCode(error, code))) throw error;
    }
  },
  sync: async (folder) => {
    // Windows opens no folders, and writes names through.
    if (process.platform === 'win32') return;
    await using(await open(folder, 'r'), (handle) =>
      handle.sync().catch((error: unknown) => {
        // Some network folders cannot.
        if (!isCode(error, 'EINVAL') && !isCode(error, 'ENOTSUP')) throw error;
      }),
    );
  },
};

/** Node's own leaves the outer ones behind where an inner one cannot be made, and never ends below /proc. */
async function makeFolder(folder: string): Promise<string | undefined> {
  if (await isMade(folder)) return folder;
  const above = path.dirname(folder);
  if (above === folder || (await isFolder(folder))) return undefined;
  const first = await makeFolder(above);
  try {
    if (await isMade(folder)) return first ?? folder;
    // Another process was quicker, or the way there does not lead to a folder.
    if (await isFolder(folder)) return first;
    throw coded('ENOENT', folder);
  } catch (error) {
    for (let made = above; first !== undefined && made.length >= first.length; made = path.dirname(made))
      await DISK.removeEmpty(made);
    throw error;
  }
}

/** Makes one folder. False where one above it, or a way to it, is not there, or a folder is there already. */
async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    if (isCode(error, 'EEXIST') && (await isFolder(folder))) return false;
    // At the root of a drive Windows says this.
    if (isCode(error, 'EPERM') && (await isFolder(folder))) return false;
    throw error;
  }
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** An error as the system gives it. */
export function coded(code: string, file: string): Error {
  return Object.assign(new Error(`${code}: ${file}`), { code });
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
