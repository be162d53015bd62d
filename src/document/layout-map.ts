// Where everything came to stand: blocks, lines and notes by page and box.
import type { Address } from '../figure/address.ts';
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
  readonly role: 'body' | 'note' | 'furniture';
  /** The block it belongs to; the note's id for a note; empty for heads and feet. */
  readonly block: string;
  /** The figures that it shows, or a part of. */
  readonly figures: readonly Address[];
  /** Whether it is marked as changed. */
  readonly marked: boolean;
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
  readonly blocks: ReadonlyMap<string, readonly Fragment[]>;
  readonly notes: ReadonlyMap<string, NotePlace>;
  readonly texts: readonly PlacedText[];
  readonly charts: readonly PlacedChart[];
}
