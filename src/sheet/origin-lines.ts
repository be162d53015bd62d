// A workbook's sheets -> the lines of the hidden sheet by which an import finds every figure again, whatever was moved meanwhile.
//
// One line a row, columns A to F: kind, name, a formula that refers to the cell, what the cell was written with, the key of its row, the
// unit of its column where that is not the figure's own. In this order:
//
// - `plan` its id; `edition` its number; `sums` `live` where sums show what their parts come to now (older workbooks have no such line:
//   their sums show what was published, and add a difference);
// - of each sheet `fixed`, in D the texts of the sheet that no import takes over, each once, with a separator between;
// - of each sheet with figures or texts that are typed `sheet`, in C its first cell of headings that makes keys, in D how many columns make them; `column`, by its
//   key, in C its heading; `head`, one of the headings of its columns (older workbooks but plan.xlsx have none);
// - then its cells, row by row. `input`: a figure that is typed there. `derived`: one that follows or is shown once more. `rest`: a number
//   that is typed, and is what the figure named is more than the rows listed beside it. `text`: a text that is typed, by its column's key.
//   `own` `constant`: a number of the program's, such as a difference; `own` `formula`, in C `ROWS(…)` of cells below each other: formulas
//   of the program's, whatever they come to;
// - `seal`: a checksum over all lines but the formulas in C.
//
// So every cell that was written is in one of the lines, or is one of the texts of `fixed`; a cell of a known column and row that is in
// none was empty. All values in D are in the unit of the column: that in F, else the figure's own.
import { FIXED_SEPARATOR, type OriginLine, originSeal } from '../document/origin-seal.ts';
import { gridOf } from '../document/table.ts';
import { charactersOf, type Sheet, type SheetCell, textIn, type Workbook } from '../document/workbook.ts';
import type { Address } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { decimalText, exactDigits } from '../figure/quantity.ts';
import { shownIn } from '../figure/show.ts';
import { sameScale, type Unit } from '../figure/unit.ts';
import { CellPlaces, cellName, placeOf, rowsAbove } from './cell-places.ts';
import { differenceOf } from './figure-value.ts';

/** A reference, and what its cell shows. */
interface OriginReference {
  readonly formula: string;
  readonly result: string | number;
}

/** A cell of the hidden sheet; undefined for one that is empty. */
export type OriginCell = string | number | OriginReference | undefined;

/** Well below what Excel keeps in a cell. */
const MOST_CHARACTERS = 30_000;

/**
 * Its rows; none for a workbook that is not taken back. Spreadsheet programs keep the references right when rows, columns and sheets are
 * inserted, moved or renamed; keys tell rows that were sorted.
 */
export function originRows(workbook: Workbook): readonly (readonly OriginCell[])[] {
  const { origin, sheets, figures } = workbook;
  if (origin === undefined) return [];
  const places = new CellPlaces(sheets, figures);
  const lines: OriginLine[] = [];
  const rows: (readonly OriginCell[])[] = [];
  const add: AddLine = (kind, name, at, exported = '', rowKey = '', unit = '') => {
    const key = rowKey.trim();
    // As they will be read: blanks made single, none around.
    const line = [kind, asRead(String(name)), asRead(String(exported)), asRead(key)] as const;
    lines.push(unit === '' ? line : [...line, unit]);
    rows.push([kind, name, at, exported, key, unit].map((cell) => (cell === '' ? undefined : cell)));
  };
  const typed = new Set<string>();
  add('plan', origin.plan);
  add('edition', origin.edition);
  if (workbook.published !== undefined) add('sums', 'live');
  for (const sheet of sheets) {
    for (const texts of fixedTexts(sheet))
      add(
        'fixed',
        sheet.name,
        { formula: `'${sheet.name}'!$A$1`, result: asRead(charactersOf(sheet.caption)) },
        texts,
      );
    const holds = sheet.columnKeys !== undefined || sheet.rows.flat().some((cell) => addressIn(cell));
    if (holds) writeCells(sheet, workbook, places, typed, add);
  }
  return [...rows, ['seal', originSeal(lines)]];
}

type AddLine = (
  kind: string,
  name: string | number,
  at?: OriginReference,
  exported?: string | number,
  key?: string,
  unit?: string,
) => void;

