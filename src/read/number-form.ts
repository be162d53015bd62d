// A scalar where a number belongs -> what is wrong with its form, and the right form of the same number.
import { parseQuantity } from '../figure/quantity.ts';
import type { Fault } from './faults.ts';
import { isEmpty, type Scalar } from './node.ts';

/** Whether the scalar is a number as data files spell it: bare, without commas, leading zeros, `+` or exponents. */
export function isNumber(scalar: Scalar): boolean {
  return scalar.plain && parseQuantity(scalar.text) !== undefined;
}

/** The fault of a scalar that is not a number as data files spell it. `general` says what belongs here. */
export function numberFault(scalar: Scalar, general = '수 (예: 1234, -5, 0.80)'): Fault {
  const { place, text } = scalar;
  if (isEmpty(scalar))
    return { rule: 'wrong-type', place, message: '수가 있을 자리가 비어 있습니다.', expected: general };
  const right = rightForm(text);
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
  return rightForm(`${left.text}${right.text}`);
}

/** The number that was meant, spelt as data files do; undefined when the text is not a number in any form. */
function rightForm(text: string): string | undefined {
  const bare = text
    // Full-width digits and signs become the usual ones.
    .normalize('NFKC')
    .replaceAll(/[\s,_']/g, '')
    .replace(/^[△▲−–]/, '-')
    .replace(/(천명|만명|명|건|개소|개|백만원|천원|억원|원|%p|%|배)$/, '');
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,2}))?$/.exec(bare);
  const [, sign, whole = '', decimals = '', exponent = '0'] = match ?? [];
  if (match === null || whole + decimals === '') return undefined;
  const shifted = shiftPoint(whole, decimals, Number(exponent));
  return sign === '-' ? `-${shifted}` : shifted;
}

/** Moves the decimal point to the right, without the rounding of binary numbers. */
function shiftPoint(whole: string, decimals: string, by: number): string {
  const point = whole.length + by;
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${decimals}`;
  const at = Math.max(0, point);
  const left =
    digits
      .padEnd(at, '0')
      .slice(0, at)
      .replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(at);
  return right === '' ? left : `${left}.${right}`;
}
