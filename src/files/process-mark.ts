// A process -> the space in which its number means something, when it began, whether it still runs.
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { isCode } from './file-system.ts';

/** Where a system does not tell. */
export const UNKNOWN = '-';

/**
 * The space of this process's number: on Linux the system since it was started and the container (`5d0c1b2a-4026531836`). Two processes
 * in one space have two numbers; the same number in two spaces says nothing.
 */
export const SPACE = spaceOf();

/** When the process began, in the system's ticks since it was started itself. `UNKNOWN` where it is gone or no one tells. */
export const STARTED = statOf('self')?.started ?? UNKNOWN;

/** Whether two spaces belong to one start of one system. */
export function isSameBoot(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

/** Whether the process of this number that began then still runs. The number is all there is to go by where nothing is known of its beginning. */
export function isRunning(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there and belongs to someone else.
    if (!isCode(error, 'EPERM')) return false;
  }
  const now = statOf(String(pid));
  if (now === undefined) return true;
  // Ended, and no one has asked how.
  if (now.state === 'Z' || now.state === 'X') return false;
  return started === UNKNOWN || now.started === started;
}

function spaceOf(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const inode = /^pid:\[(\d+)\]$/.exec(readlinkSync('/proc/self/ns/pid'))?.[1];
    const short = createHash('sha256').update(boot).digest('hex').slice(0, 8);
    return boot === '' || inode === undefined ? UNKNOWN : `${short}-${inode}`;
  } catch {
    return UNKNOWN;
  }
}

/** The third and the twenty-second word of /proc/…/stat; the second is a name in brackets that may hold anything. */
function statOf(process: string): { readonly state: string; readonly started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${process}/stat`, 'utf8');
    const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [words[0], words[19]];
    return state === undefined || started === undefined || !/^\d+$/.test(started)
      ? undefined
      : { state, started };
  } catch {
    return undefined;
  }
}
