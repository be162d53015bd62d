// A question -> what a person at the terminal says to it.
import { createInterface } from 'node:readline/promises';
import { askThrough, promptThrough, TERMINAL } from './terminal.ts';

/** Whether someone can be asked: neither what is typed nor what is printed goes to another program. */
export function canAsk(): boolean {
  return TERMINAL.stdin && TERMINAL.stdout;
}

/** Anything but a plain yes is a no. The question must be of our own words. */
export async function ask(question: string): Promise<boolean> {
  const answer = askThrough(question);
  if (answer !== undefined) return answer;
  return /^(예|네|y|yes)$/i.test(await lineAt(`${question} (예/아니요) `));
}

/** What is typed behind the prompt, without blanks around; empty where nothing is. The prompt must be of our own words. */
export async function askLine(prompt: string): Promise<string> {
  return (await promptThrough(prompt)) ?? lineAt(prompt);
}

async function lineAt(prompt: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(prompt)).trim();
  } catch {
    // Whoever ended the input (Ctrl+D, Ctrl+C) said nothing.
    return '';
  } finally {
    lines.close();
  }
}
