// The source files and tests -> proof that a clock decides neither what is made nor whether a test passes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLOCK = /\b(?:performance\.now|Date\.now|hrtime)\b|\bnew Date\(\)/;
/** What a build took is printed on demand; the page tells people when they changed something; a busy moment stands between two messages; measures measure. */
const MAY =
  /^(?:src\/cli\/(?:clock|stopwatch)\.ts|test\/draw\/chart-drawer\.test\.ts|test\/house\/clocks\.test\.ts|test\/(?:bench|measure)\/.*)$/;

it('no clock is read', () => {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.posix.join(folder, ...name.split(path.sep))),
  );
  const reading = files.filter((file) => CLOCK.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(reading).toContain('src/cli/stopwatch.ts');
  expect(reading.filter((file) => !MAY.test(file))).toEqual([]);
});
