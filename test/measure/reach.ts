// Beside each test file that runs with probes in the sources -> a file in REACH that says which functions it went through.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect } from 'vitest';

/** What one test file went through: numbers of probes. */
export interface Reached {
  readonly test: string;
  readonly probes: readonly number[];
  /** In milliseconds, of this run. */
  readonly time: number;
}

const began = performance.now();
const reached = new Set<number>();
Object.assign(globalThis, { reached });

afterAll(() => {
  const test = expect.getState().testPath ?? '';
  const own: Reached = { test, probes: [...reached], time: performance.now() - began };
  const name = createHash('sha256').update(test).digest('hex').slice(0, 16);
  writeFileSync(path.join(process.env.REACH ?? '', `${name}.json`), JSON.stringify(own));
});
