// Values -> the characters that stand in print.
import type Fraction from 'fraction.js';
import type { Figure, Value } from './figure.ts';
import { decimalText, roundHalfUp } from './quantity.ts';

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
      const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
      return `${negative ? '△' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
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
