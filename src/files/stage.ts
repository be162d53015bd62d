// Finished files -> all of them in their places or none, whatever happens in between.
import path from 'node:path';
import type { OutputFile } from '../build.ts';
import type { FileSystem } from './file-system.ts';

/** Beside the files' places, so that moving them is one step each. */
export const STAGE = '.iljari-stage';

/**
 * What stands in the stage. Until there is a journal, the files in their places are the earlier ones. From `commit` on, the new
 * ones are complete in `new` and the earlier ones in `old`, and the rest is done or undone, again if need be.
 */
const COMMIT = 'commit.json';
const UNDO = 'undo.json';
const NEW = 'new';
const OLD = 'old';

interface Journal {
  readonly names: readonly string[];
  /** Which of them stood there before. */
  readonly replaced: readonly string[];
}

/** What became of an interrupted set of files. */
export type Recovery = 'finished' | 'undone' | 'nothing';

/** Told of the file or folder that is worked on. */
export type Watch = (current: string) => void;

/** Writes and keeps everything that is needed; nothing has changed for whoever looks at the folder. */
export async function prepare(
  fs: FileSystem,
  folder: string,
  files: readonly OutputFile[],
  replaced: readonly string[],
  watch: Watch,
): Promise<void> {
  const stage = path.join(folder, STAGE);
  await fs.makeFolder(path.join(stage, NEW));
  await fs.makeFolder(path.join(stage, OLD));
  for (const { name, bytes } of files) await fs.write(path.join(stage, NEW, name), bytes);
  for (const name of replaced) {
    watch(path.join(folder, name));
    await fs.keep(path.join(folder, name), path.join(stage, OLD, name));
  }
  watch(folder);
  const journal: Journal = { names: files.map(({ name }) => name), replaced };
  const draft = path.join(stage, 'draft.json');
  await fs.write(draft, new TextEncoder().encode(JSON.stringify(journal)));
  for (const part of [path.join(stage, NEW), path.join(stage, OLD), stage]) await fs.sync(part);
  await fs.rename(draft, path.join(stage, COMMIT));
  await fs.sync(stage);
}

/** Moves the prepared files to their places. Throws when one cannot be moved; then `undo` is due. */
export async function commit(fs: FileSystem, folder: string, watch: Watch): Promise<void> {
  const stage = path.join(folder, STAGE);
  const { names } = await journalIn(fs, path.join(stage, COMMIT));
  for (const name of names) {
    watch(path.join(folder, name));
    const fresh = path.join(stage, NEW, name);
    if ((await fs.kindOf(fresh)) !== undefined) await fs.rename(fresh, path.join(folder, name));
  }
  watch(folder);
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
  const { names, replaced } = await journalIn(fs, journal);
  for (const name of names) {
    const target = path.join(folder, name);
    const old = path.join(stage, OLD, name);
    if (!replaced.includes(name)) {
      // Still in the stage, it was never moved: what has the name now is not ours.
      if ((await fs.kindOf(path.join(stage, NEW, name))) === undefined) await fs.remove(target);
    } else if ((await fs.kindOf(old)) !== undefined) await fs.rename(old, target);
  }
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
  if ((await fs.kindOf(stage)) === undefined) return 'nothing';
  const recovery = await finishOrUndo(fs, folder);
  await discard(fs, folder);
  return recovery;
}

async function finishOrUndo(fs: FileSystem, folder: string): Promise<Recovery> {
  if (!(await isBegun(fs, folder))) return 'nothing';
  if ((await fs.kindOf(path.join(folder, STAGE, UNDO))) === undefined) {
    try {
      await commit(fs, folder, () => undefined);
      return 'finished';
    } catch {
      // A file of it cannot be moved: then none is.
    }
  }
  await undo(fs, folder);
  return 'undone';
}

/** Reads a journal; names that lead out of the folder are no names. Throws when it is none of ours. */
async function journalIn(fs: FileSystem, file: string): Promise<Journal> {
  const content: unknown = JSON.parse(await fs.read(file));
  if (typeof content === 'object' && content !== null && 'names' in content && 'replaced' in content) {
    const { names, replaced } = content;
    if (isNames(names) && isNames(replaced)) return { names, replaced };
  }
  throw Object.assign(new Error(`no journal: ${file}`), { code: 'EBADJOURNAL' });
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string' && name !== '' && !/[\\/]|^\.{1,2}$/.test(name))
  );
}
