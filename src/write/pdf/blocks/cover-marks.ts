// The emblem and the logo of a cover -> pictures above its band.
import type { CoverBlock } from '../../../document/document.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { DrawItem } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { pictureItems } from './image-block.ts';

/** At the two ends of a line that they stand on; their height with the gap above them. All in points. */
export function coverMarks(
  { structure }: LayoutContext,
  { marks = [] }: CoverBlock,
  { left, width, bottom }: { readonly left: number; readonly width: number; readonly bottom: number },
  gap: number,
): { readonly items: readonly DrawItem[]; readonly height: number } {
  const placed = marks.map((mark) => {
    const { picture, side } = mark;
    const wide = Math.min(mark.width * MM, (width - gap) / 2);
    const height = (wide * picture.height) / picture.width;
    const box = { x: side === 'left' ? left : left + width - wide, y: bottom - height, width: wide, height };
    return { items: pictureItems(box, picture, structure.picture(mark)), height };
  });
  const tallest = Math.max(0, ...placed.map(({ height }) => height));
  return { items: placed.flatMap(({ items }) => items), height: tallest === 0 ? 0 : tallest + gap };
}
