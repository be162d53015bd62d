// An output folder -> whether it can be written to, and what interrupted builds left there.
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { DISK, type FileSystem } from './file-system.ts';
import { isLeft } from './left.ts';
import { unwritable } from './write-fault.ts';

interface FolderHealth {
  /** Why nothing can be written there; undefined where it can. */
  readonly unwritable: Diagnostic | undefined;
  /** Paths of stages and locks that stand in the folder: another build is writing, or could not be put right. */
  readonly left: readonly string[];
}

/** Changes nothing: what the system says of the folder, or of the nearest one above that is there. */
export async function healthOf(
  folder: string,
  working: string,
  fs: FileSystem = DISK,
): Promise<FolderHealth> {
  const left = (await fs.list(folder).catch((): readonly string[] => []))
    .filter(isLeft)
    .map((name) => path.join(folder, name));
  const place = await nearest(fs, folder);
  try {
    await fs.permit(place);
    return { unwritable: undefined, left };
  } catch (error) {
    return { unwritable: unwritable(place, place, 'replace', error, working), left };
  }
}

async function nearest(fs: FileSystem, folder: string): Promise<string> {
  const kind = await fs.kindOf(folder).catch(() => undefined);
  const above = path.dirname(folder);
  return kind === undefined && above !== folder ? nearest(fs, above) : folder;
}
