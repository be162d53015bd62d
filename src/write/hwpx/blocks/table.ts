// A table block -> caption, unit line and a table of the same cells: rules as in print, heads repeated, figures under their addresses.
import type { Block } from '../../../document/document.ts';
import type { BorderLook } from '../../../document/hwpx-map.ts';
import { gridOf, type TableBlock, type TableCell } from '../../../document/table.ts';
import type { PartColumns } from '../../../document/table-part.ts';
import type { TextStyle } from '../../../document/theme.ts';
import { type ColumnMeasure, leastWidths } from '../../pdf/blocks/table-columns.ts';
import { fitTable, fitWhole, type TableSetting } from '../../pdf/blocks/table-fit.ts';
import type { Paragraph, WriterContext } from '../context.ts';
import { widest } from '../estimate.ts';
import { type Grid, type GridCell, shared, sum, tableParagraph } from '../grid.ts';
import { textParagraph } from '../paragraphs.ts';
import { mm } from '../units.ts';
import { captionParagraphs, itemStyleName } from './texts.ts';

/** Of the theme's padding, where a table is set closer. */
const NARROW = 1 / 3;
/** Space below a table that hangs under an item, in mm. */
const INSET_AFTER = 2.4;

export function tableParagraphs(
  context: WriterContext,
  block: TableBlock,
  width: number,
): readonly Paragraph[] {
  const captions = captionParagraphs(context, block, width);
  const { theme } = context.sheet;
  const style = cellStyle(context, block);
  const { setting, columns, left } = columnsOf(context, block, width);
  const padding = { x: paddingOf(context, setting), y: mm(theme.table.paddingY) };
  const table = { ...block, density: setting.density };
  const borders = bordersOf(context, table);
  const grid: Grid = {
    columns,
    headerRows: block.headerRows < block.rows.length ? block.headerRows : 0,
    padding,
    leastRow: mm(theme.table.minRow),
    rows: block.rows.map((row) =>
      row.map((cell): GridCell => {
        const room = sum(columns.slice(cell.column, cell.column + cell.colSpan)) - 2 * padding.x;
        return {
          column: cell.column,
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
          name: cell.figure,
          border: borders(cell),
          paragraphs: cell.blocks.flatMap((inner) => cellParagraphs(context, table, cell, inner, room)),
        };
      }),
    ),
  };
  const spaceAfter = block.inset === undefined ? style.after : INSET_AFTER;
  return [...captions, tableParagraph(context, grid, { left, spaceAfter })];
}

function paddingOf({ sheet }: Pick<WriterContext, 'sheet'>, { narrow }: TableSetting): number {
  return mm(sheet.theme.table.paddingX * (narrow ? NARROW : 1));
}

/** The parts of a table that is cut between columns; undefined for one that is not. */
export function partsOf(
  context: Pick<WriterContext, 'sheet'>,
  block: TableBlock,
  width: number,
): readonly PartColumns[] | undefined {
  const { parts } = fitTable(block, width / 100, measuring(context));
  return parts.length < 2 ? undefined : parts.flatMap(({ cut }) => cut ?? []);
}

function measuring(context: Pick<WriterContext, 'sheet'>): (setting: TableSetting) => ColumnMeasure {
  return (setting) => ({
    typesetter: { widest },
    styleOf: (cell) => textStyle(context, setting, cell),
    padding: paddingOf(context, setting) / 100,
  });
}

/** Widths of the columns, and where the table begins: under the text of its item, unless its words need the room. */
function columnsOf(
  context: WriterContext,
  block: TableBlock,
  width: number,
): { readonly setting: TableSetting; readonly columns: readonly number[]; readonly left: number } {
  const measureOf = measuring(context);
  const { inset } = block;
  const item = inset === undefined ? undefined : context.sheet.theme.styles[itemStyleName(inset)];
  for (const left of item === undefined ? [0] : [mm(item.indent + item.hang), 0]) {
    const fit = fitWhole(block, (width - left) / 100, measureOf);
    const widths = fit?.parts[0]?.widths;
    if (fit === undefined || widths === undefined) continue;
    return { setting: fit.setting, columns: shared(widths, width - left), left };
  }
  const setting = { density: 'dense', narrow: true } as const;
  return { setting, columns: shared(leastWidths(block, measureOf(setting)), width), left: 0 };
}

function cellStyle(
  { sheet }: Pick<WriterContext, 'sheet'>,
  { density }: Pick<TableBlock, 'density'>,
): TextStyle {
  return sheet.theme.styles[density === 'dense' ? 'tableDense' : 'table'];
}

function textStyle(
  context: Pick<WriterContext, 'sheet'>,
  block: Pick<TableBlock, 'density'>,
  { align, role }: Pick<TableCell, 'align' | 'role'>,
): TextStyle {
  const base = { ...cellStyle(context, block), before: 0, after: 0, align };
  return role === 'column-header' ? { ...base, weight: 'semibold' } : base;
}

function cellParagraphs(
  context: WriterContext,
  table: TableBlock,
  cell: TableCell,
  inner: Block,
  width: number,
): readonly Paragraph[] {
  const style = textStyle(context, table, cell);
  const name = table.density === 'dense' ? 'tableDense' : 'table';
  const variation = { bold: cell.emphasis !== 'none' };
  if (inner.kind === 'paragraph')
    return [textParagraph(context, { text: inner.content, name, style, variation }, width)];
  if (inner.kind === 'item' || inner.kind === 'remark') {
    const indent = Math.max(0, inner.level - 1) * (style.hang / 1.5);
    const own = { ...style, align: 'left' as const, indent };
    const { content: text, marker } = inner;
    return [textParagraph(context, { text, name, style: own, marker, variation }, width)];
  }
  return context.flow({ ...context, inCell: true }, inner, width);
}

/** The rules around each cell as the page has them: neighbours agree on the one between them. */
function bordersOf({ sheet }: WriterContext, table: TableBlock): (cell: TableCell) => BorderLook {
  const { outerRule, headRule, innerRule } = sheet.theme.table;
  const [main, grey] = [sheet.colour('main'), sheet.colour('rule')];
  const grid = gridOf(table);
  const inner = { width: innerRule, colour: grey };
  const across = (row: number, below: readonly (TableCell | undefined)[]): BorderLook['top'] => {
    if (row === 0 || row === table.rows.length) return { width: outerRule, colour: main };
    if (row === table.headerRows) return { width: headRule, colour: main };
    return below.some((one) => one?.openTop === true) ? undefined : inner;
  };
  const begins = new Map(table.rows.flatMap((row, index) => row.map((cell) => [cell, index] as const)));
  return (cell) => {
    const top = begins.get(cell) ?? 0;
    const bottom = top + cell.rowSpan;
    const end = cell.column + cell.colSpan;
    const fill = cell.role === 'column-header' ? 'header' : cell.emphasis === 'total' ? 'total' : undefined;
    return {
      top: across(top, [cell]),
      bottom: across(bottom, grid[bottom]?.slice(cell.column, end) ?? []),
      left: cell.column === 0 ? undefined : inner,
      right: end === table.widths.length ? undefined : inner,
      fill: fill && sheet.colour(fill),
    };
  };
}
