// The pieces of a flow that pages are made of.

import type { DrawItem, Slug } from '../type/drawing.ts';

export type FlowItem =
  | { readonly kind: 'slug'; readonly slug: Slug }
  | { readonly kind: 'table'; readonly table: PagedTable; readonly block: string; readonly after: number }
  /** A new page with something drawn on it (absolute points) and the text below `cursor`. */
  | { readonly kind: 'opening'; readonly opening: PageOpening }
  /** What follows begins a page, of this part and turned as it says; as the page before where it says nothing. */
  | { readonly kind: 'break'; readonly part?: PagePart; readonly landscape?: boolean };

/** What is left of a table. */
export interface PagedTable {
  /**
   * The next piece in the room that `available` gives for a set of notes (points). On a page with other content above
   * (`fresh` false) it may be undefined: then the table goes on on the next page. On a fresh page there always is one.
   */
  nextPiece(available: (notes: readonly string[]) => number, fresh: boolean): TablePiece | undefined;
}

/** A piece of a table, and what is left of the table after it. */
export interface TablePiece {
  /** Points. */
  readonly height: number;
  readonly notes: readonly string[];
  /** Drawn when first asked for: whether a piece fits is asked more often. */
  readonly slug: Slug;
  readonly rest: PagedTable | undefined;
}

/** What a page is part of: only the body is numbered, in running heads too. */
export type PagePart = 'cover' | 'contents' | 'body' | 'back';

export interface PageOpening {
  readonly block: string;
  readonly items: readonly DrawItem[];
  /** What is seen on it again, as furniture. */
  readonly furniture?: readonly DrawItem[];
  /** Points from the top edge of the page to the text. */
  readonly cursor: number;
  readonly part: PagePart;
  /** What viewers call the page when it has no number. */
  readonly pageName?: string;
  /** Whether what follows may lose some of its gaps to fit on the same page. */
  readonly fitsToPage?: boolean;
  /** Whether its page goes without a running head. */
  readonly hidesHead: boolean;
  /** What the running heads of this and the following pages say, when it changes. */
  readonly runningHead?: string;
  readonly notes: readonly string[];
}
