// The program's faces -> the fonts that pdfmake embeds.
import type { EmbeddedFont, PDFDocument } from 'pdfmake/js/PDFDocument.js';
import { FontTables } from '../../../document/font-tables.ts';
import { FACES, type FaceName } from '../../../document/typeface.ts';

/** The families as pdfmake wants them, from font files by name; throws when a file is absent. */
export function fontFamilies(
  files: ReadonlyMap<string, Uint8Array>,
): Record<string, Record<string, Uint8Array>> {
  const families: Record<string, Record<string, Uint8Array>> = {};
  for (const { file, family, bold } of Object.values(FACES)) {
    const bytes = files.get(file);
    if (bytes === undefined) throw new Error(`font file is missing: ${file}`);
    families[family] = { ...families[family], [bold ? 'bold' : 'normal']: bytes };
  }
  return families;
}

/** The font of a face in one PDF document. */
export function faceIn(pdf: PDFDocument, face: FaceName): EmbeddedFont {
  const { family, bold } = FACES[face];
  return pdf.provideFont(family, bold, false);
}

/**
 * Spares the embedding of a font the decoding of table post, whose thousands of glyph names no PDF needs (measured: 60 ms a
 * build). Only its head is asked for.
 */
export function withoutGlyphNames(font: EmbeddedFont, file: Uint8Array): EmbeddedFont {
  font.font._tables.post ??= new FontTables(file).post;
  return font;
}
