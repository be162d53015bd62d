// A folder -> whether a set of files is being published in it, and whether this machine began it.
import path from 'node:path';
import type { FileSystem } from './file-system.ts';
import { isCode } from './file-system.ts';
import { insideOf } from './inside.ts';
import { type Journal, readJournal, type Stranger } from './journal.ts';
import type { Machine } from './machine.ts';

/** Beside the files' places, so that moving them is one step each. */
export const STAGE = '.iljari-stage';

/**
 * What stands in the stage. Until there is a journal, the files in their places are the earlier ones. From `COMMIT` on, the new
 * ones are complete in `NEW` and the earlier ones in `OLD`, and the rest is done or undone, again if need be.
 */
export const COMMIT = 'commit.json';
export const UNDO = 'undo.json';
export const DRAFT = 'draft.json';
export const NEW = `${STAGE}/new`;
export const OLD = `${STAGE}/old`;

type StageState =
  | { readonly kind: 'none' }
  /** Nothing of it has been moved. */
  | { readonly kind: 'own' }
  | { readonly kind: 'begun'; readonly journal: Journal; readonly way: 'commit' | 'undo' }
  | ForeignStage;

export interface ForeignStage {
  readonly kind: 'foreign';
  /** `unmarked`: without a journal, and without our mark. `link`: no folder. */
  readonly why: Stranger | { readonly kind: 'unmarked' | 'link' };
  /** Whether some files of it may stand in their places and others not. */
  readonly mixed: boolean;
}

/** The name of an empty file that says whose a stage is: all in the name, so that it is never half written. */
export function stageMark(place: string, machine: Machine): string {
  return `owner.${machine.seal('stage', place).slice(0, 32)}`;
}

/** Whether a file of this name says whose a stage is. */
export function isStageMark(name: string): boolean {
  return name.startsWith('owner.');
}

/** Looks and changes nothing. Throws what the disk throws. */
export async function stageOf(fs: FileSystem, folder: string, machine: Machine): Promise<StageState> {
  const stage = path.join(folder, STAGE);
  const kind = await fs.kindOf(stage);
  if (kind === undefined) return { kind: 'none' };
  if (kind === 'file') return { kind: 'foreign', why: { kind: 'link' }, mixed: false };
  try {
    const place = await fs.realPath(folder);
    const names = await fs.list(stage);
    const journal = [UNDO, COMMIT].find((name) => names.includes(name));
    if (journal === undefined) {
      const ours = names.length === 0 || names.includes(stageMark(place, machine));
      return ours ? { kind: 'own' } : { kind: 'foreign', why: { kind: 'unmarked' }, mixed: false };
    }
    const read = await readJournal(fs, path.join(stage, journal), place, machine);
    if (read.kind === 'own') {
      // No command replaces anything in a plan but data that is filled.
      const isPlan = (await fs.kindOf(path.join(folder, 'plan.yaml'))) !== undefined;
      if (isPlan && read.journal.manner === 'replace')
        return { kind: 'foreign', why: { kind: 'forged' }, mixed: true };
      return { kind: 'begun', journal: read.journal, way: journal === UNDO ? 'undo' : 'commit' };
    }
    const mixed = read.why.kind === 'unreadable' || (await isMixed(fs, folder, read.names));
    return { kind: 'foreign', why: read.why, mixed };
  } catch (error) {
    // Whoever publishes there took it away meanwhile.
    if (isCode(error, 'ENOENT')) return { kind: 'none' };
    throw error;
  }
}

/** Whether of the files that a stranger claims some have left the stage for their places and others have not. */
async function isMixed(fs: FileSystem, folder: string, names: readonly string[]): Promise<boolean> {
  const inside = insideOf(fs, folder);
  const is = async (name: string) => {
    try {
      return (await fs.kindOf(await inside(name))) !== undefined;
    } catch {
      return false;
    }
  };
  let moved = false;
  let waiting = false;
  for (const name of names) {
    const staged = await is(`${NEW}/${name}`);
    if (staged) waiting = true;
    else if (await is(name)) moved = true;
  }
  return moved && waiting;
}
