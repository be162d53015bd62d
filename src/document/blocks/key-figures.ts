// The key figures of a plan: each with what it counts, on a page of their own.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { item, list, paragraphs, text } from '../reading-node.ts';

export interface KeyFiguresBlock extends Identified {
  readonly kind: 'key-figures';
  readonly title: RichText;
  readonly figures: readonly KeyFigure[];
}

/** 일자리 창출 목표, 12,345개, and what is to be known of it. */
interface KeyFigure {
  readonly label: RichText;
  readonly value: RichText;
  readonly note?: RichText;
}

export const readKeyFigures: ReadBlock<KeyFiguresBlock> = (block) => ({
  as: 'page',
  nodes: [
    heading('page', block, block.title, [text('title', block.title)]),
    ...list(
      block.figures.map(({ label, value, note }) =>
        item([text('label', label)], ...paragraphs('body', value, note)),
      ),
    ),
  ],
});
