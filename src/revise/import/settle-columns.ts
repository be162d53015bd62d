// A workbook whose columns were moved by a program that keeps no references right -> its columns where their headings stand.
import { type PlainSheet, textAt } from '../../spreadsheet/spreadsheet.ts';
import type { OriginFigure, OriginSheet, OriginText, WorkbookOrigin } from './workbook-origin.ts';

/**
 * A reference to a column leads to its heading, whatever spreadsheet programs move. Where another column's heading stands there, the
 * column is sought by its own; one that is nowhere was deleted. A heading that was typed over stays where it is.
 */
export function settleColumns(origin: WorkbookOrigin, labels: ReadonlyMap<string, string>): WorkbookOrigin {
  const settled = new Map(origin.sheets.map((home) => [home, settle(home, labels)]));
  const cellOf = <Cell extends OriginFigure | OriginText>(cell: Cell): Cell => {
    const to = cell.home && settled.get(cell.home);
    if (to === undefined || cell.home === undefined) return cell;
    const { spot } = cell;
    if (spot === undefined || !to.moved.has(spot.column)) return { ...cell, home: to.home };
    const column = to.moved.get(spot.column);
    return { ...cell, home: to.home, spot: column === undefined ? undefined : { ...spot, column } };
  };
  return {
    ...origin,
    sheets: origin.sheets.map((home) => settled.get(home)?.home ?? home),
    figures: origin.figures.map(cellOf),
    texts: origin.texts.map(cellOf),
  };
}

interface Settled {
  readonly home: OriginSheet;
  /** Where the column of a reference is now; undefined where it is no more. */
  readonly moved: ReadonlyMap<number, number | undefined>;
}

function settle(home: OriginSheet, labels: ReadonlyMap<string, string>): Settled {
  const moved = new Map<number, number | undefined>();
  if (home.columns.size === 0) return { home, moved };
  const headerRow = headerRowOf(home, labels);
  const headings = headingsIn(home.sheet, headerRow);
  const columns = new Map<string, number>();
  const names = new Set(labels.values());
  for (const [key, column] of home.columns) {
    const label = labels.get(key);
    const heading = textAt(home.sheet, headerRow, column);
    const at = label === undefined ? undefined : headings.get(label);
    const isHere = label === undefined || heading === label || (at === undefined && !names.has(heading));
    const now = isHere ? column : at;
    if (now !== undefined) columns.set(key, now);
    if (now !== column) moved.set(column, now);
  }
  return { home: { ...home, headerRow, columns }, moved };
}

/** The row with most of the headings, the one referred to where that has some. */
function headerRowOf(
  { sheet, headerRow, columns }: OriginSheet,
  labels: ReadonlyMap<string, string>,
): number {
  const names = [...columns.keys()].flatMap((key) => labels.get(key) ?? []);
  const known = (row: number) => names.filter((name) => headingsIn(sheet, row).has(name)).length;
  if (2 * known(headerRow) >= names.length) return headerRow;
  return [...sheet.rows.keys()].find((row) => 2 * known(row) >= names.length) ?? headerRow;
}

/** The columns of a row by their texts. */
function headingsIn(sheet: PlainSheet, row: number): ReadonlyMap<string, number> {
  const cells = [...(sheet.rows.get(row)?.keys() ?? [])];
  return new Map(cells.reverse().map((column) => [textAt(sheet, row, column), column]));
}
