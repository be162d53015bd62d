// A table of the publication -> its worksheet.
import type { Inline } from '../../document/inline.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import type { Sheet, SheetCell, SheetContent } from '../../document/workbook.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { inlinesOf, type Notes, noteMark, piecesOf } from './sheet-text.ts';

/** Characters that fit the width of an upright A4 page in the table's type. */
const PAGE_CHARACTERS = 88;
/** A sheet with more columns than this is printed across the page. */
const UPRIGHT_COLUMNS = 11;

/** The worksheet of a printed table: the same cells, with numbers where figures stand, and its notes below. */
export function sheetOf(table: TableBlock, name: string, book: FigureBook, notes: Notes): Sheet {
  const rows = table.rows.map((row) => row.map((cell) => sheetCellOf(cell, book, notes)));
  const captionInlines = table.caption?.inlines ?? [];
  const inlines = [...captionInlines, ...table.rows.flat().flatMap((cell) => inlinesOf(cell.blocks))];
  const body = table.rows.slice(table.headerRows).flat();
  return {
    name,
    caption: piecesOf(captionInlines, notes),
    ...(table.unitLine === undefined ? {} : { unitLine: piecesOf(table.unitLine.inlines, notes) }),
    columns: columnWidths(table),
    headerRows: table.headerRows,
    headerColumns: Math.max(
      0,
      ...body.filter(({ role }) => role === 'row-header').map(({ column, colSpan }) => column + colSpan),
    ),
    rows,
    notes: referredNotes(inlines, notes),
    orientation: table.widths.length > UPRIGHT_COLUMNS ? 'landscape' : 'portrait',
  };
}

function sheetCellOf(cell: TableCell, book: FigureBook, notes: Notes): SheetCell {
  const { column, colSpan, rowSpan, role, align, emphasis, openTop = false } = cell;
  const content = contentOf(cell, book, notes);
  const stands = content.kind === 'text' ? cell.figure : undefined;
  return {
    ...{ column, colSpan, rowSpan, role, align, emphasis, openTop, content },
    ...(stands === undefined ? {} : { stands }),
  };
}

/** A number only where the cell says nothing but its figure; a placeholder or a number within words stays text. */
function contentOf(cell: TableCell, book: FigureBook, notes: Notes): SheetContent {
  const inlines = inlinesOf(cell.blocks);
  const [run, ...others] = inlines.filter(({ kind }) => kind !== 'note-reference');
  const figure = cell.figure === undefined ? undefined : book.get(cell.figure);
  if (
    figure !== undefined &&
    figure.effective.kind !== 'missing' &&
    run?.kind === 'figure' &&
    run.address === cell.figure &&
    others.length === 0
  ) {
    const { label } = run.unit ?? figure.definition.unit;
    const marks = piecesOf(inlines, notes).filter(({ raised }) => raised);
    const unit = run.text.endsWith(label) ? label : '';
    return {
      kind: 'figure',
      address: run.address,
      suffix: unit + marks.map(({ text }) => text).join(''),
      bold: run.bold,
      ...(run.unit && { unit: run.unit }),
    };
  }
  return inlines.length === 0 ? { kind: 'empty' } : { kind: 'text', pieces: piecesOf(inlines, notes) };
}

/** The table's relative widths over a page. */
function columnWidths({ widths }: TableBlock): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width / total) * PAGE_CHARACTERS * 10) / 10);
}

/** The notes that the inlines refer to, each once, in the order of their numbers. */
function referredNotes(inlines: readonly Inline[], notes: Notes): Sheet['notes'] {
  const referred = new Set(
    inlines.flatMap((inline) => (inline.kind === 'note-reference' ? (notes.get(inline.note) ?? []) : [])),
  );
  return [...referred]
    .sort((a, b) => a.number - b.number)
    .map((note) => [
      { text: `${noteMark(note)} `, bold: false, raised: false },
      ...piecesOf(note.content.inlines, notes),
    ]);
}
