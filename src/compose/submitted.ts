// A workbook that people work in -> the copy to hand in: the same tables without anything that is there for typing and checking.
import type { Sheet, SheetCell, Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { figuresFor } from './sheets/sheet-figures.ts';

/** The hidden id of a row that is kept free for a project still to come. */
const SPARE = /\/projects\/$/;

/**
 * No inputs, spare rows, 공시차이, hidden columns and hidden sheet; no notes. Figures show what `book`, the published one, has: a sum is a
 * formula where it comes to that, and else a number.
 */
export function submitted({ origin: _, ...workbook }: Workbook, book: FigureBook): Workbook {
  const sheets = workbook.sheets.map(cleanSheet);
  return { ...workbook, sheets, figures: figuresFor(sheets, book), clean: true };
}

function cleanSheet({ hiddenColumns = [], columnKeys: _, ...sheet }: Sheet): Sheet {
  const rows = sheet.rows.filter((row) => !isSpare(row, hiddenColumns));
  const dropped = new Set([...hiddenColumns, ...differenceColumns(rows, sheet.headerRows)]);
  const kept = sheet.columns.flatMap((_, column) => (dropped.has(column) ? [] : [column]));
  const moved = new Map(kept.map((column, index) => [column, index]));
  return {
    ...sheet,
    columns: kept.map((column) => sheet.columns[column] ?? 0),
    headerColumns: kept.filter((column) => column < sheet.headerColumns).length,
    rows: rows.map((row) => row.flatMap((cell) => cleanCell(cell, moved))),
  };
}

function isSpare(row: readonly SheetCell[], hidden: readonly number[]): boolean {
  return row.some(
    ({ column, content }) =>
      hidden.includes(column) &&
      content.kind === 'text' &&
      SPARE.test(content.pieces.map(({ text }) => text).join('')),
  );
}

/** The columns of nothing but differences, below their heads. */
function differenceColumns(rows: Sheet['rows'], headerRows: number): readonly number[] {
  const cells = rows.slice(headerRows).flat();
  const columns = cells.flatMap(({ column, content }) => (content.kind === 'difference' ? [column] : []));
  const others = new Set(
    cells.flatMap(({ column, content }) =>
      content.kind === 'difference' || content.kind === 'empty' ? [] : [column],
    ),
  );
  return columns.filter((column) => !others.has(column));
}

/** Nothing where all its columns are gone; a difference among other cells leaves an empty one. */
function cleanCell(
  { input: _input, prompt: _prompt, ...cell }: SheetCell,
  moved: ReadonlyMap<number, number>,
): readonly SheetCell[] {
  const columns = Array.from({ length: cell.colSpan }, (_, index) => moved.get(cell.column + index)).filter(
    (column) => column !== undefined,
  );
  const [column] = columns;
  if (column === undefined) return [];
  const content = cell.content.kind === 'difference' ? ({ kind: 'empty' } as const) : cell.content;
  return [{ ...cell, content, column, colSpan: columns.length }];
}
