// A workbook that people work in -> the copy to hand in: the same tables without anything that is there for typing and checking.
import {
  type Sheet,
  type SheetCell,
  type SheetContent,
  textIn,
  type Workbook,
} from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { DIFFERENCE_NOTE } from './sheets/differences.ts';
import { figuresFor } from './sheets/sheet-figures.ts';

/** The hidden id of a row that is kept free for a project still to come. */
const SPARE = /\/projects\/$/;

/**
 * No inputs, spare rows, 공시차이, hidden columns and hidden sheet; no notes. Figures show what `book`, the published one, has: a sum is a
 * formula where it comes to that, and else a number.
 */
export function submitted({ origin: _o, published: _p, ...workbook }: Workbook, book: FigureBook): Workbook {
  const sheets = workbook.sheets.map(cleanSheet);
  return { ...workbook, sheets, figures: figuresFor(sheets, book), clean: true };
}

function cleanSheet({ hiddenColumns = [], columnKeys: _k, ledger, ...sheet }: Sheet): Sheet {
  const rows = sheet.rows.filter((row) => !isSpare(row, hiddenColumns) && !row.some(isShown));
  const headerRows = sheet.headerRows - (ledger === undefined ? 0 : 1);
  const dropped = new Set([...hiddenColumns, ...differenceColumns(rows, headerRows, ledger !== undefined)]);
  const kept = sheet.columns.flatMap((_, column) => (dropped.has(column) ? [] : [column]));
  const moved = new Map(kept.map((column, index) => [column, index]));
  return {
    ...sheet,
    columns: kept.map((column) => sheet.columns[column] ?? 0),
    headerRows,
    headerColumns: kept.filter((column) => column < sheet.headerColumns).length,
    // By its words: notes are made anew where levels have names of their own.
    notes: sheet.notes.filter((note) => note[0]?.text !== DIFFERENCE_NOTE[0].text),
    rows: rows.map((row) => row.flatMap((cell) => cleanCell(cell, moved))),
  };
}

function isSpare(row: readonly SheetCell[], hidden: readonly number[]): boolean {
  return row.some(({ column, content }) => hidden.includes(column) && SPARE.test(textIn(content)));
}

/** Whether it adds up what a filter shows. */
function isShown({ content }: SheetCell): boolean {
  return content.kind === 'live' && content.sum.kind === 'shown';
}

/** The columns of nothing but differences, below their heads; of a sheet that people type into also those that have none today. */
function differenceColumns(rows: Sheet['rows'], headerRows: number, isLedger: boolean): readonly number[] {
  const cells = rows.slice(headerRows).flat();
  const columns = cells.flatMap(({ column, content }) => (content.kind === 'difference' ? [column] : []));
  const free = isLedger ? cells.map(({ column }) => column) : [];
  const others = new Set(
    cells.flatMap(({ column, content, input }) =>
      input === undefined && (content.kind === 'difference' || content.kind === 'empty') ? [] : [column],
    ),
  );
  return [...columns, ...free].filter((column) => !others.has(column));
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
  return [{ ...cell, content: cleanContent(cell.content, moved), column, colSpan: columns.length }];
}

/** Sums follow from the figures beside them; only the total of a row that is no figure is added up where it stands. */
function cleanContent(content: SheetContent, moved: ReadonlyMap<number, number>): SheetContent {
  switch (content.kind) {
    case 'figure': {
      const { sum: _, ...figure } = content;
      return figure;
    }
    case 'difference':
      return { kind: 'empty' };
    case 'live': {
      const { sum } = content;
      if (sum.kind === 'count') {
        const column = moved.get(sum.column);
        return column === undefined ? { kind: 'empty' } : { ...content, sum: { ...sum, column } };
      }
      const [from, to] = sum.kind === 'across' ? [moved.get(sum.from), moved.get(sum.to)] : [];
      if (from === undefined || to === undefined) return { kind: 'empty' };
      return { ...content, sum: { kind: 'across', from, to } };
    }
    case 'text':
    case 'rest':
    case 'link':
    case 'empty':
      return content;
  }
}
