// Blocks, their contexts, and tables whose numbers do not fit side by side -> the same contexts, with those on landscape pages that fit there.
import type { Block } from '../../../document/document.ts';
import { fitsWhole } from '../blocks/table-block.ts';
import type { FlowItem } from './flow-item.ts';
import type { LayoutContext } from './layout-context.ts';
import { type LayoutContexts, leavesText } from './layout-contexts.ts';

/** What stands over a table goes with it to its page. */
const OVER = new Set<Block['kind']>(['section', 'subsection', 'heading', 'label']);

/** `parted`: ids of tables that were set in parts. */
export function turnedTables(
  blocks: readonly Block[],
  contextAt: readonly LayoutContext[],
  contexts: LayoutContexts,
  parted: ReadonlySet<string>,
): readonly LayoutContext[] {
  if (!leavesText(contexts.landscape)) return contextAt;
  const turned = new Set<number>();
  blocks.forEach((block, index) => {
    if (block.kind !== 'table' || !parted.has(block.id) || contextAt[index]?.turned === true) return;
    if (!fitsWhole(contexts.landscape, block)) return;
    turned.add(index);
    for (let over = index - 1; OVER.has(blocks[over]?.kind ?? 'table'); over--) turned.add(over);
    for (let below = index + 1; blocks[below]?.kind === 'remark'; below++) turned.add(below);
  });
  return contextAt.map((context, index) => (turned.has(index) ? contexts.landscape : context));
}

/** The flow of each block, with a new page wherever pages turn and no block says so. */
export function withTurns(
  flows: readonly (readonly FlowItem[])[],
  contextAt: readonly LayoutContext[],
  blocks: readonly Block[],
): readonly (readonly FlowItem[])[] {
  return flows.map((flow, index) => {
    const { turned = false } = contextAt[index] ?? {};
    const before = index === 0 ? false : contextAt[index - 1]?.turned === true;
    return turned === before || blocks[index]?.kind === 'page-turn'
      ? flow
      : [{ kind: 'break', landscape: turned }, ...flow];
  });
}