/** The lines of a sheet with figures. `typed`: the inputs that have their line already. */
function writeCells(
  sheet: Sheet,
  { figures, published }: Workbook,
  places: CellPlaces,
  typed: Set<string>,
  add: AddLine,
): void {
  const top = rowsAbove(sheet) + 1;
  const head = top + (sheet.ledger?.head ?? 0);
  const keyColumns = keyColumnsOf(sheet);
  const grid = gridOf({ id: sheet.name, widths: sheet.columns, rows: sheet.rows });
  // The reference shows what its cell does; a number where that is one, 0 where it is empty.
  const at = (column: number, row: number, shown = textOf(grid[row - top]?.[column])) => ({
    formula: `'${sheet.name}'!${absolute(column + 1, row)}`,
    result: shown === '' || shown === '-' ? 0 : /^-?\d+(\.\d+)?$/.test(shown) ? Number(shown) : shown,
  });
  add('sheet', sheet.name, at(keyColumns[0] ?? 0, head), keyColumns.length);
  sheet.columnKeys?.forEach((key, column) => {
    if (key !== '') add('column', key, at(column, head));
  });
  sheet.rows.slice(0, sheet.headerRows).forEach((row, index) => {
    for (const cell of row)
      if (isHead(cell) && !sheet.hiddenColumns?.includes(cell.column))
        add('head', sheet.name, at(cell.column, top + index, textOf(cell)), textOf(cell));
  });
  const keys = grid.map((cells) => keyColumns.map((column) => textOf(cells[column])).join(' / '));
  sheet.rows.forEach((row, index) => {
    const line = (kind: string, name: string, cell: SheetCell, value: string, unit = ''): void =>
      add(kind, name, at(cell.column, top + index, value), value, keys[index] ?? '', unit);
    for (const cell of row) {
      const { content, column } = cell;
      const address = addressIn(cell);
      const columnKey = sheet.columnKeys?.[column];
      if (content.kind === 'rest') {
        const value = decimalText(content.comes, exactDigits(content.comes) ?? 0);
        const own = figures.get(content.whole)?.definition.unit;
        if (cell.input === undefined) line('own', 'constant', cell, value);
        else line('rest', content.whole, cell, value, unitName(content.unit, own));
      } else if (content.kind === 'difference') {
        const figure = figures.get(content.address);
        if (figure === undefined) continue;
        const more = differenceOf(published?.get(content.address), figure, content.unit);
        line('own', 'constant', cell, decimalText(more, exactDigits(more) ?? 0));
      } else if (address !== undefined) {
        const figure = figures.get(address);
        if (figure === undefined) throw new Error(`the workbook lacks the figure ${address}`);
        const place = placeOf(sheet, index, column);
        const home = places.home(address);
        // Where an input stands once more, its cell refers to the first.
        const isHome =
          home === undefined ||
          (home.sheet === place.sheet && home.row === place.row && home.column === column + 1);
        const follows = content.kind === 'figure' && content.sum !== undefined;
        const isTyped = figure.definition.relation === undefined && !cell.elsewhere && !follows;
        const isInput = isTyped && isHome && !typed.has(address);
        if (isInput) typed.add(address);
        const unit = content.kind === 'figure' ? content.unit : undefined;
        const value = content.kind === 'text' ? textOf(cell) : exported(address, figures, unit, follows);
        line(isInput ? 'input' : 'derived', address, cell, value, unitName(unit, figure.definition.unit));
      } else if (columnKey && cell.input !== undefined && content.kind === 'text' && !isFree(keys[index])) {
        line('text', columnKey, cell, textOf(cell));
      }
    }
  });
  for (const { column, first, last } of liveRuns(sheet)) {
    const [from, to] = [first, last].map((row) => absolute(column + 1, top + row));
    add('own', 'formula', { formula: `ROWS('${sheet.name}'!${from}:${to})`, result: last - first + 1 });
  }
}

function isHead(cell: SheetCell): boolean {
  return cell.input === undefined && cell.stands === undefined && textOf(cell) !== '';
}

/** Whether a key is that of rows that are kept free: their texts are no one's. */
function isFree(key: string | undefined): boolean {
  return key?.endsWith('/') === true;
}

/** Cells below each other that follow from others and are no figures. */
function liveRuns(sheet: Sheet): readonly { column: number; first: number; last: number }[] {
  const runs: { column: number; first: number; last: number }[] = [];
  const lowest = new Map<number, { column: number; first: number; last: number }>();
  sheet.rows.forEach((row, index) => {
    for (const { column, content } of row) {
      if (content.kind !== 'live') continue;
      const above = lowest.get(column);
      if (above?.last === index - 1) above.last = index;
      else {
        const run = { column, first: index, last: index };
        lowest.set(column, run);
        runs.push(run);
      }
    }
  });
  return runs;
}

function unitName(unit: Unit | undefined, own: Unit | undefined): string {
  return unit === undefined || (own !== undefined && sameScale(unit, own)) ? '' : unit.label;
}

/** What no import takes over: caption, headings, notes. In parts that fit into a cell, each text once. */
function fixedTexts(sheet: Sheet): readonly string[] {
  const lines = [sheet.caption, sheet.unitLine ?? [], ...sheet.notes].map((pieces) =>
    asRead(charactersOf(pieces)),
  );
  const cells = sheet.rows.flatMap((row) => {
    const isSpare = sheet.ledger !== undefined && isFree(textOf(row[sheet.ledger.id]));
    return row.map(({ content, stands, input }) => {
      if (content.kind === 'link') return content.sheet;
      const isOurs = stands === undefined && (input === undefined || isSpare);
      return isOurs ? asRead(textIn(content)) : '';
    });
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
function addressIn({ content, stands }: SheetCell): Address | undefined {
  return content.kind === 'figure' ? content.address : stands;
}

/** What the cell shows, as decimal characters; `-` for nil, nothing for missing. A sum over rows is never missing. */
function exported(address: Address, figures: FigureBook, unit: Unit | undefined, follows: boolean): string {
  const figure = figures.get(address);
  const shown = figure && shownIn(figure, unit ?? figure.definition.unit);
  if (shown === undefined || shown.kind === 'missing') return follows ? '-' : '';
  return shown.kind === 'nil' ? '-' : decimalText(shown.exact, shown.digits);
}

/** The columns that tell a row from its neighbours: those for the program only, else the row headers. */
function keyColumnsOf({ ledger, hiddenColumns, headerColumns }: Sheet): readonly number[] {
  if (ledger !== undefined) return [ledger.id];
  return hiddenColumns ?? Array.from({ length: headerColumns }, (_, column) => column);
}

function textOf(cell: SheetCell | undefined): string {
  return asRead(textIn(cell?.content));
}

function asRead(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

function absolute(column: number, row: number): string {
  return cellName({ column, row }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
