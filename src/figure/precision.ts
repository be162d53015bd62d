// A figure as it is stated -> the numbers that it may stand for.
import Fraction from 'fraction.js';
import { isExact } from './exact-unit.ts';
import type { Figure, Quantity, Value } from './figure.ts';
import { type Interval, NOTHING, point } from './interval.ts';
import { intervalOf } from './quantity.ts';
import type { Unit } from './unit.ts';

/** The numbers that a quantity of the unit may stand for: itself where it is counted, all that round to it otherwise. */
export function quantityInterval(value: Quantity, unit: Unit): Interval {
  return isExact(unit, value.digits) ? point(value.exact) : intervalOf(value);
}

/** The numbers, in the figure's unit, that a typed value may stand for; undefined when it says nothing sure: missing, or about. */
export function statedInterval(value: Value, unit: Unit): Interval | undefined {
  switch (value.kind) {
    case 'missing':
      return undefined;
    case 'nil':
      return NOTHING;
    case 'quantity':
      return value.about === true ? undefined : quantityInterval(value, unit);
  }
}

/** What was typed for the figure, as far as it is evidence: inferred values are not. */
export function typedValue(figure: Figure): Value | undefined {
  if (figure.definition.inferred) return undefined;
  return figure.definition.relation === undefined ? figure.effective : figure.stated;
}

/** One in the last digit of the quantity. */
export function lastDigit({ digits }: Pick<Quantity, 'digits'>): Fraction {
  return new Fraction(1).div(new Fraction(10).pow(digits) ?? 1);
}
