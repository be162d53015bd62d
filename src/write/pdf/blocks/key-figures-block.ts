// The key figures -> a page of boxes, two side by side: what is counted, the figure in large letters, a note.
import type { KeyFiguresBlock } from '../../../document/blocks/key-figures.ts';
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { moved } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { type Box, boxOf } from './box.ts';
import { textVariation } from './text-blocks.ts';

/** Boxes side by side, the gap between them, and their padding, in mm. */
const COLUMNS = 2;
const GAP = 5;
const PADDING = 5;

/** A page before the body; what does not fit on it goes on to the next one. */
export function keyFiguresFlow(context: LayoutContext, block: KeyFiguresBlock): FlowItem[] {
  const { theme, typesetter, structure, width } = context;
  const style = theme.styles.contentsTitle;
  const title = typesetter.lines(block.title, style, width, textVariation(structure, block.title));
  const top = theme.page.top * MM;
  const cursor = top + title.length * style.leading + style.after * MM;
  const boxWidth = (width - (COLUMNS - 1) * GAP * MM) / COLUMNS;
  const boxes = block.figures.map((figure) => figureBox(context, block.id, figure, boxWidth));
  const rows = Array.from({ length: Math.ceil(boxes.length / COLUMNS) }, (_, row) =>
    boxes.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  return [
    {
      kind: 'opening',
      opening: {
        block: block.id,
        items: title.flatMap((line, index) =>
          line.items.map((item) => moved(item, theme.page.left * MM, top + index * style.leading)),
        ),
        cursor,
        part: 'contents',
        hidesHead: true,
        notes: title.flatMap((line) => line.notes),
      },
    },
    ...rows.map((members): FlowItem => {
      const height = Math.max(...members.map((box) => box.height));
      return {
        kind: 'slug',
        slug: {
          height,
          items: members.flatMap((box, column) => box.draw(column * (boxWidth + GAP * MM), 0, height)),
          notes: members.flatMap((box) => box.notes),
          before: 0,
          after: GAP * MM,
          keepWithNext: false,
          block: block.id,
        },
      };
    }),
    { kind: 'break', part: 'body' },
  ];
}

function figureBox(
  context: LayoutContext,
  block: string,
  { label, value, note }: KeyFiguresBlock['figures'][number],
  width: number,
): Box {
  const { boxTitle, contentsTitle, remark } = context.theme.styles;
  // A figure and its unit stand on one line, however long they are.
  const { word, number } = context.typesetter.widest(value, contentsTitle);
  const scale = Math.min(1, (width - 2 * PADDING * MM) / Math.max(word, number));
  const fitting = { ...contentsTitle, size: contentsTitle.size * scale };
  const set = (text: RichText, style: TextStyle) => ({
    text,
    style: { ...style, indent: 0, hang: 0, before: 0, after: 0, align: 'left' as const },
    leaves: context.structure.text(text),
  });
  return boxOf(
    context,
    block,
    [set(label, boxTitle), set(value, fitting), ...(note === undefined ? [] : [set(note, remark)])],
    width,
    { fill: 'header', paddingX: PADDING * MM, paddingY: PADDING * MM, valign: 'top' },
  );
}
