// What the page and the program say to each other of files and of jobs that take a while.
import type { Fault, Handle, StageName } from './api.ts';

/** GET /api/plans/P/outputs */
export interface Outputs {
  readonly checklist: readonly {
    readonly words: string;
    readonly isDone: boolean;
    readonly stage?: StageName;
    readonly button?: string;
  }[];
  readonly tiles: readonly OutputTile[];
  readonly canPublish: boolean;
  /** The days between which it can have gone out, ISO dates: none before the first, none after today. */
  readonly days?: { readonly first: string; readonly today: string };
  /** Why nothing can be made here, in sentences: another plan's files lie where this one's would. */
  readonly held?: string;
  readonly published?: string;
  /** Earlier editions and what there is of them. */
  readonly past?: readonly {
    readonly name: string;
    readonly words: string;
    readonly tiles: readonly OutputTile[];
  }[];
}

export interface OutputTile {
  readonly output: Handle;
  /** A name of `OUTPUT_KINDS`, which the page's program does not load. */
  readonly kind: string;
  readonly title: string;
  /** What for, in one sentence. */
  readonly purpose: string;
  readonly state: 'current' | 'old' | 'none';
  /** `47쪽 · 14:32에 만듦` */
  readonly made?: string;
}

/** POST /api/plans/P/build { kinds, isFinal }: starts a job and gives { job }; POST /api/jobs/J/stop; POST /api/outputs/O/open opens the file with the desktop's program; GET /api/outputs/O/file gives its bytes. POST /api/plans/P/publish { stamp, date }: { job }. */
export interface Job {
  readonly job: Handle;
  readonly words: string;
  readonly done: number;
  readonly of: number;
  readonly state: 'running' | 'done' | 'failed' | 'stopped';
  readonly faults: readonly Fault[];
}

/** GET /api/events (fetch stream, one JSON a line): */
export type ServerEvent =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'changed'; readonly plan: Handle; readonly stamp: string }
  | { readonly kind: 'ended' };
