// Seeds FROM, FROM + STEP … below END -> what came of each case, told to the parent as soon as it is known.
import { soundCase } from './sound-case.ts';

const [from = 0, end = 0, step = 1] = process.argv.slice(2).map(Number);
for (let seed = from; seed < end; seed += step) {
  const result = await soundCase(seed).catch((error: unknown) => ({
    kind: 'fault',
    alarms: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    cost: undefined,
  }));
  process.send?.({ seed, ...result });
}
process.disconnect();
