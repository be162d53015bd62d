// What a page shows beside its texts -> the ground below a text, and the rules between texts.
import type { Colour, PaintedShape } from './pdf/page-shapes.ts';
import { amidLetters, type TextPiece } from './pdf/page-text.ts';

/** Points by which a rule may lean. */
const STRAIGHT = 0.01;

export class PageLook {
  /** The last one first. */
  readonly #fills: readonly PaintedShape[];
  readonly #across: readonly PaintedShape[];
  readonly #down: readonly PaintedShape[];

  constructor(shapes: readonly PaintedShape[]) {
    this.#fills = shapes.filter(({ fill }) => fill !== undefined).reverse();
    const lines = shapes.filter(({ stroke, segments }) => stroke !== undefined && segments.length === 2);
    this.#across = lines.filter(({ top, bottom }) => bottom - top < STRAIGHT);
    this.#down = lines.filter(({ left, right }) => right - left < STRAIGHT);
  }

  /** What is painted last below a place of a text; undefined where that is paper. */
  groundOf(piece: TextPiece, share: number): Colour | undefined {
    const [x, y] = amidLetters(piece, share);
    return this.#fills.find((shape) => shape.order < piece.order && isIn(shape, x, y))?.fill;
  }

  /** Whether a line goes across between two heights, over or below a place. */
  hasAcross(from: number, to: number, x: number): boolean {
    return this.#across.some(({ top, left, right }) => top > from && top < to && left <= x && right >= x);
  }

  /** Whether a line goes down between two places, beside a height. */
  hasDown(from: number, to: number, y: number): boolean {
    return this.#down.some(({ left, top, bottom }) => left > from && left < to && top <= y && bottom >= y);
  }
}

function isIn(shape: PaintedShape, x: number, y: number): boolean {
  if (x < shape.left || x > shape.right || y < shape.top || y > shape.bottom) return false;
  return shape.covers || isInOutline(cornersOf(shape), x, y);
}

/** Each shape's corners are put together once. */
const CORNERS = new WeakMap<PaintedShape, readonly number[]>();

function cornersOf(shape: PaintedShape): readonly number[] {
  const corners = CORNERS.get(shape) ?? shape.segments.flatMap(({ points }) => points);
  CORNERS.set(shape, corners);
  return corners;
}

/** Whether a line from the place to the right crosses the outline an odd number of times; curves by the points that they pass near. */
function isInOutline(points: readonly number[], x: number, y: number): boolean {
  let isInside = false;
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [points[before], points[before + 1], points[at], points[at + 1]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}
