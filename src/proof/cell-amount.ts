// A figure and the unit of its column -> what its cell has to hold, counted in the dimension's base unit. Shares nothing with the writer.
import Fraction from 'fraction.js';
import type { Figure } from '../figure/figure.ts';
import { shownValue } from '../figure/show.ts';
import type { Unit } from '../figure/unit.ts';

/** So many of the unit in units of exponent 0: 3 천원 are 3,000. */
export function inBase(amount: Fraction, { exponent }: Unit): Fraction {
  const power = new Fraction(10n ** BigInt(Math.abs(exponent)));
  return exponent < 0 ? amount.div(power) : amount.mul(power);
}

/** What a cell shows of the figure, in its column's unit; `nil` and `missing` are in none. */
export function amountInColumn(figure: Figure, column: Unit | undefined): Fraction | 'nil' | 'missing' {
  const shown = shownValue(figure);
  if (shown.kind !== 'quantity') return shown.kind;
  if (column === undefined || column.exponent === figure.definition.unit.exponent) return shown.exact;
  // On another scale there is room for what its own would round away.
  const exact = figure.effective.kind === 'quantity' ? figure.effective.exact : shown.exact;
  return inBase(exact, figure.definition.unit).div(inBase(new Fraction(1), column));
}

/** The number that stored characters are; undefined for none. */
export function storedNumber(value: string): Fraction | undefined {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? undefined : new Fraction(String(number));
}
