// Cells that people type into -> what Excel lets them type.
import type { DataValidation, Worksheet } from 'exceljs';
import type { CellList, Sheet, SheetCell } from '../../document/workbook.ts';
import { cellName, columnName } from '../../sheet/cell-places.ts';

/** The list of a worksheet's validations, which the library has and does not declare. Cell by cell it would compare them all. */
interface Validated {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

/** Lets each column's inputs take what they may, one range for neighbours of one kind. `top`: rows above the table. */
export function addValidations(worksheet: Worksheet, sheet: Sheet, top: number): void {
  const { dataValidations } = worksheet as unknown as Validated;
  for (const { column, first, last, input, prompt } of inputRanges(sheet)) {
    const validation = validationOf(input, prompt);
    if (validation === undefined) continue;
    const [from, to] = [first, last].map((row) => cellName({ column: column + 1, row: top + row + 1 }));
    dataValidations.add(first === last ? `${from}` : `${from}:${to}`, validation);
  }
}

/** The caption and the line of the unit. */
const ROWS_ABOVE = 2;

interface InputRange {
  /** From 0, as the rows. */
  readonly column: number;
  readonly first: number;
  last: number;
  readonly input: NonNullable<SheetCell['input']>;
  readonly prompt: string | undefined;
}

/** Inputs of one kind that stand below each other, column by column. */
function inputRanges(sheet: Sheet): readonly InputRange[] {
  const ranges: InputRange[] = [];
  const lowest = new Map<number, InputRange>();
  sheet.rows.forEach((row, index) => {
    for (const { column, rowSpan, input, prompt } of row) {
      if (input === undefined) continue;
      const above = lowest.get(column);
      const last = index + rowSpan - 1;
      if (above?.last === index - 1 && kindOf(above.input) === kindOf(input) && above.prompt === prompt)
        above.last = last;
      else {
        const range = { column, first: index, last, input, prompt };
        lowest.set(column, range);
        ranges.push(range);
      }
    }
  });
  return ranges.sort((a, b) => a.column - b.column || a.first - b.first);
}

function kindOf(input: InputRange['input']): string {
  if (typeof input === 'string') return input;
  return 'words' in input ? input.words.join(',') : listOf(input);
}

/** The cells whose texts are the list. */
function listOf({ sheet, column, first, last }: CellList): string {
  // Every such sheet has a line for its unit.
  const [from, to] = [first, last].map((row) => `$${columnName(column + 1)}$${row + ROWS_ABOVE + 1}`);
  return `'${sheet}'!${from}:${to}`;
}

/** Of a number in a cell: a spreadsheet keeps 15 digits. */
const MOST = 1e15;

const NUMBER_ERROR = '수를 적습니다. 다른 단위는 수 뒤에 붙여 적고(예: 12억원) ‘예’를 누릅니다.';

/** What may be typed: a number, one of the words, or anything. A number with its unit is a text to Excel: it asks, and takes it. */
function validationOf(
  input: NonNullable<SheetCell['input']>,
  prompt: string | undefined,
): DataValidation | undefined {
  const told = prompt === undefined ? {} : { showInputMessage: true, promptTitle: '입력', prompt };
  const shared = { allowBlank: true, showErrorMessage: true, errorTitle: '입력 확인', ...told } as const;
  if (input === 'text') {
    // Nothing is wrong in a text; a list of rules has no kind for none, and a length that every cell keeps is one.
    return prompt === undefined
      ? undefined
      : { ...shared, type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] };
  }
  if (input === 'number')
    return {
      ...shared,
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      errorStyle: 'warning',
      error: `0 이상의 ${NUMBER_ERROR}`,
    };
  if (input === 'signed')
    return {
      ...shared,
      type: 'decimal',
      operator: 'between',
      formulae: [-MOST, MOST],
      errorStyle: 'warning',
      error: NUMBER_ERROR,
    };
  if (!('words' in input))
    return {
      ...shared,
      type: 'list',
      formulae: [listOf(input)],
      error: '목록에 있는 실천과제의 이름을 고릅니다.',
    };
  const { words } = input;
  return { ...shared, type: 'list', formulae: [`"${words.join(',')}"`], error: words.join(', ') };
}
