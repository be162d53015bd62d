// A workbook that people edited -> what they wrote where no import takes anything over: said, so that nobody waits for it.
import { formOf, isTaskRow } from '../../figure/address.ts';
import { cellText, type PlainCell, type PlainSheet, textAt, wordsAt } from '../../spreadsheet/spreadsheet.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import type { ProjectRows } from './project-rows.ts';
import { isForm, type OriginSheet, type WorkbookOrigin } from './workbook-origin.ts';

/** Cells of one sheet that a message names. */
const MOST_NAMED = 3;
/** The heading of constants in workbooks that do not keep what they were written with. */
const DIFFERENCE = /^공시차이/;

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * One warning a sheet for its texts (`text-not-taken`: captions, headings, notes that are not as they were written, words beside the table)
 * and one for its numbers and formulas (`cell-not-taken`: beside, below and between what is read, or over what the program works out).
 */
export function tellOtherCells(
  origin: WorkbookOrigin,
  found: FoundCells,
  rows: ProjectRows | undefined,
  faults: ImportFaults,
): void {
  // Sorting moves texts that stand for figures to other rows.
  const written = [...origin.figures, ...origin.texts].map(({ exported }) => exported);
  for (const sheet of ownSheets(origin)) {
    const known = new Set([
      ...written,
      ...origin.fixed.flatMap((one) => (one.sheet === sheet ? one.texts : [])),
    ]);
    const taken = takenOver(origin, found, rows, sheet);
    const isOwn = ownCells(origin, sheet);
    const texts: Cell[] = [];
    const others: Cell[] = [];
    for (const [row, cells] of sheet.rows) {
      for (const [column, cell] of cells) {
        if (taken(row, column) || isOwn(row, column, cell)) continue;
        if (cell.value?.kind === 'text' && cell.formula === undefined) {
          const text = textAt(sheet, row, column);
          if (text !== '' && !known.has(text)) texts.push({ row, column, text: `‘${text}’` });
        } else others.push({ row, column, text: shownAs(sheet, row, column, cell) });
      }
    }
    // The oldest workbooks do not keep their texts.
    if (origin.fixed.length > 0)
      tell(texts, sheet, 'text-not-taken', '고치거나 적은 글을 가져오지 않습니다', faults);
    tell(others, sheet, 'cell-not-taken', '가져오는 칸이 아닌 곳에 적은 값을 가져오지 않습니다', faults);
  }
}

/** The sheets that were written. */
export function ownSheets({ fixed, sheets }: WorkbookOrigin): ReadonlySet<PlainSheet> {
  return new Set([...fixed, ...sheets].map(({ sheet }) => sheet));
}

const EXPECTED = {
  'text-not-taken': '제목, 머리글, 설명은 계획의 자료 파일에서 고침',
  'cell-not-taken': '노란 칸이나 표의 자료 칸에 적은 값',
} as const;

/** One warning for all the cells. */
function tell(
  cells: readonly Cell[],
  sheet: PlainSheet,
  rule: keyof typeof EXPECTED,
  message: string,
  faults: ImportFaults,
): void {
  const [first] = cells;
  if (first === undefined) return;
  faults.add({
    rule,
    severity: 'warning',
    place: faults.at({ sheet, ...first }),
    message: `${message}: ${named(cells)}`,
    expected: EXPECTED[rule],
  });
}

/** `A1 ‘고친 제목’, C3 5 등 7칸` */
export function named(cells: readonly Cell[]): string {
  const first = cells.slice(0, MOST_NAMED).map(({ row, column, text }) => `${cellText(column, row)} ${text}`);
  return first.join(', ') + (cells.length > MOST_NAMED ? ` 등 ${cells.length}칸` : '');
}

function shownAs(sheet: PlainSheet, row: number, column: number, { formula }: PlainCell): string {
  const shown = wordsAt(sheet, row, column);
  return formula === undefined ? shown : `=${formula}${shown === '' ? '' : ` (${shown})`}`;
}

/** Whether the import reads the cell or has something to say of it by itself. */
function takenOver(
  { sheets }: WorkbookOrigin,
  { figures, texts }: FoundCells,
  rows: ProjectRows | undefined,
  sheet: PlainSheet,
): (row: number, column: number) => boolean {
  const here = [...figures, ...texts].flatMap(({ spot }) => (spot.sheet === sheet ? [spot] : []));
  const spots = new Set(here.map(({ row, column }) => `${row} ${column}`));
  const inRows = new Set(here.map(({ row }) => row));
  const home = sheets.find((one) => one.sheet === sheet);
  if (home === undefined) return (row, column) => spots.has(`${row} ${column}`);
  const keys = home.keyColumns;
  const columns = new Set([...keys, ...home.columns.values()]);
  const wholes = wholeRows(home, rows);
  const words = new Set(
    ['task', 'name', 'subtask', 'period', 'state', 'reason'].flatMap((key) => home.columns.get(key) ?? []),
  );
  return (row, column) => {
    if (spots.has(`${row} ${column}`)) return true;
    if (row <= home.headerRow || !columns.has(column)) return false;
    // All that is typed into a sheet of texts is read with it.
    if (isForm(home)) return true;
    // A row of a whole task takes the amounts that it was written with.
    if (wholes.has(row)) return keys.includes(column) || words.has(column);
    // Rows may be added where there is a column for their names; a row with the id of a project takes its target.
    const isProject = home.columns.has('id') && formOf(textAt(sheet, row, keys[0] ?? 1)).kind === 'project';
    return home.columns.has('name') || isProject || inRows.has(row);
  };
}

function wholeRows(home: OriginSheet, rows: ProjectRows | undefined): ReadonlySet<number> {
  if (rows?.sheet !== home) return new Set();
  return new Set([...rows.placed].flatMap(([id, row]) => (isTaskRow(id) ? [row] : [])));
}

/** Whether a cell that is no figure holds what the program wrote there. */
function ownCells(
  { own, sheets }: WorkbookOrigin,
  sheet: PlainSheet,
): (row: number, column: number, cell: PlainCell) => boolean {
  const constants = new Map<number, Set<string>>();
  for (const { spot, exported } of own.constants) {
    if (spot?.sheet !== sheet) continue;
    // Sorting moves a row's constant along.
    const inColumn = constants.get(spot.column) ?? new Set();
    constants.set(spot.column, inColumn.add(exported));
  }
  const formulas = own.formulas.filter((one) => one.sheet === sheet);
  const home = sheets.find((one) => one.sheet === sheet);
  // A row that is copied below the others brings its formulas along.
  const isRow = (row: number) => home?.columns.has('name') === true && row > home.headerRow;
  const isOlder = own.constants.length === 0 && own.formulas.length === 0;
  const headings = isOlder ? differenceColumns(sheets, sheet) : new Set<number>();
  return (row, column, { value, formula }) => {
    if (formula !== undefined)
      return formulas.some(
        ({ range }) =>
          range.left <= column &&
          column <= range.right &&
          ((range.top <= row && row <= range.bottom) || isRow(row)),
      );
    const shown = value?.kind === 'number' ? value.text : undefined;
    return shown !== undefined && (constants.get(column)?.has(shown) === true || headings.has(column));
  };
}

/** The columns with the heading in an older workbook. */
function differenceColumns(sheets: readonly OriginSheet[], sheet: PlainSheet): ReadonlySet<number> {
  const headerRow = sheets.find((one) => one.sheet === sheet)?.headerRow ?? 0;
  const cells = [...(sheet.rows.get(headerRow)?.keys() ?? [])];
  return new Set(cells.filter((column) => DIFFERENCE.test(textAt(sheet, headerRow, column))));
}
