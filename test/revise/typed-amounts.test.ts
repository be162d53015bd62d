// What is typed into yellow cells -> import, the sheet's own totals and the built edition come to the same number, or it is told.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { type Files, PLAN } from './import-plan.ts';
import { actionOn, expectOneNumber } from './typed-amounts.ts';
import { typedBook } from './typed-run.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** `npm run measure:typed` gives more. */
const RUNS = Number(process.env.TYPED_RUNS ?? 9);
const SEED = 14;

async function bundled(): Promise<Files> {
  const roots = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value } = await readSources(path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023'), roots, {
    fonts: false,
  });
  if (value === undefined) throw new Error('the bundled plan cannot be read');
  return value.plan.files;
}

describe.each([
  ['a small plan', async () => PLAN, Math.ceil(RUNS * 0.8)],
  ['the bundled plan', bundled, Math.floor(RUNS * 0.2)],
] as const)('what is typed into %s', (_, files, numRuns) => {
  it('is one number everywhere, or told at its cell', async () => {
    const book = await typedBook(await files());
    expect(book.cells.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(actionOn(book), (action) => expectOneNumber(book, action)),
      { numRuns, seed: SEED },
    );
  });
});
