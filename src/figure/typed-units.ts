// The unit of a typed number -> whether it counts what the figure counts, and the finest value that the figure can have.
import Fraction from 'fraction.js';
import { type Dimension, SCALE_WORDS, type Unit, type Units } from './unit.ts';

/** What a word names: a unit (백만원, ha), or, behind no unit, a scale (백만), which does not say of what. Undefined for other words. */
export function scaleOfWord(
  word: string,
  units: Units,
):
  | { readonly unit: Unit; readonly ones?: undefined }
  | { readonly ones: Fraction; readonly unit?: undefined }
  | undefined {
  const unit = units.named(word);
  if (unit !== undefined) return { unit };
  const power = SCALE_WORDS.get(word) ?? 0;
  return power === 0 ? undefined : { ones: new Fraction(10n ** BigInt(power)) };
}

/** Whether a typed unit counts what the figure counts. A rate's own unit is typed beside a difference of rates too. */
export function countsAs(named: Dimension, { dimension }: Unit, also: readonly Dimension[]): boolean {
  if (named === dimension || also.includes(named)) return true;
  return named === 'percent' && dimension === 'percentage-points';
}

/** Measured amounts have as many as data may have. */
const MEASURED = 9;

/** The decimals that a number of the unit has where it is whole in base units; undefined for what comes in parts. */
export function wholeDigits({ kind, scale }: Unit): number | undefined {
  if (kind !== 'money' && kind !== 'pieces') return undefined;
  let digits = 0;
  for (const prime of [2n, 5n]) {
    let count = 0;
    for (let rest = scale.n; rest % prime === 0n; rest /= prime) count++;
    digits = Math.max(digits, count);
  }
  return digits;
}

/**
 * How many decimals a value of the unit can have: an amount of money none finer than 원, what is counted none finer than one, unless the
 * figure itself (an average) has `digits`. A rate may be given two decimals, or one more than the figure has.
 */
export function finestDigits(unit: Unit, digits: number): number {
  const whole = wholeDigits(unit);
  switch (unit.kind) {
    case 'money':
      return whole ?? 0;
    case 'pieces':
      return Math.max(whole ?? 0, digits);
    case 'measure':
      return MEASURED;
    case 'parts':
    case 'rate':
      return Math.max(2, digits + 1);
  }
}
