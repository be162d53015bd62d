// A table block -> caption slugs and the rows that table pagination cuts.
import type { Block } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { CONTINUED } from '../../../document/print-words.ts';
import { gridOf, type TableBlock, type TableCell } from '../../../document/table.ts';
import { shownAgain } from '../../../document/table-part.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem, PagedTable } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { captionSlugs } from './chart-block.ts';
import { type ColumnMeasure, neededWidth } from './table-columns.ts';
import { fitTable, fitWhole, type TableFit, type TableSetting } from './table-fit.ts';
import { TablePages } from './table-pages.ts';
import { sum } from './table-rows.ts';
import type { CellContent, TableShape } from './table-shape.ts';
import { itemStyle, paragraphSlugs } from './text-blocks.ts';

/** Room for a marker in a cell, of the table's hang. */
const MARKER_ROOM = 1.3;
/** Space below a table that hangs under an item, in mm. */
const INSET_AFTER = 2.4;
/** Space between parts of a table that is cut between columns, in mm. */
const BETWEEN_PARTS = 4;
/** Of the theme's padding, where a table is set closer. */
const NARROW = 1 / 3;

/** Caption, unit line and the table, `width` points wide; one table after the other where its columns do not stand side by side. */
export function tableFlow(context: LayoutContext, block: TableBlock, width: number): FlowItem[] {
  const captions = captionSlugs(context, block, width);
  const lead = captions.reduce((sum, slug) => sum + slug.before + slug.height + slug.after, 0);
  const offset = insetOf(context, block, width);
  const fit = fitTable(block, width - offset, measuring(context));
  if (fit.parts.length > 1 || fit.tooWide !== undefined) context.wideTables.parted.add(block.id);
  if (fit.tooWide !== undefined) context.wideTables.tooWide.set(block.id, fit.tooWide);
  const after = (block.inset === undefined ? cellStyle(context, block).after : INSET_AFTER) * MM;
  return [
    ...captions.map((slug) => ({ kind: 'slug' as const, slug })),
    ...fit.parts.map((part, index): FlowItem => {
      const isLast = index === fit.parts.length - 1;
      return {
        kind: 'table',
        table: new TablePages(shapeOf(context, fit, part, offset, index === 0 ? lead : 0)),
        block: block.id,
        after: isLast ? after : BETWEEN_PARTS * MM,
      };
    }),
  ];
}

/** Whether the numbers of a table at the left edge of the text fit side by side on its pages. */
export function fitsWhole(context: LayoutContext, block: TableBlock): boolean {
  return fitWhole(block, context.width, measuring(context)) !== undefined;
}

const measuring =
  (context: LayoutContext) =>
  ({ density, narrow }: TableSetting): ColumnMeasure => ({
    typesetter: context.typesetter,
    styleOf: (cell) => textStyle(context, { density }, cell),
    padding: paddingOf(context, narrow),
  });

const paddingOf = ({ theme }: LayoutContext, narrow: boolean): number =>
  theme.table.paddingX * (narrow ? NARROW : 1) * MM;

function shapeOf(
  context: LayoutContext,
  { setting }: TableFit,
  { table, widths }: TableFit['parts'][number],
  offset: number,
  lead: number,
): TableShape {
  const padding = { x: paddingOf(context, setting.narrow), y: context.theme.table.paddingY * MM };
  const block = { ...table, density: setting.density };
  return {
    block: block.id,
    widths,
    offset,
    headerRows: block.headerRows,
    ruledDown: false,
    rows: block.rows,
    grid: gridOf(block),
    begins: new Map(block.rows.flatMap((row, index) => row.map((cell) => [cell, index] as const))),
    context,
    padding,
    lead,
    whole: block.whole ?? false,
    heldRows: new Set(block.heldRows),
    look: () => ({}),
    content: (cell) => {
      const span = sum(widths.slice(cell.column, cell.column + cell.colSpan));
      return cellContent(context, block, cell, span - 2 * padding.x);
    },
  };
}

