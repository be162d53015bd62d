// Words for a person, or for a program -> standard output and the error stream. All that is printed goes through here, harmless.
import { harmless, harmlessJson, harmlessLines } from './harmless.ts';
import { put, TERMINAL } from './terminal.ts';

/** One line, whatever it holds. */
export function say(line: string): void {
  put('stdout', `${harmless(line)}\n`);
}

/** Lines that end with a line feed; those inside stay. */
export function sayLines(text: string): void {
  put('stdout', harmlessLines(text));
}

/** JSON for programs, two blanks deep. */
export function sayJson(value: unknown): void {
  put('stdout', `${harmlessJson(value, 2)}\n`);
}

/** One line on the error stream. */
export function warn(line: string): void {
  put('stderr', `${harmless(line)}\n`);
}

/** Lines on the error stream; `then` is called when they are out. */
export function warnLines(text: string, then?: () => void): void {
  put('stderr', harmlessLines(text), then);
}

/** On a terminal, in place of what was shown there before; otherwise nothing. */
export function showProgress(words: string): void {
  if (TERMINAL.stderr) put('stderr', `\r\u001b[K${harmless(words)}`);
}
