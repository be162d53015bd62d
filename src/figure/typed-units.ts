// The word behind a typed number -> the unit that it names, without a scale before it.
import { type Dimension, dimensionKind, UNITS, type Unit } from './unit.ts';

/** Other spellings of units that count in ones. */
const SPELLINGS: Readonly<Record<string, Unit>> = {
  인: UNITS.명,
  사람: UNITS.명,
  원정: UNITS.원,
  곳: UNITS.개소,
  업체: UNITS.개사,
  세대: UNITS.가구,
  퍼센트: UNITS['%'],
  프로: UNITS['%'],
  퍼센트포인트: UNITS['%p'],
  '%P': UNITS['%p'],
  '%포인트': UNITS['%p'],
};

const ONES: ReadonlyMap<string, Unit> = new Map([
  ...Object.values(UNITS)
    .filter(({ exponent }) => exponent === 0)
    .map((unit): [string, Unit] => [unit.label, unit]),
  ...Object.entries(SPELLINGS),
]);

/** Undefined for a word that names no unit. */
export function unitOfWord(word: string): Unit | undefined {
  return ONES.get(word.replaceAll(' ', ''));
}

const SCALED = /^(십|백|천)?(만|억|조)?/;
const SCALES: Readonly<Record<string, number>> = { 십: 1, 백: 2, 천: 3, 만: 4, 억: 8, 조: 12 };

/** The unit that a word names with its scale: 백만원, 천명, and 백만, which does not say of what. Undefined for other words. */
export function scaledUnitOfWord(
  word: string,
): { readonly exponent: number; readonly dimension: Dimension | undefined } | undefined {
  if (word === '₩') return UNITS.원;
  const [scale = '', small = '', big = ''] = SCALED.exec(word) ?? [];
  const exponent = (SCALES[small] ?? 0) + (SCALES[big] ?? 0);
  const rest = word.slice(scale.length);
  const unit = unitOfWord(rest);
  if (unit !== undefined) return { exponent, dimension: unit.dimension };
  return rest === '' && scale !== '' ? { exponent, dimension: undefined } : undefined;
}

/** Whether a typed unit counts what the figure counts. A rate's own unit is typed beside a difference of rates too. */
export function countsAs(named: Dimension, { dimension }: Unit, also: readonly Dimension[]): boolean {
  if (named === dimension || also.includes(named)) return true;
  return named === 'percent' && dimension === 'percentage-points';
}

/** Whether words of scale go before its units: 천명 and 만원, but no 천%. */
export function takesScale(dimension: Dimension): boolean {
  return dimensionKind(dimension) !== 'rate';
}

/**
 * How many decimals a value of the unit can have: an amount of money none finer than 원, what is counted none finer than one, unless the
 * figure itself (an average) has `digits`. A rate may be given two decimals, or one more than the figure has.
 */
export function finestDigits({ dimension, exponent }: Unit, digits: number): number {
  switch (dimensionKind(dimension)) {
    case 'money':
      return exponent;
    case 'pieces':
      return Math.max(exponent, digits);
    case 'parts':
    case 'rate':
      return Math.max(2, digits + 1);
  }
}
