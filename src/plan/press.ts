// What a plan asks of its print shop.
import type { SourceLocation } from '../diagnostic.ts';

/** Lengths in mm. */
export interface PressPlan {
  /** How far colour goes beyond the trimmed edge. */
  readonly bleed: number;
  /** The margin at the binding; the outer one takes what is left, so that no line breaks differently. */
  readonly inner: number;
  /** The pages are filled up to a multiple of this with blank ones. */
  readonly multiple: number;
  /** How thick a leaf of the inside is, in mm: the spine is as wide as all of them. */
  readonly paper: number;
  /** An ICC profile in the plan's folder; the bundled one (FOGRA39) where it names none. */
  readonly profile?: { readonly path: string; readonly place: SourceLocation };
  /** Percents of cyan, magenta, yellow and black for colours of the theme, by name. */
  readonly inks: ReadonlyMap<string, readonly [number, number, number, number]>;
}

/** A4 of sheets of four pages, on paper of 80 g. */
export const PRESS_DEFAULTS: PressPlan = { bleed: 3, inner: 26, multiple: 4, paper: 0.1, inks: new Map() };
