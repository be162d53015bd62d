// The front cover.
import type { Picture } from '../../picture/picture.ts';
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { figure, paragraphs, text } from '../reading-node.ts';

/** An emblem or logo above the band. */
export interface CoverMark {
  /** That of a block that prints the same image. */
  readonly id: string;
  readonly alt: RichText;
  readonly side: 'left' | 'right';
  readonly picture: Picture;
  /** As printed, in mm: made smaller where half the cover is narrower. */
  readonly width: number;
}

/** The front cover: a page of its own. What the plan does not say is left out. */
export interface CoverBlock extends Identified {
  readonly kind: 'cover';
  /** 발간등록번호 and its number. */
  readonly registration?: RichText;
  readonly tag?: RichText;
  readonly slogan?: RichText;
  readonly series?: RichText;
  readonly title: RichText;
  readonly vision?: RichText;
  readonly issuer: RichText;
  readonly marks?: readonly CoverMark[];
  /** 수정공시(1차) and its date, in a box; from edition 1 on. */
  readonly edition?: readonly RichText[];
}

/** Its title heads the document. */
export const readCover: ReadBlock<CoverBlock> = (block) => ({
  as: 'page',
  nodes: [
    ...paragraphs(
      'title',
      block.registration,
      ...(block.edition ?? []),
      block.tag,
      block.slogan,
      block.series,
    ),
    heading('page', block, block.title, [text('title', block.title)]),
    ...paragraphs('title', block.vision, block.issuer),
    ...(block.marks ?? []).map((mark) => figure(mark, mark.alt)),
  ],
});
