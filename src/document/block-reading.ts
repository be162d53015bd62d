// What one block says, and where that stands among what the others say.
import type { Identified } from './identified.ts';
import { plainText, type RichText } from './inline.ts';
import type { ListNumbering } from './list-numbering.ts';
import type { HeadingPart, ReadingNode, SectionRank } from './reading-node.ts';

/** A heading whose level follows from where it stands. */
interface BlockHeading extends Omit<HeadingPart, 'kind' | 'level'> {
  readonly kind: 'block-heading';
}

export type BlockNode = ReadingNode | BlockHeading;

export type BlockReading =
  /** One below the other, where the block stands. */
  | { readonly as: 'text'; readonly nodes: readonly BlockNode[] }
  /** Under the items of a level; 0 stands at the text's own edge. */
  | { readonly as: 'hanging'; readonly level: number; readonly nodes: readonly ReadingNode[] }
  | {
      readonly as: 'item';
      readonly level: number;
      readonly numbering: ListNumbering;
      readonly label: readonly ReadingNode[];
      readonly body: readonly ReadingNode[];
    }
  /** Sections within one another, which what follows stands in. */
  | {
      readonly as: 'sections';
      readonly sections: readonly (BlockHeading & { readonly rank: Exclude<SectionRank, 'page'> })[];
    }
  /** A page beside all sections. */
  | { readonly as: 'page'; readonly nodes: readonly BlockNode[] };

/** How a kind of block is read; `inner` reads the blocks in its cells, one below the other. */
export type ReadBlock<B extends Identified, Inner = never> = (
  block: B,
  inner: (blocks: readonly Inner[]) => readonly ReadingNode[],
) => BlockReading;

/** A heading with its texts; `name` where it is listed under another name than its number and title. */
export function heading<Rank extends HeadingPart['rank']>(
  rank: Rank,
  { id }: Identified,
  title: RichText,
  nodes: readonly ReadingNode[],
  listed: Partial<Pick<HeadingPart, 'number' | 'name' | 'holds'>> = {},
): BlockHeading & { readonly rank: Rank } {
  const { number = '', name = `${number}${plainText(title.inlines)}`, holds } = listed;
  return { kind: 'block-heading', rank, number, title, name, block: id, nodes, ...(holds && { holds }) };
}
