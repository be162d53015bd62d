// A numbered section of a part.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { text } from '../reading-node.ts';
import { numberMarker, numberOf } from './part.ts';

/** 1 인구변화 */
export interface SectionBlock extends Identified {
  readonly kind: 'section';
  /** 1, 가, 제1절; empty for one without. */
  readonly number: string;
  readonly title: RichText;
}

export const readSection: ReadBlock<SectionBlock> = (block) => {
  const { number, title } = block;
  return {
    as: 'sections',
    sections: [
      heading('section', block, title, [...numberMarker(number, title), text('title', title)], {
        number: numberOf(number),
      }),
    ],
  };
};