/** How far a table under an item stands from the left: at the item's text, unless its words need the room. */
function insetOf(context: LayoutContext, block: TableBlock, available: number): number {
  if (block.inset === undefined) return 0;
  const { indent, hang } = itemStyle(context, block.inset);
  const offset = (indent + hang) * MM;
  const needed = neededWidth(block, measuring(context)({ density: block.density, narrow: false }));
  return needed <= available - offset ? offset : 0;
}

function cellStyle(context: LayoutContext, block: Pick<TableBlock, 'density'>): TextStyle {
  const { table, tableDense } = context.theme.styles;
  return block.density === 'dense' ? tableDense : table;
}

function textStyle(context: LayoutContext, block: Pick<TableBlock, 'density'>, cell: TableCell): TextStyle {
  const base = { ...cellStyle(context, block), before: 0, after: 0, align: cell.align };
  return cell.role === 'column-header' ? { ...base, weight: 'semibold' } : base;
}

/** What a cell shows, and what it shows again on a page that it goes on to. */
function cellContent(context: LayoutContext, block: TableBlock, cell: TableCell, width: number): CellContent {
  const style = textStyle(context, block, cell);
  const slugs = (blocks: readonly Block[]): Slug[] =>
    blocks.flatMap((inner) => innerSlugs(context, block, cell, style, inner, width)).map(inCell(block.id));
  const label = continuedLabel(cell);
  return {
    slugs: slugs(cell.blocks),
    continued: label === undefined ? [] : slugs([{ kind: 'paragraph', id: block.id, content: label }]),
  };
}

function inCell(block: string) {
  return (slug: Slug): Slug => ({ ...slug, block, keepWithNext: false });
}

function innerSlugs(
  context: LayoutContext,
  block: TableBlock,
  cell: TableCell,
  style: TextStyle,
  inner: Block,
  width: number,
): Slug[] {
  const variation = { bold: cell.emphasis !== 'none', tabular: cell.figure !== undefined };
  if (inner.kind === 'paragraph') {
    return paragraphSlugs(
      context,
      {
        block: block.id,
        text: inner.content,
        style,
        variation,
        leaves: context.structure.text(inner.content),
      },
      width,
    );
  }
  if (inner.kind === 'item' || inner.kind === 'remark') {
    const indent = Math.max(0, inner.level - 1) * (style.hang / 1.5);
    const hang = style.hang * MARKER_ROOM;
    return paragraphSlugs(
      context,
      {
        block: block.id,
        text: inner.content,
        style: { ...style, align: 'left', indent, hang },
        marker: { text: inner.marker },
        leaves: context.structure.text(inner.content),
        variation,
      },
      width,
    );
  }
  return context.flow(inner, width).flatMap((item) => {
    switch (item.kind) {
      case 'slug':
        return [item.slug];
      case 'table':
        return nestedSlugs(item.table, context.height);
      case 'opening':
      case 'break':
        throw new Error(`a page cannot begin in a cell of table ${block.id}`);
    }
  });
}

/** A table inside a cell, cut into pieces small enough for the outer table to place one by one. */
function nestedSlugs(table: PagedTable, pageHeight: number): Slug[] {
  const slugs: Slug[] = [];
  const room = pageHeight / 6;
  for (let rest: PagedTable | undefined = table; rest !== undefined; ) {
    const piece = rest.nextPiece(() => room, true);
    if (piece === undefined) throw new Error('a nested table must give a piece of itself');
    slugs.push(piece.slug);
    rest = piece.rest;
  }
  return slugs;
}

/** The label of a merged cell, marked as going on; cells of more than a label are not repeated. */
function continuedLabel(cell: TableCell): RichText | undefined {
  const only = cell.blocks[0];
  if (cell.blocks.length !== 1 || only === undefined || only.kind !== 'paragraph') return undefined;
  // The note stands on the first page; a repeated label does not refer to it again.
  const { inlines, place } = shownAgain(only.content);
  return {
    inlines: [...inlines, { kind: 'text', text: CONTINUED, bold: false, meaning: { kind: 'plain' } }],
    place,
  };
}
