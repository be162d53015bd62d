// Charts, and the places of missing ones -> a caption, a unit line and one slug.
import type { ChartBlock, MissingBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { ChartDrawing, ChartOp } from '../../../draw/chart-ops.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { blankBehind, type DrawItem, moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { paragraphSlugs, textVariation } from './text-blocks.ts';

/** Space below a picture and its source, in mm. */
const AFTER_PICTURE = 4.5;
/** Padding of the box that stands for a missing chart, in mm. */
const MISSING_PADDING = 7;

/** Caption and unit line above a table or chart; each stays with what follows. */
export function captionSlugs(
  context: LayoutContext,
  block: { readonly id: string; readonly caption?: RichText; readonly unitLine?: RichText },
  width: number,
): Slug[] {
  const { caption, unitLine } = context.theme.styles;
  const set = (text: RichText | undefined, style: TextStyle): Slug[] =>
    text === undefined
      ? []
      : paragraphSlugs(
          context,
          { block: block.id, text, style, leaves: context.structure.text(text), keepWithNext: true },
          width,
        );
  const captions = set(block.caption, caption);
  const units = set(block.unitLine, unitLine);
  const together = besideEachOther(captions.at(-1), units, caption, unitLine);
  const lines = together === undefined ? [...captions, ...units] : [...captions.slice(0, -1), together];
  return lines.map((slug) => ({ ...slug, keepWithNext: true }));
}

/** What is drawn in one piece, under its caption and above its source, all on one page. */
export function pictureSlugs(
  context: LayoutContext,
  block: Parameters<typeof captionSlugs>[1] & { readonly source?: RichText },
  drawing: Pick<Slug, 'height' | 'items' | 'notes'>,
  width: number,
): Slug[] {
  const { id, source } = block;
  const style = context.theme.styles.unitLine;
  const below =
    source === undefined
      ? []
      : paragraphSlugs(
          context,
          { block: id, text: source, style, leaves: context.structure.text(source) },
          width,
        );
  const after = AFTER_PICTURE * MM;
  return [
    ...captionSlugs(context, block, width),
    {
      ...drawing,
      before: 1 * MM,
      after: below.length === 0 ? after : 1 * MM,
      keepWithNext: below.length > 0,
      block: id,
    },
    ...below.map((slug, index) => (index === below.length - 1 ? { ...slug, after } : slug)),
  ];
}

/** A caption at the left and its unit at the right on one line, where both have room. */
function besideEachOther(
  caption: Slug | undefined,
  units: readonly Slug[],
  captionStyle: TextStyle,
  unitStyle: TextStyle,
): Slug | undefined {
  const [unit] = units;
  if (caption === undefined || unit === undefined || units.length > 1) return undefined;
  if (captionStyle.align !== 'left' || unitStyle.align !== 'right') return undefined;
  const ends = caption.items.map((item) => (item.kind === 'text' ? item.x + item.width : 0));
  const begins = unit.items.map((item) => (item.kind === 'text' ? item.x : Number.POSITIVE_INFINITY));
  if (Math.max(0, ...ends) + captionStyle.size > Math.min(...begins)) return undefined;
  const baselineOf = ({ items }: Slug): number => items.find((item) => item.kind === 'text')?.y ?? 0;
  const down = baselineOf(caption) - baselineOf(unit);
  return {
    ...caption,
    items: [...blankBehind(caption.items), ...unit.items.map((item) => moved(item, 0, down))],
    notes: [...caption.notes, ...unit.notes],
    after: Math.max(caption.after, unit.after),
  };
}

/** A chart under its caption, centred. */
export function chartSlugs(context: LayoutContext, block: ChartBlock, width: number): Slug[] {
  const drawing = context.charts.get(block.id);
  if (drawing === undefined) throw new Error(`chart was not drawn: ${block.id}`);
  const x = Math.max(0, (width - drawing.width) / 2);
  const items = figureItems(context, block, drawing).map((item) => moved(item, x, 0));
  return pictureSlugs(context, block, { height: drawing.height, items, notes: [] }, width);
}

/** The frame of a chart that has nothing to show. */
const EMPTY = { stroke: 'rule', lineWidth: 0.5 };

/** All that is drawn is one figure, in one stretch. */
function figureItems(context: LayoutContext, block: ChartBlock, drawing: ChartDrawing): DrawItem[] {
  const leaf = context.structure.picture(block);
  const { ops, width, height, ...marks } = drawing;
  const items: DrawItem[] = [
    { kind: 'chart', x: 0, y: 0, block: block.id, marks },
    ...ops.flatMap((op) => chartItems(context, op)),
    // Where all is nothing there are no marks; its place is seen, and heard of.
    ...(ops.length === 0 ? [{ kind: 'rect', x: 0, y: 0, width, height, ...EMPTY } as const] : []),
  ];
  if (leaf === undefined) return items;
  return [
    { kind: 'figure', x: 0, y: 0, width, height, leaf },
    ...items.map((item) => (item.kind === 'chart' ? item : { ...item, leaf })),
  ];
}

function chartItems(context: LayoutContext, op: ChartOp): DrawItem[] {
  switch (op.kind) {
    case 'path':
      return [
        {
          kind: 'path',
          x: 0,
          y: 0,
          operators: op.operators,
          ...(op.fill === undefined ? {} : { fill: op.fill }),
          ...(op.stroke === undefined ? {} : { stroke: op.stroke, lineWidth: op.lineWidth ?? 1 }),
          ...(op.dash === undefined ? {} : { dash: op.dash }),
        },
      ];
    case 'text': {
      const style = {
        ...context.theme.styles.chart,
        size: op.size,
        weight: op.bold ? ('bold' as const) : ('regular' as const),
        colour: op.colour,
      };
      const label = context.typesetter.label(op.text, style);
      const shift = { start: 0, middle: label.width / 2, end: label.width }[op.anchor];
      const radians = (op.angle * Math.PI) / 180;
      return label.items.map((item) => ({
        ...item,
        x: op.x + (item.x - shift) * Math.cos(radians),
        y: op.y + (item.x - shift) * Math.sin(radians),
        ...(op.angle === 0 ? {} : { angle: -op.angle }),
      }));
    }
  }
}

/** A framed place that says what is not known yet. */
export function missingSlugs(context: LayoutContext, block: MissingBlock, width: number): Slug[] {
  const { theme, typesetter } = context;
  const style = { ...theme.styles.remark, indent: 0, align: 'center' as const };
  const padding = MISSING_PADDING * MM;
  const lines = typesetter.lines(
    block.needed,
    style,
    width - 2 * padding,
    textVariation(context.structure, block.needed),
  );
  const height = lines.length * style.leading + 2 * padding;
  const items: DrawItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: 'warm', stroke: 'rule', lineWidth: 0.5 },
    ...lines.flatMap((line, index) =>
      line.items.map((item) => moved(item, (width - line.width) / 2, padding + index * style.leading)),
    ),
  ];
  const notes = lines.flatMap((line) => line.notes);
  return pictureSlugs(context, block, { height, items, notes }, width);
}
