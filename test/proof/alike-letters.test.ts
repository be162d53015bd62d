// Letters that share a glyph in our fonts -> each is read back as the one that was written.
import { expect, it } from 'vitest';
import { readPdf } from '../../src/proof/pdf/read-pdf.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { documentOf, fonts, paragraph } from '../write/pdf/documents.ts';

it('keeps letters that look alike apart', async () => {
  const text = '①➀ ▶► △∆Δ \u{f90a}\u91d1 ·…⋯';
  const document = documentOf([paragraph('alike', text), paragraph('again', [...text].reverse().join(''))]);
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('nothing was written');
  const read = readPdf(value.bytes)
    .flatMap(({ pieces }) => pieces.map((piece) => piece.text))
    .join('');
  expect(read).toContain(text);
  expect(provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics).toEqual([]);
});
