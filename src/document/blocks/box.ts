// A frame around some lines.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { paragraphs, part } from '../reading-node.ts';
import type { ItemBlock } from './item.ts';
import type { ParagraphBlock } from './paragraph.ts';
import type { RemarkBlock } from './remark.ts';

/** What a frame may hold: lines without headings. */
export type BoxedBlock = ParagraphBlock | ItemBlock | RemarkBlock;

export interface BoxBlock extends Identified {
  readonly kind: 'box';
  readonly title?: RichText;
  readonly blocks: readonly BoxedBlock[];
}

export const readBox: ReadBlock<BoxBlock, BoxedBlock> = ({ title, blocks }, inner) => ({
  as: 'text',
  nodes: [part('group', ...paragraphs('title', title), ...inner(blocks))],
});
