// Texts and what is painted below them -> those that cannot be told from their ground, and labels that are hardly read on their mark.
import type { Diagnostic } from '../diagnostic.ts';
import { LEAST_CONTRAST, LEAST_LARGE } from '../document/contrast.ts';
import type { PlacedText } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import type { PageLook } from './page-look.ts';
import { contrastOf, luminanceOf } from './paint-colours.ts';
import type { Colour } from './pdf/page-shapes.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** What is not read by anyone: below it, letters only look like their ground. Whether a style reads well is for the theme's check. */
const LEAST_SEEN = 1.15;
/** A ground that differs less from paper is none of a mark's: what stands on paper is for the check too. */
const LIKE_PAPER = 1.05;
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
      return contrastOf(own, ground === undefined ? WHITE : lightness(ground)) < LEAST_SEEN;
    });
    return isLost ? [faults.look.notSeen(piece)] : [];
  });
}

/**
 * Labels on the marks of charts, and changed figures on grounds that were chosen for letters of another colour: which of them lie on what is known
 * only where they are printed. Of one block, letters and ground, the first is told. `charts`: the blocks that hold them.
 */
export function proveLabels(
  faults: PdfFaults,
  looks: readonly PageLook[],
  placed: readonly (readonly [Printed, PlacedText])[],
  charts: Pick<ReadonlySet<string>, 'has'>,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const [piece, text] of placed) {
    if (!charts.has(text.block) && !text.marked) continue;
    const grounds = SAMPLES.flatMap((share) => looks[piece.page]?.groundOf(piece, share) ?? []);
    if (grounds.length < SAMPLES.length) continue;
    const lights = grounds.map(luminanceOf);
    if (lights.some((light) => contrastOf(light, WHITE) < LIKE_PAPER)) continue;
    const own = luminanceOf(piece.colour);
    const ratio = Math.max(...lights.map((light) => contrastOf(own, light)));
    const least = text.height >= (BOLD.test(text.font) ? 14 : 18) ? LEAST_LARGE : LEAST_CONTRAST;
    const key = JSON.stringify([text.block, text.colour, grounds]);
    if (ratio < least && ratio >= LEAST_SEEN && !found.has(key))
      found.set(key, faults.look.hardlyRead(piece, text.block, ratio, least));
  }
  return [...found.values()];
}

const BOLD = /-(?:Extra)?Bold$/;
