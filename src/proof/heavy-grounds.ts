// The shapes of a press page as read -> where black printed over them would be more ink than paper takes.
import type { PaintedShape, Segment } from './pdf/page-shapes.ts';
import { amidLetters, type TextPiece } from './pdf/page-text.ts';

/** Parts of all inks together that paper takes, less black; a little of binary fractions. */
const ROOM = 1.6 + 1e-6;
/** Points by which something stands within a ground: at its very edge it does not. */
const WITHIN = 0.05;

export type Ground = Pick<PaintedShape, 'left' | 'right' | 'top' | 'bottom' | 'order'>;

export function heavyGrounds(shapes: readonly PaintedShape[]): readonly Ground[] {
  return shapes.filter(
    ({ fill }) => fill?.space === 'DeviceCMYK' && fill.values.reduce((sum, value) => sum + value, 0) > ROOM,
  );
}

/** Whether a text's middle stands on one that was painted before it. */
export function isTextOn(grounds: readonly Ground[], piece: TextPiece): boolean {
  return isOn(grounds, ...amidLetters(piece), piece.order);
}

/** Whether the middle of a path's extent does. */
export function isPathOn(grounds: readonly Ground[], segments: readonly Segment[], order: number): boolean {
  if (grounds.length === 0) return false;
  const points = segments.flatMap((segment) => segment.points);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const x = middle(points.filter((_, at) => at % 2 === 0));
  const y = middle(points.filter((_, at) => at % 2 === 1));
  return isOn(grounds, x, y, order);
}

function isOn(grounds: readonly Ground[], x: number, y: number, order: number): boolean {
  return grounds.some(
    (one) =>
      one.order < order &&
      x > one.left + WITHIN &&
      x < one.right - WITHIN &&
      y > one.top + WITHIN &&
      y < one.bottom - WITHIN,
  );
}
