// The colophon.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { item, list, text } from '../reading-node.ts';

/** The colophon (판권): a page of its own behind the text. */
export interface ColophonBlock extends Identified {
  readonly kind: 'colophon';
  readonly title: RichText;
  readonly rows: readonly { readonly label: RichText; readonly text: RichText }[];
}

export const readColophon: ReadBlock<ColophonBlock> = (block) => ({
  as: 'page',
  nodes: [
    heading('page', block, block.title, [text('title', block.title)]),
    ...list(block.rows.map((row) => item([text('label', row.label)], text('body', row.text)))),
  ],
});
