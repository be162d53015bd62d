// The boxes of a SWOT analysis.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { item, list, marker, part, type ReadingNode, text } from '../reading-node.ts';

/** A title and what stands under it. */
export interface SwotBox {
  readonly title: RichText;
  readonly items: readonly RichText[];
  /** What is said where nobody knows the items yet. */
  readonly unknown?: RichText;
  /** Not printed. */
  readonly hidden?: true;
}

/** The four strategy boxes of a SWOT analysis, in reading order SO, ST, WO, WT, and the factors above them. */
export interface SwotBlock extends Identified {
  readonly kind: 'swot';
  /** What the picture shows, for who cannot see it. */
  readonly alt: RichText;
  readonly factors: readonly SwotBox[];
  readonly boxes: readonly SwotBox[];
}

/** Before each item of a box. */
export const BOX_MARKER = '·';

export const readSwot: ReadBlock<SwotBlock> = ({ alt, factors, boxes }) => ({
  as: 'text',
  nodes: [
    part(
      'group',
      text('alt', alt, 'instead'),
      ...[...factors, ...boxes].filter(({ hidden }) => hidden !== true).flatMap(box),
    ),
  ],
});

function box({ title, items, unknown }: SwotBox): readonly ReadingNode[] {
  return [
    part('paragraph', text('title', title)),
    ...(unknown === undefined ? [] : [part('paragraph', marker(BOX_MARKER, unknown), text('body', unknown))]),
    ...list(items.map((one) => item([marker(BOX_MARKER, one)], text('body', one)))),
  ];
}
