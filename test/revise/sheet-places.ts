// The sheet of projects in a workbook of the small plan -> its cells by what they hold, wherever the sheet's form puts them.
import { originOf } from '../../src/revise/import/workbook-origin.ts';
import { readSpreadsheet } from '../../src/spreadsheet/read-spreadsheet.ts';
import { cellText, textAt } from '../../src/spreadsheet/spreadsheet.ts';

export interface Places {
  /**
   * `room national`: the cell of a project by its id, `course national`: of a whole task, `startup+0 name`: of the first row kept free for a
   * task. The result is `sheet!cell`.
   */
  (cell: string): string;
  /** What the hidden column has in a row. */
  readonly id: (row: number) => string;
}

/** Of the sheet that has a column with the key. */
export function places(bytes: Uint8Array, key = 'name'): Places {
  const read = readSpreadsheet(bytes);
  const origin = read.ok ? originOf(read.sheets) : undefined;
  if (origin === undefined || origin === 'changed') throw new Error('a workbook of ours is not read');
  const home = origin.sheets.find(({ columns }) => columns.has(key));
  if (home === undefined) throw new Error('there is no sheet of projects');
  const { sheet, columns, keyColumns, headerRow } = home;
  const idAt = (row: number) => textAt(sheet, row, keyColumns[0] ?? 1);
  const rows = [...sheet.rows.keys()].filter((row) => row > headerRow).sort((a, b) => a - b);
  const find = (cell: string) => {
    const [what = '', item = ''] = cell.split(' ');
    const [task = '', number] = what.split('+');
    const row =
      number === undefined
        ? rows.find((one) => idAt(one).endsWith(`/${what}`))
        : rows.filter((one) => idAt(one) === `tasks/${task}/projects/`)[Number(number)];
    const column = columns.get(item);
    if (row === undefined || column === undefined) throw new Error(`there is no cell ${cell}`);
    return `${sheet.name}!${cellText(column, row)}`;
  };
  return Object.assign(find, { id: idAt });
}
