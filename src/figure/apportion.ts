// A whole and exact parts -> whole numbers that add up to it, each as near to its part as that allows (largest remainder).
import Fraction from 'fraction.js';

/**
 * Splits `whole`, an integer, over the parts: each gets its floor, and what is left goes one by one to the largest fractions
 * (ties: the larger amount, then the earlier part); too much is taken back from the smallest fractions. Parts without a fraction keep
 * their amount while another can give or take, parts of zero always; where all are zero nobody gets what there is. The rule
 * reproduces the printed table of the 2023 publication.
 */
export function apportion(whole: Fraction, parts: readonly Fraction[]): readonly Fraction[] {
  const floors = parts.map((part) => part.floor());
  const left = Number(floors.reduce((rest, floor) => rest.sub(floor), whole).valueOf());
  if (left === 0) return floors;
  const step = new Fraction(Math.sign(left));
  const fractions = parts.map((part, index) => part.sub(at(floors, index)));
  const given = parts.map((_, index) => index).filter((index) => !at(parts, index).equals(0));
  const rounded = given.filter(
    (index) => !at(fractions, index).equals(0) && (left > 0 || at(floors, index).compare(0) > 0),
  );
  // What is taken from the rounded ones may not be more than they have.
  const takers = rounded.length > 0 && -left <= rounded.length ? rounded : given;
  const order = takers.sort(
    (a, b) =>
      Math.sign(left) * at(fractions, b).compare(at(fractions, a)) ||
      at(parts, b).compare(at(parts, a)) ||
      a - b,
  );
  const rounds = Math.floor(Math.abs(left) / order.length);
  const again = Math.abs(left) % order.length;
  const shares = [...floors];
  for (const [turn, index] of order.entries())
    shares[index] = at(shares, index).add(step.mul(rounds + (turn < again ? 1 : 0)));
  return shares;
}

function at(values: readonly Fraction[], index: number): Fraction {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no part ${index}`);
  return value;
}
