// What the page's server is given by the command line: the clock, the desktop, and threads that build.
import type { Format } from '../commands/build.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ChartDrawer } from '../draw/chart-drawer.ts';

/** What is to be built of a plan's last edition, or of the one named. */
export interface BuildOrder {
  /** The plan's folder. */
  readonly folder: string;
  readonly formats: readonly Format[];
  readonly isFinal: boolean;
  readonly print: boolean;
  readonly submit: boolean;
  /** ISO date: it has gone out. */
  readonly publishedOn?: string;
}

export interface BuildEnd {
  readonly isDone: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** In words, where it failed and no diagnostic says why. */
  readonly why?: string;
}

export interface RunningBuild {
  readonly end: Promise<BuildEnd>;
  stop(): void;
}

export interface Outside {
  /** Local date and time: `2026-11-30T14:32:05`. */
  readonly now: () => string;
  /** Whoever sits before the screen, as the system calls them. */
  readonly who: string;
  /** The working folder, in whose `output/` results lie. */
  readonly working: string;
  /** The program's own folder. */
  readonly program: string;
  /** `onStep` hears what is being done, in words, and how far it is, of how many steps. */
  readonly build: (
    order: BuildOrder,
    onStep: (words: string, done: number, of: number) => void,
  ) => RunningBuild;
  /** The thread that draws charts, kept as long as the page is served. */
  readonly openDrawer: () => ChartDrawer;
  /** Hears of what went wrong inside the program, which the page can only say that it did. */
  readonly onFault: (error: unknown) => void;
  /** Opens a file with the program that the desktop has for it; whether that could be started. */
  readonly openFile: (file: string) => Promise<boolean>;
}
