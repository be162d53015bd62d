import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FontTables } from '../../../src/document/font-tables.ts';
import { fonts } from './documents.ts';

/** The library that shapes text, as the reference. */
interface ReferenceFont {
  readonly post: { readonly italicAngle: number; readonly isFixedPitch: number };
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  layout(text: string, features: readonly string[]): { readonly glyphs: readonly { readonly id: number }[] };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): ReferenceFont };

describe.each([...fonts.keys()])('%s', (name) => {
  const bytes = fonts.get(name) ?? new Uint8Array();
  const tables = new FontTables(bytes);
  const reference = fontkit.create(bytes);

  it('has the glyphs and advances that the shaping library finds', () => {
    expect([tables.unitsPerEm, tables.ascent, tables.descent]).toEqual([
      reference.unitsPerEm,
      reference.ascent,
      reference.descent,
    ]);
    const codePoints = [
      0x20, 0x7e, 0x2019, 0x2022, 0x25b3, 0x25cb, 0x2460, 0x2161, 0x3008, 0xac00, 0xd7a3, 0x1f004, 0xffff,
    ];
    for (let codePoint = 0x21; codePoint < 0x10000; codePoint += 37) codePoints.push(codePoint);
    for (const codePoint of codePoints) {
      const glyph = reference.glyphForCodePoint(codePoint);
      expect(tables.glyph(codePoint), codePoint.toString(16)).toBe(glyph.id);
      expect(tables.advance(glyph.id)).toBe(glyph.advanceWidth);
    }
  });

  it('reads the head of table post alike', () => {
    const { italicAngle, isFixedPitch } = reference.post;
    expect(tables.post).toEqual({ italicAngle, isFixedPitch });
  });

  it('finds the figures of equal width that the shaping library sets', () => {
    const digits = '0123456789';
    const tabular = tables.substitutions('tnum');
    const ours = [...digits].map((digit) => {
      const glyph = tables.glyph(digit.charCodeAt(0));
      return tabular.get(glyph) ?? glyph;
    });
    expect(ours).toEqual(reference.layout(digits, ['tnum']).glyphs.map(({ id }) => id));
    expect(new Set(ours.map((glyph) => tables.advance(glyph))).size).toBe(1);
  });
});

it('refuses what is no font', () => {
  expect(() => new FontTables(new Uint8Array(40))).toThrow(RangeError);
});
