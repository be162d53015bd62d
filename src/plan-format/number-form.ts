// A scalar where a number belongs -> what is wrong with its form, and the right form of the same number.
import { meantNumber } from '../figure/meant-number.ts';
import { parseQuantity } from '../figure/quantity.ts';
import type { Fault } from './faults.ts';
import { isEmpty, type Scalar } from './node.ts';

/** Whether the scalar is a number as data files spell it: bare, without commas, leading zeros, `+`, exponents or `-0`, of which a digit is lost. */
export function isNumber(scalar: Scalar): boolean {
  return scalar.plain && scalar.text !== '-0' && parseQuantity(scalar.text) !== undefined;
}

/**
 * The scalar as a number from `least` to `most`; undefined for any other, of which the form of its file tells. What is read
 * goes on past that, and a number without bounds would be so many decimals, columns or months.
 */
export function numberWithin(scalar: Scalar | undefined, least: number, most: number): number | undefined {
  if (scalar === undefined || !isNumber(scalar)) return undefined;
  const number = Number(scalar.text);
  return number >= least && number <= most ? number : undefined;
}

/** The fault of a scalar that is not a number as data files spell it. `general` says what belongs here. */
export function numberFault(scalar: Scalar, general = '수 (예: 1234, -5, 0.80)'): Fault {
  const { place, text } = scalar;
  if (isEmpty(scalar))
    return { rule: 'wrong-type', place, message: '수가 있을 자리가 비어 있습니다.', expected: general };
  const right = meantNumber(text);
  if (right === undefined)
    return { rule: 'wrong-type', place, message: `수가 아닙니다: ${text}`, expected: general };
  const shown = scalar.plain ? text : `'${text}'`;
  const expected = scalar.plain ? right : `${right} (따옴표 없이)`;
  return { rule: 'number-form', place, message: `수를 적는 형식이 아닙니다: ${shown}`, expected };
}

/** Two entries of a list that a thousands comma tore apart, `46,567`, as one number: 46567. */
export function tornNumber(left: Scalar, right: Scalar): string | undefined {
  if (!left.plain || !right.plain || 'cell' in left.place || 'cell' in right.place) return undefined;
  const touching =
    left.place.line === right.place.line && left.place.column + left.text.length + 1 === right.place.column;
  if (!touching || !/^-?\d{1,3}$/.test(left.text) || !/^\d{3}(\.\d+)?$/.test(right.text)) return undefined;
  return meantNumber(`${left.text}${right.text}`);
}
