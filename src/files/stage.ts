// Finished files, or files that are to go -> all of them in their places (or gone) or none, whatever happens in between.

import path from 'node:path';
import type { OutputFile } from '../commands/sources.ts';
import { coded, type FileSystem } from './file-system.ts';
import { foldersOf, insideOf } from './inside.ts';
import { damaged, type Journal, type JournalFile, journalBytes } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Manner } from './manner.ts';
import { bytesDigest } from './plan-bytes.ts';
import {
  COMMIT,
  DRAFT,
  type ForeignStage,
  isStageMark,
  NEW,
  OLD,
  STAGE,
  stageMark,
  stageOf,
  UNDO,
} from './stage-state.ts';
import type { Targets } from './targets.ts';

/** What became of an interrupted set of files. One that this machine did not begin is left as it is. */
export type Recovery = 'finished' | 'removed' | 'undone' | 'nothing' | ForeignStage;

/** Told of the file or folder that is worked on. */
type Watch = (current: string) => void;

/**
 * Writes and keeps everything that is needed; nothing has changed for whoever looks at the folder. What is replaced by none of the
 * files is to go. No foreign stage may be there.
 */
export async function prepare(
  fs: FileSystem,
  folder: string,
  files: readonly OutputFile[],
  { replaced, folders }: Targets,
  { manner, machine, watch }: { readonly manner: Manner; readonly machine: Machine; readonly watch: Watch },
): Promise<Journal> {
  const stage = path.join(folder, STAGE);
  const place = await fs.realPath(folder);
  const parts = [
    ...[NEW, ...foldersOf(files.map(({ name }) => name)).map((inner) => `${NEW}/${inner}`)],
    ...[OLD, ...foldersOf(replaced).map((inner) => `${OLD}/${inner}`)],
  ].map((part) => path.join(folder, part));
  await fs.makeFolder(stage);
  const mark = path.join(stage, stageMark(place, machine));
  // Before all else, so that no one ever takes away what is not known to be ours.
  if ((await fs.kindOf(mark)) === undefined) await fs.claim(mark);
  for (const part of parts) await fs.makeFolder(part);
  for (const { name, bytes } of files) await fs.write(path.join(folder, NEW, name), bytes);
  const earlier = new Map<string, string>();
  for (const name of replaced) {
    watch(path.join(folder, name));
    await fs.keep(path.join(folder, name), path.join(folder, OLD, name));
    earlier.set(name, await fs.digest(path.join(folder, OLD, name)));
  }
  watch(folder);
  const fresh = new Map(files.map(({ name, bytes }) => [name, bytesDigest(bytes)]));
  const listed = [...new Set([...fresh.keys(), ...earlier.keys()])].map((name): JournalFile => {
    const [after, before] = [fresh.get(name), earlier.get(name)];
    return {
      name,
      ...(after !== undefined && { fresh: after }),
      ...(before !== undefined && { earlier: before }),
    };
  });
  const journal = { manner, files: listed, folders };
  const draft = path.join(stage, DRAFT);
  await fs.write(draft, journalBytes(journal, place, machine));
  // The folder too: a stage whose name is lost is no stage.
  for (const part of [...parts.toReversed(), stage, folder]) await fs.sync(part);
  await fs.rename(draft, path.join(stage, COMMIT));
  await fs.sync(stage);
  return journal;
}

/**
 * Moves the prepared files to their places, or takes away what is to go. Throws when one cannot be moved, or something has come to stand in its place that was not
 * there before; then `undo` is due. `later`: by another process than that which prepared them, so that they are read again.
 */
export async function commit(
  fs: FileSystem,
  folder: string,
  { files, folders }: Journal,
  { watch, later }: { readonly watch: Watch; readonly later: boolean },
): Promise<void> {
  const inside = insideOf(fs, folder);
  for (const inner of folders) await fs.makeFolder(await inside(inner));
  for (const { name, fresh, earlier } of files) {
    watch(path.join(folder, name));
    const staged = await inside(`${NEW}/${name}`);
    const target = await inside(name);
    if (fresh === undefined) {
      if ((await fs.kindOf(target)) === undefined) continue;
      if ((await fs.digest(target)) !== earlier) throw coded('EEXIST', name);
      await fs.remove(target);
      continue;
    }
    const kind = earlier === undefined || later ? await fs.kindOf(target) : 'file';
    const now = kind === 'file' ? await fs.digest(target) : undefined;
    // Moved already; a disk may remember the old name too, if the power failed.
    if (later && now === fresh) continue;
    if ((await fs.kindOf(staged)) === undefined) {
      // Nor does it stand in its place: the disk has forgotten the new name.
      if (kind === undefined || now === earlier) throw damaged(name);
      continue;
    }
    if (later && (await fs.digest(staged)) !== fresh) throw damaged(name);
    if (kind !== undefined && (earlier === undefined || now !== earlier)) throw coded('EEXIST', name);
    await fs.rename(staged, target);
  }
  watch(folder);
  await syncAll(fs, folder, files);
}

