// Where everything came to stand: blocks, lines and notes by page and box.
import type { Address } from '../figure/address.ts';
import type { Picture } from '../picture/picture.ts';
import type { PlacedChart } from './chart-marks.ts';

/** Points from the left and top edges of the trimmed page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Fragment extends Box {
  /** Index of the page, from 0. */
  readonly page: number;
}

/** A stretch of text in print. */
export interface PlacedText extends Fragment {
  readonly text: string;
  /** The watermark lies behind everything. */
  readonly role: 'body' | 'note' | 'furniture' | 'watermark';
  /** The block it belongs to; the note's id for a note; empty for heads and feet. */
  readonly block: string;
  /** The figures that it shows, or a part of. */
  readonly figures: readonly Address[];
  /** Whether it is marked as changed: by a line below it. */
  readonly marked: boolean;
  /** What is painted on a page is painted in this order. */
  readonly order: number;
  /** The name of its font's file, without the ending. */
  readonly font: string;
  /** As in `PlacedShape`. */
  readonly colour: string;
  /** Counter-clockwise, in degrees. */
  readonly angle: number;
  /** Set where it is a path that is read as a letter, as high as `height`. */
  readonly drawn?: true;
}

/** Lengths in points from the left and top edges of the trimmed page. */
export type Outline =
  | ({ readonly kind: 'box'; readonly radius: number } & Box)
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  /** Path operators (m l c re h) over absolute points, from a place on. */
  | { readonly kind: 'path'; readonly x: number; readonly y: number; readonly operators: string };

/** A line, a box or a path in print: filled, drawn along, or both; or the box of a picture. */
export interface PlacedShape {
  /** Index of the page, from 0. */
  readonly page: number;
  /** The block it belongs to; empty for heads and feet. */
  readonly block: string;
  /** As in `PlacedText`. */
  readonly order: number;
  readonly outline: Outline;
  /** A theme colour's name or #RRGGBB, or a tint of it on white (`main 40%`). */
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly picture?: Picture;
  /** Points. */
  readonly lineWidth: number;
  /** Lengths of dashes and gaps; none for a whole line. */
  readonly dash: readonly number[];
}

export interface NotePlace {
  /** Pages on which the note's text stands: one, or more when it was split. */
  readonly pages: readonly number[];
  /** Pages on which it is referred to, in order. */
  readonly references: readonly number[];
}

export interface LayoutMap {
  /** The printed number of each page. */
  readonly pageLabels: readonly string[];
  /** Whether each page is turned: its width is the theme's height. */
  readonly turned: readonly boolean[];
  /** Whether each page lies at the left of the open book, with its inner margin at the right. */
  readonly leftHand: readonly boolean[];
  readonly blocks: ReadonlyMap<string, readonly Fragment[]>;
  readonly notes: ReadonlyMap<string, NotePlace>;
  readonly texts: readonly PlacedText[];
  readonly shapes: readonly PlacedShape[];
  readonly charts: readonly PlacedChart[];
}
