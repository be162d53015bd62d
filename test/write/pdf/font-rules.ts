// The fonts of a file -> what in them breaks PDF/A-2 (ISO 19005-2, 6.2.11) or PDF/UA-1 (ISO 14289-1, 7.21).
import type { PdfDict, PdfFile } from './pdf-file.ts';
import type { TaggedFile } from './structure-tree.ts';

/** Thousandths of the type size by which a width may differ from the font's. */
const TOLERANCE = 1;

export function fontFaults({ file, pages }: Pick<TaggedFile, 'file' | 'pages'>): string[] {
  const used = new Map<PdfDict, Set<number>>();
  for (const { dict, operations } of pages) {
    const fonts = file.dict(file.dict(dict.get('Resources')).get('Font') ?? new Map());
    let font: PdfDict | undefined;
    for (const { operator, operands } of operations) {
      if (operator === 'Tf') font = file.dict(fonts.get(file.name(operands[0]) ?? ''));
      if (operator !== 'Tj' || font === undefined) continue;
      const codes = used.get(font) ?? new Set();
      used.set(font, codes);
      const bytes = Buffer.from(String(operands[0]), 'latin1');
      for (let at = 0; at < bytes.length; at += 2) codes.add(bytes.readUInt16BE(at));
    }
  }
  return [...used].flatMap(([font, codes]) => oneFont(file, font, codes));
}

function oneFont(file: PdfFile, font: PdfDict, codes: ReadonlySet<number>): string[] {
  const faults: string[] = [];
  const name = file.name(font.get('BaseFont')) ?? '';
  const descendant = file.dict(file.array(font.get('DescendantFonts'))[0]);
  const descriptor = file.dict(descendant.get('FontDescriptor'));
  if (!/^[A-Z]{6}\+/.test(name) || file.name(descriptor.get('FontName')) !== name)
    faults.push(`${name}: name of a subset`);
  if (file.name(font.get('Encoding')) !== 'Identity-H') faults.push(`6.2.11.3.3 ${name}: encoding`);
  if (file.name(descendant.get('CIDToGIDMap')) !== 'Identity') faults.push(`6.2.11.3.2 ${name}: CIDToGIDMap`);
  if (descriptor.has('CIDSet')) faults.push(`6.2.11.4.2 ${name}: CIDSet`);
  const metrics = metricsOf(file.data(descriptor.get('FontFile2')));
  const widths = file.array(file.array(descendant.get('W'))[1]).map(Number);
  for (const code of codes) {
    if (code === 0 || code >= metrics.glyphs) faults.push(`6.2.11.8 ${name}: no glyph ${code}`);
    if (Math.abs((widths[code] ?? 0) - metrics.advance(code)) > TOLERANCE)
      faults.push(`6.2.11.5 ${name}: width of ${code}`);
  }
  return faults;
}

function metricsOf(font: Buffer): { readonly glyphs: number; advance(glyph: number): number } {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const table = (tag: string): number => tables.get(tag) ?? Number.NaN;
  const scale = 1000 / font.readUInt16BE(table('head') + 18);
  const count = font.readUInt16BE(table('hhea') + 34);
  return {
    glyphs: font.readUInt16BE(table('maxp') + 4),
    advance: (glyph) => font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, count - 1)) * scale,
  };
}