/** The folders of the files, as far as they are still there. */
async function syncAll(fs: FileSystem, folder: string, files: Journal['files']): Promise<void> {
  for (const inner of foldersOf(files.map(({ name }) => name)).toReversed())
    if ((await fs.kindOf(path.join(folder, inner))) === 'folder') await fs.sync(path.join(folder, inner));
  await fs.sync(folder);
}

/**
 * Puts the earlier files back in their places. What came to stand there since, or is not what was published, is left. Throws when one
 * cannot be moved; then it can be tried again later.
 */
async function undo(fs: FileSystem, folder: string, { files, folders }: Journal): Promise<void> {
  const stage = path.join(folder, STAGE);
  const draft = path.join(stage, DRAFT);
  // Of what was moved a disk may forget both names: what undoing needs is not moved, so that it can be undone again.
  const repeat = async (from: string, to: string): Promise<void> => {
    await fs.remove(draft);
    await fs.keep(from, draft);
    await fs.rename(draft, to);
  };
  if ((await fs.kindOf(path.join(stage, UNDO))) === undefined)
    await repeat(path.join(stage, COMMIT), path.join(stage, UNDO));
  // Here too when a process that was killed wrote it: nothing may be put back while the disk could still say otherwise.
  await fs.sync(stage);
  const inside = insideOf(fs, folder);
  for (const { name, fresh, earlier } of files) {
    const target = await inside(name);
    // A folder is not ours.
    const now = (await fs.kindOf(target)) === 'file' ? await fs.digest(target) : undefined;
    if (earlier === undefined) {
      // Still in the stage, it was never moved: what has the name now is not ours.
      const moved = (await fs.kindOf(await inside(`${NEW}/${name}`))) === undefined;
      if (moved && now === fresh) await fs.remove(target);
      continue;
    }
    if (now === earlier) continue;
    const old = await inside(`${OLD}/${name}`);
    const kept = (await fs.kindOf(old)) !== undefined;
    // Whoever took it away since wanted it so, if there is nothing to put back.
    const absent = now === undefined && kept && (await fs.kindOf(target)) === undefined;
    const published = fresh !== undefined && now === fresh;
    if (!published && !absent) continue;
    if (!kept || (await fs.digest(old)) !== earlier) throw damaged(name);
    await repeat(old, target);
  }
  for (const inner of folders.toReversed()) await fs.removeEmpty(await inside(inner));
  await syncAll(fs, folder, files);
}

/**
 * Takes our stage away. The journal goes first, for good: without it, what is left means nothing; the mark goes last. What someone else
 * put in there stays, and the stage with it.
 */
export async function discard(fs: FileSystem, folder: string): Promise<void> {
  const stage = path.join(folder, STAGE);
  const names = await fs.list(stage);
  // One after the other: `COMMIT` alone would begin anew what was undone.
  for (const name of [COMMIT, UNDO].filter((one) => names.includes(one))) {
    await fs.remove(path.join(stage, name));
    await fs.sync(stage);
  }
  for (const part of [`${STAGE}/${DRAFT}`, NEW, OLD]) await fs.remove(path.join(folder, part));
  const left = await fs.list(stage);
  if (left.every(isStageMark)) for (const mark of left) await fs.unclaim(path.join(stage, mark));
  await fs.removeEmpty(stage);
}

/** Finishes what this machine began in the folder, or where that fails puts the earlier files back. The folder must be locked. */
export async function recover(fs: FileSystem, folder: string, machine: Machine): Promise<Recovery> {
  const state = await stageOf(fs, folder, machine);
  switch (state.kind) {
    case 'none':
      return 'nothing';
    case 'foreign':
      return state;
    case 'own':
      await discard(fs, folder);
      return 'nothing';
    case 'begun': {
      const recovery = await finishOrUndo(fs, folder, state.journal, state.way);
      await discard(fs, folder);
      return recovery;
    }
  }
}

/** Puts back what was begun here. Throws when it could not: then the journal stays, and the next command does it. */
export async function withdraw(fs: FileSystem, folder: string, machine: Machine): Promise<void> {
  const state = await stageOf(fs, folder, machine);
  if (state.kind === 'begun') await undo(fs, folder, state.journal);
  if (state.kind === 'begun' || state.kind === 'own') await discard(fs, folder).catch(() => undefined);
}

async function finishOrUndo(
  fs: FileSystem,
  folder: string,
  journal: Journal,
  way: 'commit' | 'undo',
): Promise<Recovery> {
  if (way === 'commit') {
    try {
      await commit(fs, folder, journal, { watch: () => undefined, later: true });
      return journal.files.every(({ fresh }) => fresh === undefined) ? 'removed' : 'finished';
    } catch {
      // A file of it cannot be moved: then none is.
    }
  }
  await undo(fs, folder, journal);
  return 'undone';
}
