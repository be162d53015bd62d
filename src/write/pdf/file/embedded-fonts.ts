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

/** Font files -> what was opened of them: a process decodes their tables once (they cost each further document 150 ms). */
const opened = new WeakMap<Uint8Array, Pick<EmbeddedFont, 'font' | 'constructor'>>();

/** The font of a face in one PDF document, which has a subset of its own of the font in `file`. */
export function faceIn(pdf: PDFDocument, face: FaceName, file: Uint8Array): EmbeddedFont {
  const known = opened.get(file);
  if (known !== undefined) {
    // As `provideFont` does, without opening the file.
    const name = known.font.postscriptName;
    const font = pdf._fontFamilies[name] ?? new known.constructor(pdf, known.font, `F${++pdf._fontCount}`);
    pdf._fontFamilies[name] = font;
    return font;
  }
  const { family, bold } = FACES[face];
  const embedded = withoutGlyphNames(pdf.provideFont(family, bold, false), file);
  opened.set(file, { font: embedded.font, constructor: embedded.constructor });
  return embedded;
}

/**
 * Spares the embedding of a font the decoding of table post, whose thousands of glyph names no PDF needs (measured: 60 ms a
 * build). Only its head is asked for.
 */
function withoutGlyphNames(font: EmbeddedFont, file: Uint8Array): EmbeddedFont {
  font.font._tables.post ??= new FontTables(file).post;
  return font;
}
