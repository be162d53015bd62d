// A document -> its charts by id, those in cells too.
import type { ChartBlock, Document } from '../../document/document.ts';
import { withInner } from '../../document/reading.ts';

export function chartBlocks({ blocks }: Document): ReadonlyMap<string, ChartBlock> {
  const charts = blocks.flatMap(withInner).filter((block) => block.kind === 'chart');
  return new Map(charts.map((block) => [block.id, block]));
}
