// A process's right to write in a folder <-> the name of the file that stands for it: all in the name, never half written.
import { hostname } from 'node:os';
import { type Machine, PASSING } from './machine.ts';
import { isRunning, isSameBoot, SPACE, STARTED, UNKNOWN } from './process-mark.ts';

/** No process has the number 0. `.iljari-lock.<process>.<count>+<made>.<home>`; earlier versions too, whose home is the computer's name alone. */
const LOCK = /^\.iljari-lock\.([1-9]\d{0,9})\.(\d{1,10})(?:\+(\d{1,6}))?\.(.+)$/;
/** `<machine>+<space>+<started>+<seal>+<computer>`: the name of a computer has no `+` where it is written so. */
const HOME = /^([0-9a-f]{16}|-)\+([0-9a-f]{8}-\d+|-)\+(\d+|-)\+([0-9a-f]{16})\+([^+]*)$/;

const computer = encodeURIComponent(hostname());
/** A file's name has 255 letters at most. */
const shortComputer = computer.slice(0, 80);

export interface LockName {
  readonly process: number;
  readonly computer: string;
  /** `dead`: its process has ended. `here`: it runs. `elsewhere`: in another computer or container, where no one can look. */
  readonly standing: 'dead' | 'here' | 'elsewhere';
  /** Whether it says when its process began, as far as the system tells: those of earlier versions do not, and the number may be another's now. */
  readonly dated: boolean;
  /** How many folders were made to stand in: this one and those above it. None unless this machine says so. */
  made(place: string, machine: Machine): number;
}

/** Whether a file of this name is a lock, no matter whose. */
export function isLock(name: string): boolean {
  return LOCK.test(name);
}

/** A new name; `place` is the folder's path without links. */
export function lockName(count: number, made: number, place: string, machine: Machine): string {
  const seal = machine.seal('made', place, String(made)).slice(0, 16);
  const home = [machine.id, SPACE, STARTED, seal, shortComputer].join('+');
  return `.iljari-lock.${process.pid}.${count}+${made}.${home}`;
}

/** Nothing where it is no lock. `isMine` tells the names that this process has in use. */
export function readLockName(
  name: string,
  machine: Machine,
  isMine: (name: string) => boolean,
): LockName | undefined {
  const [, pid, , made = '0', home] = LOCK.exec(name) ?? [];
  if (pid === undefined || home === undefined) return undefined;
  const number = Number(pid);
  const [, by, space, started, seal, named] = HOME.exec(home) ?? [];
  if (by === undefined || space === undefined || started === undefined || seal === undefined) {
    // No process of this version has such a name, not even this one.
    const running = number !== process.pid && isRunning(number, UNKNOWN);
    const standing = home !== computer ? 'elsewhere' : running ? 'here' : 'dead';
    return { process: number, computer: home, standing, dated: false, made: () => 0 };
  }
  return {
    process: number,
    computer: named ?? '',
    dated: true,
    standing: standingOf(
      { by, space, started, number, near: named === shortComputer },
      machine,
      isMine(name),
    ),
    made: (place, { isSeal }) => (isSeal(seal, 'made', place, made) ? Number(made) : 0),
  };
}

function standingOf(
  lock: {
    readonly by: string;
    readonly space: string;
    readonly started: string;
    readonly number: number;
    /** Whether it names this computer. */
    readonly near: boolean;
  },
  machine: Machine,
  isMine: boolean,
): LockName['standing'] {
  if (isMine) return 'here';
  if (lock.space === UNKNOWN && SPACE === UNKNOWN) {
    // A container that hides what Linux tells: numbers may be of any other.
    if (process.platform === 'linux') return 'elsewhere';
    // Where systems tell no more than numbers, two users of one computer may see each other's.
    if (!lock.near || (lock.by !== machine.id && lock.by !== PASSING && machine.id !== PASSING))
      return 'elsewhere';
    return lock.number !== process.pid && isRunning(lock.number, UNKNOWN) ? 'here' : 'dead';
  }
  if (lock.space === SPACE) return isRunning(lock.number, lock.started) ? 'here' : 'dead';
  // Of this machine before it was started again.
  const ours = lock.near && lock.by === machine.id && lock.by !== PASSING;
  return ours && SPACE !== UNKNOWN && lock.space !== UNKNOWN && !isSameBoot(lock.space, SPACE)
    ? 'dead'
    : 'elsewhere';
}
