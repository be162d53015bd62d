// Names in a folder -> whether the program put them there for a while.
import { isLock } from './lock.ts';
import { STAGE } from './stage-state.ts';

/** Whether a file or folder of this name is a stage or a lock. */
export function isLeft(name: string): boolean {
  return name === STAGE || isLock(name);
}
