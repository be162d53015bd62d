// Words in a chart -> the numbers that they say, and whether a number may be said so.
import { UNITS, type Unit } from '../../figure/unit.ts';

/** A number as words hold it. */
export interface SaidNumber {
  /** As written, without blanks. */
  readonly text: string;
  readonly value: number;
  /** Decimals. */
  readonly digits: number;
  /** What stands right behind it, up to a blank. */
  readonly behind: string;
}

const NUMBER = /([△▲−-]?)(\d[\d,]*(?:\.\d+)?)(?:e([+−-]?\d+))?([^\s\d]*)/gu;

export function numbersIn(words: string): readonly SaidNumber[] {
  return [...words.normalize('NFKC').matchAll(NUMBER)].map(
    ([, sign = '', number = '', power = '0', behind = '']) => {
      const plain = number.replaceAll(',', '');
      const exponent = Number(power.replace('−', '-'));
      return {
        text: `${sign}${number}`,
        value: (sign === '' ? 1 : -1) * Number(plain) * 10 ** exponent,
        digits: (plain.split('.')[1]?.length ?? 0) - exponent,
        behind,
      };
    },
  );
}

/** Whether a number is another one, rounded to the decimals that it is said with. */
export function says({ value, digits }: SaidNumber, number: number): boolean {
  return Math.abs(value - number) <= 0.5 * 10 ** -digits + 1e-9 * Math.max(1, Math.abs(number));
}

const ALL_UNITS: readonly Unit[] = Object.values(UNITS);

/** What multiplies a unit where it stands before it: 천, 만, 백만 and the like, as powers of ten. */
const MULTIPLES: ReadonlyMap<string, number> = new Map(
  ALL_UNITS.flatMap(({ label, dimension, exponent }) => {
    const base = ALL_UNITS.find((unit) => unit.dimension === dimension && unit.exponent === 0);
    if (base === undefined || exponent === 0 || !label.endsWith(base.label)) return [];
    return [[label.slice(0, -base.label.length), exponent] as const];
  }),
);

/** Whether a number of a unit is said: as it is, in the unit that stands behind, or in 만, 백만 and the like. */
export function saysOf(
  said: SaidNumber,
  number: number,
  unit: Pick<Unit, 'dimension' | 'exponent'>,
): boolean {
  const named = unitBehind(said, unit);
  if (named !== undefined) return says(said, number * 10 ** (unit.exponent - named));
  const multiple = longestBefore(said, [...MULTIPLES]);
  if (multiple === undefined) return says(said, number);
  return says(said, number / 10 ** multiple) || says(said, number * 10 ** (unit.exponent - multiple));
}

/** The power of ten of the unit of the same kind that stands behind a number. */
export function unitBehind(said: SaidNumber, { dimension }: Pick<Unit, 'dimension'>): number | undefined {
  const alike = ALL_UNITS.filter((unit) => unit.dimension === dimension);
  return longestBefore(
    said,
    alike.map(({ label, exponent }) => [label, exponent]),
  );
}

/** What belongs to the longest of some words that stand right behind a number. */
function longestBefore(
  { behind }: SaidNumber,
  words: readonly (readonly [string, number])[],
): number | undefined {
  return words
    .filter(([word]) => behind.startsWith(word))
    .toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

/** The power of ten by which a figure's number is divided where these words name another unit of the same; 0 where they name none. */
export function scaledBy(words: readonly string[], own: Unit): number {
  const all = new Set(words.flatMap((text) => text.split(/[^가-힣%p]+/u)));
  const named = ALL_UNITS.filter(({ dimension, label }) => dimension === own.dimension && all.has(label));
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? 0 : only.exponent - own.exponent;
}
