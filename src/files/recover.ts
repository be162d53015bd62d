// Folders in which a command may have been interrupted -> all of its files or none, and what is said about it.
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { DISK, type FileSystem, isCode } from './file-system.ts';
import { isLock, lock } from './lock.ts';
import { displayPath, fault } from './place.ts';
import { isBegun, type Recovery, recover, STAGE } from './stage.ts';
import { unwritable } from './write-fault.ts';

/**
 * Finishes or undoes what was interrupted in the folder and in those up to two below it (`output/<plan>/edition-1`). Folders in
 * which another process is writing are left to it.
 */
export async function recoverBelow(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  const told: Diagnostic[] = [];
  const visit = async (place: string, below: number): Promise<void> => {
    const names = await namesIn(place, fs);
    if (names.some(isLeft)) told.push(...(await putRight(fs, place, working)));
    if (below === 0) return;
    for (const name of names) if (!name.startsWith('.')) await visit(path.join(place, name), below - 1);
  };
  await visit(folder, 2);
  return told;
}

/** The same in one folder, which need not be there. An error says that it holds files of an interrupted command still. */
export async function recoverIn(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<readonly Diagnostic[]> {
  return (await namesIn(folder, fs)).some(isLeft) ? putRight(fs, folder, working) : [];
}

/** Whether a file or folder of this name is a stage or a lock. */
export function isLeft(name: string): boolean {
  return name === STAGE || isLock(name);
}

/** What stands in a folder; nothing in one that is not there. */
export async function namesIn(folder: string, fs: FileSystem = DISK): Promise<readonly string[]> {
  return fs.list(folder).catch(() => []);
}

async function putRight(fs: FileSystem, folder: string, working: string): Promise<readonly Diagnostic[]> {
  try {
    const held = await lock(fs, folder, { patience: 0 });
    if (held.kind === 'held') return [];
    try {
      return recovered(await recover(fs, folder), folder, working);
    } finally {
      await held.release().catch(() => undefined);
    }
  } catch (error) {
    // Before the journal nothing had been moved: what cannot be taken away there does no harm.
    if (!(await isBegun(fs, folder).catch(() => true))) return [];
    const why = unwritable(folder, folder, 'add', error, working);
    // Trying again will not help.
    if (isCode(error, 'EBADJOURNAL')) return [why];
    const { place, message } = why;
    return [{ ...notWithdrawn(folder, working), related: [{ place, note: message }] }];
  }
}

/** What is said of it. */
export function recovered(recovery: Recovery, folder: string, working: string): readonly Diagnostic[] {
  if (recovery === 'nothing') return [];
  const message = {
    finished: '전에 끊긴 만들기를 마무리했습니다. 그때 만든 파일이 모두 제자리에 있습니다.',
    removed: '전에 끊긴 지우기를 마무리했습니다. 그때 지우려던 파일이 모두 지워졌습니다.',
    undone: '전에 끊긴 만들기를 되돌렸습니다. 그 전의 파일이 모두 제자리에 있습니다.',
  }[recovery];
  const place = { file: displayPath(folder, working), line: 1, column: 1 };
  return [{ rule: 'interrupted-build', severity: 'information', message, place }];
}

/** The fault of a folder in which not everything could be put back. */
export function notWithdrawn(folder: string, working: string): Diagnostic {
  return fault(
    'interrupted-build',
    displayPath(folder, working),
    '되돌리지 못한 파일이 있습니다. 폴더를 쓸 수 있게 한 뒤 아무 명령이나 다시 실행하면 마저 되돌립니다.',
    `${STAGE} 폴더를 그대로 둔 채 다시 실행`,
  );
}
