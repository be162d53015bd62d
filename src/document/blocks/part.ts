// The band that opens a part of the document.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import { plainText, type RichText } from '../inline.ts';
import { marker, text } from '../reading-node.ts';

/** Ⅱ 지역 노동시장 현황: opens a page with a band. */
export interface PartBlock extends Identified {
  readonly kind: 'part';
  readonly numeral: string;
  readonly title: RichText;
}

/** What running heads and bookmarks call it. */
export function partName({ numeral, title }: Pick<PartBlock, 'numeral' | 'title'>): string {
  return `${numberOf(numeral)}${plainText(title.inlines)}`;
}

const numberOf = (numeral: string): string => `${numeral}. `;

export const readPart: ReadBlock<PartBlock> = (block) => {
  const { numeral, title } = block;
  return {
    as: 'sections',
    sections: [
      heading('part', block, title, [marker(numeral, title), text('title', title)], {
        number: numberOf(numeral),
      }),
    ],
  };
};
