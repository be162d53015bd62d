// One sheet of the workbook -> a worksheet of exceljs: caption, unit line, grid, notes, and how it prints.
import type { Cell, CellRichTextValue, RichText, Worksheet } from 'exceljs';
import type { Diagnostic, SourceLocation } from '../../diagnostic.ts';
import { gridOf } from '../../document/table.ts';
import type { Sheet, TextPiece, Workbook } from '../../document/workbook.ts';
import { columnName, rowsAbove } from '../../sheet/cell-places.ts';
import type { CellValues } from '../../sheet/cell-values.ts';
import { linesOf } from '../../sheet/text-size.ts';
import { type CellStyles, edgesAt, font, INDENT, isBold, TABLE_SIZE } from './cell-style.ts';
import { addValidations } from './input-cells.ts';

const CAPTION_SIZE = 13;
const SMALL_SIZE = 9;
/** Points of a line of the table's type, and above and below the lines of a row together. */
const LINE_HEIGHT = 15;
const ROW_ROOM = 6;

/** The most characters that Excel keeps in a cell, and the most digits in a number. */
const MOST_CHARACTERS = 32_767;
const MOST_DIGITS = 15;

/** Fills the worksheet; tells what Excel could not hold (`text-too-long`, `number-too-long`) and leaves it out. */
export function writeSheet(
  worksheet: Worksheet,
  sheet: Sheet,
  workbook: Workbook,
  styles: CellStyles,
  values: CellValues,
): readonly Diagnostic[] {
  const { colours } = workbook;
  const diagnostics: Diagnostic[] = [];
  const top = rowsAbove(sheet);
  const width = shownWidth(sheet);
  const characters = sheet.columns.slice(0, width).reduce((sum, column) => sum + column, 0);

  const putText = (target: Cell, pieces: readonly TextPiece[], size: number, bold: boolean) => {
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_CHARACTERS) diagnostics.push(textTooLong(placeOfCell(workbook, sheet, target)));
    else target.value = cellText(pieces, size, bold, colours.text);
  };
  const line = (
    row: number,
    pieces: readonly TextPiece[],
    size: number,
    horizontal: 'left' | 'center' | 'right',
    bold = false,
  ) => {
    worksheet.mergeCellsWithoutStyle(row, 1, row, width);
    const cell = worksheet.getCell(row, 1);
    putText(cell, pieces, size, bold);
    cell.font = font(size, bold, size === SMALL_SIZE ? colours.grey : colours.text);
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
    const text = pieces.map((piece) => piece.text).join('');
    worksheet.getRow(row).height = linesOf(text, (characters * TABLE_SIZE) / size) * size * 1.5 + ROW_ROOM;
  };

  // exceljs takes a width of exactly 9 for no width and drops it.
  worksheet.columns = sheet.columns.map((column, index) => ({
    width: column === 9 ? 9.01 : column,
    ...(sheet.hiddenColumns?.includes(index) ? { hidden: true } : {}),
  }));
  line(1, sheet.caption, CAPTION_SIZE, 'center', true);
  if (sheet.unitLine !== undefined) line(2, sheet.unitLine, SMALL_SIZE, 'right');

  const grid = gridOf({ id: sheet.name, widths: sheet.columns, rows: sheet.rows });
  grid.forEach((cells, y) => {
    const row = worksheet.getRow(top + y + 1);
    cells.forEach((cell, x) => {
      // Nobody sees what is there for the program only.
      if (sheet.hiddenColumns?.includes(x)) return;
      row.getCell(x + 1).style = styles.of(cell, edgesAt(grid, y, x), values.get(cell)?.format ?? '');
    });
  });
  sheet.rows.forEach((cells, y) => {
    const number = top + y + 1;
    const row = worksheet.getRow(number);
    for (const cell of cells) {
      const column = cell.column + 1;
      const target = row.getCell(column);
      const value = values.get(cell);
      if (cell.content.kind === 'text') {
        putText(target, cell.content.pieces, TABLE_SIZE, isBold(cell));
      } else if (value?.kind === 'words') {
        target.value = { formula: value.formula, result: value.words };
      } else if (value?.kind === 'number') {
        const { number: digits, formula, note } = value;
        if (digits !== undefined && digits.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS) {
          diagnostics.push(numberTooLong(digits, placeOfCell(workbook, sheet, target)));
        } else if (digits !== undefined) {
          const result = Number(digits);
          target.value = formula === undefined ? result : { formula, result };
        }
        if (digits === undefined && formula !== undefined) target.value = { formula, result: '' };
        if (note !== undefined) target.note = note;
      } else if (cell.content.kind === 'link') {
        const { sheet: to } = cell.content;
        target.value = { text: to, hyperlink: `'${to}'!A1` };
      }
      if (cell.name !== undefined) target.names = [cell.name];
      if (cell.colSpan > 1 || cell.rowSpan > 1) {
        worksheet.mergeCellsWithoutStyle(
          number,
          column,
          number + cell.rowSpan - 1,
          column + cell.colSpan - 1,
        );
      }
    }
  });
  addValidations(worksheet, sheet, top);
  rowHeights(sheet).forEach((height, y) => {
    worksheet.getRow(top + y + 1).height = height;
  });

  // One row is left free between the table and its notes.
  sheet.notes.forEach((note, index) => {
    line(top + sheet.rows.length + 2 + index, note, SMALL_SIZE, 'left');
  });

  const { ledger } = sheet;
  const printed = ledger?.printed ?? sheet.rows.length;
  const lastRow = top + printed + (sheet.notes.length === 0 ? 0 : 1 + sheet.notes.length);
  const head = top + 1 + (ledger?.head ?? 0);
  if (ledger !== undefined) {
    const [from, to] = [head, top + sheet.rows.length];
    worksheet.autoFilter = `A${from}:${columnName(sheet.columns.length)}${to}`;
  }
  worksheet.views = [
    { state: 'frozen', xSplit: sheet.headerColumns, ySplit: top + sheet.headerRows, showGridLines: false },
  ];
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    // The library puts a $ before the columns only, and none before a row.
    printArea: `A$1:${columnName(width)}$${lastRow}`,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(sheet.headerRows > 0 ? { printTitlesRow: `${head}:${top + sheet.headerRows}` } : {}),
  };
  worksheet.headerFooter = { oddFooter: '&C- &P -' };
  return diagnostics;
}

