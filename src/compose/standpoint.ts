// What a text of a task's sheet says for short -> whole addresses and names, seen from where its project is now.
import { projectAddress, taskAddress } from '../figure/address.ts';
import type { ProjectKey } from '../plan/programme.ts';

/** Where a text of a sheet stands. */
export interface Standpoint {
  /** The task in whose sheet it is printed: `./` is below it. */
  readonly task: string;
  /** The task in whose sheet it was written, where that is another one: projects that it calls for short are that one's. */
  readonly home?: string;
  /** The project whose text it is, and where that stood before. */
  readonly project?: ProjectKey;
  readonly former?: readonly ProjectKey[];
}

/** The whole address; what was the project's own once is so now. */
export function addressFrom(written: string, at: Standpoint | undefined): string {
  if (at === undefined) return written;
  const { task, home = task, project, former = [] } = at;
  const short = written.startsWith('./') ? written.slice(2) : undefined;
  const whole =
    short === undefined ? written : `${taskAddress(short.startsWith('projects/') ? home : task)}/${short}`;
  const was = former.map((one) => `${projectAddress(one)}/`).find((base) => whole.startsWith(base));
  return was === undefined || project === undefined
    ? whole
    : `${projectAddress(project)}/${whole.slice(was.length)}`;
}

/** `task/id`, whichever of the two was written. */
export function inHome(written: string, at: Standpoint | undefined): string {
  return at === undefined || written.includes('/') ? written : `${at.home ?? at.task}/${written}`;
}

/** `task/project`, whichever of the two was written. */
export function projectFrom(written: string, at: Standpoint | undefined): string {
  const whole = inHome(written, at);
  const { project, former = [] } = at ?? {};
  const was = former.some((one) => `${one.task}/${one.project}` === whole);
  return was && project !== undefined ? `${project.task}/${project.project}` : whole;
}
