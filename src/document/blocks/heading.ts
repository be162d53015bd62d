// A heading of the outline.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { marker, text } from '../reading-node.ts';

/** □ 인구현황. */
export interface HeadingBlock extends Identified {
  readonly kind: 'heading';
  readonly title: RichText;
}

export const HEADING_MARKER = '□';

export const readHeading: ReadBlock<HeadingBlock> = (block) => {
  const { title } = block;
  return {
    as: 'text',
    nodes: [heading('heading', block, title, [marker(HEADING_MARKER, title), text('title', title)])],
  };
};
