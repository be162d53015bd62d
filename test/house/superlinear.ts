// A regular expression -> whether its time is in line with the text's length.
//
// Judged by recheck's automaton checker, which is sound for plain expressions; assertions and back references are
// made plain first, never to the better. What is told and is linear all the same goes into the list of what is left
// (left-regexes.yaml), with the reason.
import { checkSync } from 'recheck';
import { plainForms } from './regexes.ts';

// The sync mode of recheck starts a thread and a program of its own else.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** What is told of a regex literal whose time grows faster than the text; undefined where it does not. */
export function superlinear(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  for (const plain of plainForms(literal.slice(1, end))) {
    const verdict = checkSync(plain, literal.slice(end + 1), { checker: 'automaton', timeout: 30_000 });
    if (verdict.status === 'vulnerable')
      return `${verdict.complexity.summary}, for example ${verdict.attack.pattern}`;
    if (verdict.status === 'unknown') return `not judged: ${verdict.error.kind}`;
  }
  return undefined;
}
