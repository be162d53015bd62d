// An image under its caption, with its source below.
import type { Picture } from '../../picture/picture.ts';
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { figure, paragraphs } from '../reading-node.ts';

export interface ImageBlock extends Identified {
  readonly kind: 'image';
  readonly caption?: RichText;
  /** What is to be seen, for who cannot see it. */
  readonly alt: RichText;
  readonly source?: RichText;
  readonly picture: Picture;
  /** As printed, in mm: no wider than there is room. */
  readonly width: number;
  /** Whether the plan asks for it in its workbook too. */
  readonly inWorkbook?: boolean;
}

export const readImage: ReadBlock<ImageBlock> = (block) => ({
  as: 'text',
  nodes: [
    figure(block, block.alt, ...paragraphs('caption', block.caption)),
    ...paragraphs('body', block.source),
  ],
});
