// Parts, sections, headings, items and other texts -> paragraphs under the names that an official looks for.
import { HEADING_MARKER } from '../../../document/blocks/heading.ts';
import { numberOf } from '../../../document/blocks/part.ts';
import type {
  HeadingBlock,
  ItemBlock,
  LabelBlock,
  MissingBlock,
  ParagraphBlock,
  PartBlock,
  RemarkBlock,
  SectionBlock,
  SubsectionBlock,
  TaskSheetBlock,
} from '../../../document/document.ts';
import type { HwpxStyle } from '../../../document/hwpx-styles.ts';
import type { RichText } from '../../../document/inline.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { tableParagraph } from '../grid.ts';
import { textParagraph } from '../paragraphs.ts';
import { hiddenHead, partHead } from '../section.ts';
import { mm } from '../units.ts';

/** Of the rule below a section's title, in points; of the box around a task's. */
const SECTION_RULE = 1.2;
const SHEET_RULE = 1;
/** In mm. */
const SHEET_PADDING = 3;
const MISSING_PADDING = 6;
const AFTER_MISSING = 4.5;

const ITEM_STYLES = { 1: 'item1', 2: 'item2', 3: 'item3', 4: 'item4' } as const;

export function itemStyleName(level: ItemBlock['level']): HwpxStyle {
  return ITEM_STYLES[level];
}

/** White on the main colour, on a page that begins with it; the running head names it from here on. */
export function partParagraphs(
  context: WriterContext,
  block: PartBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet } = context;
  const { partNumeral, partTitle } = sheet.theme.styles;
  const { numeral, title } = block;
  const letters = sheet.letters(partNumeral);
  const paragraph = textParagraph(
    context,
    {
      text: title,
      name: 'partTitle',
      id: context.targets.get(block.id),
      breaks: true,
      controls: [...partHead(context, block), ...hiddenHead(context)],
      lead: numeral === '' ? [] : [numeral, '\n'].map((one) => ({ text: one, letters })),
      more: { outline: 0, after: mm(8), border: { fill: sheet.colour('main') } },
    },
    width,
  );
  return [{ ...paragraph, height: paragraph.height + (numeral === '' ? 0 : partTitle.leading * 100) }];
}

export function sectionParagraphs(
  context: WriterContext,
  block: SectionBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet, inCell } = context;
  const { number, title } = block;
  const rule = { bottom: { width: SECTION_RULE, colour: sheet.colour('main') } };
  return [
    textParagraph(
      context,
      {
        text: title,
        name: 'section',
        marker: number === '' ? undefined : ` ${number} `,
        markerLook: { colour: 'white', shade: 'main' },
        id: context.targets.get(block.id),
        more: { keepWithNext: true, border: rule, ...(!inCell && { outline: 1 }) },
      },
      width,
    ),
  ];
}

export function subsectionParagraphs(
  context: WriterContext,
  { id, number, title }: SubsectionBlock,
  width: number,
): readonly Paragraph[] {
  return [
    textParagraph(
      context,
      {
        text: title,
        name: 'subsection',
        marker: numberOf(number).trimEnd(),
        id: context.targets.get(id),
        more: { keepWithNext: true, outline: 2 },
      },
      width,
    ),
  ];
}

/** In a cell it is no heading of the outline. */
export function headingParagraphs(
  context: WriterContext,
  { id, title }: HeadingBlock,
  width: number,
): readonly Paragraph[] {
  return [
    textParagraph(
      context,
      {
        text: title,
        name: 'heading',
        marker: HEADING_MARKER,
        markerLook: { colour: 'main' },
        id: context.targets.get(id),
        more: { keepWithNext: true, ...(!context.inCell && { outline: 3 }) },
      },
      width,
    ),
  ];
}

export function labelParagraphs(
  context: WriterContext,
  { title }: LabelBlock,
  width: number,
): readonly Paragraph[] {
  return [textParagraph(context, { text: title, name: 'label', more: { keepWithNext: true } }, width)];
}

export function itemParagraphs(
  context: WriterContext,
  { level, marker, content }: ItemBlock,
  width: number,
): readonly Paragraph[] {
  return [textParagraph(context, { text: content, name: itemStyleName(level), marker }, width)];
}

