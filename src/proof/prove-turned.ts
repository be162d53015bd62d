// A document and the map of its layout -> blocks that stand on a page that is turned otherwise than the document says.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { pageOf } from '../document/theme.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** Told once a page. */
export function proveTurned(
  faults: PdfFaults,
  { blocks, theme }: Document,
  layout: LayoutMap,
): readonly Diagnostic[] {
  let landscape = false;
  const wrong = new Map<number, string>();
  for (const block of blocks) {
    if (block.kind === 'page-turn') landscape = block.landscape;
    const turned = pageOf(theme.page, landscape) !== theme.page;
    for (const { page } of layout.blocks.get(block.id) ?? [])
      if (layout.turned[page] !== turned && !wrong.has(page)) wrong.set(page, block.id);
  }
  return [...wrong].map(([page, block]) => faults.look.turned(page, block));
}
