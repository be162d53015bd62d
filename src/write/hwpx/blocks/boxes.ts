// Frames, SWOT boxes, key figures, the map of the vision and diagrams -> tables whose cells are the boxes, in the order in which they are read.
import type { BoxBlock } from '../../../document/blocks/box.ts';
import type { DiagramBlock, DiagramBox } from '../../../document/blocks/diagram.ts';
import type { KeyFiguresBlock } from '../../../document/blocks/key-figures.ts';
import { BOX_MARKER, type SwotBlock, type SwotBox } from '../../../document/blocks/swot.ts';
import type { VisionBlock } from '../../../document/blocks/vision.ts';
import type { HwpxStyle } from '../../../document/hwpx-styles.ts';
import { plainText, type RichText } from '../../../document/inline.ts';
import { numberedText } from '../../../document/numbered-text.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { type GridCell, shared, sum, tableParagraph } from '../grid.ts';
import { textParagraph } from '../paragraphs.ts';
import { mm } from '../units.ts';
import { captionParagraphs, sourceParagraphs } from './texts.ts';

/** Padding and spaces in mm, rules in points. */
const PADDING = 3;
const RULE = 0.8;
const BEFORE = 2;
const AFTER = 4;
/** Parts of the width that the boxes of a row share. */
const PARTS = 12;
/** White between the boxes of key figures, in points. */
const GAP = 11;
/** Of the labels beside the vision, in mm; strategies side by side at most. */
const LABEL_WIDTH = 20;
const MOST_COLUMNS = 5;

const inCells = (context: WriterContext): WriterContext => ({ ...context, inCell: true });

export function boxParagraphs(
  context: WriterContext,
  { title, blocks }: BoxBlock,
  width: number,
): readonly Paragraph[] {
  const inner = inCells(context);
  const padding = mm(PADDING);
  const room = width - 2 * padding;
  const paragraphs = [
    ...(title === undefined ? [] : [textParagraph(inner, { text: title, name: 'boxTitle' }, room)]),
    ...blocks.flatMap((block) => context.flow(inner, block, room)),
  ];
  const border = context.sheet.frame('main', RULE);
  const rows = [[{ column: 0, colSpan: 1, rowSpan: 1, top: true, border, paragraphs }]];
  const grid = { columns: [width], rows, padding: { x: padding, y: padding }, cutsRows: true };
  return [tableParagraph(context, grid, { spaceBefore: BEFORE, spaceAfter: AFTER })];
}

/** Factors of which nothing is known yet share one row. */
export function swotParagraphs(
  context: WriterContext,
  block: SwotBlock,
  width: number,
): readonly Paragraph[] {
  const inner = inCells(context);
  const { sheet } = context;
  const padding = mm(PADDING);
  const columns = shared(new Array<number>(PARTS).fill(1), width);
  const shown = (boxes: readonly SwotBox[]) => boxes.filter(({ hidden }) => hidden !== true);
  const unknown = block.factors.every((factor) => factor.unknown !== undefined);
  const factors = shown(block.factors);
  const rows = [
    ...chunks(factors, unknown ? Math.max(1, factors.length) : 2).map((row) => ({ row, fill: 'total' })),
    ...chunks(shown(block.boxes), 2).map((row) => ({ row, fill: 'white' })),
  ].map(({ row, fill }) => {
    const spans = shared(new Array<number>(row.length).fill(1), PARTS);
    return row.map((box, index): GridCell => {
      const column = sum(spans.slice(0, index));
      const colSpan = spans[index] ?? 1;
      const room = sum(columns.slice(column, column + colSpan)) - 2 * padding;
      const item = (text: RichText) =>
        textParagraph(inner, { text, name: 'boxItem', marker: BOX_MARKER }, room);
      return {
        column,
        colSpan,
        rowSpan: 1,
        top: true,
        border: sheet.frame('main', RULE, fill),
        paragraphs: [
          textParagraph(inner, { text: box.title, name: 'boxTitle' }, room),
          ...(box.unknown === undefined ? [] : [item(box.unknown)]),
          ...box.items.map(item),
        ],
      };
    });
  });
  const grid = { columns, rows, padding: { x: padding, y: padding }, alt: altOf(context, block) };
  return [tableParagraph(context, grid, { spaceAfter: AFTER })];
}

/** What is said in place of the boxes to who takes them for one picture. */
function altOf({ leaves }: WriterContext, { alt }: { readonly alt: RichText }): string {
  leaves.text(alt);
  return plainText(alt.inlines);
}

function chunks<T>(members: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let index = 0; index < members.length; index += size) result.push(members.slice(index, index + size));
  return result;
}

export function keyFigureParagraphs(
  context: WriterContext,
  { title, figures }: KeyFiguresBlock,
  width: number,
): readonly Paragraph[] {
  const inner = inCells(context);
  const { sheet } = context;
  const padding = mm(PADDING + 2);
  const columns = shared([1, 1], width);
  const border = sheet.frame('white', GAP, 'total');
  const rows = chunks(figures, 2).map((row) => {
    const cells = row.map(({ label, value, note }, column): GridCell => {
      const room = (columns[column] ?? width) - 2 * padding;
      const set = (text: RichText, name: HwpxStyle) => {
        const style = { ...sheet.theme.styles[name], indent: 0, before: 0, after: 0, align: 'left' as const };
        return textParagraph(inner, { text, name, style }, room);
      };
      const paragraphs = [
        set(label, 'boxTitle'),
        set(value, 'contentsTitle'),
        ...(note === undefined ? [] : [set(note, 'remark')]),
      ];
      return { column, colSpan: 1, rowSpan: 1, top: true, border, paragraphs };
    });
    return row.length === 2 ? cells : [...cells, { ...BLANK, column: 1 }];
  });
  const grid = { columns, rows, padding: { x: padding, y: padding } };
  return [
    textParagraph(context, { text: title, name: 'contentsTitle', breaks: true }, width),
    ...(rows.length === 0 ? [] : [tableParagraph(context, grid)]),
  ];
}

