// A SWOT analysis -> factor boxes and the four strategy boxes, two in a row.
import type { SwotBlock } from '../../document/document.ts';
import type { RichText } from '../../document/inline.ts';
import { type DrawItem, moved, type Slug } from './drawing.ts';
import type { LayoutContext } from './layout-context.ts';
import { stackHeight } from './table-pages.ts';
import { paragraphSlugs } from './text-blocks.ts';
import { plain } from './typesetter.ts';
import { MM } from './units.ts';

/** Gap between boxes and padding in them, in mm; rule and corner, in points and mm. */
const GAP = 4;
const PADDING = 3.2;
const RULE = 0.8;
const RADIUS = 1.2;

/** Rows of two boxes each; a row is never cut. */
export function swotSlugs(context: LayoutContext, block: SwotBlock, width: number): Slug[] {
  const boxWidth = (width - GAP * MM) / 2;
  const factors = block.factors.map((factor) => ({
    title: plain(factor.title),
    items: factor.items === 'missing' ? [plain('자료 없음')] : factor.items,
    tint: true,
  }));
  const boxes = block.boxes.map((box) => ({ ...box, tint: false }));
  return [...pairs(factors), ...pairs(boxes)].map((pair) => row(context, block.id, pair, boxWidth));
}

interface Box {
  readonly title: RichText;
  readonly items: readonly RichText[];
  readonly tint: boolean;
}

function pairs(boxes: readonly Box[]): Box[][] {
  const result: Box[][] = [];
  for (let index = 0; index < boxes.length; index += 2) result.push(boxes.slice(index, index + 2));
  return result;
}

function row(context: LayoutContext, block: string, boxes: readonly Box[], boxWidth: number): Slug {
  const padding = PADDING * MM;
  const { boxTitle, boxItem } = context.theme.styles;
  const contents = boxes.map((box) => [
    ...paragraphSlugs(context, { block, text: box.title, style: boxTitle }, boxWidth - 2 * padding),
    ...box.items.flatMap((item) =>
      paragraphSlugs(
        context,
        { block, text: item, style: boxItem, marker: { text: '·' } },
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
