// Letters that share a glyph in our fonts, and letters of several fonts in a line -> each is read back as the one that was written.
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

it('knows a line again that goes over to another font behind a blank', async () => {
  const document = documentOf([paragraph('faces', '청년 International 漢字 · ⓒ 일자리 ㉿ 끝 ')]);
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('nothing was written');
  expect(provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics).toEqual([]);
});
