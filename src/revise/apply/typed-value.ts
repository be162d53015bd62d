// What someone typed into a cell for numbers -> a value and what was understood, or what is wrong with it.
import type { Value } from '../../figure/figure.ts';
import { decimalText, parseQuantity } from '../../figure/quantity.ts';
import { UNKNOWN_FIGURE } from '../../figure/show.ts';
import {
  NUMBER_FORM,
  notANumber,
  readNumber,
  readTyped,
  type TypedReading,
  type Wanted,
} from '../../figure/typed-quantity.ts';
import type { RateKind } from '../../plan/rate-words.ts';
import { type CellValue, type PlainCell, textOf } from '../../spreadsheet/spreadsheet.ts';
import { type Doubt, formatDoubt, rateDoubt } from './cell-doubts.ts';

/** Whether somebody typed that the number is not known yet, as sheets and print say it. */
export function saysUnknown(cell: PlainCell | undefined): boolean {
  return cell?.value?.kind === 'text' && cell.value.text.trim() === UNKNOWN_FIGURE;
}

interface CellWanted extends Omit<Wanted, 'rate'> {
  /** Of a figure in percent. */
  readonly rate?: RateKind;
}

/** Job targets are counts of jobs, typed with 명 and with 개. */
export const JOBS = { also: ['establishments'] } as const satisfies Pick<Wanted, 'also'>;

export type CellReading =
  | {
      readonly kind: 'value';
      /** In the figure's unit; missing for an empty cell, nil for `-`. */
      readonly value: Value;
      /** What was typed, where that was more than the number. */
      readonly typed?: string;
      /** `1,200백만원 → 1,200,000천원` */
      readonly understood?: string;
      /** Of the cell, whose stored result is the value. */
      readonly formula?: string;
      /** What makes the value an unlikely one; a reason dispels it. */
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly kind: 'fault';
      readonly rule: 'wrong-number' | 'formula-in-input';
      readonly message: string;
      readonly expected: string;
    };

/**
 * A number, in whichever form a spreadsheet keeps one, a text as `readTyped` reads it, or the stored result of a formula. Dates, yes and no,
 * errors and formulas without a result are faults.
 */
export function readCell(cell: PlainCell | undefined, { rate, ...wanted }: CellWanted): CellReading {
  const value = cell?.value;
  const formula = cell?.formula;
  if (cell === undefined || (value === undefined && formula === undefined))
    return { kind: 'value', value: { kind: 'missing' }, doubts: [] };
  if (value === undefined)
    return {
      kind: 'fault',
      rule: 'formula-in-input',
      message: `수식의 결과가 파일에 없습니다: =${formula}`,
      expected: '엑셀에서 열어 다시 저장한 파일, 또는 결과를 값으로 붙여 넣은 칸',
    };
  const reading = readValue(value, { ...wanted, rate: rate === 'part' ? 'part' : 'any' });
  if (reading.kind === 'fault') return { ...reading, rule: 'wrong-number' };
  const { value: read, understood } = reading;
  const doubts = [formatDoubt(cell, wanted), rate === 'unsure' ? rateDoubt(read, wanted) : undefined].filter(
    (doubt) => doubt !== undefined,
  );
  const typed = formula === undefined ? typedText(cell, understood) : `=${formula}`;
  return {
    kind: 'value',
    value: read,
    doubts,
    ...(typed === undefined ? {} : { typed }),
    ...(understood === undefined ? {} : { understood }),
    ...(formula === undefined ? {} : { formula }),
  };
}

function readValue(cell: CellValue, wanted: Wanted): TypedReading {
  switch (cell.kind) {
    case 'number':
      return readStored(cell, wanted);
    case 'text':
      return readTyped(cell.text, wanted);
    case 'boolean':
    case 'error':
      return notANumber(textOf(cell));
  }
}

function readStored({ text, form }: Extract<CellValue, { kind: 'number' }>, wanted: Wanted): TypedReading {
  const stored = parseQuantity(text);
  if (form === 'date')
    return {
      kind: 'fault',
      message: '날짜로 바뀐 칸입니다.',
      expected: `셀 서식을 숫자로 바꾸고 적은 ${NUMBER_FORM}`,
    };
  if (stored === undefined) return notANumber(text);
  if (form === 'plain') {
    const read = readNumber(stored.exact, stored.digits, wanted);
    return read.kind === 'fault' ? read : { ...read, about: false };
  }
  const percent = { exact: stored.exact.mul(100), digits: Math.max(0, stored.digits - 2) };
  const shown = `${decimalText(percent.exact, percent.digits)}%`;
  // Read as the characters that the cell shows, so that a percentage in a column of another kind is refused as one.
  const reading = readTyped(shown, wanted);
  return reading.kind === 'fault' ? reading : { kind: 'value', value: reading.value, about: false };
}

/** A number that is shown as it is stored, and a text that is nothing but one, have no other words. */
function typedText({ value, shown }: PlainCell, understood: string | undefined): string | undefined {
  if (value?.kind === 'number')
    return shown === undefined ? undefined : `${value.text} (서식에 따라 다르게 보임)`;
  return understood === undefined || value === undefined ? undefined : textOf(value);
}

/** As data files spell it: digits, `-` for nil, `missing`. */
export function valueText(value: Value): string {
  if (value.kind === 'nil') return '-';
  return value.kind === 'missing' ? 'missing' : decimalText(value.exact, value.digits);
}
