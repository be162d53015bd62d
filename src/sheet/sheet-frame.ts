// A sheet -> its lines above and below the table, the heights of its rows, what stays in view, what is printed and filtered.
import { charactersOf, type Sheet, type TextPiece } from '../document/workbook.ts';
import { type Colours, faceOf, INDENT, type Look, NO_EDGES, TABLE_SIZE } from './cell-look.ts';
import { columnName, rowsAbove } from './cell-places.ts';
import { linesOf } from './text-size.ts';

const CAPTION_SIZE = 13;
const SMALL_SIZE = 9;
/** Points of a line of the table's type, and above and below the lines of a row together. */
const LINE_HEIGHT = 15;
const ROW_ROOM = 6;

/** A line across the table. */
interface SheetLine {
  /** Of the sheet, from 1. */
  readonly row: number;
  readonly pieces: readonly TextPiece[];
  readonly look: Look;
  /** In points. */
  readonly height: number;
}

export interface SheetFrame {
  readonly lines: readonly SheetLine[];
  /** How many columns stand left of those at the end that are there for the program only. */
  readonly width: number;
  /** Of the table's rows, in points. */
  readonly heights: readonly number[];
  /** How many columns and rows of the sheet stay in view. */
  readonly frozen: { readonly columns: number; readonly rows: number };
  /** `A1:C9`. */
  readonly printed: string;
  /** The first and last row that each page repeats; none where the table has no headers. */
  readonly titles: readonly [first: number, last: number] | undefined;
  /** The range of a ledger's filter: `A5:U12`. */
  readonly filter: string | undefined;
}

export function frameOf(sheet: Sheet, colours: Colours): SheetFrame {
  const { columns, hiddenColumns = [], ledger, rows, notes, headerRows, headerColumns } = sheet;
  let width = columns.length;
  while (hiddenColumns.includes(width - 1)) width--;
  const characters = columns.slice(0, width).reduce((sum, column) => sum + column, 0);
  const line = (row: number, pieces: readonly TextPiece[], size: number, align: Look['align']): SheetLine => {
    const isSmall = size === SMALL_SIZE;
    const face = faceOf(size, !isSmall, isSmall ? colours.grey : colours.text);
    const text = charactersOf(pieces);
    const height = linesOf(text, (characters * TABLE_SIZE) / size) * size * 1.5 + ROW_ROOM;
    const look = { face, align, indent: 0, wrap: true, fill: undefined, edges: NO_EDGES, format: 'General' };
    return { row, pieces, look, height };
  };
  const top = rowsAbove(sheet);
  const head = top + 1 + (ledger?.head ?? 0);
  const printed = top + (ledger?.printed ?? rows.length) + (notes.length === 0 ? 0 : 1 + notes.length);
  return {
    lines: [
      line(1, sheet.caption, CAPTION_SIZE, 'center'),
      ...(sheet.unitLine === undefined ? [] : [line(2, sheet.unitLine, SMALL_SIZE, 'right')]),
      // One row is left free between the table and its notes.
      ...notes.map((note, index) => line(top + rows.length + 2 + index, note, SMALL_SIZE, 'left')),
    ],
    width,
    heights: rowHeights(sheet),
    frozen: { columns: headerColumns, rows: top + headerRows },
    printed: `A1:${columnName(width)}${printed}`,
    titles: headerRows > 0 ? [head, top + headerRows] : undefined,
    filter: ledger && `A${head}:${columnName(columns.length)}${top + rows.length}`,
  };
}

/** A cell over several rows stretches its last one when it needs more than they give. */
function rowHeights(sheet: Sheet): readonly number[] {
  const heights = sheet.rows.map(() => LINE_HEIGHT + ROW_ROOM);
  const cells = sheet.rows.flatMap((row, top) =>
    row.map((cell) => ({ cell, last: top + cell.rowSpan - 1, top })),
  );
  for (const { cell, top, last } of cells.sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    if (cell.content.kind !== 'text' || sheet.hiddenColumns?.includes(cell.column)) continue;
    const room = sheet.columns
      .slice(cell.column, cell.column + cell.colSpan)
      .reduce((sum, one) => sum + one, cell.align === 'center' ? 0 : -INDENT);
    const text = charactersOf(cell.content.pieces);
    const needed = linesOf(text, room) * LINE_HEIGHT + ROW_ROOM;
    const given = heights.slice(top, last + 1).reduce((sum, height) => sum + height, 0);
    if (needed > given) heights[last] = (heights[last] ?? 0) + needed - given;
  }
  return heights;
}
