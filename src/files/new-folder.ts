// Files in memory -> a folder that was not there or was empty: all of them, or nothing.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OutputFile } from '../build.ts';
import type { Outcome } from '../diagnostic.ts';
import { displayPath, fault } from './place.ts';
import { unwritable } from './write-fault.ts';

/**
 * Writes the files (paths with forward slashes) below the folder. They are written beside their places first and then
 * moved. When anything fails, what was made is removed again and the fault is told. The value is the paths written.
 */
export async function writeNewFolder(
  folder: string,
  files: readonly OutputFile[],
  working: string,
): Promise<Outcome<readonly string[]>> {
  const refused = await whyNotNew(folder, working);
  if (refused !== undefined) return refused;
  const aside = path.join(folder, `.new.${process.pid}`);
  const moved: string[] = [];
  // The first folder that had to be made; undefined where the folder was there.
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) {
      const file = path.join(aside, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    for (const entry of await readdir(aside)) {
      const target = path.join(folder, entry);
      await rename(path.join(aside, entry), target);
      moved.push(target);
    }
    await rm(aside, { recursive: true });
  } catch (error) {
    const mine = made === undefined ? [...moved, aside] : [made];
    for (const one of mine) await rm(one, { recursive: true, force: true }).catch(() => undefined);
    return { value: undefined, diagnostics: [unwritable(folder, folder, error, working)] };
  }
  return {
    value: files.map(({ name }) => displayPath(path.join(folder, name), working)),
    diagnostics: [],
  };
}

/** The fault of a place where no new folder can be; undefined where one can. */
async function whyNotNew(folder: string, working: string): Promise<Outcome<readonly string[]> | undefined> {
  const refuse = (message: string) => ({
    value: undefined,
    diagnostics: [fault('folder-not-empty', displayPath(folder, working), message, '없거나 비어 있는 폴더')],
  });
  try {
    const entries = await readdir(folder);
    return entries.length === 0 ? undefined : refuse('폴더가 비어 있지 않습니다.');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR') return refuse('같은 이름의 파일이 있습니다.');
    return { value: undefined, diagnostics: [unwritable(folder, folder, error, working)] };
  }
}
