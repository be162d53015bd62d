// A label over what follows it.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { text } from '../reading-node.ts';

/** 【’23년 추진계획】 */
export interface LabelBlock extends Identified {
  readonly kind: 'label';
  readonly title: RichText;
}

export const readLabel: ReadBlock<LabelBlock> = (block) => ({
  as: 'text',
  nodes: [heading('label', block, block.title, [text('title', block.title)])],
});
