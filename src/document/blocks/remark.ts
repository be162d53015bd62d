// A remark under what stands before it.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { marker, part, text } from '../reading-node.ts';

/** ※ or * */
export interface RemarkBlock extends Identified {
  readonly kind: 'remark';
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly marker: string;
  readonly content: RichText;
}

export const readRemark: ReadBlock<RemarkBlock> = (block) => ({
  as: 'hanging',
  level: block.level,
  nodes: [part('paragraph', marker(block.marker, block.content), text('body', block.content))],
});
