// Figures -> everything that must hold between them: what is stated beside a relation, and what is stated twice.
import type { Address } from '../../figure/address.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { type Interval, overlap } from '../../figure/interval.ts';
import { typedValue } from '../../figure/precision.ts';
import { operandsOf, type Relation } from '../../figure/relation.ts';
import type { Evidence, Supposition } from './evidence.ts';

/** What is stated for `figure` must agree with what follows from others; `equal` is a relation `same` in both directions. */
export interface Constraint {
  readonly figure: Figure;
  readonly relation: Relation;
  /** Declared with `equals`: neither side follows from the other. */
  readonly equal: boolean;
  /** The typed figures that it rests on, its own among them. */
  readonly leaves: ReadonlySet<Address>;
}

/** What a constraint comes to, both sides in the figure's unit. */
export interface Sides {
  readonly stated: Interval;
  readonly followed: Interval;
}

export function constraintsOf(book: FigureBook, evidence: Evidence): readonly Constraint[] {
  const constraints: Constraint[] = [];
  const add = (figure: Figure, relation: Relation, equal: boolean) => {
    const members = [figure.definition.address, ...operandsOf(relation)];
    const leaves = new Set(members.flatMap((address) => [...evidence.leaves(address)]));
    constraints.push({ figure, relation, equal, leaves });
  };
  const compared = new Set<string>();
  for (const figure of book.values()) {
    const { address, relation, equals } = figure.definition;
    const typed = typedValue(figure);
    if (relation !== undefined && typed !== undefined && typed.kind !== 'missing')
      add(figure, relation, false);
    for (const other of equals) {
      const pair = [address, other].sort().join(' ');
      if (compared.has(pair)) continue;
      compared.add(pair);
      add(figure, { kind: 'same', as: other }, true);
    }
  }
  return constraints;
}

/** Both sides of the constraint; undefined where one of them is not known. */
export function sidesOf(
  { figure, relation }: Constraint,
  evidence: Evidence,
  suppose?: Supposition,
): Sides | undefined {
  const stated = evidence.known(figure.definition.address, suppose);
  const followed = evidence.followed(figure, relation, suppose);
  return stated && followed && { stated, followed };
}

/** Whether it holds; undefined where there is no verdict. */
export function holds(
  constraint: Constraint,
  evidence: Evidence,
  suppose?: Supposition,
): boolean | undefined {
  const sides = sidesOf(constraint, evidence, suppose);
  return sides && overlap(sides.stated, sides.followed);
}
