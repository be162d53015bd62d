// The data types of a figure: one number of the plan, with its home, its unit and its relations.
import type Fraction from 'fraction.js';
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from './address.ts';
import type { Relation } from './relation.ts';
import type { Unit } from './unit.ts';

/** A number, exact, in its own unit, with the decimals it was typed with or, when computed, is to be shown with. */
export interface Quantity {
  readonly kind: 'quantity';
  /** In the figure's unit (589.0 천명 is 589, not 589000). */
  readonly exact: Fraction;
  /** Decimals of the source scalar, 0 or more: `0.80` has 2. Of a computed value: those of its definition. */
  readonly digits: number;
  /** 여, 내외: the source calls the number approximate. */
  readonly about?: boolean;
}

/** Zero, nil (printed "-") and missing (not known yet) are three different values. */
export type Value = Quantity | { readonly kind: 'nil' } | { readonly kind: 'missing' };

/** A figure as the plan's data declares it. */
export interface FigureDefinition {
  readonly address: Address;
  readonly unit: Unit;
  /** Decimals to print when the value is computed, 0 or more. */
  readonly digits: number;
  /** What was typed: the input itself, or, beside a relation, the published (stated) value. */
  readonly given?: Value;
  /** The published characters where they differ from the house form (`7711` for 7,711). Edition 0 only. */
  readonly published?: string;
  /** The relation that defines the figure; at most one. */
  readonly relation?: Relation;
  /** Figures that state the same quantity and must agree with this one. */
  readonly equals: readonly Address[];
  /** Typed by a transcriber's inference; no rule takes it as evidence. */
  readonly inferred: boolean;
  readonly place: SourceLocation;
}

export type Origin = 'input' | 'relation' | 'inferred' | 'missing';

/** A figure with its values worked out. */
export interface Figure {
  readonly definition: FigureDefinition;
  readonly origin: Origin;
  /** The published value beside the relation, as far as this edition leaves it: a sum's moves along with its operands. */
  readonly stated: Value | undefined;
  /** What the relation gives from the operands' effective values. */
  readonly computed: Value | undefined;
  /** What everything else sees: stated, else computed, else given. */
  readonly effective: Value;
  /** Whether a change of an input moved this figure away from edition 0. */
  readonly changed: boolean;
}

/** All figures of a plan by address. */
export type FigureBook = ReadonlyMap<Address, Figure>;

/** The figure of the address, which the book must have; throws where it has none. */
export function figureIn(book: FigureBook, address: Address): Figure {
  const figure = book.get(address);
  if (figure === undefined) throw new Error(`no figure ${address}`);
  return figure;
}
