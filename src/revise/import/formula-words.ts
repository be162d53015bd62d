// The cells for words of a workbook that is read back -> those with a formula: what it came to is taken, and told; without a result nothing is.
import { type PlainCell, textOf } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import { isForm, type OriginSheet, type WorkbookOrigin } from './workbook-origin.ts';

/** The columns whose cells are read as words, beside those of the keys. */
export const WORDS = ['task', 'name', 'period', 'state', 'reason'];

/** Rule `formula-in-input`: an error where there is no result, or an error for one. The formulas that the program wrote are not looked at. */
export function tellFormulaWords({ sheets, own }: WorkbookOrigin, faults: ImportFaults): void {
  for (const home of sheets) {
    // All its cells are words, and told as they are read.
    if (isForm(home)) continue;
    const { sheet, headerRow, keyColumns } = home;
    const isOurs = (row: number, column: number) =>
      own.formulas.some(
        ({ sheet: other, range }) =>
          other === sheet &&
          range.left <= column &&
          column <= range.right &&
          range.top <= row &&
          row <= range.bottom,
      );
    const columns = new Set([...keyColumns, ...WORDS.flatMap((key) => home.columns.get(key) ?? [])]);
    for (const [row, cells] of sheet.rows)
      for (const [column, cell] of cells)
        if (row > headerRow && columns.has(column) && !isOurs(row, column))
          tellFormula(home, row, column, cell, faults);
  }
}

/** Whether what stands there can be read. */
export function tellFormula(
  { sheet }: Pick<OriginSheet, 'sheet'>,
  row: number,
  column: number,
  { value, formula }: PlainCell,
  faults: ImportFaults,
): void {
  const place = faults.at({ sheet, row, column });
  // `=cmd|'/c …'!A1`: DDE, which Excel asks another program to answer.
  const calls = formula?.includes('|') === true;
  if (calls || value?.kind === 'error' || (formula !== undefined && value === undefined))
    faults.addUnread({
      rule: 'formula-in-input',
      place,
      message: calls
        ? `다른 프로그램을 부르는 수식(DDE)입니다: =${formula}`
        : value === undefined
          ? `수식의 결과가 파일에 없습니다: =${formula}`
          : `수식의 결과가 오류입니다: ${textOf(value)}`,
      expected: '엑셀에서 열어 다시 저장한 파일, 또는 결과를 값으로 붙여 넣은 칸',
    });
  else if (formula !== undefined && value !== undefined)
    faults.add({
      rule: 'formula-in-input',
      severity: 'warning',
      place,
      message: `수식을 두지 않고 저장된 결과를 씁니다: =${formula} → ${textOf(value)}`,
    });
}
