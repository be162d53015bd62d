// A cell of amounts in a column with a unit -> won.
import Fraction from 'fraction.js';
import { parseQuantity } from '../../../figure/quantity.ts';
import { grouped } from '../../../figure/show.ts';
import { readNumber, readTyped } from '../../../figure/typed-quantity.ts';
import { UNITS, type Unit } from '../../../figure/unit.ts';
import type { PlainCell } from '../../../spreadsheet/spreadsheet.ts';
import { type Doubt, formatDoubt } from '../../apply/cell-doubts.ts';

type CellAmount =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly won: Fraction }
  | {
      readonly kind: 'fault';
      readonly rule: 'wrong-number' | 'formula-without-result' | Doubt['rule'];
      readonly message: string;
      readonly expected: string;
    };

/** `-` is nothing, an empty cell blank; an amount that names its unit is in it. */
export function cellAmount(cell: PlainCell | undefined, text: string, column: Unit): CellAmount {
  if (cell === undefined) return { kind: 'blank' };
  const { value } = cell;
  if (value === undefined)
    return {
      kind: 'fault',
      rule: 'formula-without-result',
      message: `수식의 결과가 저장되어 있지 않아 금액을 알 수 없습니다: =${cell.formula ?? ''}`,
      expected: '엑셀에서 열어 다시 저장한 파일, 또는 값을 적은 칸',
    };
  const wanted = { unit: UNITS.원, column };
  // What such a cell shows and what it holds are two amounts, and the file's unit may be said of either.
  const doubt = formatDoubt(cell, wanted);
  if (doubt !== undefined) return { ...doubt, kind: 'fault', expected: '서식이 단위를 바꾸지 않는 내보내기' };
  const number = value.kind === 'number' && value.form === 'plain' ? parseQuantity(value.text) : undefined;
  if (value.kind === 'number' && number === undefined)
    return {
      kind: 'fault',
      rule: 'wrong-number',
      message: value.form === 'date' ? '날짜로 바뀐 칸입니다.' : `백분율로 적혀 있습니다: ${value.text}`,
      expected: "셀 서식을 숫자로 바꾸고 적은 수 (예: 160000), 없으면 '-'",
    };
  const read =
    number === undefined ? readTyped(text, wanted) : readNumber(number.exact, number.digits, wanted);
  if (read.kind === 'fault')
    return { kind: 'fault', rule: 'wrong-number', message: read.message, expected: read.expected };
  switch (read.value.kind) {
    case 'missing':
      return { kind: 'blank' };
    case 'nil':
      return { kind: 'amount', won: new Fraction(0) };
    case 'quantity':
      return { kind: 'amount', won: read.value.exact };
  }
}

export function inWon(amount: Fraction, unit: Unit): Fraction {
  return amount.mul(unit.scale);
}

/** `1,200천원` */
export function wonText(won: Fraction, unit: Unit): string {
  const amount = won.div(unit.scale);
  const [whole = '', decimals] = amount.toString(6).split('.');
  return `${grouped(whole)}${decimals === undefined ? '' : `.${decimals}`}${unit.label}`;
}
