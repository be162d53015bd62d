// A cell of amounts in a column with a unit -> won.
import Fraction from 'fraction.js';
import type { Unit } from '../../figure/unit.ts';
import type { PlainCell } from '../../spreadsheet/spreadsheet.ts';
import { typedNumber } from '../typed-value.ts';
import { ownUnit } from './units.ts';

export type CellAmount =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly won: Fraction }
  | {
      readonly kind: 'fault';
      readonly rule: 'wrong-number' | 'formula-without-result';
      readonly message: string;
      readonly expected: string;
    };

/** `-` is nothing, an empty cell blank; an amount that names its unit is in it. */
export function cellAmount(cell: PlainCell | undefined, text: string, unit: Unit): CellAmount {
  if (cell === undefined) return { kind: 'blank' };
  if (cell.value === undefined)
    return {
      kind: 'fault',
      rule: 'formula-without-result',
      message: `수식의 결과가 저장되어 있지 않아 금액을 알 수 없습니다: =${cell.formula ?? ''}`,
      expected: '엑셀에서 열어 다시 저장한 파일, 또는 값을 적은 칸',
    };
  const own = cell.value.kind === 'text' ? ownUnit(text) : undefined;
  const value =
    cell.value.kind === 'text' ? ({ kind: 'text', text: own?.number ?? text } as const) : cell.value;
  const typed = typedNumber(value, { digits: 0, percentage: false });
  if (typed.kind === 'fault')
    return { kind: 'fault', rule: 'wrong-number', message: typed.message, expected: typed.expected };
  switch (typed.value.kind) {
    case 'missing':
      return { kind: 'blank' };
    case 'nil':
      return { kind: 'amount', won: new Fraction(0) };
    case 'quantity':
      return { kind: 'amount', won: inWon(typed.value.exact, own?.unit ?? unit) };
  }
}

export function inWon(amount: Fraction, unit: Unit): Fraction {
  return amount.mul(new Fraction(10n ** BigInt(unit.exponent)));
}

/** `1,200천원` */
export function wonText(won: Fraction, unit: Unit): string {
  const amount = won.div(new Fraction(10n ** BigInt(unit.exponent)));
  const [whole = '', decimals] = amount.toString(6).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')}${decimals === undefined ? '' : `.${decimals}`}${unit.label}`;
}
