// Finished files, or names of files that are to go -> a folder as a set: all new (or gone) or all as before, even when the program
// is killed. The one way to write and to remove.

import path from 'node:path';
import type { OutputFile } from '../commands/sources.ts';
import { type Diagnostic, fileFault, type Outcome } from '../diagnostic.ts';
import { DISK, type FileSystem, isCode } from './file-system.ts';
import { foldersOf, isInnerName, isWrittenName } from './inside.ts';
import { enter, type Held, type Lock } from './lock.ts';
import { thisMachine } from './machine.ts';
import type { Manner } from './manner.ts';
import { displayPath } from './place.ts';
import { commit, discard, prepare, recover, withdraw } from './stage.ts';
import { foreignJournal, inUse, notWithdrawn, recovered } from './stage-words.ts';
import { notEmpty, testTargets } from './targets.ts';
import { unwritable } from './write-fault.ts';
import { wrongPlace } from './wrong-place.ts';

/**
 * Puts the files (names may have folders in them, slashes forward) into the folder. Finishes or undoes first what was interrupted
 * there, and tests that every file can go to its place. When anything fails, what stood there before stands there, what was made
 * is gone, and the fault is told (`unwritable-folder`, `unwritable-file`, `folder-in-use`, `foreign-journal`; `existing-file` with `add` and `refresh`,
 * `folder-not-empty` with `begin`; what `wrongPlace` says). `gone`: what is to go in the same step, with a manner that replaces.
 * `seen`: by name the digest that a file had when it was read, undefined where there was none; where one is another now nothing is written (`changed-meanwhile`). The value is the paths written or gone. Throws when a name leads out of the folder,
 * or is none that the program writes there.
 */
export function publishFiles(
  folder: string,
  files: readonly OutputFile[],
  manner: Manner,
  working: string,
  fs: FileSystem = DISK,
  gone: readonly string[] = [],
  seen: ReadonlyMap<string, string | undefined> = new Map(),
): Promise<Outcome<readonly string[]>> {
  const names = [...files.map(({ name }) => name), ...gone];
  return inOneStep({ folder, names, manner, working, fs, seen }, files);
}

/**
 * Takes the files of these names out of the folder, as many of them as are there, all or none; folders that are empty then go
 * too, the folder itself among them. Faults as with `publishFiles`. The value is the paths removed.
 */
export function removeFiles(
  folder: string,
  names: readonly string[],
  manner: Exclude<Manner, 'new'>,
  working: string,
  fs: FileSystem = DISK,
): Promise<Outcome<readonly string[]>> {
  return inOneStep({ folder, names, manner, working, fs, seen: new Map() }, undefined);
}

interface Step {
  readonly folder: string;
  readonly names: readonly string[];
  readonly manner: Manner;
  readonly working: string;
  readonly fs: FileSystem;
  readonly seen: ReadonlyMap<string, string | undefined>;
}

/** Without files, what has the names is to go. */
async function inOneStep(
  { folder, names, manner, working, fs, seen }: Step,
  files: readonly OutputFile[] | undefined,
): Promise<Outcome<readonly string[]>> {
  const outside = names.find((name) => !isInnerName(name));
  if (outside !== undefined) throw new Error(`leads out of its folder: ${outside}`);
  const unknown = names.find((name) => !isWrittenName(name, manner));
  if (unknown !== undefined) throw new Error(`no name that is written with ${manner}: ${unknown}`);
  let current = folder;
  const watch = (place: string) => {
    current = place;
  };
  const faultOf = (error: unknown) => unwritable(current, folder, manner, error, working);
  let held: Lock | Held;
  try {
    const wrong = await wrongPlace(fs, folder, manner, working);
    if (wrong !== undefined) return { value: undefined, diagnostics: [wrong] };
    held = await enter(fs, folder);
  } catch (error) {
    const isFile = manner === 'new' && (isCode(error, 'EEXIST') || isCode(error, 'ENOTDIR'));
    const diagnostic = isFile ? notEmpty(folder, '같은 이름의 파일이 있습니다.', working) : faultOf(error);
    return { value: undefined, diagnostics: [diagnostic] };
  }
  if (held.kind === 'held') return { value: undefined, diagnostics: [inUse(held, folder, working)] };

  const diagnostics: Diagnostic[] = [];
  let done: readonly string[] = names;
  const machine = await thisMachine({ keep: true });
  try {
    const recovery = await recover(fs, folder, machine);
    if (typeof recovery === 'object')
      return { value: undefined, diagnostics: [foreignJournal(recovery, folder, working, 'error')] };
    diagnostics.push(...recovered(recovery, folder, working));
    // What is to go has to be there, and to be written as if it were replaced.
    const tested = await testTargets(fs, folder, names, files === undefined ? 'replace' : manner, working);
    if (tested.value === undefined)
      return { value: undefined, diagnostics: [...diagnostics, ...tested.diagnostics] };
    const { replaced } = tested.value;
    for (const [name, digest] of seen) {
      const now = replaced.includes(name) ? await fs.digest(path.join(folder, name)) : undefined;
      if (now === digest) continue;
      return {
        value: undefined,
        diagnostics: [...diagnostics, changedMeanwhile(path.join(folder, name), working)],
      };
    }
    done = files === undefined ? replaced : names;
    const targets = files === undefined ? { replaced, folders: [] } : tested.value;
    const journal = await prepare(fs, folder, files ?? [], targets, { manner, machine, watch });
    await commit(fs, folder, journal, { watch, later: false });
    // The new files stand: a stage that cannot be removed is no reason to say otherwise.
    await discard(fs, folder).catch(() => undefined);
    if (files === undefined)
      for (const inner of foldersOf(replaced).toReversed())
        await fs.removeEmpty(path.join(folder, inner)).catch(() => undefined);
  } catch (error) {
    diagnostics.push(faultOf(error));
    const whole = await withdraw(fs, folder, machine).then(
      () => true,
      () => false,
    );
    // A stage that is not as its journal says is told of already, and will be no better next time.
    if (!whole && !isCode(error, 'EBADJOURNAL')) diagnostics.push(notWithdrawn(folder, working));
    return { value: undefined, diagnostics };
  } finally {
    await held.release().catch(() => undefined);
  }
  if (files === undefined) await fs.removeEmpty(folder).catch(() => undefined);
  return { value: done.map((name) => displayPath(path.join(folder, name), working)), diagnostics };
}

function changedMeanwhile(file: string, working: string): Diagnostic {
  const message = '그동안 다른 사람이나 프로그램이 고친 파일이라 쓰지 않았습니다. 바뀐 것은 없습니다.';
  return fileFault('changed-meanwhile', displayPath(file, working), message, '다시 읽은 뒤의 파일');
}
