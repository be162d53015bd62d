// A SWOT analysis -> factor boxes and the four strategy boxes, in rows.
import type { SwotBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { TextLeaves } from '../tags/tag.ts';
import { type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { plain } from '../type/typesetter.ts';
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
  const factors = block.factors.map((factor) => ({
    title: plain(factor.title),
    leaves: context.structure.text(factor),
    items:
      factor.items === 'missing'
        ? [{ text: plain('자료 없음'), leaves: unknownLeaves(context.structure.text(factor)) }]
        : factor.items.map((text) => ({ text, leaves: context.structure.text(text) })),
    tint: true,
  }));
  const boxes = block.boxes.map((box) => ({
    title: box.title,
    leaves: context.structure.text(box.title),
    items: box.items.map((text) => ({ text, leaves: context.structure.text(text) })),
    tint: false,
  }));
  const unknown = block.factors.every((factor) => factor.items === 'missing');
  // A publication does not show what nobody knows.
  const shown = unknown && !context.reviewCopy ? [] : factors;
  const rows = [...chunks(shown, unknown ? factors.length : 2), ...chunks(boxes, 2)];
  return rows.map((members, index) => ({
    ...row(context, block.id, members, (width - (members.length - 1) * GAP * MM) / members.length),
    keepWithNext: index < rows.length - 1,
  }));
}

/** The words and their marker are one paragraph. */
function unknownLeaves(factor: TextLeaves | undefined): TextLeaves | undefined {
  const leaf = factor?.marker;
  return leaf && { segments: [leaf], marker: leaf };
}

interface Box {
  readonly title: RichText;
  readonly leaves: TextLeaves | undefined;
  readonly items: readonly { readonly text: RichText; readonly leaves: TextLeaves | undefined }[];
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
      { block, text: box.title, style: boxTitle, leaves: box.leaves },
      boxWidth - 2 * padding,
    ),
    ...box.items.flatMap(({ text, leaves }) =>
      paragraphSlugs(
        context,
        { block, text, style: boxItem, leaves, marker: { text: '·' } },
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
        fill: boxes[index]?.tint === true ? 'total' : 'white',
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
