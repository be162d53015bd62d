// `npm run measure:proof [-- COUNT [SEED]]`: sound plans, editions, press files and comparisons by chance -> false alarms of the proof, and its
// share of a build's CPU time; exit code 1 beyond a bound.
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { BOUNDS } from './bounds.ts';
import { compileInto, measuringFolder } from './compiled.ts';
import type { SoundCase } from './sound-case.ts';

const [count = 1000, first = 0] = process.argv.slice(2).map(Number);
const step = Math.min(availableParallelism(), count);
const shares: number[] = [];
const kinds = new Map<string, number>();
let alarms = 0;

type Told = SoundCase & { readonly seed: number };

function take({ seed, kind, alarms: said, cost }: Told): void {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (cost !== undefined) shares.push(cost.proof / cost.all);
  if (said.length === 0) return;
  alarms += 1;
  process.stdout.write(`${seed} (${kind}): ${said.length}\n  ${said.slice(0, 3).join('\n  ')}\n`);
}

// As the product is compiled: run from its source, every inner function costs more, and the proof has most of those.
const folder = measuringFolder('proof');
const program = await compileInto(folder, {
  'sound-process': 'test/measure/sound-process.ts',
  'chart-thread': 'src/draw/chart-thread.ts',
});
await Promise.all(
  Array.from({ length: step }, (_, from) => {
    const seeds = [first + from, first + count, step].map(String);
    const child = fork(path.join(program, 'sound-process.js'), seeds, { execArgv: [] });
    return new Promise<void>((resolve, reject) => {
      child.on('message', (message: Told) => take(message));
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
    });
  }),
);
rmSync(folder, { recursive: true, force: true });
const share = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
const made = [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ');
process.stdout.write(
  `${count} sound (${made}): ${alarms} with a false alarm; the proof takes ${(share * 100).toFixed(0)} % of a build (median of ${shares.length})\n`,
);
process.exitCode = alarms > BOUNDS.proof.falseAlarms || share > BOUNDS.proof.share ? 1 : 0;
