// The pieces of a flow that pages are made of.
import type { DrawItem, Slug } from './drawing.ts';
import type { TablePages } from './table-pages.ts';

export type FlowItem =
  | { readonly kind: 'slug'; readonly slug: Slug }
  | { readonly kind: 'table'; readonly table: TablePages; readonly block: string; readonly after: number }
  /** A new page with something drawn on it (absolute points) and the text below `cursor`. */
  | { readonly kind: 'opening'; readonly opening: PageOpening };

export interface PageOpening {
  readonly block: string;
  readonly items: readonly DrawItem[];
  /** Points from the top edge of the page to the text. */
  readonly cursor: number;
  /** What the running heads of the following pages say. */
  readonly runningHead: string;
  readonly bookmark: NonNullable<Slug['bookmark']>;
  readonly notes: readonly string[];
}
