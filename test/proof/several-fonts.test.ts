// Letters that share a glyph, lines in several fonts -> each text is read back as it was written.
import { expect, it } from 'vitest';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { cell, documentOf, fonts, paragraph, table } from '../write/pdf/documents.ts';
import { readPdf } from './read-pdf.ts';

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

it('follows a centred cell to a longer line that begins in another font', async () => {
  // Its first letter stands left of all that is in the line above.
  const words = `다음 한${'漢字'.repeat(12)}`;
  const document = documentOf([
    table('centred', 0, [[cell(0, words, { align: 'center' }), cell(1, '나')]], 2),
  ]);
  const { value } = await writePdf(document, fonts);
  if (value === undefined) throw new Error('nothing was written');
  const lines = new Set(value.layout.texts.filter(({ text }) => /[다漢]/.test(text)).map(({ y }) => y));
  expect(lines.size).toBeGreaterThan(1);
  expect(provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics).toEqual([]);
});
