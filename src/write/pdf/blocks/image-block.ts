// An image -> its caption, the picture in the middle, and its source, all on one page.
import type { ImageBlock } from '../../../document/document.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { DrawItem, Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { captionSlugs } from './chart-block.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** Space below an image, in mm. */
const AFTER_IMAGE = 4.5;

export function imageSlugs(context: LayoutContext, block: ImageBlock, room: number): Slug[] {
  const { picture, source } = block;
  const width = Math.min(block.width * MM, room);
  const height = (width * picture.height) / picture.width;
  const box = { x: (room - width) / 2, y: 0, width, height };
  const leaf = context.structure.picture(block);
  const items: DrawItem[] = [
    ...(leaf === undefined ? [] : [{ kind: 'figure', ...box, leaf } as const]),
    { kind: 'image', ...box, picture, ...(leaf && { leaf }) },
  ];
  const style = context.theme.styles.unitLine;
  const below =
    source === undefined
      ? []
      : paragraphSlugs(
          context,
          { block: block.id, text: source, style, leaves: context.structure.text(source) },
          room,
        );
  const after = AFTER_IMAGE * MM;
  return [
    ...captionSlugs(context, block, room),
    {
      height,
      items,
      notes: [],
      before: 1 * MM,
      after: below.length === 0 ? after : 1 * MM,
      keepWithNext: below.length > 0,
      block: block.id,
    },
    ...below.map((slug, index) => (index === below.length - 1 ? { ...slug, after } : slug)),
  ];
}
