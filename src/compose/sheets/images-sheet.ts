// The images that a plan asks for in its workbook -> a sheet with each under the title of its part and its caption.
import type { Block, Document } from '../../document/document.ts';
import { plainText } from '../../document/inline.ts';
import type { Sheet, SheetCell, SheetPicture } from '../../document/workbook.ts';
import { bareCaption } from '../../plan/figure-name.ts';
import { text } from './sheet-cells.ts';

export const IMAGES = '이미지';
/** Characters, about as wide as the text of a page. */
const WIDTH = 92;
/** Points of a row without text of its own, and of a millimetre. */
const ROW = 21;
const POINTS = 72 / 25.4;

/** Undefined where none is asked for. An image that is printed twice stands there once. */
export function imagesSheet({ blocks }: Pick<Document, 'blocks'>): Sheet | undefined {
  const rows: SheetCell[][] = [];
  const pictures: SheetPicture[] = [];
  const seen = new Set<string>();
  let part = '';
  let told = '';
  const say = (words: string, more: Partial<SheetCell> = {}) =>
    rows.push([text(words, { column: 0, align: 'left', ...more })]);
  for (const block of blocks) {
    if (block.kind === 'part') part = plainText(block.title.inlines);
    if (!isAsked(block) || seen.has(block.picture.digest)) continue;
    seen.add(block.picture.digest);
    if (part !== told) say(part, { role: 'column-header' });
    told = part;
    const { alt, caption = alt, source, picture, width } = block;
    say(bareCaption(plainText(caption.inlines)), { role: 'row-header' });
    pictures.push({ row: rows.length, picture, alt: plainText(alt.inlines), width });
    const high = (width * picture.height * POINTS) / picture.width;
    const count = Math.ceil((high + 4) / ROW);
    rows.push([text('', { column: 0, rowSpan: count })], ...Array.from({ length: count - 1 }, () => []));
    if (source !== undefined) say(plainText(source.inlines));
  }
  if (pictures.length === 0) return undefined;
  return {
    name: IMAGES,
    caption: [{ text: IMAGES, bold: true, raised: false }],
    columns: [WIDTH],
    headerRows: 0,
    headerColumns: 0,
    rows,
    notes: [],
    orientation: 'portrait',
    pictures,
  };
}

function isAsked(block: Block): block is Block & { readonly kind: 'image' } {
  return block.kind === 'image' && block.inWorkbook === true;
}
