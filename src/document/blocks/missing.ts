// A place for what the team does not have yet.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { paragraphs } from '../reading-node.ts';

/** A captioned place for something the team does not have yet. Review copies only. */
export interface MissingBlock extends Identified {
  readonly kind: 'missing';
  readonly caption: RichText;
  readonly needed: RichText;
}

export const readMissing: ReadBlock<MissingBlock> = ({ caption, needed }) => ({
  as: 'text',
  nodes: [...paragraphs('caption', caption), ...paragraphs('body', needed)],
});
