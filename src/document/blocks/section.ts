// A numbered section of a part.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { marker, text } from '../reading-node.ts';

/** 1 인구변화 */
export interface SectionBlock extends Identified {
  readonly kind: 'section';
  readonly number: string;
  readonly title: RichText;
}

export const readSection: ReadBlock<SectionBlock> = (block) => {
  const { number, title } = block;
  return {
    as: 'sections',
    sections: [
      heading('section', block, title, [marker(number, title), text('title', title)], {
        number: `${number}. `,
      }),
    ],
  };
};
