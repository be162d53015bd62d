// Text -> a box with the text in its middle or from its top: the boxes of diagrams.
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { TextLeaves } from '../tags/tag.ts';
import { type DrawItem, moved } from '../type/drawing.ts';
import { stackHeight } from './table-shape.ts';
import { paragraphSlugs } from './text-blocks.ts';

/** A paragraph in a box. */
interface BoxText {
  readonly text: RichText;
  readonly style: TextStyle;
  /** Hangs before the text. */
  readonly marker?: string;
  readonly leaves: TextLeaves | undefined;
}

export interface BoxLook {
  readonly fill?: string;
  readonly stroke?: string;
  /** Points. */
  readonly lineWidth?: number;
  readonly radius?: number;
  readonly paddingX: number;
  readonly paddingY: number;
  readonly valign: 'top' | 'middle';
}

export interface Box {
  /** Points that the texts need with the padding. */
  readonly height: number;
  readonly notes: readonly string[];
  /** The box at a place, perhaps higher than it needs to be. */
  draw(x: number, y: number, height: number): DrawItem[];
}

export function boxOf(
  context: LayoutContext,
  block: string,
  texts: readonly BoxText[],
  width: number,
  look: BoxLook,
): Box {
  const inner = width - 2 * look.paddingX;
  const slugs = texts.flatMap(({ text, style, marker, leaves }) =>
    paragraphSlugs(
      context,
      { block, text, style, leaves, ...(marker === undefined ? {} : { marker: { text: marker } }) },
      inner,
    ),
  );
  const content = stackHeight(slugs);
  return {
    height: content + 2 * look.paddingY,
    notes: slugs.flatMap((slug) => slug.notes),
    draw(x, y, height) {
      let top = y + (look.valign === 'middle' ? (height - content) / 2 : look.paddingY);
      const { fill, stroke, lineWidth, radius } = look;
      return [
        {
          kind: 'rect',
          x,
          y,
          width,
          height,
          ...(fill === undefined ? {} : { fill }),
          ...(stroke === undefined ? {} : { stroke }),
          ...(lineWidth === undefined ? {} : { lineWidth }),
          ...(radius === undefined ? {} : { radius }),
        },
        ...slugs.flatMap((slug, index) => {
          if (index > 0) top += slug.before;
          const items = slug.items.map((item) => moved(item, x + look.paddingX, top));
          top += slug.height + slug.after;
          return items;
        }),
      ];
    },
  };
}