const BLANK = { colSpan: 1, rowSpan: 1, border: {}, paragraphs: [] } as const;

/** Vision and goals behind their labels; below, a column for each strategy with its tasks. */
export function visionParagraphs(
  context: WriterContext,
  block: VisionBlock,
  width: number,
): readonly Paragraph[] {
  const inner = inCells(context);
  const { sheet } = context;
  const { visionBox } = sheet.theme.styles;
  const padding = mm(1.2);
  const rows = chunks(block.strategies, MOST_COLUMNS);
  const count = Math.max(1, ...rows.map(({ length }) => length));
  const columns = [mm(LABEL_WIDTH), ...shared(new Array<number>(count).fill(1), width - mm(LABEL_WIDTH))];
  const room = width - mm(LABEL_WIDTH) - 2 * padding;
  const cell = (
    column: number,
    colSpan: number,
    fill: string,
    paragraphs: readonly Paragraph[],
    more: Partial<GridCell> = {},
  ): GridCell => ({
    column,
    colSpan,
    rowSpan: 1,
    border: sheet.frame('main', RULE, fill),
    paragraphs,
    ...more,
  });
  const set = (text: RichText, name: HwpxStyle, within: number) =>
    textParagraph(inner, { text, name }, within);
  const label = (text: RichText, rowSpan = 1) =>
    cell(0, 1, 'main', [set(text, 'visionLabel', mm(LABEL_WIDTH) - 2 * padding)], { rowSpan });
  const one = (columns[1] ?? width) - 2 * padding;
  const centred = { ...visionBox, weight: 'semibold', align: 'center', after: 1.2 } as const;
  const goals = block.goals.map((goal) => [
    label(goal.label),
    cell(1, count, 'total', [set(goal.text, 'visionText', room)]),
  ]);
  const head = [
    label(block.label, 1 + Math.max(1, rows.length)),
    cell(1, count, 'header', [
      set(block.strategiesTitle, 'visionTitle', room),
      set(block.tasksTitle, 'visionTitle', room),
    ]),
  ];
  const boxes = (rows.length === 0 ? [[]] : rows).map((members) =>
    Array.from({ length: count }, (_, index) => {
      const strategy = members[index];
      if (strategy === undefined) return { ...BLANK, column: index + 1 };
      const tasks = strategy.tasks.map((task) => {
        const { text: shown, marker } = numberedText(task);
        return textParagraph(inner, { text: task, shown, marker, name: 'visionBox' }, one);
      });
      const ground = { border: { fill: sheet.colour('total') } };
      const name = textParagraph(
        inner,
        { text: strategy.name, name: 'visionTitle', style: centred, more: ground },
        one,
      );
      return cell(index + 1, 1, 'white', [name, ...tasks], { top: true });
    }),
  );
  const grid = { columns, rows: [...goals, head, ...boxes], padding: { x: padding, y: mm(1.6) } };
  return [
    tableParagraph(
      context,
      { ...grid, alt: altOf(context, block) },
      { spaceBefore: BEFORE, spaceAfter: AFTER },
    ),
  ];
}

/** Steps one below the other; an organisation from left to right, each box beside those below it. */
export function diagramParagraphs(
  context: WriterContext,
  block: DiagramBlock,
  width: number,
): readonly Paragraph[] {
  const inner = inCells(context);
  const { sheet } = context;
  const depth = Math.max(1, ...block.boxes.map(depthOf));
  const columns = shared(new Array<number>(depth).fill(1), width);
  const padding = mm(2);
  const fills = ['header', 'total', 'white'] as const;
  const cellOf = (box: DiagramBox, level: number): GridCell => {
    const colSpan = box.children.length === 0 ? depth - level : 1;
    const room = sum(columns.slice(level, level + colSpan)) - 2 * padding;
    const set = (text: RichText, name: HwpxStyle) => {
      const style = { ...sheet.theme.styles[name], align: 'center' as const };
      return textParagraph(inner, { text, name, style }, room);
    };
    return {
      column: level,
      colSpan,
      rowSpan: leavesOf(box),
      border: sheet.frame('main', RULE, fills[Math.min(level, fills.length - 1)]),
      paragraphs: [
        set(box.name, 'visionTitle'),
        ...(box.note === undefined ? [] : [set(box.note, 'visionBox')]),
      ],
    };
  };
  /** Box before box in reading order: the first below one stands in its row. */
  const rowsOf = (box: DiagramBox, level: number): GridCell[][] => {
    const own = cellOf(box, level);
    const [first = [], ...others] = box.children.flatMap((child) => rowsOf(child, level + 1));
    return [[own, ...first], ...others];
  };
  const captions = captionParagraphs(context, block, width);
  const alt = altOf(context, block);
  const rows = block.boxes.flatMap((box) => rowsOf(box, 0));
  return [
    ...captions,
    ...(rows.length === 0
      ? []
      : [
          tableParagraph(
            context,
            { columns, rows, padding: { x: padding, y: padding }, alt },
            { spaceBefore: 1, spaceAfter: 1 },
          ),
        ]),
    ...sourceParagraphs(context, block, AFTER, width),
  ];
}

function leavesOf({ children }: DiagramBox): number {
  return Math.max(1, sum(children.map(leavesOf)));
}

function depthOf({ children }: DiagramBox): number {
  return 1 + Math.max(0, ...children.map(depthOf));
}
