// A table block -> caption slugs and the rows that table pagination cuts.
import type { Block } from '../../../document/document.ts';
import type { RichText } from '../../../document/inline.ts';
import { CONTINUED } from '../../../document/print-words.ts';
import { gridOf, type TableBlock, type TableCell } from '../../../document/table.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { FlowItem, PagedTable } from '../page/flow-item.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import type { Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import { captionSlugs } from './chart-block.ts';
import { columnWidths, neededWidth } from './table-columns.ts';
import { TablePages } from './table-pages.ts';
import type { CellContent, TableShape } from './table-shape.ts';
import { itemStyle, paragraphSlugs } from './text-blocks.ts';

/** Room for a marker in a cell, of the table's hang. */
const MARKER_ROOM = 1.3;
/** Space below a table that hangs under an item, in mm. */
const INSET_AFTER = 2.4;

/** Caption, unit line and the table, `width` points wide. */
export function tableFlow(context: LayoutContext, block: TableBlock, width: number): FlowItem[] {
  const captions = captionSlugs(context, block, width);
  const lead = captions.reduce((sum, slug) => sum + slug.before + slug.height + slug.after, 0);
  return [
    ...captions.map((slug) => ({ kind: 'slug' as const, slug })),
    {
      kind: 'table',
      table: tablePages(context, block, width, lead),
      block: block.id,
      after: block.inset === undefined ? cellStyle(context, block).after * MM : INSET_AFTER * MM,
    },
  ];
}

function tablePages(context: LayoutContext, block: TableBlock, available: number, lead: number): TablePages {
  const { paddingX, paddingY } = context.theme.table;
  const padding = paddingX * MM;
  const styleOf = (cell: TableCell) => textStyle(context, block, cell);
  const offset = insetOf(context, block, available, styleOf);
  const width = available - offset;
  const widths = columnWidths(context, block, width, styleOf);
  const shape: TableShape = {
    block: block.id,
    widths,
    offset,
    headerRows: block.headerRows,
    rows: block.rows,
    grid: gridOf(block),
    begins: new Map(block.rows.flatMap((row, index) => row.map((cell) => [cell, index] as const))),
    context,
    padding: { x: padding, y: paddingY * MM },
    lead,
    whole: block.whole ?? false,
    heldRows: new Set(block.heldRows),
    look: () => ({}),
    content: (cell) => {
      const span = widths
        .slice(cell.column, cell.column + cell.colSpan)
        .reduce((sum, value) => sum + value, 0);
      return cellContent(context, block, cell, span - 2 * padding);
    },
  };
  return new TablePages(shape);
}

/** How far a table under an item stands from the left: at the item's text, unless its words need the room. */
function insetOf(
  context: LayoutContext,
  block: TableBlock,
  available: number,
  styleOf: (cell: TableCell) => TextStyle,
): number {
  if (block.inset === undefined) return 0;
  const { indent, hang } = itemStyle(context, block.inset);
  const offset = (indent + hang) * MM;
  return neededWidth(context, block, styleOf) <= available - offset ? offset : 0;
}

function cellStyle(context: LayoutContext, block: TableBlock): TextStyle {
  const { table, tableDense } = context.theme.styles;
  return block.density === 'dense' ? tableDense : table;
}

function textStyle(context: LayoutContext, block: TableBlock, cell: TableCell): TextStyle {
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
  const { inlines, place } = only.content;
  return {
    inlines: [
      // The note stands on the first page; a repeated label does not refer to it again.
      ...inlines.filter((inline) => inline.kind !== 'note-reference'),
      { kind: 'text', text: CONTINUED, bold: false, meaning: { kind: 'plain' } },
    ],
    place,
  };
}
