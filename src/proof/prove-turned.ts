// A document and the map of its layout -> blocks that stand on a page that is turned otherwise than the document says.
import type { Diagnostic } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { pageOf } from '../document/theme.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** What stands over and under a table. */
const WITH_TABLE = new Set<Block['kind']>(['table', 'section', 'subsection', 'heading', 'label', 'remark']);

/** Told once a page. */
export function proveTurned(
  faults: PdfFaults,
  { blocks, theme }: Document,
  layout: LayoutMap,
): readonly Diagnostic[] {
  let landscape = false;
  const wrong = new Map<number, string>();
  // A page that nobody asked to turn holds a table, for which an upright one may be too narrow, and nothing but its heads and remarks.
  const withTable = new Set(
    blocks.flatMap(({ kind, id }) =>
      kind === 'table' ? (layout.blocks.get(id) ?? []).map(({ page }) => page) : [],
    ),
  );
  for (const block of blocks) {
    if (block.kind === 'page-turn') landscape = block.landscape;
    const turned = pageOf(theme.page, landscape) !== theme.page;
    const mayTurn = !turned && WITH_TABLE.has(block.kind);
    for (const { page } of layout.blocks.get(block.id) ?? [])
      if (layout.turned[page] !== turned && !wrong.has(page) && !(mayTurn && withTable.has(page)))
        wrong.set(page, block.id);
  }
  return [...wrong].map(([page, block]) => faults.look.turned(page, block));
}
