// A question -> whether a person at the terminal says yes.
import { createInterface } from 'node:readline/promises';

/** Whether someone can be asked: neither what is typed nor what is printed goes to another program. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Anything but a plain yes is a no. The question must be of our own words. */
export async function ask(question: string): Promise<boolean> {
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
