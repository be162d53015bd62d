// A heading between a section and its headings.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import type { RichText } from '../inline.ts';
import { text } from '../reading-node.ts';
import { numberMarker, numberOf } from './part.ts';

/** 가. 인구의 흐름, 1) 인구의 흐름 */
export interface SubsectionBlock extends Identified {
  readonly kind: 'subsection';
  /** Empty for one without. */
  readonly number: string;
  readonly title: RichText;
}

export const readSubsection: ReadBlock<SubsectionBlock> = (block) => {
  const { number: typed, title } = block;
  const number = numberOf(typed);
  return {
    as: 'sections',
    sections: [
      heading('subsection', block, title, [...numberMarker(number.trimEnd(), title), text('title', title)], {
        number,
      }),
    ],
  };
};
