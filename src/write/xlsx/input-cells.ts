// Cells that people type into -> what Excel lets them type.
import type { DataValidation, Worksheet } from 'exceljs';
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { cellName } from './cell-places.ts';

/** The list of a worksheet's validations, which the library has and does not declare. Cell by cell it would compare them all. */
interface Validated {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

/** Lets each column's inputs take what they may, one range for neighbours of one kind. `top`: rows above the table. */
export function addValidations(worksheet: Worksheet, sheet: Sheet, top: number): void {
  const { dataValidations } = worksheet as unknown as Validated;
  sheet.columns.forEach((_, column) => {
    let from = 0;
    const inputs = sheet.rows.map((row) => row.find((cell) => cell.column === column)?.input);
    inputs.forEach((input, index) => {
      if (JSON.stringify(inputs[index + 1]) === JSON.stringify(input) && index + 1 < inputs.length) return;
      const validation = input && validationOf(input);
      if (validation !== undefined) {
        const [first, last] = [from, index].map((row) =>
          cellName({ column: column + 1, row: top + row + 1 }),
        );
        dataValidations.add(first === last ? `${first}` : `${first}:${last}`, validation);
      }
      from = index + 1;
    });
  });
}

/** What may be typed: a number from 0 on, one of the words, or anything. */
function validationOf(input: NonNullable<SheetCell['input']>): DataValidation | undefined {
  if (input === 'text') return undefined;
  const shared = { allowBlank: true, showErrorMessage: true, errorTitle: '입력 확인' } as const;
  if (input === 'number') {
    return {
      ...shared,
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      error: '0 이상의 수를 적습니다. 단위는 적지 않습니다.',
    };
  }
  const { words } = input;
  return { ...shared, type: 'list', formulae: [`"${words.join(',')}"`], error: words.join(', ') };
}
