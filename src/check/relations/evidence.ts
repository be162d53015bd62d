// Figures -> what is known of each: from what was typed, or else from what it follows from.
import Fraction from 'fraction.js';
import type { Address } from '../../figure/address.ts';
import { productFactor, scaleFactor } from '../../figure/compute.ts';
import type { Figure, FigureBook, Value } from '../../figure/figure.ts';
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
import { statedInterval, typedValue } from '../../figure/precision.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';
import { baseOf, sameScale, type Unit } from '../../figure/unit.ts';

const ONE = point(new Fraction(1));
const HUNDRED = new Fraction(100);

/** Another value for one figure: what if it were this? */
export interface Supposition {
  readonly address: Address;
  readonly interval: Interval;
}

export class Evidence {
  readonly #known = new Map<Address, Interval | undefined>();
  readonly #leaves = new Map<Address, ReadonlySet<Address>>();

  constructor(readonly book: FigureBook) {}

  /** What is known of a figure, in its own unit; undefined where nothing sure is. */
  known(address: Address, suppose?: Supposition): Interval | undefined {
    if (suppose?.address === address) return suppose.interval;
    if (suppose !== undefined && !this.leaves(address).has(suppose.address)) return this.known(address);
    if (suppose === undefined && this.#known.has(address)) return this.#known.get(address);
    const figure = this.book.get(address);
    const interval = figure && this.#of(figure, suppose);
    if (suppose === undefined) this.#known.set(address, interval);
    return interval;
  }

  #of(figure: Figure, suppose: Supposition | undefined): Interval | undefined {
    const typed = typedValue(figure);
    if (typed !== undefined && typed.kind !== 'missing') return statedInterval(typed, figure.definition.unit);
    return figure.definition.relation && this.followed(figure, figure.definition.relation, suppose);
  }

  /** What the relation gives, in the figure's own unit. */
  followed(
    { definition, computed }: Figure,
    relation: Relation,
    suppose?: Supposition,
  ): Interval | undefined {
    const { unit } = definition;
    const at = (address: Address) => this.in(unit, address, suppose);
    switch (relation.kind) {
      case 'sum':
        return relation.operands.reduce<Interval | undefined>((sum, address) => {
          const operand = sum && at(address);
          return sum && operand && plus(sum, operand);
        }, NOTHING);
      case 'product': {
        const units = relation.operands.flatMap((one) => this.book.get(one)?.definition.unit ?? []);
        const known = relation.operands.map((one) => this.known(one, suppose));
        const all = known.reduce((one, other) => one && other && product(one, other), ONE);
        return all && times(all, productFactor(units, unit));
      }
      case 'max':
      case 'min':
      case 'average': {
        const known = relation.operands.map(at);
        const all = known.flatMap((one) => one ?? []);
        return all.length < known.length ? undefined : meanOf(relation.kind, all);
      }
      case 'weighted': {
        const weights = relation.weights.map((address) => this.inBase(address, suppose));
        const parts = relation.values.map((address, index) => {
          const [value, weight] = [at(address), weights[index]];
          return value && weight && product(value, weight);
        });
        const [above, below] = [parts, weights].map((list) =>
          list.reduce<Interval | undefined>((sum, one) => sum && one && plus(sum, one), NOTHING),
        );
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
      case 'apportioned':
        // A split has no bounds of its own: it is taken as computed, or not at all when something is supposed.
        return suppose === undefined ? split(computed) : undefined;
      case 'growth': {
        const ratio = this.#ratio(relation.current, relation.previous, suppose);
        return ratio && times(minus(ratio, ONE), HUNDRED.div(unit.scale));
      }
      case 'share': {
        const ratio = this.#ratio(relation.part, relation.whole, suppose);
        return ratio && times(ratio, HUNDRED.div(unit.scale));
      }
      case 'ratio': {
        const ratio = this.#ratio(relation.numerator, relation.denominator, suppose);
        return ratio && times(ratio, unit.scale.inverse());
      }
    }
  }

  #ratio(above: Address, below: Address, suppose: Supposition | undefined): Interval | undefined {
    const [dividend, divisor] = [above, below].map((address) => this.inBase(address, suppose));
    return dividend && divisor && quotient(dividend, divisor);
  }

  /** What is known of a figure, in the base unit of what it counts. */
  inBase(address: Address, suppose?: Supposition): Interval | undefined {
    const unit = this.book.get(address)?.definition.unit;
    return unit && this.in(baseOf(unit), address, suppose);
  }

  /** What is known of a figure, in another unit of what it counts. */
  in(unit: Unit, address: Address, suppose?: Supposition): Interval | undefined {
    const own = this.book.get(address)?.definition.unit;
    const interval = this.known(address, suppose);
    return own && interval && rescaled(interval, own, unit);
  }

  /** The typed figures that a figure's value rests on: itself, or those that it follows from. */
  leaves(address: Address): ReadonlySet<Address> {
    const known = this.#leaves.get(address);
    if (known !== undefined) return known;
    const figure = this.book.get(address);
    const typed = figure && typedValue(figure);
    const leaves =
      figure?.definition.relation === undefined || (typed !== undefined && typed.kind !== 'missing')
        ? new Set([address])
        : new Set(operandsOf(figure.definition.relation).flatMap((operand) => [...this.leaves(operand)]));
    this.#leaves.set(address, leaves);
    return leaves;
  }
}

function meanOf(kind: 'max' | 'min' | 'average', all: readonly Interval[]): Interval {
  if (kind === 'average') return times(all.reduce(plus), new Fraction(1, all.length));
  const beats = (one: Fraction, other: Fraction) =>
    kind === 'max' ? one.compare(other) > 0 : one.compare(other) < 0;
  const best = (one: Fraction, other: Fraction) => (beats(one, other) ? one : other);
  return all.reduce((one, other) => ({ low: best(one.low, other.low), high: best(one.high, other.high) }));
}

/** The interval in another unit of the same dimension. */
export function rescaled(interval: Interval, from: Unit, to: Unit): Interval {
  return sameScale(from, to) ? interval : times(interval, scaleFactor(from, to));
}

function split(computed: Value | undefined): Interval | undefined {
  switch (computed?.kind) {
    case 'quantity':
      return point(computed.exact);
    case 'nil':
      return NOTHING;
    default:
      return undefined;
  }
}
