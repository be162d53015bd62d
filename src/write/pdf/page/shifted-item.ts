// An item of a page -> the item moved with the text; what reaches an edge of the page goes on to it, and as far beyond as it bleeds.
import { type DrawItem, moved } from '../type/drawing.ts';

/** How far the text moves, in points. */
export interface Shift {
  readonly right: number;
  readonly down: number;
}

/** Rounding noise of lengths in points. */
export const NEAR = 0.01;

/** Sizes and `bleed` in points. */
export function shiftedOnPage(
  item: DrawItem,
  { width, height }: { readonly width: number; readonly height: number },
  shift: Shift,
  bleed = 0,
): DrawItem {
  if (item.kind !== 'rect') return moved(item, shift.right, shift.down);
  const left = item.x <= NEAR;
  const right = item.x + item.width >= width - NEAR;
  const top = item.y <= NEAR;
  const foot = item.y + item.height >= height - NEAR;
  const x = left ? -bleed : item.x + shift.right;
  const end = right ? width + bleed : item.x + item.width + shift.right;
  const y = top ? -bleed : item.y + shift.down;
  const bottom = foot ? height + bleed : item.y + item.height + shift.down;
  return { ...item, x, y, width: end - x, height: bottom - y };
}
