// The list of changes that harm nobody -> each stands on a line that is there still.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { HARMLESS, harmlessReason } from './harmless-mutants.ts';

it.each(HARMLESS)('$file: $before of $line', ({ file, line, before, after = '', why }) => {
  const lines = readFileSync(path.join(PROGRAM_FOLDER, file), 'utf8').split('\n');
  expect(lines.map((one) => one.trim())).toContain(line);
  expect(line).toContain(before);
  const mutation = { from: 0, to: 0, before, after, line: 1, text: line };
  expect(harmlessReason(file, mutation)).toBe(why);
  // One reason excuses no other line.
  expect(harmlessReason(file, { ...mutation, text: `${line} ` })).toBeUndefined();
});
