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

const NUMBER = /([△▲−-]?)(\d[\d,]*(?:\.\d+)?)([^\s\d]*)/gu;

export function numbersIn(words: string): readonly SaidNumber[] {
  return [...words.normalize('NFKC').matchAll(NUMBER)].map(([, sign = '', number = '', behind = '']) => {
    const plain = number.replaceAll(',', '');
    return {
      text: `${sign}${number}`,
      value: (sign === '' ? 1 : -1) * Number(plain),
      digits: plain.split('.')[1]?.length ?? 0,
      behind,
    };
  });
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

/** The power of ten that the words right behind a number multiply it with; 0 for none. */
export function multipleOf({ behind }: SaidNumber): number {
  const lengths = [...MULTIPLES.keys()].filter((multiple) => behind.startsWith(multiple));
  const longest = lengths.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? 0 : (MULTIPLES.get(longest) ?? 0);
}

/** The power of ten by which a figure's number is divided where these words name another unit of the same; 0 where they name none. */
export function scaledBy(words: readonly string[], own: Unit): number {
  const all = new Set(words.flatMap((text) => text.split(/[^가-힣%p]+/u)));
  const named = ALL_UNITS.filter(({ dimension, label }) => dimension === own.dimension && all.has(label));
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? 0 : only.exponent - own.exponent;
}
