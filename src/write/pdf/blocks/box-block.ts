// A frame around some lines -> slugs with the frame at their sides, so that a long one goes on on the next page.
import type { BoxBlock } from '../../../document/blocks/box.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** Padding and the space around it, in mm; the frame in points. */
const PADDING = 3.2;
const BEFORE = 2;
const AFTER = 4;
const RULE = 0.8;
/** What is higher than this part of a page may be cut. */
const MOST_WHOLE = 0.5;

export function boxSlugs(context: LayoutContext, block: BoxBlock, width: number): Slug[] {
  const padding = PADDING * MM;
  const inner = width - 2 * padding;
  const { title } = block;
  const style = context.theme.styles.boxTitle;
  const content: readonly Slug[] = [
    ...(title === undefined
      ? []
      : paragraphSlugs(
          context,
          { block: block.id, text: title, style, leaves: context.structure.text(title), keepWithNext: true },
          inner,
        )),
    ...block.blocks.flatMap((one) =>
      context.flow(one, inner).flatMap((item) => (item.kind === 'slug' ? item.slug : [])),
    ),
  ];
  const last = content.length - 1;
  const framed = content.map((slug, index): Slug => {
    const top = index === 0 ? padding : slug.before;
    const height = top + slug.height + (index === last ? padding : slug.after);
    const line = (x1: number, y1: number, x2: number, y2: number): DrawItem => ({
      kind: 'line',
      x1,
      y1,
      x2,
      y2,
      width: RULE,
      colour: 'main',
    });
    return {
      height,
      items: [
        line(0, 0, 0, height),
        line(width, 0, width, height),
        ...(index === 0 ? [line(0, 0, width, 0)] : []),
        ...(index === last ? [line(0, height, width, height)] : []),
        ...slug.items.map((item) => moved(item, padding, top)),
      ],
      notes: slug.notes,
      before: index === 0 ? BEFORE * MM : 0,
      after: index === last ? AFTER * MM : 0,
      keepWithNext: index < last && (slug.keepWithNext || index === 0 || index === last - 1),
      block: block.id,
    };
  });
  const whole = framed.reduce((sum, { height }) => sum + height, 0) <= MOST_WHOLE * context.height;
  return framed.map((slug, index) => ({
    ...slug,
    keepWithNext: slug.keepWithNext || (whole && index < last),
  }));
}
