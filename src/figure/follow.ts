// A relation and what is known of its operands -> what is known of the figure: one arithmetic for values and for what is known to a precision.
import Fraction from 'fraction.js';
import type { Address } from './address.ts';
import { type Interval, minus, NOTHING, plus, point, product, quotient, times } from './interval.ts';
import { roundHalfUp } from './quantity.ts';
import type { Relation } from './relation.ts';
import { baseOf, sameScale, type Unit } from './unit.ts';

/** What is known of an operand, in its own unit. */
export interface KnownOperand {
  readonly interval: Interval;
  readonly unit: Unit;
}

const ONE = point(new Fraction(1));
const HUNDRED = new Fraction(100);

/** The factor that brings a number from one scale of a dimension to another: 명 to 천명 is 1/1000. */
export function scaleFactor(from: Unit, to: Unit): Fraction {
  return from.scale.div(to.scale);
}

/** The interval in another unit of the same dimension. */
export function rescaled(interval: Interval, from: Unit, to: Unit): Interval {
  return sameScale(from, to) ? interval : times(interval, scaleFactor(from, to));
}

/** By which a product of numbers in the units becomes one in the unit: a percentage counts a hundredth. */
export function productFactor(units: readonly Unit[], unit: Unit): Fraction {
  const amount = ({ dimension, scale }: Unit) => (dimension === 'percent' ? scale.div(HUNDRED) : scale);
  return units.reduce((all, one) => all.mul(amount(one)), new Fraction(1)).div(amount(unit));
}

/**
 * What the relation gives, in the figure's unit, never rounded; shares and growths in percent. Undefined where an operand is not known, or the
 * divisor may be 0. Quotients compare what is counted in base units, so that 천명 over 명 is right. A split is no matter of its operands alone.
 */
export function follow(
  relation: Exclude<Relation, { readonly kind: 'apportioned' }>,
  unit: Unit,
  known: (address: Address) => KnownOperand | undefined,
): Interval | undefined {
  const at = (address: Address, to: Unit | 'base' = unit): Interval | undefined => {
    const one = known(address);
    return one && rescaled(one.interval, one.unit, to === 'base' ? baseOf(one.unit) : to);
  };
  const ratio = (above: Address, below: Address): Interval | undefined => {
    const [dividend, divisor] = [at(above, 'base'), at(below, 'base')];
    return dividend && divisor && quotient(dividend, divisor);
  };
  switch (relation.kind) {
    case 'sum':
      return sumOf(relation.operands, at);
    case 'product': {
      const operands = relation.operands.map(known);
      const units = operands.flatMap((one) => one?.unit ?? []);
      const all = operands.reduce<Interval | undefined>(
        (sum, one) => sum && one && product(sum, one.interval),
        ONE,
      );
      return all && times(all, productFactor(units, unit));
    }
    case 'max':
    case 'min':
    case 'average': {
      const operands = relation.operands.flatMap((one) => at(one) ?? []);
      return operands.length < relation.operands.length ? undefined : meanOf(relation.kind, operands);
    }
    case 'weighted': {
      const { values, weights } = relation;
      const above = sumOf([...values.keys()], (index) => {
        const [value, weight] = [values[index], weights[index]].map((one, which) =>
          one === undefined ? undefined : at(one, which === 0 ? unit : 'base'),
        );
        return value && weight && product(value, weight);
      });
      const below = sumOf(weights, (one) => at(one, 'base'));
      return above && below && quotient(above, below);
    }
    case 'difference': {
      const [minuend, subtrahend] = [at(relation.minuend), at(relation.subtrahend)];
      return minuend && subtrahend && minus(minuend, subtrahend);
    }
    case 'same':
      return at(relation.as);
    case 'rounded': {
      const operand = at(relation.of);
      const round = (exact: Fraction) =>
        relation.mode === 'truncate' ? exact.sub(exact.mod(1)) : roundHalfUp(exact, 0);
      return operand && { low: round(operand.low), high: round(operand.high) };
    }
    case 'growth': {
      const rate = ratio(relation.current, relation.previous);
      return rate && times(minus(rate, ONE), HUNDRED.div(unit.scale));
    }
    case 'share': {
      const rate = ratio(relation.part, relation.whole);
      return rate && times(rate, HUNDRED.div(unit.scale));
    }
    case 'ratio': {
      const rate = ratio(relation.numerator, relation.denominator);
      return rate && times(rate, unit.scale.inverse());
    }
  }
}

/** Undefined where one of them is not known. */
function sumOf<One>(all: readonly One[], known: (one: One) => Interval | undefined): Interval | undefined {
  return all.reduce<Interval | undefined>((sum, one) => {
    const operand = sum && known(one);
    return sum && operand && plus(sum, operand);
  }, NOTHING);
}

function meanOf(kind: 'max' | 'min' | 'average', all: readonly Interval[]): Interval {
  if (kind === 'average') return times(all.reduce(plus), new Fraction(1, all.length));
  const beats = (one: Fraction, other: Fraction) =>
    kind === 'max' ? one.compare(other) > 0 : one.compare(other) < 0;
  const best = (one: Fraction, other: Fraction) => (beats(one, other) ? one : other);
  return all.reduce((one, other) => ({ low: best(one.low, other.low), high: best(one.high, other.high) }));
}
