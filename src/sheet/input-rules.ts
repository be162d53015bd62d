// Cells that people type into -> what a spreadsheet lets them type.
import type { CellList, Sheet, SheetCell } from '../document/workbook.ts';
import { cellName, columnName, rowsAbove } from './cell-places.ts';

/** What may be typed into a range, and what is said to who does; what is wrong is refused, or asked about where the style is `warning`. */
export interface InputRule {
  readonly type: 'decimal' | 'list' | 'textLength';
  readonly operator?: 'greaterThanOrEqual' | 'between' | 'lessThanOrEqual';
  readonly formulae: readonly (number | string)[];
  readonly errorStyle?: 'warning';
  readonly error?: string;
  readonly prompt?: string;
}

/** By range: `C6`, `D6:D12`; one for neighbours of one kind. */
export function inputRules(sheet: Sheet): ReadonlyMap<string, InputRule> {
  const top = rowsAbove(sheet);
  const rules = new Map<string, InputRule>();
  for (const { column, first, last, input, prompt } of inputRanges(sheet)) {
    const rule = ruleOf(input, prompt);
    if (rule === undefined) continue;
    const [from, to] = [first, last].map((row) => cellName({ column: column + 1, row: top + row + 1 }));
    rules.set(first === last ? `${from}` : `${from}:${to}`, rule);
  }
  return rules;
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

/** A number with its unit is a text to a spreadsheet: it asks, and takes it. */
function ruleOf(input: NonNullable<SheetCell['input']>, prompt: string | undefined): InputRule | undefined {
  const shared = prompt === undefined ? {} : { prompt };
  switch (input) {
    case 'text':
      // Nothing is wrong in a text; a list of rules has no kind for none, and a length that every cell keeps is one.
      return prompt === undefined
        ? undefined
        : { ...shared, type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] };
    case 'number':
      return {
        ...shared,
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formulae: [0],
        errorStyle: 'warning',
        error: `0 이상의 ${NUMBER_ERROR}`,
      };
    case 'signed':
      return {
        ...shared,
        type: 'decimal',
        operator: 'between',
        formulae: [-MOST, MOST],
        errorStyle: 'warning',
        error: NUMBER_ERROR,
      };
    default: {
      const error = 'words' in input ? input.words.join(', ') : input.refusal;
      const list = 'words' in input ? `"${input.words.join(',')}"` : listOf(input);
      return { ...shared, type: 'list', formulae: [list], error };
    }
  }
}
