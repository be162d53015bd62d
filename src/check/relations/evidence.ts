// Figures -> what is known of each: from what was typed, or else from what it follows from.
import type { Address } from '../../figure/address.ts';
import type { Figure, FigureBook, Value } from '../../figure/figure.ts';
import { follow, rescaled } from '../../figure/follow.ts';
import { type Interval, NOTHING, point } from '../../figure/interval.ts';
import { statedInterval, typedValue } from '../../figure/precision.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';
import { baseOf, type Unit } from '../../figure/unit.ts';

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
    // A split has no bounds of its own: it is taken as computed, or not at all when something is supposed.
    if (relation.kind === 'apportioned') return suppose === undefined ? split(computed) : undefined;
    return follow(relation, definition.unit, (address) => {
      const unit = this.book.get(address)?.definition.unit;
      const interval = this.known(address, suppose);
      return unit && interval && { interval, unit };
    });
  }

  /** What is known of a figure, in the base unit of what it counts. */
  inBase(address: Address): Interval | undefined {
    const unit = this.book.get(address)?.definition.unit;
    return unit && this.in(baseOf(unit), address);
  }

  /** What is known of a figure, in another unit of what it counts. */
  in(unit: Unit, address: Address): Interval | undefined {
    const own = this.book.get(address)?.definition.unit;
    const interval = this.known(address);
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
