// Finished files -> the output folder as a set: all new or all as before, even when the program is killed.
import path from 'node:path';
import type { OutputFile } from '../build.ts';
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import { DISK, type FileSystem } from './file-system.ts';
import { type Held, lock } from './lock.ts';
import { displayPath, fault } from './place.ts';
import { commit, discard, isBegun, prepare, type Recovery, recover, STAGE, undo } from './stage.ts';
import { unwritable } from './write-fault.ts';

/**
 * Puts the files into the folder. Finishes or undoes first what was interrupted there, and tests that every file can be
 * replaced. When anything fails, what stood there before stands there, and the fault is told (`unwritable-folder`,
 * `unwritable-file`, `folder-in-use`). The value is the paths written.
 */
export async function publishFiles(
  folder: string,
  files: readonly OutputFile[],
  working: string,
  fs: FileSystem = DISK,
): Promise<Outcome<readonly string[]>> {
  let current = folder;
  const watch = (place: string) => {
    current = place;
  };
  const told = (error: unknown) => unwritable(current, folder, error, working);
  let held: Awaited<ReturnType<typeof lock>>;
  try {
    await fs.makeFolder(folder);
    held = await lock(fs, folder);
  } catch (error) {
    return { value: undefined, diagnostics: [told(error)] };
  }
  if (held.kind === 'held') return { value: undefined, diagnostics: [inUse(held, folder, working)] };

  const diagnostics: Diagnostic[] = [];
  try {
    diagnostics.push(...recovered(await recover(fs, folder), folder, working));
    const tested = await testTargets(fs, folder, files, working);
    if (tested.value === undefined)
      return { value: undefined, diagnostics: [...diagnostics, ...tested.diagnostics] };
    await prepare(fs, folder, files, tested.value, watch);
    await commit(fs, folder, watch);
    // The new files stand: a stage that cannot be removed is no reason to say otherwise.
    await discard(fs, folder).catch(() => undefined);
  } catch (error) {
    diagnostics.push(told(error));
    const whole = await withdraw(fs, folder);
    if (!whole) diagnostics.push(notWithdrawn(folder, working));
    return { value: undefined, diagnostics };
  } finally {
    await held.release().catch(() => undefined);
  }
  return { value: files.map(({ name }) => displayPath(path.join(folder, name), working)), diagnostics };
}

/**
 * Finishes or undoes what was interrupted in the folder and in those up to two below it (`output/<plan>/edition-1`). Folders in
 * which another build is writing are left to it.
 */
export async function recoverBelow(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  const told: Diagnostic[] = [];
  const visit = async (place: string, below: number): Promise<void> => {
    const names = await fs.list(place).catch((): readonly string[] => []);
    if (names.includes(STAGE)) told.push(...(await recoverIn(fs, place, working)));
    if (below === 0) return;
    for (const name of names) if (!name.startsWith('.')) await visit(path.join(place, name), below - 1);
  };
  await visit(folder, 2);
  return told;
}

async function recoverIn(fs: FileSystem, folder: string, working: string): Promise<readonly Diagnostic[]> {
  try {
    const held = await lock(fs, folder, 0);
    if (held.kind === 'held') return [];
    try {
      return recovered(await recover(fs, folder), folder, working);
    } finally {
      await held.release();
    }
  } catch (error) {
    const diagnostic = unwritable(folder, folder, error, working);
    return [
      { ...notWithdrawn(folder, working), related: [{ place: diagnostic.place, note: diagnostic.message }] },
    ];
  }
}

/** The names of the files that are there already, after every one was found to be replaceable. */
async function testTargets(
  fs: FileSystem,
  folder: string,
  files: readonly OutputFile[],
  working: string,
): Promise<Outcome<readonly string[]>> {
  const replaced: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { name } of files) {
    const target = path.join(folder, name);
    try {
      const kind = await fs.kindOf(target);
      if (kind === undefined) continue;
      if (kind === 'folder') throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      await fs.probe(target);
      replaced.push(name);
    } catch (error) {
      diagnostics.push(unwritable(target, folder, error, working));
    }
  }
  return { value: diagnostics.length === 0 ? replaced : undefined, diagnostics };
}

/** Puts back what was begun. False when it could not: then the journal stays, and the next command does it. */
async function withdraw(fs: FileSystem, folder: string): Promise<boolean> {
  try {
    const stage = path.join(folder, STAGE);
    if ((await fs.kindOf(stage)) === undefined) return true;
    if (await isBegun(fs, folder)) await undo(fs, folder);
  } catch {
    return false;
  }
  await discard(fs, folder).catch(() => undefined);
  return true;
}

function recovered(recovery: Recovery, folder: string, working: string): readonly Diagnostic[] {
  if (recovery === 'nothing') return [];
  const message = {
    finished: '전에 끊긴 만들기를 마무리했습니다. 그때 만든 파일이 모두 제자리에 있습니다.',
    undone: '전에 끊긴 만들기를 되돌렸습니다. 그 전의 파일이 모두 제자리에 있습니다.',
  }[recovery];
  const place = { file: displayPath(folder, working), line: 1, column: 1 };
  return [{ rule: 'interrupted-build', severity: 'information', message, place }];
}

function notWithdrawn(folder: string, working: string): Diagnostic {
  return fault(
    'interrupted-build',
    displayPath(folder, working),
    '되돌리지 못한 파일이 있습니다. 폴더를 쓸 수 있게 한 뒤 아무 명령이나 다시 실행하면 마저 되돌립니다.',
    `${STAGE} 폴더를 그대로 둔 채 다시 실행`,
  );
}

function inUse(held: Held, folder: string, working: string): Diagnostic {
  return fault(
    'folder-in-use',
    displayPath(folder, working),
    `다른 만들기가 이 폴더에 쓰고 있습니다(컴퓨터 ${held.computer}, 프로세스 ${held.process}). 끝난 뒤 다시 실행하십시오.`,
    `돌고 있는 만들기가 없다면 ${displayPath(held.file, working)} 파일을 지움`,
  );
}
