// Blocks and their flows -> the same, with what introduces something kept on the page of what it introduces.
import type { Block } from '../../../document/document.ts';
import type { FlowItem } from './flow-item.ts';

/** A heading, its items, a label and its table move to a new page together when there are no more items than this between. */
const GROUPED_ITEMS = 4;

/** Whether the block stands at a page's foot badly: an item before its own sub-items or its table. */
function leads(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'item' || next === undefined) return false;
  if (next.kind === 'item') return next.level > block.level;
  return next.kind === 'table' && next.inset !== undefined;
}

/** Indexes of the blocks between the last heading and a label with an uncut table, which would stand alone on a new page. */
function groupedBeforeLabels(blocks: readonly Block[]): ReadonlySet<number> {
  const grouped = new Set<number>();
  blocks.forEach((block, index) => {
    const table = blocks[index + 1];
    if (block.kind !== 'label' || table?.kind !== 'table' || table.whole !== true) return;
    for (let from = index - 1; from >= 0 && index - from <= GROUPED_ITEMS + 1; from--) {
      const kind = blocks[from]?.kind;
      if (kind === 'heading') {
        for (let member = from; member < index; member++) grouped.add(member);
        return;
      }
      if (kind !== 'item' && kind !== 'remark' && kind !== 'paragraph') return;
    }
  });
  return grouped;
}

/** The flow of all blocks, one after the other. */
export function joinedFlow(blocks: readonly Block[], flows: readonly (readonly FlowItem[])[]): FlowItem[] {
  const grouped = groupedBeforeLabels(blocks);
  return blocks.flatMap((block, index) => {
    const flow = flows[index] ?? [];
    if (grouped.has(index)) return flow.map(kept);
    if (!leads(block, blocks[index + 1])) return flow;
    return flow.map((item, position) => (position === flow.length - 1 ? kept(item) : item));
  });
}

function kept(item: FlowItem): FlowItem {
  return item.kind === 'slug' ? { ...item, slug: { ...item.slug, keepWithNext: true } } : item;
}
