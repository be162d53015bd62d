// What can be put on a page: text, lines, boxes, paths. All lengths in points, y downwards.
import type { SourceLocation } from '../../../diagnostic.ts';
import type { ChartMarks } from '../../../document/chart-marks.ts';
import type { Box } from '../../../document/layout-map.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FaceName } from '../../../document/typeface.ts';
import type { ChartPath } from '../../../draw/chart-ops.ts';
import type { Address } from '../../../figure/address.ts';
import type { Picture } from '../../../picture/picture.ts';
import type { Leaf } from '../tags/tag.ts';

/** What is drawn for a place in the logical structure; what is drawn for none is an artifact. */
interface Tagged {
  readonly leaf?: Leaf;
}

type Spot = Pick<Box, 'x' | 'y'>;

/** A stretch of text in one face, size and colour. */
export interface TextItem extends Tagged {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly face: FaceName;
  readonly size: number;
  /** A theme colour's name or #RRGGBB, or a tint of it on white (`main 40%`). */
  readonly colour: string;
  readonly text: string;
  /** One a code point of `text`. */
  readonly glyphs: readonly number[];
  readonly width: number;
  /** Added after each glyph. */
  readonly spacing: number;
  /** Counter-clockwise, in degrees. */
  readonly angle?: number;
  /** Draw a line below it. */
  readonly underlined?: boolean;
  /** The figures that it shows, or a part of. */
  readonly figures?: readonly Address[];
  /** A blank stands between it and what is read next: at the end of a line, behind a marker. */
  readonly blankAfter?: boolean;
}

export interface RectItem extends Tagged, Box {
  readonly kind: 'rect';
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly radius?: number;
}

export interface LineItem {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
  readonly dash?: readonly number[];
}

/** A path in its own coordinates, placed with its origin at x, y. */
export interface PathItem extends Tagged, Spot, ChartPath {
  /** The letter that is drawn, on its foot, as wide and high as it is in points; read in place of the lines. */
  readonly letter?: {
    readonly text: string;
    readonly width: number;
    readonly height: number;
    /** A blank stands between it and what is read next. */
    readonly blankAfter: boolean;
  };
}

/** An area that leads to the place of a block. */
export interface LinkItem extends Tagged, Box {
  readonly kind: 'link';
  readonly target: string;
  /** What the link is called. */
  readonly contents: string;
}

/** The place that links to a block lead to. */
interface AnchorItem extends Spot {
  readonly kind: 'anchor';
  readonly target: string;
}

/** The page number of a block, not known before all pages are made: set right at `x`, with a dotted line from `from` on. */
export interface PageReferenceItem extends Tagged {
  readonly kind: 'page-reference';
  readonly x: number;
  /** Top of the line that the number stands in. */
  readonly y: number;
  readonly from: number;
  readonly style: TextStyle;
  readonly target: string;
}

/** The room of a figure, which its tag tells. */
export interface FigureItem extends Box {
  readonly kind: 'figure';
  readonly leaf: Leaf;
}

/** A picture, upright in its box. */
export interface ImageItem extends Tagged, Box {
  readonly kind: 'image';
  readonly picture: Picture;
}

/** Where a chart's drawing begins, for the layout map: draws nothing. */
interface ChartItem extends Spot {
  readonly kind: 'chart';
  readonly block: string;
  readonly marks: ChartMarks;
}

export type DrawItem =
  | TextItem
  | RectItem
  | LineItem
  | PathItem
  | LinkItem
  | AnchorItem
  | PageReferenceItem
  | FigureItem
  | ImageItem
  | ChartItem;

/** The item as an artifact: what it shows is read elsewhere. */
export function untagged(item: DrawItem): DrawItem[] {
  if (!('leaf' in item)) return [item];
  if (item.kind === 'figure') return [];
  const { leaf: _, ...rest } = item;
  return [rest];
}

/** The item moved by dx, dy. */
export function moved(item: DrawItem, dx: number, dy: number): DrawItem {
  switch (item.kind) {
    case 'text':
    case 'rect':
    case 'path':
    case 'link':
    case 'anchor':
    case 'figure':
    case 'image':
    case 'chart':
      return { ...item, x: item.x + dx, y: item.y + dy };
    case 'page-reference':
      return { ...item, x: item.x + dx, from: item.from + dx, y: item.y + dy };
    case 'line':
      return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
  }
}

/** A slice of content that no page break may cut: a line, a chart, a table row. */
export interface Slug {
  readonly height: number;
  /** Relative to the left edge of the flow and the top of the slug. */
  readonly items: readonly DrawItem[];
  /** Notes referred to in it, in order. */
  readonly notes: readonly string[];
  /** Space above, dropped at the top of a page. */
  readonly before: number;
  /** Space below. */
  readonly after: number;
  /** The next slug must start on the same page. */
  readonly keepWithNext: boolean;
  /** The block it belongs to, for the layout map. */
  readonly block: string;
}

/** A character that no font has. */
export interface MissingGlyph {
  readonly character: string;
  readonly place: SourceLocation | undefined;
}

/** What is drawn of a line that a blank parts from what is read next. */
export function blankBehind<Item extends DrawItem>(items: readonly Item[]): Item[] {
  const last = items.findLastIndex(({ kind }) => kind === 'text');
  return items.map((item, index) =>
    item.kind === 'text' && index === last ? { ...item, blankAfter: true } : item,
  );
}

/** Of an underline, in em: from the baseline, and its width. */
const UNDERLINE_BELOW = 0.16;
const UNDERLINE = 0.07;

/** A line below the letters, as wide as they are. */
export function underlineOf({ x, y, width, spacing, size, colour }: TextItem): LineItem {
  const at = y + size * UNDERLINE_BELOW;
  return { kind: 'line', x1: x, y1: at, x2: x + width - spacing, y2: at, width: size * UNDERLINE, colour };
}
