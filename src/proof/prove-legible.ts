// Texts and what is painted below them -> those that cannot be told from their ground.
import type { Diagnostic } from '../diagnostic.ts';
import type { PlacedText } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import type { PageLook } from './page-look.ts';
import { contrastOf, luminanceOf } from './paint-colours.ts';
import type { Colour } from './pdf/page-shapes.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** What is not read by anyone: below it, letters only look like their ground. Whether they read well is for the theme's check. */
const LEAST_CONTRAST = 1.15;
/** Places along a text that are looked at, as shares of its width. */
const SAMPLES = [0.1, 0.5, 0.9];
const WHITE = 1;

/** A text is told of when it is lost in its ground from end to end. The watermark is not meant to be read. */
export function proveLegible(
  faults: PdfFaults,
  looks: readonly PageLook[],
  placed: readonly (readonly [Printed, PlacedText])[],
): readonly Diagnostic[] {
  const known = new Map<Colour, number>();
  const lightness = (colour: Colour): number => {
    const light = known.get(colour) ?? luminanceOf(colour);
    known.set(colour, light);
    return light;
  };
  return placed.flatMap(([piece, { role }]) => {
    if (role === 'watermark') return [];
    const own = lightness(piece.colour);
    const isLost = SAMPLES.every((share) => {
      const ground = looks[piece.page]?.groundOf(piece, share);
      return contrastOf(own, ground === undefined ? WHITE : lightness(ground)) < LEAST_CONTRAST;
    });
    return isLost ? [faults.look.notSeen(piece)] : [];
  });
}
