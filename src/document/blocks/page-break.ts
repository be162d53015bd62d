// The end of a page.
import type { ReadBlock } from '../block-reading.ts';
import type { Identified } from '../identified.ts';

/** What follows begins a page. */
export interface PageBreakBlock extends Identified {
  readonly kind: 'page-break';
}

/** Nothing is heard of it, but that lists end. */
export const readPageBreak: ReadBlock<PageBreakBlock> = () => ({ as: 'text', nodes: [] });
