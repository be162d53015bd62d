// The beginning of landscape pages, or their end.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';

/** What follows begins a page: a landscape one, or an upright one again. */
export interface PageTurnBlock extends Identified {
  readonly kind: 'page-turn';
  readonly landscape: boolean;
}

/** Nothing is heard of it, but that lists end. */
export const readPageTurn: ReadBlock<PageTurnBlock> = () => ({ as: 'text', nodes: [] });
