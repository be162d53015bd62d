// Documents made by chance prove without complaint: long cells, tables in tables, notes that go on, headings again on each page.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { documentOf, fonts } from '../write/pdf/documents.ts';
import { randomDraft } from '../write/pdf/random-author.ts';

it('raises no false alarm', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 0x7fffffff }),
      fc.integer({ min: 3, max: 11 }),
      async (seed, size) => {
        const { blocks, notes } = randomDraft(seed, size);
        const document = documentOf(blocks, notes);
        const { value } = await writePdf(document, fonts);
        if (value === undefined) throw new Error(`nothing was written for seed ${seed}`);
        expect(provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics).toEqual([]);
      },
    ),
    { numRuns: 15, seed: 20230331, endOnFailure: true },
  );
});
