// An image -> its caption, the picture in the middle, and its source, all on one page.
import type { ImageBlock } from '../../../document/document.ts';
import type { Box } from '../../../document/layout-map.ts';
import type { Picture } from '../../../picture/picture.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Leaf } from '../tags/tag.ts';
import type { DrawItem, Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { pictureSlugs } from './chart-block.ts';

export function imageSlugs(context: LayoutContext, block: ImageBlock, room: number): Slug[] {
  const { picture } = block;
  const width = Math.min(block.width * MM, room);
  const height = (width * picture.height) / picture.width;
  const box = { x: (room - width) / 2, y: 0, width, height };
  const items = pictureItems(box, picture, context.structure.picture(block));
  return pictureSlugs(context, block, { height, items, notes: [] }, room);
}

/** The picture in its box, and the room of its figure where it has one. */
export function pictureItems(box: Box, picture: Picture, leaf: Leaf | undefined): DrawItem[] {
  return [
    ...(leaf === undefined ? [] : [{ kind: 'figure', ...box, leaf } as const]),
    { kind: 'image', ...box, picture, ...(leaf && { leaf }) },
  ];
}
