// Text without a marker.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { paragraphs } from '../reading-node.ts';

/** In cells, and wherever a line opens without a marker. */
export interface ParagraphBlock extends Identified {
  readonly kind: 'paragraph';
  readonly content: RichText;
}

export const readParagraph: ReadBlock<ParagraphBlock> = ({ content }) => ({
  as: 'text',
  nodes: paragraphs('body', content),
});
