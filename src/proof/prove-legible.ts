// Texts and what is painted below them -> those that cannot be told from their ground.
import type { Diagnostic } from '../diagnostic.ts';
import type { PlacedText } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import { contrastOf, luminanceOf } from './paint-colours.ts';
import type { Colour, PaintedShape } from './pdf/page-shapes.ts';
import type { ReadPage } from './pdf/read-pdf.ts';
import type { PdfFaults } from './pdf-faults.ts';

/** What is not read by anyone: below it, letters only look like their ground. Whether they read well is for the theme's check. */
export const LEAST_CONTRAST = 1.15;
/** The middle of letters above their baseline, as a share of the size. */
const MIDDLE = 0.35;
/** Places along a text that are looked at, as shares of its width. */
const SAMPLES = [0.1, 0.5, 0.9];
const WHITE = 1;

/** A text is told of when it is lost in its ground from end to end. The watermark is not meant to be read. */
export function proveLegible(
  faults: PdfFaults,
  pages: readonly ReadPage[],
  placed: readonly (readonly [Printed, PlacedText])[],
): readonly Diagnostic[] {
  const fills = pages.map(({ shapes }) => shapes.filter(({ fill }) => fill !== undefined).reverse());
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
      const ground = groundOf(fills[piece.page] ?? [], piece, share);
      return contrastOf(own, ground === undefined ? WHITE : lightness(ground)) < LEAST_CONTRAST;
    });
    return isLost ? [faults.notSeen(piece)] : [];
  });
}

/** What is painted last below a place of a text; paper where nothing is. */
function groundOf(fills: readonly PaintedShape[], piece: Printed, share: number): Colour | undefined {
  const [along, above] = [piece.width * share, piece.size * MIDDLE];
  const [cos, sin] = [Math.cos(piece.angle), Math.sin(piece.angle)];
  const x = piece.x + along * cos - above * sin;
  const y = piece.y - along * sin - above * cos;
  return fills.find((shape) => shape.order < piece.order && isIn(shape, x, y))?.fill;
}

function isIn(shape: PaintedShape, x: number, y: number): boolean {
  if (x < shape.left || x > shape.right || y < shape.top || y > shape.bottom) return false;
  return shape.covers || isInOutline(shape, x, y);
}

/** Whether a line from the place to the right crosses the outline an odd number of times; curves by the points that they pass near. */
function isInOutline({ segments }: PaintedShape, x: number, y: number): boolean {
  const points = segments.flatMap((segment) => segment.points);
  let isInside = false;
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [points[before], points[before + 1], points[at], points[at + 1]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}
