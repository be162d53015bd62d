// A SWOT analysis -> factor boxes and the four strategy boxes, in rows.
import { BOX_MARKER, type SwotBox } from '../../../document/blocks/swot.ts';
import type { SwotBlock } from '../../../document/document.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { stackHeight } from './table-shape.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** Gap between boxes and padding in them, in mm; rule and corner, in points and mm. */
const GAP = 4;
const PADDING = 3.2;
const RULE = 0.8;
const RADIUS = 1.2;

/** Rows of boxes that stay on one page; factors of which nothing is known yet share one row. */
export function swotSlugs(context: LayoutContext, block: SwotBlock, width: number): Slug[] {
  const shown = (boxes: readonly SwotBox[], tint: boolean): Box[] =>
    boxes.filter(({ hidden }) => hidden !== true).map((box) => ({ ...box, tint }));
  const unknown = block.factors.every((factor) => factor.unknown !== undefined);
  const rows = [
    ...chunks(shown(block.factors, true), unknown ? block.factors.length : 2),
    ...chunks(shown(block.boxes, false), 2),
  ];
  return rows.map((members, index) => ({
    ...row(context, block.id, members, (width - (members.length - 1) * GAP * MM) / members.length),
    keepWithNext: index < rows.length - 1,
  }));
}

interface Box extends SwotBox {
  readonly tint: boolean;
}

function chunks(boxes: readonly Box[], size: number): Box[][] {
  const result: Box[][] = [];
  for (let index = 0; index < boxes.length; index += size) result.push(boxes.slice(index, index + size));
  return result;
}

function row(context: LayoutContext, block: string, boxes: readonly Box[], boxWidth: number): Slug {
  const padding = PADDING * MM;
  const { boxTitle, boxItem } = context.theme.styles;
  const contents = boxes.map((box) => [
    ...paragraphSlugs(
      context,
      { block, text: box.title, style: boxTitle, leaves: context.structure.text(box.title) },
      boxWidth - 2 * padding,
    ),
    ...[...box.items, ...(box.unknown === undefined ? [] : [box.unknown])].flatMap((text) =>
      paragraphSlugs(
        context,
        {
          block,
          text,
          style: boxItem,
          leaves: context.structure.text(text),
          marker: { text: BOX_MARKER },
        },
        boxWidth - 2 * padding,
      ),
    ),
  ]);
  const height = Math.max(...contents.map(stackHeight)) + 2 * padding;
  const items: DrawItem[] = contents.flatMap((slugs, index): DrawItem[] => {
    const x = index * (boxWidth + GAP * MM);
    let y = padding;
    return [
      {
        kind: 'rect',
        x,
        y: 0,
        width: boxWidth,
        height,
        radius: RADIUS * MM,
        stroke: 'main',
        lineWidth: RULE,
        fill: boxes[index]?.tint === true ? 'header' : 'white',
      },
      ...slugs.flatMap((slug) => {
        const placed = slug.items.map((item) => moved(item, x + padding, y));
        y += slug.height + slug.after;
        return placed;
      }),
    ];
  });
  return {
    height,
    items,
    notes: contents.flatMap((slugs) => slugs.flatMap((slug) => slug.notes)),
    before: 0,
    after: GAP * MM,
    keepWithNext: false,
    block,
  };
}
