// Documents made by chance, 10 of them or DOCUMENT_RUNS: no word is lost or printed twice, no two pieces of text overlap, every note stands where
// it is referred to; and our own proof raises no false alarm.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { provePdf } from '../../../src/proof/prove-pdf.ts';
import { writePdf } from '../../../src/write/pdf/write-pdf.ts';
import { overlaps, readPages, squeeze } from '../../commands/pdf-text.ts';
import { documentOf, fonts } from './documents.ts';
import { randomDraft } from './random-author.ts';

const LOW: ReadonlySet<Block['kind']> = new Set(['table', 'paragraph', 'item', 'heading']);

/** Stretches of such blocks on landscape pages: a turn where one begins, and one where it ends. */
function across(block: Block, index: number, blocks: readonly Block[]): readonly Block[] {
  const isIn = LOW.has(block.kind);
  const wasIn = LOW.has(blocks[index - 1]?.kind ?? 'cover');
  return isIn === wasIn ? [block] : [{ kind: 'page-turn', id: `turn-${index}`, landscape: isIn }, block];
}

it('loses no line, prints none twice, overlaps none, and keeps notes with their references', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 0x7fffffff }),
      fc.integer({ min: 3, max: 11 }),
      fc.boolean(),
      async (seed, size, turned) => {
        const { blocks, notes, marks } = randomDraft(seed, size);
        const document = documentOf(turned ? blocks.flatMap(across) : blocks, notes);
        const outcome = await writePdf(document, fonts);
        if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
        const { bytes, layout } = outcome.value;
        // The same texts are looked for below by another reader; one in four is enough to see that the proof agrees.
        if (seed % 4 === 0)
          expect(provePdf(document, layout, bytes, 'plan.pdf').diagnostics, `seed ${seed}`).toEqual([]);
        const pages = await readPages(bytes);
        const text = pages.map((page) => page.pieces.map((piece) => squeeze(piece.text)).join('')).join('');
        for (const mark of marks) {
          // A merged label may be begun again; then it says so.
          const found = text.split(mark).length - 1;
          const again = text.split('(계속)').length - 1;
          expect(found, `${mark} of seed ${seed}`).toBeGreaterThan(0);
          expect(found, `${mark} of seed ${seed}`).toBeLessThanOrEqual(1 + again);
        }
        expect(pages.flatMap(overlaps)).toEqual([]);
        for (const page of pages) {
          for (const piece of page.pieces) {
            expect(piece.x).toBeGreaterThan(55);
            expect(piece.x + piece.width).toBeLessThan(page.width - 55);
            expect(piece.y).toBeLessThan(page.height - 28);
          }
        }
        for (const [id, note] of outcome.value.layout.notes) {
          const [first] = note.references;
          const at = note.pages[0];
          // Only what is taller than the room of a whole page pushes its note on.
          expect(at, `note ${id} of seed ${seed}`).toBe(first);
        }
      },
    ),
    { numRuns: Number(process.env.DOCUMENT_RUNS ?? 10), seed: 20230331, endOnFailure: true },
  );
});
