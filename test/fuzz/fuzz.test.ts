// Three seeds of each kind -> no crash, no hang, nothing lost; `npm run fuzz` tries more.
import { expect, it, vi } from 'vitest';
import { runs } from '../whole.ts';
import { errorsOfBase, faultOf } from './cases.ts';
import { chartFaultOf } from './chart-cases.ts';
import { misleadingFaultOf } from './chart-harms.ts';
import { harmFaultOf } from './harm-cases.ts';
import { killOnce } from './kill.ts';
import { QUICK } from './verdict.ts';

vi.setConfig({ testTimeout: 600_000 });

/** The faults of seeds, each with its number: `npm run fuzz -- --seed N` does it again. */
async function faultsOf(seeds: readonly number[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const seed of seeds) {
    const fault = await faultOf(seed, QUICK).catch((error: unknown) => String(error));
    if (fault !== undefined) faults.push(`seed ${seed}: ${fault}`);
  }
  return faults;
}

it('what is harmed was sound before', async () => {
  expect(await errorsOfBase()).toEqual([]);
});

it('plans by chance or by harm each end in a build or in a diagnostic with a place', async () => {
  expect(await faultsOf(Array.from({ length: runs(20, 60) }, (_, seed) => seed))).toEqual([]);
});

it('a harmed chart ends in a drawing or in a diagnostic', async () => {
  for (const seed of [0, 1]) expect(await chartFaultOf(seed), `chart ${seed}`).toBeUndefined();
});

it('a chart that misleads is told of', async () => {
  for (let seed = 0; seed < runs(15, 60); seed++)
    expect(await misleadingFaultOf(seed), `misleading ${seed}`).toBeUndefined();
});

it('harmed looks, fonts, profiles, journals, trees, records and files are told, and harm nothing', async () => {
  for (let seed = 0; seed < runs(10, 24); seed++)
    expect(await harmFaultOf(seed), `harm ${seed}: npm run fuzz -- --harm ${seed}`).toBeUndefined();
});

it('2 kills while files are published leave the earlier or the new ones', async () => {
  for (let seed = 0; seed < 2; seed++) expect(await killOnce(seed), `kill ${seed}`).toBeUndefined();
});
