// Budget books by chance -> the same changes however they are laid out, and with one amount changed the same or none.
import { expect, it } from 'vitest';
import { runs } from '../whole.ts';
import { diceOf } from './dice.ts';
import { layoutFaultOf } from './export-cases.ts';

const SEEDS = Number(process.env.LAYOUTS ?? runs(20, 60));

it('however a budget is laid out, its import gives the same changes or an error', async () => {
  const faults: string[] = [];
  for (let seed = 0; seed < SEEDS; seed++) {
    const fault = await layoutFaultOf(diceOf(seed)).catch((error: unknown) => String(error));
    if (fault !== undefined) faults.push(`seed ${seed}: ${fault}`);
  }
  expect(faults).toEqual([]);
});
