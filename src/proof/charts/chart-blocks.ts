// A document -> its charts by id, those in cells too.
import type { Block, ChartBlock, Document } from '../../document/document.ts';

export function chartBlocks({ blocks }: Document): ReadonlyMap<string, ChartBlock> {
  return new Map(blocks.flatMap(chartsIn).map((block) => [block.id, block]));
}

function chartsIn(block: Block): readonly ChartBlock[] {
  if (block.kind === 'chart') return [block];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(chartsIn)));
}
