// A constraint and one of its figures -> the values of that figure with which the constraint would hold.
import Fraction from 'fraction.js';
import type { Address } from '../../figure/address.ts';
import { rescaled } from '../../figure/follow.ts';
import {
  type Interval,
  minus,
  NOTHING,
  plus,
  point,
  product,
  quotient,
  times,
} from '../../figure/interval.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';
import { baseOf, type Unit } from '../../figure/unit.ts';
import type { Constraint } from './constraint.ts';
import type { Evidence } from './evidence.ts';

const HUNDREDTH = new Fraction(1, 100);
const ONE = point(new Fraction(1));

/**
 * The values of `address`, in its own unit, that make the constraint hold while all else stays; undefined where the constraint has
 * no say in it, or the figure stands in it twice.
 */
export function solve(constraint: Constraint, address: Address, evidence: Evidence): Interval | undefined {
  const { figure, relation } = constraint;
  const own = figure.definition.address;
  const target = evidence.known(own);
  if (evidence.leaves(own).has(address)) {
    if (own !== address) return undefined;
    return evidence.followed(figure, relation);
  }
  return target && inverse(relation, figure.definition.unit, target, address, evidence);
}

/** The values of `address` with which the relation gives something in `target`, which is in `unit`. */
function inverse(
  relation: Relation,
  unit: Unit,
  target: Interval,
  address: Address,
  evidence: Evidence,
): Interval | undefined {
  const operand = operandWith(relation, address, evidence);
  if (operand === undefined) return undefined;
  const needed = operandNeeded(relation, unit, target, operand, evidence);
  if (needed === undefined || operand === address) return needed;
  const figure = evidence.book.get(operand);
  if (figure?.definition.relation === undefined) return undefined;
  return inverse(figure.definition.relation, figure.definition.unit, needed, address, evidence);
}

/** The one operand that rests on the figure. */
function operandWith(relation: Relation, address: Address, evidence: Evidence): Address | undefined {
  const operands = operandsOf(relation).filter((operand) => evidence.leaves(operand).has(address));
  return operands.length === 1 ? operands[0] : undefined;
}

/** What the operand would have to be, in its own unit. */
function operandNeeded(
  relation: Relation,
  unit: Unit,
  target: Interval,
  operand: Address,
  evidence: Evidence,
): Interval | undefined {
  const figure = evidence.book.get(operand);
  if (figure === undefined) return undefined;
  const own = figure.definition.unit;
  const back = (interval: Interval | undefined, from: Unit = unit) =>
    interval && rescaled(interval, from, own);
  /** Quotients compare what is counted in base units. */
  const base = baseOf(own);
  switch (relation.kind) {
    case 'sum': {
      const others = relation.operands
        .filter((address) => address !== operand)
        .reduce<Interval | undefined>((sum, address) => {
          const other = sum && evidence.in(unit, address);
          return sum && other && plus(sum, other);
        }, NOTHING);
      return back(others && minus(target, others));
    }
    case 'difference': {
      if (operand === relation.minuend) {
        const subtrahend = evidence.in(unit, relation.subtrahend);
        return back(subtrahend && plus(target, subtrahend));
      }
      const minuend = evidence.in(unit, relation.minuend);
      return back(minuend && minus(minuend, target));
    }
    case 'growth': {
      const ratio = plus(ONE, times(target, HUNDREDTH.mul(unit.scale)));
      if (operand === relation.current) {
        const previous = evidence.in(base, relation.previous);
        return back(previous && product(previous, ratio), base);
      }
      const current = evidence.in(base, relation.current);
      return back(current && quotient(current, ratio), base);
    }
    case 'share':
    case 'ratio': {
      const [above, below] =
        relation.kind === 'share'
          ? [relation.part, relation.whole]
          : [relation.numerator, relation.denominator];
      const ratio = times(target, relation.kind === 'share' ? HUNDREDTH.mul(unit.scale) : unit.scale);
      if (operand === above) {
        const divisor = evidence.inBase(below);
        return back(divisor && product(divisor, ratio), base);
      }
      const dividend = evidence.inBase(above);
      return back(dividend && quotient(dividend, ratio), base);
    }
    case 'same':
      return back(target);
    case 'rounded': {
      const slack = relation.mode === 'truncate' ? new Fraction(1) : new Fraction(1, 2);
      const low = relation.mode === 'truncate' ? target.low : target.low.sub(slack);
      return back({ low, high: target.high.add(slack) });
    }
    case 'product':
    case 'max':
    case 'min':
    case 'average':
    case 'weighted':
    case 'apportioned':
      return undefined;
  }
}
