// The back cover.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { paragraphs } from '../reading-node.ts';

/** The back cover: the last page. */
export interface BackCoverBlock extends Identified {
  readonly kind: 'back-cover';
  readonly issuer: RichText;
  /** Department, address, licence (공공누리), one a line. */
  readonly lines: readonly RichText[];
}

export const readBackCover: ReadBlock<BackCoverBlock> = ({ issuer, lines }) => ({
  as: 'page',
  nodes: paragraphs('body', issuer, ...lines),
});
