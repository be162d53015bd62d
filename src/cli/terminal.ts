// The thread that has the streams <-> the one that runs the command: which streams are a terminal, what is printed, what is asked.
import { isatty } from 'node:tty';
import { parentPort, workerData } from 'node:worker_threads';

/** Whether the streams of the process are a person's; a thread cannot see it. */
interface Terminal {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
}

/** What the command's thread sends, in order: what goes to a stream, or what a person is to be asked, whose answer comes back: yes or no to a question, a line to a prompt. */
export type Sent =
  | { readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly question: string }
  | { readonly prompt: string };

/** What the command's thread is given. */
export interface CommandData {
  readonly terminal: Terminal;
  /** Whether the folder that the process was begun in is gone: no thread begins in one, so it is in another. */
  readonly astray: boolean;
}

const data = workerData as Partial<CommandData> | null;
const given = data?.terminal;

export const ASTRAY = data?.astray === true;

export const TERMINAL: Terminal = given ?? { stdin: isatty(0), stdout: isatty(1), stderr: isatty(2) };

/** To the thread that has the streams; null in that thread. Each stream by itself would lose their order. */
const port = given === undefined ? null : parentPort;

/** Writes to a stream; `then` is called when it is on its way. */
export function put(stream: 'stdout' | 'stderr', text: string, then?: () => void): void {
  if (port === null) {
    process[stream].write(text, then);
    return;
  }
  port.postMessage({ stream, text } satisfies Sent);
  then?.();
}

/** Asks through the thread that has the terminal; undefined in that thread. */
export function askThrough(question: string): Promise<boolean> | undefined {
  if (port === null) return undefined;
  port.postMessage({ question } satisfies Sent);
  return new Promise((resolve) => port.once('message', (answer: boolean) => resolve(answer)));
}

/** As `askThrough`, for a line that a person types. */
export function promptThrough(prompt: string): Promise<string> | undefined {
  if (port === null) return undefined;
  port.postMessage({ prompt } satisfies Sent);
  return new Promise((resolve) => port.once('message', (answer: string) => resolve(answer)));
}
