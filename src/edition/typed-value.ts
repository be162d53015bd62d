// What someone typed into a cell for numbers -> a value, or what is wrong with it.
import Fraction from 'fraction.js';
import type { FigureDefinition, Quantity, Value } from '../figure/figure.ts';
import { meantNumber } from '../figure/meant-number.ts';
import { decimalText, parseQuantity } from '../figure/quantity.ts';
import { type CellValue, textOf } from '../spreadsheet/spreadsheet.ts';

export type TypedNumber =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'fault'; readonly message: string; readonly expected: string };

const NUMBER_FORM = "수 (예: 160000), 없으면 '-'";

/**
 * An empty cell is missing, `-` nil; a number has at least the decimals given (Excel drops zeros at the end). `percentage`: the figure is
 * itself in %, so that 95 % in Excel's own form is 95.
 */
export function typedNumber(
  cell: CellValue | undefined,
  { digits, percentage }: { readonly digits: number; readonly percentage: boolean },
): TypedNumber {
  if (cell === undefined) return { kind: 'value', value: { kind: 'missing' } };
  switch (cell.kind) {
    case 'number': {
      if (cell.form === 'date')
        return {
          kind: 'fault',
          message: '날짜로 바뀐 칸입니다.',
          expected: `셀 서식을 숫자로 바꾸고 적은 ${NUMBER_FORM}`,
        };
      const typed = parseQuantity(cell.text);
      if (typed === undefined) return notANumber(cell.text);
      if (cell.form === 'plain') return quantity(typed, digits);
      if (percentage) return quantity(hundredfold(typed), digits);
      return { kind: 'fault', message: `백분율로 적혀 있습니다: ${cell.text}`, expected: NUMBER_FORM };
    }
    case 'text': {
      const text = textOf(cell);
      if (text === '') return { kind: 'value', value: { kind: 'missing' } };
      if (/^[-–−]$/.test(text.normalize('NFKC'))) return { kind: 'value', value: { kind: 'nil' } };
      const meant = parseQuantity(meantNumber(text) ?? '');
      return meant === undefined ? notANumber(text) : quantity(meant, digits);
    }
    case 'boolean':
    case 'error':
      return notANumber(textOf(cell));
  }
}

function notANumber(text: string): TypedNumber {
  return { kind: 'fault', message: `수가 있을 자리에 글이 있습니다: ${text}`, expected: NUMBER_FORM };
}

function quantity(typed: Quantity, digits: number): TypedNumber {
  return { kind: 'value', value: { ...typed, digits: Math.max(typed.digits, digits) } };
}

function hundredfold(typed: Quantity): Quantity {
  return { ...typed, exact: typed.exact.mul(100), digits: Math.max(0, typed.digits - 2) };
}

/** Why a value cannot be the figure's; undefined when it can. */
export function valueFault(
  value: Value,
  { address, unit }: Pick<FigureDefinition, 'address' | 'unit'>,
): string | undefined {
  if (value.kind !== 'quantity') return undefined;
  if (value.exact.abs().compare(LARGEST) >= 0) return '수가 너무 큽니다. 소수점 앞은 15자리까지입니다.';
  const negative = value.exact.s < 0n && value.exact.n !== 0n;
  if (negative && address.startsWith('tasks/'))
    return `${unit.dimension === 'money' ? '예산' : '목표'}은(는) 음수일 수 없습니다: ${valueText(value)}`;
  const countable = unit.exponent === 0 && COUNTED.has(unit.dimension);
  if (countable && value.exact.d !== 1n) return `${unit.label} 수에 소수가 있습니다: ${valueText(value)}`;
  return undefined;
}

/** A spreadsheet keeps 15 digits of a number. */
const LARGEST = new Fraction(10n ** 15n);

const COUNTED: ReadonlySet<FigureDefinition['unit']['dimension']> = new Set([
  'people',
  'cases',
  'establishments',
  'money',
]);

/** As data files spell it: digits, `-` for nil, `missing`. */
export function valueText(value: Value): string {
  if (value.kind === 'nil') return '-';
  return value.kind === 'missing' ? 'missing' : decimalText(value.exact, value.digits);
}
