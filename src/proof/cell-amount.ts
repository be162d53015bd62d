// A figure and the unit of its column -> what its cell has to hold, counted in the dimension's base unit. Shares nothing with the writer.
import Fraction from 'fraction.js';
import type { Figure } from '../figure/figure.ts';
import { shownValue } from '../figure/show.ts';
import type { Unit } from '../figure/unit.ts';

/** So many of the unit in the dimension's base unit: 3 천원 are 3,000. */
export function inBase(amount: Fraction, { scale }: Unit): Fraction {
  return amount.mul(scale);
}

/** What a cell shows of the figure, in its column's unit; `nil` and `missing` are in none. */
export function amountInColumn(figure: Figure, column: Unit | undefined): Fraction | 'nil' | 'missing' {
  const shown = shownValue(figure);
  if (shown.kind !== 'quantity') return shown.kind;
  if (column === undefined || column.scale.equals(figure.definition.unit.scale)) return shown.exact;
  // On another scale there is room for what its own would round away.
  const exact = figure.effective.kind === 'quantity' ? figure.effective.exact : shown.exact;
  return inBase(exact, figure.definition.unit).div(inBase(new Fraction(1), column));
}

/** The number that stored characters are; undefined for none. */
export function storedNumber(value: string): Fraction | undefined {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? undefined : new Fraction(String(number));
}
