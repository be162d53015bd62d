// `npm run fuzz [-- COUNT] [--from N] [--seed N] [--kills K] [--charts C] [--misleading M] [--harms H] [--harm N]`: cases, kills, harmed and misleading charts, other harms -> the seeds of those that failed; exit code 1 with one.
// Cases run on a thread, so that one that never ends can be ended and named.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

import { chartFaultOf } from './chart-cases.ts';
import { misleadingFaultOf } from './chart-harms.ts';
import { harmFaultOf } from './harm-cases.ts';
import { killOnce } from './kill.ts';
import { MOST_TIME } from './verdict.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    kills: { type: 'string', default: '100' },
    charts: { type: 'string', default: '100' },
    misleading: { type: 'string', default: '1000' },
    harms: { type: 'string', default: '560' },
    harm: { type: 'string' },
  },
});
const first = Number(values.seed ?? values.from);
/** One seed alone, of the cases or of the harms. */
const alone = values.seed !== undefined || values.harm !== undefined;
const count = values.seed !== undefined ? 1 : alone ? 0 : Number(positionals[0] ?? 2000);
const charts = alone ? 0 : Number(values.charts);
const misleading = alone ? 0 : Number(values.misleading);
const firstHarm = Number(values.harm ?? 0);
const harms = values.harm !== undefined ? 1 : alone ? 0 : Number(values.harms);
const kills = alone ? 0 : Number(values.kills);

/** Says what is wrong and goes on with the next seed. */
let failed = 0;
function fail(what: string): void {
  failed += 1;
  process.stdout.write(`${what}\n`);
}

/** Runs seeds from `from` on; the value is the first that was not run. */
function runFrom(from: number, end: number): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-thread.mjs', import.meta.url), { workerData: { from, end } });
    let seed = from;
    let timer: NodeJS.Timeout | undefined;
    const finish = (next: number): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      void worker.terminate().then(() => resolve(next));
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail(`seed ${seed}: does not end`);
        finish(seed + 1);
      }, 60 * MOST_TIME);
    };
    watch();
    worker.on('message', (message: { readonly seed: number; readonly fault: string | undefined }) => {
      if (message.fault !== undefined) fail(`seed ${message.seed}: ${message.fault}`);
      seed = message.seed + 1;
      if (seed % 100 === 0) process.stdout.write(`${seed - first} cases, ${failed} failed\n`);
      watch();
    });
    worker.on('error', (error) => {
      fail(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
      finish(seed + 1);
    });
    worker.on('exit', () => finish(seed));
  });
}

/** Says that a part is done: a run that is cut off shows how far it came. */
function done(what: string): void {
  process.stdout.write(`${what} done, ${failed} failed\n`);
}

// The quickest first.
for (let seed = 0; seed < charts; seed++) {
  const fault = await chartFaultOf(seed).catch((error: unknown) => String(error));
  if (fault !== undefined) fail(`chart ${seed}: ${fault}`);
}
if (charts > 0) done(`${charts} charts`);
for (let seed = 0; seed < misleading; seed++) {
  const fault = await misleadingFaultOf(seed);
  if (fault !== undefined) fail(`misleading ${seed}: ${fault}`);
}
if (misleading > 0) done(`${misleading} misleading charts`);
for (let seed = firstHarm; seed < firstHarm + harms; seed++) {
  const fault = await harmFaultOf(seed).catch((error: unknown) =>
    error instanceof Error ? error.stack : String(error),
  );
  if (fault !== undefined) fail(`harm ${seed}: ${fault}`);
}
if (harms > 0) done(`${harms} harms`);
for (let seed = 0; seed < kills; seed++) {
  const fault = await killOnce(seed);
  if (fault !== undefined) fail(`kill ${seed}: ${fault}`);
}
if (kills > 0) done(`${kills} kills`);
for (let seed = first; seed < first + count; ) seed = await runFrom(seed, first + count);
process.stdout.write(
  `${count} cases, ${charts} charts, ${misleading} misleading charts, ${harms} harms and ${kills} kills: ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
