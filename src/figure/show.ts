// Values -> the characters that stand in print.
import type Fraction from 'fraction.js';
import type { Figure, Value } from './figure.ts';
import { scaleFactor } from './follow.ts';
import { decimalText, exactDigits, roundHalfUp } from './quantity.ts';
import { sameScale, type Unit } from './unit.ts';

/** A value as it is printed: rounded to the digits it shows. */
export type ShownValue =
  | { readonly kind: 'quantity'; readonly exact: Fraction; readonly digits: number }
  | { readonly kind: 'nil' }
  | { readonly kind: 'missing' };

/**
 * The house form: thousands commas, △ before negatives, `digits` decimals (0 or more, rounded half up, padded), `-`
 * for nil, nothing for missing.
 */
export function showValue(value: Value, digits: number): string {
  switch (value.kind) {
    case 'nil':
      return '-';
    case 'missing':
      return '';
    case 'quantity': {
      const characters = decimalText(value.exact, digits);
      const negative = characters.startsWith('-');
      const [whole = '', decimals] = characters.slice(negative ? 1 : 0).split('.');
      return `${negative ? '△' : ''}${grouped(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
    }
  }
}

/**
 * The value that print and workbook agree on: the effective one, rounded to its own digits. A value that was typed has the
 * digits it was typed with, a computed one those of its definition.
 */
export function shownValue(figure: Figure): ShownValue {
  const value = figure.effective;
  if (value.kind !== 'quantity') return value;
  return { kind: 'quantity', exact: roundHalfUp(value.exact, value.digits), digits: value.digits };
}

/**
 * The shown value on another scale of what it counts: 21,356백만원 is 21,356,000 in 천원. With the decimals that it needs there; as it is
 * where the scale is the same.
 */
export function shownIn(figure: Figure, unit: Unit): ShownValue {
  const own = figure.definition.unit;
  if (sameScale(own, unit)) return shownValue(figure);
  // In a finer unit a computed amount shows what its own unit would round away.
  const value = valueIn(figure.effective, own, unit);
  if (value.kind !== 'quantity') return value;
  const exact = roundHalfUp(value.exact, exactDigits(value.exact) ?? value.digits);
  return { kind: 'quantity', exact, digits: exactDigits(exact) ?? value.digits };
}

/**
 * A figure in print. As long as it stands as published, `as` or else the definition's published characters take the
 * place of the house form; `unit` appends the unit's label to a number. Empty for a missing figure: what stands
 * there instead is the composer's to say.
 */
export function showFigure(
  figure: Figure,
  options: { readonly unit?: boolean; readonly as?: string } = {},
): string {
  const value = figure.effective;
  if (value.kind === 'missing') return '';
  const published = figure.changed ? undefined : (options.as ?? figure.definition.published);
  const text = published ?? showValue(value, value.kind === 'quantity' ? value.digits : 0);
  return options.unit === true && value.kind === 'quantity' ? text + figure.definition.unit.label : text;
}

/**
 * The value in another unit of its dimension with its precision: 1.5백만원 is 1,500천원, 786원 is 0.786천원. Nil and missing have no
 * unit. Throws a RangeError for a unit of another dimension.
 */
export function valueIn(value: Value, own: Unit, unit: Unit): Value {
  if (own.dimension !== unit.dimension) throw new RangeError(`no ${own.label} in ${unit.label}`);
  if (value.kind !== 'quantity' || sameScale(own, unit)) return value;
  const factor = scaleFactor(own, unit);
  // A tenth more of the number is a decimal less; 1.5년 is 18개월.
  const digits = value.digits + Math.ceil(-Math.log10(factor.valueOf()) - 1e-9);
  return { ...value, exact: value.exact.mul(factor), digits: Math.max(0, digits) };
}

/** The unit that a column's figure is shown in: the column's, or the figure's own where that counts something else. */
export function unitInColumn({ definition }: Figure, column: Unit): Unit {
  return definition.unit.dimension === column.dimension ? column : definition.unit;
}

/**
 * A figure in the unit of its column, in the house form: as published only where that is its own unit. A figure of another dimension
 * stands in its own unit and says so; `unit` appends the unit's label in any case. Empty for a missing figure.
 */
export function showFigureIn(
  figure: Figure,
  column: Unit,
  options: { readonly unit?: boolean } = {},
): string {
  const { unit: own } = figure.definition;
  const shown = unitInColumn(figure, column);
  const labelled = options.unit === true || own.dimension !== column.dimension;
  if (sameScale(shown, own)) return showFigure(figure, { unit: labelled });
  const value = valueIn(figure.effective, own, shown);
  if (value.kind !== 'quantity') return showFigure(figure);
  return showValue(value, value.digits) + (labelled ? shown.label : '');
}

/** Printed in the place of a figure that is not known yet. */
export const UNKNOWN_FIGURE = '미정';

/** A value by itself, for a list of changes; 미정 where it is missing. */
export function valueWords(value: Value): string {
  return value.kind === 'missing'
    ? UNKNOWN_FIGURE
    : showValue(value, value.kind === 'quantity' ? value.digits : 0);
}

/** A whole number's digits, perhaps with a minus, with a comma before every three. */
export function grouped(digits: string): string {
  return digits.replace(
    /^(-?\d{1,3})((?:\d{3})+)$/,
    (_, head: string, rest: string) => head + rest.replaceAll(/\d{3}/g, ',$&'),
  );
}
