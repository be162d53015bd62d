// A figure -> what its cell holds: a number or a live formula, its format, and a note where it was published otherwise.
import Fraction from 'fraction.js';
import type { Figure } from '../../figure/figure.ts';
import { decimalText, roundHalfUp } from '../../figure/quantity.ts';
import { shownValue, showValue } from '../../figure/show.ts';
import { type CellPlace, referenceTo } from './cell-places.ts';
import { type FormulaContext, formulaOf } from './formula.ts';

/** Excel takes formulas of 8,192 characters; the rest is for rounding and a difference. */
const MOST_FORMULA = 8_100;

export interface FigureValue {
  /** Exactly what the publication shows, as decimal characters; undefined for an empty cell. */
  readonly number: string | undefined;
  readonly formula: string | undefined;
  readonly format: string;
  /** For a person who asks why the number is not what the formula gives. */
  readonly note: string | undefined;
  /** What the formula would give, where a copy to hand in has the published number instead. */
  readonly computed?: string;
}

/**
 * The cell of a figure. The number is always the shown one. With a relation over figures of the workbook it is a live formula:
 * - as the relation stands, rounded to the shown digits, when that comes to the shown value;
 * - for a stated sum that is off, the sum plus the difference as a number (공시차이), so that a change of an operand still
 *   moves it by the same amount;
 * - any other stated value that is off stays a number, and a note says what the formula would give.
 * A copy to hand in has no notes, and every stated value that is off is a number there.
 *
 * `at` is the cell. A number without a formula stands as such in one cell only; its other cells refer to that one.
 */
export function figureValue(
  figure: Figure,
  suffix: string,
  at: CellPlace,
  context: FormulaContext,
): FigureValue {
  const own = ownValue(figure, suffix, context);
  const value = context.clean ? { ...own, note: undefined } : own;
  const home = context.places.home(figure.definition.address);
  if (value.number === undefined || value.formula !== undefined || home === undefined) return value;
  const isHome = home.sheet === at.sheet && home.column === at.column && home.row === at.row;
  return isHome ? value : { ...value, formula: referenceTo(home, at.sheet) };
}

function ownValue(figure: Figure, suffix: string, context: FormulaContext): FigureValue {
  const shown = shownValue(figure);
  if (shown.kind === 'missing')
    return { number: undefined, formula: undefined, format: 'General', note: undefined };
  const exact = shown.kind === 'nil' ? new Fraction(0) : shown.exact;
  const digits = shown.kind === 'nil' ? figure.definition.digits : shown.digits;
  const cell = {
    number: decimalText(exact, digits),
    formula: undefined,
    format: numberFormat(digits, suffix, shown.kind === 'quantity' && exact.equals(0)),
    note: undefined,
  };

  const formula = formulaOf(figure, context);
  if (formula === undefined) return cell;
  if (formula.text.length > MOST_FORMULA)
    return { ...cell, note: '산식이 엑셀에 적기에는 너무 길어 값만 적었습니다.' };
  const place = context.differences?.get(figure.definition.address);
  const result = roundHalfUp(formula.exact, digits);
  const text = formula.whole ? formula.text : `ROUND(${formula.text},${digits})`;
  if (place !== undefined && figure.definition.relation?.kind === 'sum')
    return { ...cell, formula: `${text}+${referenceTo(place, context.sheet)}` };
  if (result.equals(exact)) return formula.live ? { ...cell, formula: text } : cell;

  const computed = showValue({ kind: 'quantity', exact: result, digits }, digits);
  if (context.clean && figure.stated !== undefined) return { ...cell, computed };
  const why = figure.stated === undefined ? '반올림하기 전의 값으로 계산했습니다.' : '공시된 값입니다.';
  if (figure.definition.relation?.kind !== 'sum') {
    return { ...cell, note: `${why} 산식 =${text}의 결과는 ${computed}입니다.` };
  }
  const difference = exact.sub(result);
  const by = decimalText(difference.abs(), digits);
  const [sign, word] = difference.s < 0n ? ['-', '작습니다'] : ['+', '큽니다'];
  return {
    ...cell,
    ...(formula.live ? { formula: `${text}${sign}${by}` } : {}),
    note: `${why} 항목의 합계 ${computed}보다 ${by}만큼 ${word}(공시차이).`,
  };
}

/** 공시차이: what a figure is more than its relation gives; 0 where it has none. */
export function differenceValue(figure: Figure, context: FormulaContext): FigureValue {
  const shown = shownValue(figure);
  const formula = formulaOf(figure, context);
  const { digits } = shown.kind === 'quantity' ? shown : figure.definition;
  const exact = shown.kind === 'quantity' ? shown.exact : new Fraction(0);
  const more =
    shown.kind === 'missing' || formula === undefined
      ? new Fraction(0)
      : exact.sub(roundHalfUp(formula.exact, digits));
  return {
    number: decimalText(more, digits),
    formula: undefined,
    format: numberFormat(digits, '', false),
    note: undefined,
  };
}

/** Thousands commas, △ before negatives, `-` for nil; a real 0 keeps its digits. */
export function numberFormat(digits: number, suffix: string, isZero: boolean): string {
  const tail = suffix === '' ? '' : `"${suffix.replaceAll('"', '""')}"`;
  const number = `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${tail}`;
  return `${number};"△"${number};${isZero ? number : '"-"'}`;
}
