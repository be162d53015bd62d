// Every constraint -> those that do not hold, and which one wrong figure would explain several of them.
import type Fraction from 'fraction.js';
import type { Address } from '../../figure/address.ts';
import { isExact } from '../../figure/exact-unit.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { common, type Interval, overlap } from '../../figure/interval.ts';
import { lastDigit, statedInterval, typedValue } from '../../figure/precision.ts';
import { roundHalfUp } from '../../figure/quantity.ts';
import type { Programme } from '../../plan/programme.ts';
import { type Constraint, constraintsOf, holds, type Sides, sidesOf } from './constraint.ts';
import { Evidence } from './evidence.ts';
import { type MisnamedSource, misnamedSources } from './misnamed-source.ts';
import { type Slip, slipBetween } from './slip.ts';
import { solve } from './solve.ts';

/** A figure that, had it this value, would make everything hold that it takes part in. */
export interface Suspect {
  readonly address: Address;
  readonly meant: Fraction;
  readonly digits: number;
  readonly slip: Slip | undefined;
}

/** How a rounded number misses: by its last digit, by being cut off, or by more. */
export type Miss = 'last-digit' | 'truncated' | 'wrong';

export interface Mismatch {
  readonly constraint: Constraint;
  readonly sides: Sides;
  readonly miss: Miss;
  /** The same for every mismatch that one suspect explains. */
  readonly cause: string | undefined;
  /** Likeliest first; any one of them would do. */
  readonly suspects: readonly Suspect[];
}

export interface Audit {
  readonly evidence: Evidence;
  readonly constraints: readonly Constraint[];
  readonly mismatches: readonly Mismatch[];
  readonly misnamed: readonly MisnamedSource[];
}

export function auditFigures(book: FigureBook, programme: Programme): Audit {
  const evidence = new Evidence(book);
  const constraints = constraintsOf(book, evidence);
  const broken: { readonly constraint: Constraint; readonly sides: Sides }[] = [];
  for (const constraint of constraints) {
    const sides = sidesOf(constraint, evidence);
    if (sides !== undefined && !overlap(sides.stated, sides.followed)) broken.push({ constraint, sides });
  }
  const byLeaf = indexed(constraints);
  const explained = explain(
    broken.map(({ constraint }) => constraint),
    byLeaf,
    evidence,
  );
  const misnamed = misnamedSources(programme, constraints, evidence);
  const sources = new Map(misnamed.flatMap(({ sums, cause }) => sums.map((sum) => [sum, cause] as const)));
  const mismatches = broken.map(({ constraint, sides }) => {
    const blame = explained.get(constraint);
    const source = sources.get(constraint.figure.definition.address);
    return {
      constraint,
      sides,
      miss: missOf(constraint, sides),
      cause: source ?? (blame && `figure ${blame[0]?.address}`),
      suspects: source !== undefined ? [] : (blame ?? slipsIn(constraint, byLeaf, evidence)),
    };
  });
  return { evidence, constraints, mismatches, misnamed };
}

/** The constraints that rest on each figure. */
type ByLeaf = ReadonlyMap<Address, readonly Constraint[]>;

function indexed(constraints: readonly Constraint[]): ByLeaf {
  const byLeaf = new Map<Address, Constraint[]>();
  for (const constraint of constraints) {
    for (const leaf of constraint.leaves) {
      const list = byLeaf.get(leaf);
      if (list === undefined) byLeaf.set(leaf, [constraint]);
      else list.push(constraint);
    }
  }
  return byLeaf;
}

function missOf({ figure }: Constraint, { followed }: Sides): Miss {
  const typed = typedValue(figure);
  if (typed?.kind !== 'quantity' || isExact(figure.definition.unit, typed.digits)) return 'wrong';
  const { exact, digits } = typed;
  if (cutOff(followed.low, digits).equals(exact) || cutOff(followed.high, digits).equals(exact))
    return 'truncated';
  const off = exact.sub(roundHalfUp(followed.low, digits)).abs();
  return off.compare(lastDigit(typed)) <= 0 ? 'last-digit' : 'wrong';
}

/** Towards zero. */
function cutOff(exact: Fraction, digits: number): Fraction {
  const unit = lastDigit({ digits });
  return exact.sub(exact.mod(unit));
}

/** For each broken constraint the figures that explain it together with another one. */
function explain(
  broken: readonly Constraint[],
  byLeaf: ByLeaf,
  evidence: Evidence,
): ReadonlyMap<Constraint, readonly Suspect[]> {
  const explained = new Map<Constraint, readonly Suspect[]>();
  const candidates = [...indexed(broken)]
    .map(([address, members]) => ({ address, broken: members }))
    .filter((candidate) => candidate.broken.length >= 2)
    .flatMap((candidate) => {
      const suspect = suspectOf(candidate.address, byLeaf, evidence);
      return suspect === undefined ? [] : [{ ...candidate, suspect }];
    })
    .sort(
      (a, b) =>
        b.broken.length - a.broken.length ||
        Number(b.suspect.slip !== undefined) - Number(a.suspect.slip !== undefined),
    );
  for (const candidate of candidates) {
    const open = candidate.broken.filter((constraint) => !explained.has(constraint));
    if (open.length !== candidate.broken.length) continue;
    const equals = candidates.filter(
      (other) => other.broken.length === open.length && other.broken.every((one) => open.includes(one)),
    );
    const suspects = equals.map(({ suspect }) => suspect);
    for (const constraint of open) explained.set(constraint, suspects);
  }
  return explained;
}

/** The figure with the value that makes all its constraints hold, if there is one. */
function suspectOf(address: Address, byLeaf: ByLeaf, evidence: Evidence): Suspect | undefined {
  const figure = evidence.book.get(address);
  const typed = figure && typedValue(figure);
  if (figure === undefined || typed?.kind !== 'quantity') return undefined;
  const own = (byLeaf.get(address) ?? []).filter((constraint) => holds(constraint, evidence) !== undefined);
  let allowed: Interval | undefined;
  for (const constraint of own) {
    const needed = solve(constraint, address, evidence);
    if (needed === undefined) return undefined;
    // At its own precision the figure stands for more than one number.
    allowed = allowed === undefined ? needed : (common(allowed, needed) ?? between(allowed, needed));
  }
  if (allowed === undefined) return undefined;
  const { digits } = typed;
  const meant = roundHalfUp(allowed.low.add(allowed.high).div(2), digits);
  const interval = statedInterval({ ...typed, exact: meant }, figure.definition.unit);
  if (interval === undefined) return undefined;
  if (!own.every((constraint) => holds(constraint, evidence, { address, interval }))) return undefined;
  return { address, meant, digits, slip: slipBetween(typed.exact, meant, digits) };
}

/** The gap between two intervals. */
function between(a: Interval, b: Interval): Interval {
  return a.high.compare(b.low) < 0 ? { low: a.high, high: b.low } : { low: b.high, high: a.low };
}

/** The figures of a lone broken constraint that a slip of the pen would explain. */
function slipsIn(constraint: Constraint, byLeaf: ByLeaf, evidence: Evidence): readonly Suspect[] {
  return [...constraint.leaves].flatMap((address) => {
    const suspect = suspectOf(address, byLeaf, evidence);
    return suspect?.slip === undefined ? [] : [suspect];
  });
}
