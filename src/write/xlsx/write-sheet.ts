// One sheet of the workbook -> a worksheet of exceljs: caption, unit line, grid, notes, and how it prints.
import type { Cell, CellRichTextValue, DataValidation, Worksheet } from 'exceljs';
import type { Diagnostic, SourceLocation } from '../../diagnostic.ts';
import { gridOf } from '../../document/table.ts';
import type { Sheet, TextPiece, Workbook } from '../../document/workbook.ts';
import { edgesAt, type Face, lookOf, NO_EDGES, stretchesOf } from '../../sheet/cell-look.ts';
import { rowsAbove } from '../../sheet/cell-places.ts';
import type { CellValues } from '../../sheet/cell-values.ts';
import { type InputRule, inputRules } from '../../sheet/input-rules.ts';
import { frameOf } from '../../sheet/sheet-frame.ts';
import { type CellStyles, font } from './cell-style.ts';

/** The most characters that Excel keeps in a cell, and the most digits in a number. */
const MOST_CHARACTERS = 32_767;
const MOST_DIGITS = 15;

/** What the library has and does not declare. Cell by cell it would compare all rules. */
interface Validated {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

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
  const frame = frameOf(sheet, colours);

  const putText = (target: Cell, pieces: readonly TextPiece[], face: Face) => {
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_CHARACTERS) diagnostics.push(textTooLong(placeOfCell(workbook, sheet, target)));
    else target.value = cellText(pieces, face);
  };

  // exceljs takes a width of exactly 9 for no width and drops it.
  worksheet.columns = sheet.columns.map((column, index) => ({
    width: column === 9 ? 9.01 : column,
    ...(sheet.hiddenColumns?.includes(index) ? { hidden: true } : {}),
  }));
  for (const { row, pieces, look, height } of frame.lines) {
    worksheet.mergeCellsWithoutStyle(row, 1, row, frame.width);
    const cell = worksheet.getCell(row, 1);
    putText(cell, pieces, look.face);
    cell.style = styles.of(look);
    worksheet.getRow(row).height = height;
  }

  const grid = gridOf({ id: sheet.name, widths: sheet.columns, rows: sheet.rows });
  grid.forEach((cells, y) => {
    const row = worksheet.getRow(top + y + 1);
    row.height = frame.heights[y] ?? 0;
    cells.forEach((cell, x) => {
      // Nobody sees what is there for the program only.
      if (sheet.hiddenColumns?.includes(x)) return;
      const look = lookOf(cell, edgesAt(grid, y, x), colours, values.get(cell)?.format);
      row.getCell(x + 1).style = styles.of(look);
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
        putText(target, cell.content.pieces, lookOf(cell, NO_EDGES, colours).face);
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
  const { dataValidations } = worksheet as unknown as Validated;
  for (const [range, rule] of inputRules(sheet)) dataValidations.add(range, validationOf(rule));
  if (frame.filter !== undefined) worksheet.autoFilter = frame.filter;
  const { columns, rows } = frame.frozen;
  worksheet.views = [{ state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false }];
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    // The library puts a $ before the columns only, and none before a row.
    printArea: frame.printed.replaceAll(/(?<=[A-Z])(?=\d)/g, '$'),
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(frame.titles && { printTitlesRow: frame.titles.join(':') }),
  };
  worksheet.headerFooter = { oddFooter: '&C- &P -' };
  return diagnostics;
}

function validationOf({ prompt, formulae, ...rule }: InputRule): DataValidation {
  return {
    ...rule,
    formulae: [...formulae],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '입력 확인',
    ...(prompt !== undefined && { showInputMessage: true, promptTitle: '입력', prompt }),
  };
}

/** Plain where one face serves; Excel reads text that begins with = + - @ as text because it is stored as text. */
function cellText(pieces: readonly TextPiece[], face: Face): string | CellRichTextValue {
  const stretches = stretchesOf(pieces, face);
  if (stretches.every((one) => !one.face.raised && one.face.bold === face.bold))
    return stretches.map(({ text }) => text).join('');
  return { richText: stretches.map(({ text, face }) => ({ text, font: font(face) })) };
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
