// Threads that come to grief -> the plans that they had, each told of, and all others built.
import { expect, it } from 'vitest';
import { BuildPool } from '../../src/cli/build-pool.ts';

/** A thread that does with a plan what its name says. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  const run = { exit: 0, remarks: [], lines: [] };
  parentPort.on('message', ({ plan, refused }) => {
    if (plan === undefined) return parentPort.postMessage({ run: { ...run, folder: refused.message } });
    if (plan === 'claims') return parentPort.postMessage({ claim: { folder: plan, id: 'id' } });
    if (plan === 'throws') throw new Error('harmed');
    if (plan === 'ends') process.exit(7);
    if (plan === 'large') globalThis.held = Array.from({ length: 1500 }, () => new Array(25_000).fill(0.5));
    parentPort.postMessage({ stream: 'stderr', text: plan });
    parentPort.postMessage({ run });
  });
`)}`,
);

it('loses one plan with its thread, builds a large one on a thread of its own, and answers claims', async () => {
  const plans = ['small', 'throws', 'large', 'ends', 'claims', 'last'];
  const found = new Map<string, unknown>();
  const refused = { place: { file: 'output/id' }, severity: 'error', rule: 'other-plan', message: 'held' };
  const pool = new BuildPool(2, async () => refused as never, PROGRAM);
  await pool.run(
    plans.map((plan) => ({ plan, options: { proof: true } })),
    (index, { run, told }) =>
      found.set(plans[index] ?? '', [run.exit, run.folder ?? told.split('\n').at(-2) ?? told]),
  );
  expect(Object.fromEntries(found)).toEqual({
    small: [0, 'small'],
    throws: [4, expect.stringContaining('at ')],
    large: [0, 'large'],
    ends: [4, expect.stringContaining('at ')],
    claims: [0, 'held'],
    last: [0, 'last'],
  });
}, 60_000);
