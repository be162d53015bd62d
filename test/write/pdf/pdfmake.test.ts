// What we rely on in pdfmake and its pdfkit. An upgrade that changes it fails here first.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FACES } from '../../../src/document/typeface.ts';
import { faceIn, fontFamilies } from '../../../src/write/pdf/file/embedded-fonts.ts';
import { PDFDocument, Renderer } from '../../../src/write/pdf/file/pdfmake.ts';
import { fonts } from './documents.ts';

const require = createRequire(import.meta.url);

function open() {
  return new PDFDocument(fontFamilies(fonts), {}, {}, {}, { autoFirstPage: false, font: null, info: {} });
}

describe('pdfmake', () => {
  it('is the version that was read and measured', () => {
    expect(require('pdfmake/package.json').version).toBe('0.3.11');
  });

  it('hands every vector of every page to renderVector, after adding the page', () => {
    const seen: unknown[] = [];
    class Probe extends Renderer {
      override renderVector(vector: unknown): void {
        seen.push([vector, this.pdfDocument.page.width]);
      }
    }
    const page = (width: number, ...items: string[]) => ({
      pageSize: { width, height: 500 },
      items: items.map((item) => ({ type: 'vector', item })),
    });
    new Probe(open()).renderPages([page(300, 'a', 'b'), page(400, 'c')]);
    expect(seen).toEqual([
      ['a', 300],
      ['b', 300],
      ['c', 400],
    ]);
  });

  it('gives embedded fonts with advances, a subset and a ToUnicode table to fill', () => {
    const file = new Uint8Array(fonts.get(FACES.regular.file) ?? []);
    // The second document has the font that was opened for the first, and embeds what it shows alone.
    for (const pdf of [open(), open()]) {
      const font = faceIn(pdf, 'regular', file);
      const glyph = 100;
      expect(font.font.hmtx.metrics.get(glyph).advance).toBeGreaterThan(0);
      expect(font.subset.includeGlyph(glyph)).toBe(1);
      expect(font.widths).toHaveLength(1);
      expect(font.unicode).toEqual([[0]]);
    }
  });

  it('keeps one font object a face', () => {
    const [bold, semibold] = [FACES.bold, FACES.semibold].map(
      ({ file }) => new Uint8Array(fonts.get(file) ?? []),
    );
    for (const pdf of [open(), open()]) {
      const font = faceIn(pdf, 'bold', bold ?? new Uint8Array());
      expect(faceIn(pdf, 'bold', bold ?? new Uint8Array())).toBe(font);
      expect(faceIn(pdf, 'semibold', semibold ?? new Uint8Array())).not.toBe(font);
      expect(font.id).toBe('F1');
    }
  });
});
