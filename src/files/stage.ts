// Finished files, or files that are to go -> all of them in their places (or gone) or none, whatever happens in between.
import path from 'node:path';
import type { OutputFile } from '../build.ts';
import type { FileSystem } from './file-system.ts';
import { foldersOf, insideOf } from './inside.ts';
import { type Journal, journalBytes, readJournal } from './journal.ts';

/** Beside the files' places, so that moving them is one step each. */
export const STAGE = '.iljari-stage';

/**
 * What stands in the stage. Until there is a journal, the files in their places are the earlier ones. From `commit` on, the new
 * ones are complete in `new` and the earlier ones in `old`, and the rest is done or undone, again if need be.
 */
const COMMIT = 'commit.json';
const UNDO = 'undo.json';
const NEW = `${STAGE}/new`;
const OLD = `${STAGE}/old`;

/** What became of an interrupted set of files. */
export type Recovery = 'finished' | 'removed' | 'undone' | 'nothing';

/** Told of the file or folder that is worked on. */
export type Watch = (current: string) => void;

/** Writes and keeps everything that is needed; nothing has changed for whoever looks at the folder. A removal has no files of its own. */
export async function prepare(
  fs: FileSystem,
  folder: string,
  files: readonly OutputFile[],
  { replaced, folders, removal }: Omit<Journal, 'names'>,
  watch: Watch,
): Promise<void> {
  const stage = path.join(folder, STAGE);
  const names = removal ? replaced : files.map(({ name }) => name);
  const parts = [
    ...[NEW, ...foldersOf(names).map((inner) => `${NEW}/${inner}`)],
    ...[OLD, ...foldersOf(replaced).map((inner) => `${OLD}/${inner}`)],
  ].map((part) => path.join(folder, part));
  for (const part of parts) await fs.makeFolder(part);
  for (const { name, bytes } of files) await fs.write(path.join(folder, NEW, name), bytes);
  for (const name of replaced) {
    watch(path.join(folder, name));
    await fs.keep(path.join(folder, name), path.join(folder, OLD, name));
  }
  watch(folder);
  const draft = path.join(stage, 'draft.json');
  await fs.write(draft, journalBytes({ names, replaced, folders, ...(removal && { removal }) }));
  for (const part of [...parts.toReversed(), stage]) await fs.sync(part);
  await fs.rename(draft, path.join(stage, COMMIT));
  await fs.sync(stage);
}

/**
 * Moves the prepared files to their places, or takes away what is to go. Throws when one cannot be moved, or something has come to
 * stand where nothing stood before; then `undo` is due.
 */
export async function commit(fs: FileSystem, folder: string, watch: Watch): Promise<void> {
  const { names, replaced, folders, removal } = await readJournal(fs, path.join(folder, STAGE, COMMIT));
  const inside = insideOf(fs, folder);
  for (const inner of folders) await fs.makeFolder(await inside(inner));
  for (const name of names) {
    watch(path.join(folder, name));
    const fresh = await inside(`${NEW}/${name}`);
    const target = await inside(name);
    if (removal) {
      // What is no file has come to stand there since: it is not what was to go.
      if ((await fs.kindOf(target)) === 'file') await fs.remove(target);
      continue;
    }
    if ((await fs.kindOf(fresh)) === undefined) continue;
    if (!replaced.includes(name) && (await fs.kindOf(target)) !== undefined)
      throw Object.assign(new Error(`taken: ${name}`), { code: 'EEXIST' });
    await fs.rename(fresh, target);
  }
  watch(folder);
  for (const inner of foldersOf(names).toReversed()) await fs.sync(path.join(folder, inner));
  await fs.sync(folder);
}

/** Puts the earlier files back in their places. Throws when one cannot be moved; then it can be tried again later. */
export async function undo(fs: FileSystem, folder: string): Promise<void> {
  const stage = path.join(folder, STAGE);
  const journal = path.join(stage, UNDO);
  if ((await fs.kindOf(journal)) === undefined) {
    await fs.rename(path.join(stage, COMMIT), journal);
    await fs.sync(stage);
  }
  const { names, replaced, folders } = await readJournal(fs, journal);
  const inside = insideOf(fs, folder);
  for (const name of names) {
    const target = await inside(name);
    const old = await inside(`${OLD}/${name}`);
    if (!replaced.includes(name)) {
      // Still in the stage, it was never moved: what has the name now is not ours. Nor is a folder.
      const moved = (await fs.kindOf(await inside(`${NEW}/${name}`))) === undefined;
      if (moved && (await fs.kindOf(target)) === 'file') await fs.remove(target);
    } else if ((await fs.kindOf(old)) !== undefined) await fs.rename(old, target);
  }
  for (const inner of folders.toReversed()) await fs.removeEmpty(await inside(inner));
  for (const inner of foldersOf(names).toReversed())
    if ((await fs.kindOf(path.join(folder, inner))) === 'folder') await fs.sync(path.join(folder, inner));
  await fs.sync(folder);
}

/** Whether there is a journal, so that files may have been moved. */
export async function isBegun(fs: FileSystem, folder: string): Promise<boolean> {
  for (const journal of [COMMIT, UNDO])
    if ((await fs.kindOf(path.join(folder, STAGE, journal))) !== undefined) return true;
  return false;
}

/** Takes the stage away. The journal goes first: without it, what is left means nothing. */
export async function discard(fs: FileSystem, folder: string): Promise<void> {
  const stage = path.join(folder, STAGE);
  await fs.remove(path.join(stage, COMMIT));
  await fs.remove(path.join(stage, UNDO));
  await fs.remove(stage);
}

/** Finishes what was interrupted in the folder, or where that fails puts the earlier files back. The folder must be locked. */
export async function recover(fs: FileSystem, folder: string): Promise<Recovery> {
  const stage = path.join(folder, STAGE);
  const kind = await fs.kindOf(stage);
  if (kind === undefined) return 'nothing';
  // A link to somewhere else, which no build made: only the link goes.
  const recovery = kind === 'file' ? 'nothing' : await finishOrUndo(fs, folder);
  await (kind === 'file' ? fs.remove(stage) : discard(fs, folder));
  return recovery;
}

async function finishOrUndo(fs: FileSystem, folder: string): Promise<Recovery> {
  if (!(await isBegun(fs, folder))) return 'nothing';
  if ((await fs.kindOf(path.join(folder, STAGE, UNDO))) === undefined) {
    try {
      const { removal } = await readJournal(fs, path.join(folder, STAGE, COMMIT));
      await commit(fs, folder, () => undefined);
      return removal ? 'removed' : 'finished';
    } catch {
      // A file of it cannot be moved: then none is.
    }
  }
  await undo(fs, folder);
  return 'undone';
}
