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
  for (const { column, first, last, input } of inputRanges(sheet)) {
    const validation = validationOf(input);
    if (validation === undefined) continue;
    const [from, to] = [first, last].map((row) => cellName({ column: column + 1, row: top + row + 1 }));
    dataValidations.add(first === last ? `${from}` : `${from}:${to}`, validation);
  }
}

interface InputRange {
  /** From 0, as the rows. */
  readonly column: number;
  readonly first: number;
  last: number;
  readonly input: NonNullable<SheetCell['input']>;
}

/** Inputs of one kind that stand below each other, column by column. */
function inputRanges(sheet: Sheet): readonly InputRange[] {
  const ranges: InputRange[] = [];
  const lowest = new Map<number, InputRange>();
  sheet.rows.forEach((row, index) => {
    for (const { column, input } of row) {
      if (input === undefined) continue;
      const above = lowest.get(column);
      if (above?.last === index - 1 && kindOf(above.input) === kindOf(input)) above.last = index;
      else {
        const range = { column, first: index, last: index, input };
        lowest.set(column, range);
        ranges.push(range);
      }
    }
  });
  return ranges.sort((a, b) => a.column - b.column || a.first - b.first);
}

function kindOf(input: InputRange['input']): string {
  return typeof input === 'string' ? input : input.words.join(',');
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
