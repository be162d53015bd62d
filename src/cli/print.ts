// Words for a person, or for a program -> standard output and the error stream. All that is printed goes through here, harmless.
import { harmless, harmlessJson, harmlessLines } from './harmless.ts';

/** One line, whatever it holds. */
export function say(line: string): void {
  process.stdout.write(`${harmless(line)}\n`);
}

/** Lines that end with a line feed; those inside stay. */
export function sayLines(text: string): void {
  process.stdout.write(harmlessLines(text));
}

/** JSON for programs, two blanks deep. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${harmlessJson(value, 2)}\n`);
}

/** One line on the error stream. */
export function warn(line: string): void {
  process.stderr.write(`${harmless(line)}\n`);
}

/** Lines on the error stream; `then` is called when they are out. */
export function warnLines(text: string, then?: () => void): void {
  process.stderr.write(harmlessLines(text), then);
}

/** On a terminal, in place of what was shown there before; otherwise nothing. */
export function showProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${harmless(words)}`);
}
