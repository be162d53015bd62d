// Headings, items, remarks and paragraphs -> slugs, one a line.
import { HEADING_MARKER } from '../../../document/blocks/heading.ts';
import type { HeadingBlock, ItemBlock, RemarkBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { StructureLookup } from '../tags/structure.ts';
import type { TextLeaves } from '../tags/tag.ts';
import { blankBehind, type DrawItem, moved, type Slug } from '../type/drawing.ts';
import type { TypesetLine, Variation } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';

/** A paragraph to set, with what hangs before it. */
export interface Paragraph {
  readonly block: string;
  readonly text: RichText;
  readonly style: TextStyle;
  /** Printed at the style's indent, before the hanging text. */
  readonly marker?: { readonly text: string; readonly variation?: Variation };
  readonly variation?: Variation;
  /** Its places in the logical structure. */
  readonly leaves?: TextLeaves | undefined;
  /** Keep the last line with what follows. */
  readonly keepWithNext?: boolean;
}

/** Between a marker and its text at least, in em. */
const MARKER_GAP = 0.2;

/** A paragraph's lines as slugs; its first two and last two lines stay together. */
export function paragraphSlugs(context: LayoutContext, paragraph: Paragraph, width: number): Slug[] {
  const { style, text, leaves } = paragraph;
  const variation = leaves ? { ...paragraph.variation, leaves: leaves.segments } : paragraph.variation;
  const indent = style.indent * MM;
  const label =
    paragraph.marker === undefined
      ? undefined
      : markerLabel(context, paragraph.marker.text, style, leaves, {
          ...paragraph.variation,
          ...paragraph.marker.variation,
        });
  // A marker that is wider than its room, (21), moves its text.
  const hang = label === undefined ? 0 : Math.max(style.hang * MM, label.width + style.size * MARKER_GAP);
  const textWidth = Math.max(width - indent - hang, style.size);
  const lines = context.typesetter.lines(text, style, textWidth, variation);
  return lines.map((line, index) => {
    const last = index === lines.length - 1;
    const items: DrawItem[] = [];
    if (index === 0 && label !== undefined) items.push(...label.items.map((item) => moved(item, indent, 0)));
    const x = indent + hang + shift(line, style, textWidth);
    items.push(...line.items.map((item) => moved(item, x, 0)));
    return {
      height: line.height,
      items,
      notes: line.notes,
      before: index === 0 ? style.before * MM : 0,
      after: last ? style.after * MM : 0,
      keepWithNext: last ? (paragraph.keepWithNext ?? false) : index === 0 || index === lines.length - 2,
      block: paragraph.block,
    };
  });
}

/** How a text is set: with its places in the structure. */
export function textVariation(structure: StructureLookup, text: RichText): Variation {
  const leaves = structure.text(text)?.segments;
  return leaves === undefined ? {} : { leaves };
}

/** A marker, which a blank parts from its text for who hears it. */
export function markerLabel(
  { typesetter }: LayoutContext,
  text: string,
  style: TextStyle,
  leaves: TextLeaves | undefined,
  variation: Variation = {},
): TypesetLine {
  const marked = { ...variation, ...(leaves?.marker && { leaves: [leaves.marker] }) };
  const label = typesetter.label(text, style, marked);
  return { ...label, items: blankBehind(label.items) };
}

/** How far a line stands from the left for its style's alignment. */
function shift(line: TypesetLine, style: TextStyle, width: number): number {
  switch (style.align) {
    case 'left':
      return 0;
    case 'center':
      return (width - line.width) / 2;
    case 'right':
      return width - line.width;
  }
}

/** The theme's style of an item level. */
export function itemStyle(context: LayoutContext, level: ItemBlock['level']): TextStyle {
  const { styles } = context.theme;
  return { 1: styles.item1, 2: styles.item2, 3: styles.item3, 4: styles.item4 }[level];
}

/** The style of a remark, indented to the text of the level that it hangs under. */
export function remarkStyle(context: LayoutContext, level: RemarkBlock['level']): TextStyle {
  const { remark } = context.theme.styles;
  if (level === 0) return { ...remark, indent: 0 };
  const parent = itemStyle(context, level);
  return { ...remark, indent: parent.indent + parent.hang };
}

/** □ and its title, kept with the next line. */
export function headingSlugs(context: LayoutContext, block: HeadingBlock, width: number): Slug[] {
  return paragraphSlugs(
    context,
    {
      block: block.id,
      text: block.title,
      style: context.theme.styles.heading,
      leaves: context.structure.text(block.title),
      marker: { text: HEADING_MARKER, variation: { colour: 'main' } },
      keepWithNext: true,
    },
    width,
  );
}
