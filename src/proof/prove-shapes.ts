// Lines, boxes and images as painted -> those that leave the text's margins or the sheet.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { placeOf } from '../document/reading.ts';
import { type Area, SLACK, textArea } from './area.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** What is painted beside a block keeps between the margins, all else on the sheet. */
export function proveShapes(
  faults: PdfFaults,
  document: Document,
  layout: LayoutMap,
  pages: readonly ReadPage[],
): readonly Diagnostic[] {
  const boxes = pages.map(
    (): { readonly block: Block; readonly top: number; readonly bottom: number }[] => [],
  );
  for (const block of document.blocks)
    for (const { page, y, height } of layout.blocks.get(block.id) ?? [])
      boxes[page]?.push({ block, top: y, bottom: y + height });
  return pages.flatMap((page, index) => {
    const text = textArea(document, layout.turned[index], layout.leftHand[index]);
    return page.shapes.flatMap((shape) => {
      const middle = (shape.top + shape.bottom) / 2;
      // Printer's marks are of all plates, and stand beside the page.
      const block =
        shape.stroke?.space !== 'All'
          ? boxes[index]?.find(({ top, bottom }) => middle > top && middle < bottom)?.block
          : undefined;
      // Lines of heads and feet stand above and below the text.
      const area =
        block === undefined || reachesEdge(block)
          ? page.sheet
          : { ...page.sheet, left: text.left, right: text.right };
      if (isWithin(shape, area)) return [];
      return [faults.shapeOutside(index, (shape.left + shape.right) / 2, middle, block && placeOf(block))];
    });
  });
}

/** Whether its colour reaches over the edge of the page, to be cut there. */
function reachesEdge({ kind }: Block): boolean {
  return kind === 'cover' || kind === 'back-cover' || kind === 'part' || kind === 'contents';
}

function isWithin(shape: Area, area: Area): boolean {
  return (
    shape.left >= area.left - SLACK &&
    shape.right <= area.right + SLACK &&
    shape.top >= area.top - SLACK &&
    shape.bottom <= area.bottom + SLACK
  );
}
