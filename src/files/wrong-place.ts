// A folder to write in -> the fault when what is written there would be lost, or would stand in the way of a plan.

import path from 'node:path';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import type { FileSystem } from './file-system.ts';
import { isLeft } from './left.ts';
import type { Manner } from './manner.ts';
import { displayPath } from './place.ts';

/**
 * `reserved-folder`: in a stage or lock, which the next command takes away. `folder-in-plan`: in a plan's folder, where every
 * file is read as a part of the plan; an edition is to be added there, data to be filled, and schemas to go to its own folder.
 */
export async function wrongPlace(
  fs: FileSystem,
  folder: string,
  manner: Manner,
  working: string,
): Promise<Diagnostic | undefined> {
  if (path.resolve(folder).split(path.sep).some(isLeft))
    return fileFault(
      'reserved-folder',
      displayPath(folder, working),
      '프로그램이 잠시 쓰고 지우는 폴더 안입니다.',
      '다른 폴더',
    );
  if (manner === 'add' || manner === 'fill' || manner === 'edit') return undefined;
  // What stands in the folder of a new plan is told of as such; a plan has a place for what is made for editors.
  const isOwn = manner === 'new' || manner === 'refresh';
  for (let place = isOwn ? path.dirname(folder) : folder; ; place = path.dirname(place)) {
    if ((await fs.kindOf(path.join(place, 'plan.yaml'))) === 'file')
      return fileFault(
        'folder-in-plan',
        displayPath(folder, working),
        `계획의 폴더 안입니다: ${displayPath(place, working)}`,
        isOwn ? '다른 계획 밖의 폴더' : '--out으로 정한, 계획 밖의 폴더',
      );
    if (place === path.dirname(place)) return undefined;
  }
}
