// What a print shop is given: settings, profile, and which pages.
import type { SourceLocation } from '../../../diagnostic.ts';

/** The whole publication in one file, or cover and inside apart. */
export type PressPart = 'whole' | 'cover' | 'inside';

/** Lengths in mm. */
export interface PressJob {
  readonly part: PressPart;
  readonly bleed: number;
  /** The margin at the binding. */
  readonly inner: number;
  readonly multiple: number;
  /** How thick a leaf of the inside is. */
  readonly paper: number;
  /** Inks of theme colours that stand in place of the theme's, in percent. */
  readonly inks: ReadonlyMap<string, readonly [number, number, number, number]>;
  readonly profile: PressProfile;
}

export interface PressProfile {
  readonly bytes: Uint8Array;
  /** What the printing condition is called: FOGRA39 is registered, another is named by its profile. */
  readonly registered: string | undefined;
  /** Where it was asked for. */
  readonly place: SourceLocation;
}

/** How wide the spine of so many pages is, in mm, to a tenth. */
export function spineWidth(pages: number, paper: number): number {
  return Math.round(Math.ceil(pages / 2) * paper * 10) / 10;
}

/** Percent of all inks together that paper takes. */
export const INK_LIMIT = 260;
/** The thinnest line that a plate holds, in points. */
export const HAIRLINE = 0.25;
