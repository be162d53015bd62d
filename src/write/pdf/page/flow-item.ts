// The pieces of a flow that pages are made of.

import type { TablePages } from '../blocks/table-pages.ts';
import type { DrawItem, Slug } from '../type/drawing.ts';

export type FlowItem =
  | { readonly kind: 'slug'; readonly slug: Slug }
  | { readonly kind: 'table'; readonly table: TablePages; readonly block: string; readonly after: number }
  /** A new page with something drawn on it (absolute points) and the text below `cursor`. */
  | { readonly kind: 'opening'; readonly opening: PageOpening }
  /** What follows begins a page, of this matter if it says so. */
  | { readonly kind: 'break'; readonly matter?: Matter };

/** What a page is part of: only the body is numbered, in running heads too. */
export type Matter = 'cover' | 'contents' | 'body' | 'back';

export interface PageOpening {
  readonly block: string;
  readonly items: readonly DrawItem[];
  /** Points from the top edge of the page to the text. */
  readonly cursor: number;
  readonly matter: Matter;
  /** What viewers call the page when it has no number. */
  readonly pageName?: string;
  /** Whether what follows may lose some of its gaps to fit on the same page. */
  readonly fitsToPage?: boolean;
  /** Whether its page goes without a running head. */
  readonly hidesHead: boolean;
  /** What the running heads of this and the following pages say, when it changes. */
  readonly runningHead?: string;
  readonly bookmarks: readonly NonNullable<Slug['bookmark']>[];
  readonly notes: readonly string[];
}
