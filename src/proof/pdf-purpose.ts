// What a PDF is made for, which decides what it must claim, its boxes and its colours.
import type { Document } from '../document/document.ts';
import { pageOf } from '../document/theme.ts';

export type PdfPurpose =
  /** For screens: PDF/A-2a and PDF/UA-1. */
  | { readonly kind: 'archive' }
  /** For screens, and claims nothing. */
  | { readonly kind: 'plain' }
  | PressPurpose;

/** For a print shop: PDF/X-4. */
export interface PressPurpose {
  readonly kind: 'press';
  /** Beyond the trimmed page, in mm. */
  readonly bleed: number;
  /** Where a cover is folded, in mm from the left edge of its sheet. */
  readonly folds: readonly number[];
  /** Inks of theme colours that stand in place of the theme's, in percent. */
  readonly inks: ReadonlyMap<string, Inks>;
  /** The profile of the printing condition, and its name at the registry where it has one. */
  readonly profile: Uint8Array;
  readonly registered: string | undefined;
}

/** Percents of cyan, magenta, yellow and black. */
export type Inks = readonly [number, number, number, number];

/** Points by which a page of a file stands to the right of where it was laid out, and below. */
export interface Shift {
  readonly right: number;
  readonly down: number;
}

export const UNMOVED: Shift = { right: 0, down: 0 };

/** A millimetre, in points. */
export const MM = 72 / 25.4;
/** Room for printer's marks beyond the bleed, in mm. */
const ROOM = 8;

/** The boxes that a page must have, upright or turned, each left, bottom, right and top in points. */
export function pageBoxes(
  { theme }: Document,
  purpose: PdfPurpose,
  turned: boolean,
): ReadonlyMap<string, readonly number[]> {
  const page = pageOf(theme.page, turned);
  const box = (beyond: number): readonly number[] => [
    -beyond * MM,
    -beyond * MM,
    (page.width + beyond) * MM,
    (page.height + beyond) * MM,
  ];
  if (purpose.kind !== 'press') return new Map([['MediaBox', box(0)]]);
  const { bleed } = purpose;
  return new Map([
    ['MediaBox', box(bleed + ROOM)],
    ['CropBox', box(bleed + ROOM)],
    ['BleedBox', box(bleed)],
    ['TrimBox', box(0)],
  ]);
}
