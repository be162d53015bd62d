// Folders in which a command may have been interrupted -> all of its files or none, or only what is to be said about it.
import path from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import { DISK, type FileSystem, isCode } from './file-system.ts';
import { isLeft } from './left.ts';
import { holderOf, lock, patienceFor } from './lock.ts';
import { type Machine, thisMachine } from './machine.ts';
import { recover } from './stage.ts';
import { STAGE, stageOf } from './stage-state.ts';
import { foreignJournal, inUse, notWithdrawn, recovered, unfinished } from './stage-words.ts';
import { unwritable } from './write-fault.ts';

type Visit = (folder: string, working: string, fs: FileSystem) => Promise<readonly Diagnostic[]>;

/**
 * Finishes or undoes what this machine began in the folder and in those up to two below it (`output/<plan>/edition-1`). Folders in
 * which another process is writing are left to it; what another machine began is told.
 */
export function recoverBelow(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  return below(folder, working, fs, recoverIn);
}

/** Changes nothing: an error for each of these folders in which this machine was interrupted. */
export function lookBelow(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  return below(folder, working, fs, lookIn);
}

async function below(
  folder: string,
  working: string,
  fs: FileSystem,
  visit: Visit,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const go = async (place: string, deep: number): Promise<void> => {
    const names = await namesIn(place, fs);
    if (names.some(isLeft)) found.push(...(await visit(place, working, fs)));
    if (deep === 0) return;
    for (const name of names) if (!name.startsWith('.')) await go(path.join(place, name), deep - 1);
  };
  await go(folder, 2);
  return found;
}

/**
 * Finishes or undoes what this machine began in one folder, which need not be there. An error says that files of an interrupted command
 * may stand there still.
 */
export async function recoverIn(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  if (!(await namesIn(folder, fs)).some(isLeft)) return [];
  const machine = await thisMachine({ keep: true });
  try {
    const state = await stageOf(fs, folder, machine);
    if (state.kind === 'foreign') {
      const busy = await holderOf(fs, folder, machine);
      return busy === undefined
        ? [foreignJournal(state, folder, working, state.mixed ? 'error' : 'warning')]
        : [];
    }
    const held = await lock(fs, folder, { patience: 0 });
    if (held.kind === 'held') return [];
    try {
      return recovered(await recover(fs, folder, machine), folder, working);
    } finally {
      await held.release().catch(() => undefined);
    }
  } catch (error) {
    // Before the journal nothing had been moved: what cannot be taken away there does no harm.
    if (!(await isBegun(fs, folder, machine))) return [];
    const why = unwritable(folder, folder, 'add', error, working);
    // Trying again will not help.
    if (isCode(error, 'EBADJOURNAL')) return [why];
    const { place, message } = why;
    return [{ ...notWithdrawn(folder, working), related: [{ place, note: message }] }];
  }
}

/**
 * Changes nothing. An error says that files of an interrupted command may stand in the folder, or that another process has been writing
 * in it for longer than `patienceFor` says; a foreign stage that has nothing to do with the files as they stand is a warning.
 */
export async function lookIn(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  if (!(await namesIn(folder, fs)).includes(STAGE)) return [];
  const machine = await thisMachine({ keep: false });
  const pause = 50;
  for (let waited = 0; ; waited += pause) {
    const busy = await holderOf(fs, folder, machine).catch(() => undefined);
    // After the lock: whoever gave it back since has finished.
    const found = await tell(fs, folder, machine, working);
    if (busy === undefined || found.length === 0) return found;
    if (waited >= patienceFor(busy)) return hasErrors(found) ? [inUse(busy, folder, working)] : found;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function tell(
  fs: FileSystem,
  folder: string,
  machine: Machine,
  working: string,
): Promise<readonly Diagnostic[]> {
  try {
    const state = await stageOf(fs, folder, machine);
    if (state.kind === 'begun') return [unfinished(folder, working)];
    if (state.kind !== 'foreign') return [];
    return [foreignJournal(state, folder, working, state.mixed ? 'error' : 'warning')];
  } catch (error) {
    return [{ ...unfinished(folder, working), related: [unreadable(folder, working, error)] }];
  }
}

function unreadable(folder: string, working: string, error: unknown) {
  const { place, message } = unwritable(path.join(folder, STAGE), folder, 'add', error, working);
  return { place, note: message };
}

/** What stands in a folder; nothing in one that is not there. */
export async function namesIn(folder: string, fs: FileSystem = DISK): Promise<readonly string[]> {
  return fs.list(folder).catch(() => []);
}

/** As `namesIn`, and in the place of the folder `inner` what stands in that: `inner/name`. */
export async function namesUnder(folder: string, inner: string): Promise<readonly string[]> {
  const below = await namesIn(path.join(folder, inner));
  const names = (await namesIn(folder)).filter((name) => name !== inner || below.length === 0);
  return [...names, ...below.map((name) => `${inner}/${name}`)];
}

/** Whether files may have been moved, as far as can be told. */
async function isBegun(fs: FileSystem, folder: string, machine: Machine): Promise<boolean> {
  const state = await stageOf(fs, folder, machine).catch(() => undefined);
  return state === undefined || state.kind === 'begun';
}
