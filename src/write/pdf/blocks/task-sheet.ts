// The head of a task sheet -> a page opened with banner, rule and title; 【…】 labels -> a line kept with what follows.
import type { LabelBlock, TaskSheetBlock } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { strategyColour, type TextStyle } from '../../../document/theme.ts';
import type { FlowItem } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { blankBehind, type DrawItem, moved, type Slug } from '../type/drawing.ts';
import type { TypesetLine } from '../type/typesetter.ts';
import { MM } from '../type/units.ts';
import { paragraphSlugs, textVariation } from './text-blocks.ts';

export function taskSheetFlow(context: LayoutContext, block: TaskSheetBlock): FlowItem[] {
  const { theme, typesetter, structure, width } = context;
  const { banner: bannerStyle, sheetPurpose, sheetTitle } = theme.styles;
  const colour = block.strategy === undefined ? bannerStyle.colour : strategyColour(theme, block.strategy);
  const left = theme.page.left * MM;
  const top = theme.page.top * MM;
  const set = (text: RichText, style: TextStyle): TypesetLine[] =>
    typesetter.lines(text, style, width, textVariation(structure, text));
  // They may be one heading with the title, and no blank stands between them in print.
  const parted = (line: TypesetLine): TypesetLine => ({ ...line, items: blankBehind(line.items) });
  const head = set(block.banner, { ...bannerStyle, colour });
  const banner = block.opensStrategy === undefined ? head.map(parted) : head;
  const purpose = block.purpose === undefined ? [] : set(block.purpose, sheetPurpose).map(parted);
  const title = set(block.title, sheetTitle);
  const put = (lines: readonly TypesetLine[], { align, leading }: TextStyle, y: number): DrawItem[] =>
    lines.flatMap((line, index) =>
      line.items.map((item) =>
        moved(item, left + (align === 'center' ? (width - line.width) / 2 : 0), y + index * leading),
      ),
    );
  const rule = top + banner.length * bannerStyle.leading + bannerStyle.after * MM;
  const text = rule + theme.sheet.ruleBelow * MM;
  const below = text + purpose.length * sheetPurpose.leading;
  const foot = below + title.length * sheetTitle.leading;
  return [
    {
      kind: 'opening',
      opening: {
        block: block.id,
        items: [
          ...put(banner, { ...bannerStyle, align: 'left' }, top),
          { kind: 'line', x1: left, y1: rule, x2: left + width, y2: rule, width: theme.sheet.rule, colour },
          ...put(purpose, sheetPurpose, text),
          ...put(title, sheetTitle, below),
        ],
        cursor: foot + theme.sheet.after * MM,
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
