// The band that opens a part of the document.
import { heading, type ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';
import { plainText, type RichText } from '../inline.ts';
import { marker, type ReadingNode, text } from '../reading-node.ts';

/** Ⅱ 지역 노동시장 현황: opens a page with a band. */
export interface PartBlock extends Identified {
  readonly kind: 'part';
  /** Ⅱ, 제2장; empty for one without. */
  readonly numeral: string;
  readonly title: RichText;
}

/** What running heads and bookmarks call it. */
export function partName({ numeral, title }: Pick<PartBlock, 'numeral' | 'title'>): string {
  return `${numberOf(numeral)}${plainText(title.inlines)}`;
}

/** How a number is listed before its title: `Ⅰ. `, `제1장 `, `1) `; nothing for none. */
export function numberOf(number: string): string {
  if (number === '') return '';
  return /[)부장편절①-⑳]$/u.test(number) ? `${number} ` : `${number}. `;
}

/** The number as it is printed beside its title, where there is one. */
export function numberMarker(number: string, title: RichText): readonly ReadingNode[] {
  return number === '' ? [] : [marker(number, title)];
}

export const readPart: ReadBlock<PartBlock> = (block) => {
  const { numeral, title } = block;
  return {
    as: 'sections',
    sections: [
      heading('part', block, title, [...numberMarker(numeral, title), text('title', title)], {
        number: numberOf(numeral),
      }),
    ],
  };
};
