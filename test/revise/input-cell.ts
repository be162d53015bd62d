// A workbook, the words of a row and of a column's heading -> the cell where they cross, wherever the sheet has put them.
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, type PlainSheet, textAt } from '../../src/spreadsheet/spreadsheet.ts';

export const INPUT_SHEET = '세부사업별(입력)';

/** `sheet!G4`. A row is named by a text that stands in it: of several, the first. Throws where there is no such row or heading. */
export function crossing(bytes: Uint8Array, sheet: string, row: string, heading: string): string {
  const read = readSpreadsheet(bytes);
  const found = read.ok ? read.sheets.find(({ name }) => name === sheet) : undefined;
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  const column = columnsOf(found, heading)[0];
  const line = [...found.rows.keys()].find((one) =>
    [...(found.rows.get(one)?.keys() ?? [])].some((at) => textAt(found, one, at) === row),
  );
  if (column === undefined || line === undefined) throw new Error(`no ${row} / ${heading} on ${sheet}`);
  return `${sheet}!${cellText(column, line)}`;
}

/** The cell of a project, or of a task as a whole, on the sheet for projects. */
export function inputCell(bytes: Uint8Array, project: string, heading: string): string {
  return crossing(bytes, INPUT_SHEET, project, heading);
}

function columnsOf(sheet: PlainSheet, heading: string): readonly number[] {
  return [...sheet.rows.entries()].flatMap(([row, cells]) =>
    [...cells.keys()].filter((column) => textAt(sheet, row, column) === heading),
  );
}
