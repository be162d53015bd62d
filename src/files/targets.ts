// The names of files to be published and their folder -> whether they may go there, what they replace, what has to be made.

import path from 'node:path';
import { isMadeSchema } from '../commands/schema-mark.ts';
import { type Diagnostic, fileFault, type Outcome } from '../diagnostic.ts';
import { type FileSystem, isCode } from './file-system.ts';
import { foldersOf, insideOf } from './inside.ts';
import { isLeft } from './left.ts';
import type { Manner } from './manner.ts';
import { displayPath } from './place.ts';
import { unwritable } from './write-fault.ts';

export interface Targets {
  /** The names of files that stand there already. */
  readonly replaced: readonly string[];
  /** Folders that are not there yet, outer ones first. */
  readonly folders: readonly string[];
}

/**
 * Looks at every name and tells all that stands in the way: `unwritable-file`, with `add` and `refresh` `existing-file`, with `begin`
 * `folder-not-empty`. The folder must be locked, and nothing interrupted in it.
 */
export async function testTargets(
  fs: FileSystem,
  folder: string,
  names: readonly string[],
  manner: Manner,
  working: string,
): Promise<Outcome<Targets>> {
  const taken = manner === 'new' && (await fs.list(folder)).some((name) => !isLeft(name));
  if (taken)
    return { value: undefined, diagnostics: [notEmpty(folder, '폴더가 비어 있지 않습니다.', working)] };
  const inside = insideOf(fs, folder);
  const replaced: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const target = path.join(folder, name);
    try {
      const kind = await fs.kindOf(await inside(name));
      if (kind === undefined) continue;
      const replaces =
        manner === 'replace' ||
        manner === 'fill' ||
        manner === 'edit' ||
        (manner === 'refresh' && (await isMade(fs, target)));
      if (!replaces) {
        diagnostics.push(existing(target, working));
        continue;
      }
      if (kind === 'folder') throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      await fs.probe(target);
      replaced.push(name);
    } catch (error) {
      diagnostics.push(unwritable(target, folder, manner, error, working));
    }
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const folders: string[] = [];
  for (const inner of foldersOf(names))
    if ((await fs.kindOf(path.join(folder, inner))) === undefined) folders.push(inner);
  return { value: { replaced, folders }, diagnostics };
}

async function isMade(fs: FileSystem, file: string): Promise<boolean> {
  try {
    return isMadeSchema(await fs.read(file));
  } catch (error) {
    if (isCode(error, 'EISDIR') || isCode(error, 'EFBIG')) return false;
    throw error;
  }
}

/** The fault of a place where no new folder can be. */
export function notEmpty(folder: string, message: string, working: string): Diagnostic {
  return fileFault('folder-not-empty', displayPath(folder, working), message, '없거나 비어 있는 폴더');
}

function existing(file: string, working: string): Diagnostic {
  return fileFault(
    'existing-file',
    displayPath(file, working),
    '이미 있는 파일이라 쓰지 않았습니다.',
    '없는 파일',
  );
}
