// A question -> whether a person at the terminal says yes.
import { createInterface } from 'node:readline/promises';
import { askThrough, TERMINAL } from './terminal.ts';

/** Whether someone can be asked: neither what is typed nor what is printed goes to another program. */
export function canAsk(): boolean {
  return TERMINAL.stdin && TERMINAL.stdout;
}

/** Anything but a plain yes is a no. The question must be of our own words. */
export async function ask(question: string): Promise<boolean> {
  const answer = askThrough(question);
  if (answer !== undefined) return answer;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(예|네|y|yes)$/i.test((await lines.question(`${question} (예/아니요) `)).trim());
  } catch {
    // Whoever ended the input (Ctrl+D, Ctrl+C) said nothing.
    return false;
  } finally {
    lines.close();
  }
}