/** Under the text of the level that it belongs to. */
export function remarkParagraphs(
  context: WriterContext,
  { level, marker, content }: RemarkBlock,
  width: number,
): readonly Paragraph[] {
  const { styles } = context.sheet.theme;
  const parent = level === 0 ? { indent: 0, hang: 0 } : styles[itemStyleName(level)];
  const style = { ...styles.remark, indent: parent.indent + parent.hang };
  return [textParagraph(context, { text: content, name: 'remark', style, marker }, width)];
}

export function plainParagraphs(
  context: WriterContext,
  { content }: ParagraphBlock,
  width: number,
): readonly Paragraph[] {
  return [textParagraph(context, { text: content, name: 'paragraph' }, width)];
}

/** Caption and unit line over a table, chart or image: each stays with what follows. */
export function captionParagraphs(
  context: WriterContext,
  { caption, unitLine }: { readonly caption?: RichText; readonly unitLine?: RichText },
  width: number,
): readonly Paragraph[] {
  const more = { keepWithNext: true };
  return [
    ...(caption === undefined
      ? []
      : [textParagraph(context, { text: caption, name: 'caption', more }, width)]),
    ...(unitLine === undefined
      ? []
      : [textParagraph(context, { text: unitLine, name: 'unitLine', more }, width)]),
  ];
}

/** The source below a picture: `after` in mm. */
export function sourceParagraphs(
  context: WriterContext,
  { source }: { readonly source?: RichText },
  after: number,
  width: number,
): readonly Paragraph[] {
  const style = { ...context.sheet.theme.styles.unitLine, after };
  return source === undefined
    ? []
    : [textParagraph(context, { text: source, name: 'unitLine', style }, width)];
}

/** A dashed frame that says what is not known yet. */
export function missingParagraphs(
  context: WriterContext,
  block: MissingBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet } = context;
  const padding = { x: mm(MISSING_PADDING), y: mm(MISSING_PADDING) };
  const style = { ...sheet.theme.styles.remark, indent: 0, align: 'center' as const, after: 0 };
  const { needed: text } = block;
  const inside = textParagraph(context, { text, name: 'remark', style }, width - 2 * padding.x);
  const border = sheet.frame('rule', 0.5, 'total', true);
  const cell = { column: 0, colSpan: 1, rowSpan: 1, border, paragraphs: [inside] };
  const captions = captionParagraphs(context, block, width);
  const grid = { columns: [width], rows: [[cell]], padding };
  return [...captions, tableParagraph(context, grid, { spaceBefore: 1, spaceAfter: AFTER_MISSING })];
}

/** The strategy, and purpose and title on one ground between rules: real headings, where a table would hide them from the outline. */
export function taskSheetParagraphs(
  context: WriterContext,
  { id, banner, purpose, title, opensStrategy }: TaskSheetBlock,
  width: number,
): readonly Paragraph[] {
  const { sheet } = context;
  const side = { width: SHEET_RULE, colour: sheet.colour('main') };
  const fill = sheet.colour('total');
  const space = mm(SHEET_PADDING);
  return [
    textParagraph(
      context,
      {
        text: banner,
        name: 'banner',
        breaks: true,
        id: opensStrategy === undefined ? undefined : context.targets.get(id),
        more: { keepWithNext: true, ...(opensStrategy !== undefined && { outline: 1 }) },
      },
      width,
    ),
    ...(purpose === undefined
      ? []
      : [
          textParagraph(
            context,
            {
              text: purpose,
              name: 'sheetPurpose',
              more: {
                keepWithNext: true,
                // The ground reaches above the text by so much: without the room it would lie on the banner.
                before: space,
                border: { top: side, left: side, right: side, fill },
                inset: { top: space },
              },
            },
            width,
          ),
        ]),
    textParagraph(
      context,
      {
        text: title,
        name: 'sheetTitle',
        id: opensStrategy === undefined ? context.targets.get(id) : undefined,
        more: {
          keepWithNext: true,
          outline: 2,
          after: space,
          ...(purpose === undefined && { before: space }),
          inset: { bottom: space, ...(purpose === undefined && { top: space }) },
          border: {
            left: side,
            right: side,
            bottom: side,
            ...(purpose === undefined && { top: side }),
            fill,
          },
        },
      },
      width,
    ),
  ];
}
