// The head of a task sheet -> a page opened with banner and boxed title; 【…】 labels -> a line kept with what follows.
import type { LabelBlock, TaskSheetBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { blankBehind, type DrawItem, moved, type Slug } from '../type/drawing.ts';
import type { TypesetLine } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import { paragraphSlugs, textVariation } from './text-blocks.ts';

/** Padding of the box, space below it, in mm; its rule in points. */
const PADDING_X = 6;
const PADDING_Y = 3.6;
const AFTER = 2.4;
const RULE = 1;

export function taskSheetFlow(context: LayoutContext, block: TaskSheetBlock): FlowItem[] {
  const { theme, typesetter, structure, width } = context;
  const { banner: bannerStyle, sheetPurpose, sheetTitle } = theme.styles;
  const left = theme.page.left * MM;
  const top = theme.page.top * MM;
  const inner = width - 2 * PADDING_X * MM;
  const set = (text: RichText, style: TextStyle, within = inner): TypesetLine[] =>
    typesetter.lines(text, style, within, textVariation(structure, text));
  // They may be one heading with the title, and no blank stands between them in print.
  const parted = (line: TypesetLine): TypesetLine => ({ ...line, items: blankBehind(line.items) });
  const head = set(block.banner, bannerStyle, width);
  const banner = block.opensStrategy === undefined ? head.map(parted) : head;
  const purpose = block.purpose === undefined ? [] : set(block.purpose, sheetPurpose).map(parted);
  const title = set(block.title, sheetTitle);
  const box = top + banner.length * bannerStyle.leading + bannerStyle.after * MM;
  const height =
    2 * PADDING_Y * MM + purpose.length * sheetPurpose.leading + title.length * sheetTitle.leading;
  const centred = (lines: readonly TypesetLine[], leading: number, y: number): DrawItem[] =>
    lines.flatMap((line, index) =>
      line.items.map((item) => moved(item, left + (width - line.width) / 2, y + index * leading)),
    );
  const text = box + PADDING_Y * MM;
  return [
    {
      kind: 'opening',
      opening: {
        block: block.id,
        items: [
          ...banner.flatMap((line, index) =>
            line.items.map((item) => moved(item, left, top + index * bannerStyle.leading)),
          ),
          { kind: 'rect', x: left, y: box, width, height, fill: 'total', stroke: 'main', lineWidth: RULE },
          ...centred(purpose, sheetPurpose.leading, text),
          ...centred(title, sheetTitle.leading, text + purpose.length * sheetPurpose.leading),
        ],
        cursor: box + height + AFTER * MM,
        part: 'body',
        fitsToPage: true,
        hidesHead: false,
        notes: [...banner, ...purpose, ...title].flatMap((line) => line.notes),
      },
    },
  ];
}

export function labelSlugs(context: LayoutContext, block: LabelBlock, width: number): Slug[] {
  return paragraphSlugs(
    context,
    {
      block: block.id,
      text: block.title,
      style: context.theme.styles.label,
      leaves: context.structure.text(block.title),
      keepWithNext: true,
    },
    width,
  );
}
