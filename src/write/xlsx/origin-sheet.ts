// A workbook's sheets -> the hidden sheet by which an import finds every figure again, whatever was moved meanwhile.
import type { CellValue, Workbook as ExcelWorkbook } from 'exceljs';
import { FIXED_SEPARATOR, type OriginLine, originSeal } from '../../document/origin-seal.ts';
import { gridOf } from '../../document/table.ts';
import {
  ORIGIN_SHEET,
  type Sheet,
  type SheetCell,
  type TextPiece,
  type Workbook,
} from '../../document/workbook.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { decimalText } from '../../figure/quantity.ts';
import { shownValue } from '../../figure/show.ts';
import { type CellPlaces, cellName, placeOf, rowsAbove } from './cell-places.ts';

/** Well below what Excel keeps in a cell. */
const MOST_CHARACTERS = 30_000;

/**
 * One line a thing: its kind, its name, a formula that refers to its cell, the value it is written with, the key of its row.
 * Spreadsheet programs keep the formulas right when rows, columns and sheets are inserted, moved or renamed; the keys tell rows
 * apart that were sorted. Lines: plan, edition, fixed (texts of a sheet that no import takes over), sheet (to the first header cell; how many columns the keys take), column (by its key), text and
 * input and derived (figures), and a seal over all of them but the formulas.
 */
export function writeOrigin(file: ExcelWorkbook, workbook: Workbook, places: CellPlaces): void {
  const { origin, figures, sheets } = workbook;
  if (origin === undefined) return;
  const hidden = file.addWorksheet(ORIGIN_SHEET, { state: 'veryHidden' });
  const lines: OriginLine[] = [];
  const add = (
    kind: string,
    name: string | number,
    at?: CellValue,
    exported: string | number = '',
    key = '',
  ) => {
    lines.push([kind, String(name), String(exported), key]);
    hidden.addRow([kind, name, ...(at === undefined ? [] : [at, exported]), ...(key === '' ? [] : [key])]);
  };
  const typed = new Set<string>();
  add('plan', origin.plan);
  add('edition', origin.edition);
  for (const sheet of sheets) {
    for (const texts of fixedTexts(sheet))
      add('fixed', sheet.name, { formula: `'${sheet.name}'!$A$1`, result: wordsOf(sheet.caption) }, texts);
    if (!sheet.rows.flat().some((cell) => addressIn(cell) !== undefined)) continue;
    const top = rowsAbove(sheet) + 1;
    const keyColumns = keyColumnsOf(sheet);
    const grid = gridOf({ id: sheet.name, widths: sheet.columns, rows: sheet.rows });
    // The reference shows what its cell does; a number where that is one, 0 where it is empty.
    const at = (column: number, row: number, shown = textOf(grid[row - top]?.[column])) => ({
      formula: `'${sheet.name}'!${absolute(column + 1, row)}`,
      result: shown === '' || shown === '-' ? 0 : /^-?\d+(\.\d+)?$/.test(shown) ? Number(shown) : shown,
    });
    add('sheet', sheet.name, at(keyColumns[0] ?? 0, top), keyColumns.length);
    sheet.columnKeys?.forEach((key, column) => {
      if (key !== '') add('column', key, at(column, top));
    });
    const keys = grid.map((cells) => keyColumns.map((column) => textOf(cells[column])).join(' / '));
    sheet.rows.forEach((row, index) => {
      for (const cell of row) {
        const address = addressIn(cell);
        const key = keys[index] ?? '';
        const { column, content } = cell;
        const columnKey = sheet.columnKeys?.[column];
        if (address !== undefined) {
          const figure = figures.get(address);
          if (figure === undefined) throw new Error(`the workbook lacks the figure ${address}`);
          const place = placeOf(sheet, index, column);
          const home = places.home(address);
          // Where an input stands once more, its cell refers to the first.
          const isHome =
            home === undefined ||
            (home.sheet === place.sheet && home.row === place.row && home.column === column + 1);
          const isTyped = figure.definition.relation === undefined && !cell.elsewhere;
          const isInput = isTyped && isHome && !typed.has(address);
          const kind = isInput ? 'input' : 'derived';
          if (isInput) typed.add(address);
          const value = content.kind === 'text' ? textOf(cell) : exported(address, figures);
          add(kind, address, at(column, top + index, value), value, key);
        } else if (columnKey && cell.input !== undefined && content.kind === 'text') {
          add('text', columnKey, at(column, top + index, textOf(cell)), textOf(cell), key);
        }
      }
    });
  }
  hidden.addRow(['seal', originSeal(lines)]);
}

/** What no import takes over: caption, headings, notes. In parts that fit into a cell, each text once. */
function fixedTexts(sheet: Sheet): readonly string[] {
  const lines = [sheet.caption, sheet.unitLine ?? [], ...sheet.notes].map(wordsOf);
  const cells = sheet.rows.flat().map(({ content, stands, input }) => {
    if (content.kind === 'link') return content.sheet;
    return content.kind === 'text' && stands === undefined && input === undefined
      ? wordsOf(content.pieces)
      : '';
  });
  const parts: string[] = [];
  for (const text of new Set([...lines, ...cells])) {
    const last = parts.at(-1);
    if (text === '') continue;
    if (last === undefined || last.length + text.length > MOST_CHARACTERS) parts.push(text);
    else parts[parts.length - 1] = last + FIXED_SEPARATOR + text;
  }
  return parts;
}

/** The figure that a cell is, or that its text stands for. */
function addressIn({ content, stands }: SheetCell) {
  return content.kind === 'figure' ? content.address : stands;
}

/** What the cell shows, as decimal characters; `-` for nil, nothing for missing. */
function exported(address: Parameters<FigureBook['get']>[0], figures: FigureBook): string {
  const figure = figures.get(address);
  const shown = figure && shownValue(figure);
  if (shown === undefined || shown.kind === 'missing') return '';
  return shown.kind === 'nil' ? '-' : decimalText(shown.exact, shown.digits);
}

/** The columns that tell a row from its neighbours: those for the program only, else the row headers. */
function keyColumnsOf({ hiddenColumns, headerColumns }: Sheet): readonly number[] {
  return hiddenColumns ?? Array.from({ length: headerColumns }, (_, column) => column);
}

function textOf(cell: SheetCell | undefined): string {
  if (cell?.content.kind !== 'text') return '';
  return wordsOf(cell.content.pieces);
}

function wordsOf(pieces: readonly TextPiece[]): string {
  const text = pieces.map((piece) => piece.text).join('');
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

function absolute(column: number, row: number): string {
  return cellName({ column, row }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
