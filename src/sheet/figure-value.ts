// A figure -> what its cell holds: a number or a live formula, its format, and a note where it was published otherwise.
import Fraction from 'fraction.js';
import { amountIn } from '../figure/compute.ts';
import type { Figure } from '../figure/figure.ts';
import { scaleFactor } from '../figure/follow.ts';
import { decimalText, exactDigits, roundHalfUp } from '../figure/quantity.ts';
import { operandsOf, type Relation } from '../figure/relation.ts';
import { type ShownValue, shownIn, showValue } from '../figure/show.ts';
import { isOfSplits } from '../figure/splits.ts';
import type { Unit } from '../figure/unit.ts';
import type { CellPlace } from './cell-places.ts';
import { type FormulaContext, formulaOf, referenceFrom } from './formula.ts';
import { scaledTerm } from './sum-text.ts';

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

/** What of a cell decides how its figure is shown there. */
interface FigureForm {
  readonly suffix: string;
  /** The column's unit; the figure's own unless given. */
  readonly unit?: Unit;
  /** The formula of a sum over rows, which comes to the figure's value. */
  readonly sum?: string;
}

/**
 * The cell of a figure. The number is always the shown one. With a relation over figures of the workbook it is a live formula:
 * - as the relation stands, rounded to the shown digits, when that comes to the shown value;
 * - for a stated sum that is off, the sum plus or minus the difference, so that a change of an operand still moves it by the same
 *   amount; likewise where a comparison restates a figure whose cell shows what its parts come to now;
 * - any other stated value that is off stays a number, and a note says what the formula would give.
 * A copy to hand in has no notes, and every stated value that is off is a number there.
 *
 * `at` is the cell. A number without a formula stands as such in one cell only; its other cells refer to that one.
 */
export function figureValue(
  figure: Figure,
  form: FigureForm,
  at: CellPlace,
  context: FormulaContext,
): FigureValue {
  const own = ownValue(figure, form, context);
  const value = context.clean ? { ...own, note: undefined } : own;
  const home = context.places.home(figure.definition.address);
  if (value.number === undefined || value.formula !== undefined || home === undefined) return value;
  const isHome = home.sheet === at.sheet && home.column === at.column && home.row === at.row;
  if (isHome) return value;
  const kept = figure.definition.unit;
  const factor = scaleFactor(home.unit ?? kept, form.unit ?? kept);
  return { ...value, formula: scaledTerm(referenceFrom(home, context), factor) };
}

function ownValue(figure: Figure, { suffix, unit, sum }: FigureForm, context: FormulaContext): FigureValue {
  const own = unit ?? figure.definition.unit;
  const shown = shownIn(figure, own);
  const { relation } = figure.definition;
  if (shown.kind === 'missing' && sum === undefined) {
    // A split that cannot be made now may be once the amounts are others; of amounts that are not known it would make 0.
    const isSplit = isOfSplits(figure.definition.address, context.figures) && isKnown(relation, context);
    const split = isSplit ? formulaOf(figure, context, own)?.text : undefined;
    const format = split === undefined ? 'General' : numberFormat(0, suffix, false);
    return { number: undefined, formula: split, format, note: undefined };
  }
  const [exact, digits] = amountOf(shown, figure);
  const isZero = shown.kind === 'quantity' && exact.equals(0);
  const cell = {
    number: decimalText(exact, digits),
    formula: sum,
    format: numberFormat(digits, suffix, isZero),
    note: undefined,
  };
  if (sum !== undefined) return cell;

  const formula = formulaOf(figure, context, own);
  if (formula === undefined) return cell;
  if (formula.text.length > MOST_FORMULA)
    return { ...cell, note: '산식이 엑셀에 적기에는 너무 길어 값만 적었습니다.' };
  const result = roundHalfUp(formula.exact, digits);
  const text = formula.whole ? formula.text : `ROUND(${formula.text},${digits})`;
  if (result.equals(exact)) return formula.live ? { ...cell, formula: text } : cell;

  const difference = exact.sub(result);
  const by = decimalText(difference.abs(), digits);
  const sign = difference.s < 0n ? '-' : '+';
  if (relation?.kind === 'same' && figure.stated === undefined && formula.live) {
    const moved = `${text}${sign}${by}`;
    return { ...cell, formula: digits === 0 ? moved : `ROUND(${moved},${digits})` };
  }
  const computed = showValue({ kind: 'quantity', exact: result, digits }, digits);
  if (context.clean && figure.stated !== undefined) return { ...cell, computed };
  const why = figure.stated === undefined ? '반올림하기 전의 값으로 계산했습니다.' : '공시된 값입니다.';
  if (relation?.kind !== 'sum') return { ...cell, note: `${why} 산식 =${text}의 결과는 ${computed}입니다.` };
  const word = difference.s < 0n ? '작습니다' : '큽니다';
  return {
    ...cell,
    ...(formula.live ? { formula: `${text}${sign}${by}` } : {}),
    note: `${why} 항목의 합계 ${computed}보다 ${by}만큼 ${word}(공시차이).`,
  };
}

function isKnown(relation: Relation | undefined, { figures }: FormulaContext): boolean {
  if (relation?.kind !== 'apportioned') return true;
  return operandsOf(relation).every((one) => figures.get(one)?.effective.kind !== 'missing');
}

function amountOf(shown: ShownValue, { definition }: Figure): readonly [exact: Fraction, digits: number] {
  return shown.kind === 'quantity'
    ? [shown.exact, shown.digits]
    : [new Fraction(0), shown.kind === 'nil' ? definition.digits : 0];
}

/** 공시차이: what a figure was published as more than it comes to now, exact, in the unit; what is not known counts as 0. */
export function differenceOf(published: Figure | undefined, live: Figure, unit?: Unit): Fraction {
  const to = unit ?? live.definition.unit;
  const amount = (figure: Figure | undefined) =>
    figure && amountIn(to, { value: figure.effective, unit: figure.definition.unit });
  return (amount(published) ?? new Fraction(0)).sub(amount(live) ?? new Fraction(0));
}

/** A number of a cell that is no figure. `blank`: shows nothing for 0. */
export function plainValue(exact: Fraction, formula?: string, blank = false): FigureValue {
  const digits = exactDigits(exact) ?? 0;
  const format = numberFormat(digits, '', false);
  return {
    number: decimalText(exact, digits),
    formula,
    format: blank ? format.replace(/"-"$/, '') : format,
    note: undefined,
  };
}

/** Thousands commas, △ before negatives, `-` for nil; a real 0 keeps its digits. */
export function numberFormat(digits: number, suffix: string, isZero: boolean): string {
  const tail = suffix === '' ? '' : `"${suffix.replaceAll('"', '""')}"`;
  const number = `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${tail}`;
  return `${number};"△"${number};${isZero ? number : '"-"'}`;
}
