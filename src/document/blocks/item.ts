// A line of an outline.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { numberingOf } from '../list-numbering.ts';
import { marker, text } from '../reading-node.ts';

/** A line of an outline: ○ - · ▶ ① … with its level by nesting, 1 to 4. */
export interface ItemBlock extends Identified {
  readonly kind: 'item';
  readonly level: 1 | 2 | 3 | 4;
  /** As typed; printed before the text. */
  readonly marker: string;
  readonly content: RichText;
}

export const readItem: ReadBlock<ItemBlock> = (block) => ({
  as: 'item',
  level: block.level,
  numbering: numberingOf(block.marker),
  label: [marker(block.marker, block.content)],
  body: [text('body', block.content)],
});