/** How many columns stand left of those at the end that are there for the program only. */
function shownWidth({ columns, hiddenColumns = [] }: Sheet): number {
  let width = columns.length;
  while (hiddenColumns.includes(width - 1)) width--;
  return width;
}

/** Plain where one face serves; Excel reads text that begins with = + - @ as text because it is stored as text. */
function cellText(
  pieces: readonly TextPiece[],
  size: number,
  bold: boolean,
  colour: string,
): string | CellRichTextValue {
  const filled = pieces.filter(({ text }) => text !== '');
  if (filled.every((piece) => !piece.raised && (bold || !piece.bold)))
    return filled.map(({ text }) => text).join('');
  const richText = filled.map((piece): RichText => {
    const face = font(size, bold || piece.bold, colour);
    return { text: piece.text, font: piece.raised ? { ...face, vertAlign: 'superscript' } : face };
  });
  return { richText };
}

/** In points; a cell over several rows stretches its last one when it needs more than they give. */
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
    const text = cell.content.pieces.map((piece) => piece.text).join('');
    const needed = linesOf(text, room) * LINE_HEIGHT + ROW_ROOM;
    const given = heights.slice(top, last + 1).reduce((sum, height) => sum + height, 0);
    if (needed > given) heights[last] = (heights[last] ?? 0) + needed - given;
  }
  return heights;
}

function placeOfCell(workbook: Workbook, sheet: Sheet, { address }: Cell): SourceLocation {
  return { file: workbook.file, cell: `${sheet.name}!${address}` };
}

function textTooLong(place: SourceLocation): Diagnostic {
  return {
    rule: 'text-too-long',
    severity: 'error',
    message: '글이 너무 길어 엑셀 칸에 들어가지 않습니다.',
    expected: '32,767자 이하',
    place,
  };
}

function numberTooLong(number: string, place: SourceLocation): Diagnostic {
  return {
    rule: 'number-too-long',
    severity: 'error',
    message: `숫자 ${number}의 자릿수가 많아 엑셀이 끝자리를 잃습니다.`,
    expected: `유효 숫자 ${MOST_DIGITS}자리 이하`,
    place,
  };
}
