// Words in a chart -> the numbers that they say, and whether a number may be said so.
import Fraction from 'fraction.js';
import { KNOWN_UNITS, SCALE_WORDS, type Unit } from '../../figure/unit.ts';
import { numeralsIn, type SaidNumber } from './numerals.ts';

const NUMBER = /([△▲▽▼−-]?)(\d[\d,]*(?:\.\d+)?)(?:e([+−-]?\d+))?([^\s\d]*)/gu;

export function numbersIn(words: string): readonly SaidNumber[] {
  const text = words.normalize('NFKC');
  const inDigits = [...text.matchAll(NUMBER)].map(
    ([, sign = '', number = '', power = '0', behind = '']): SaidNumber => {
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
  return [...inDigits, ...numeralsIn(text)];
}

/** Whether a number is another one, rounded to the decimals that it is said with. */
export function says({ value, digits }: SaidNumber, number: number): boolean {
  return Math.abs(value - number) <= 0.5 * 10 ** -digits + 1e-9 * Math.max(1, Math.abs(number));
}

/** What multiplies a unit where it stands before it: 천, 만, 백만 and the like. */
const MULTIPLES = [...SCALE_WORDS].filter(([word]) => word !== '');

/** Whether a number of a unit is said: as it is, in the unit that stands behind, or in 만, 백만 and the like. */
export function saysOf(said: SaidNumber, number: number, unit: Counted): boolean {
  const named = scaleBehind(said, unit);
  const inBase = number * unit.scale.valueOf();
  if (named !== undefined) return says(said, inBase / named);
  const [, power] =
    MULTIPLES.filter(([word]) => said.behind.startsWith(word)).toSorted(
      ([one], [other]) => other.length - one.length,
    )[0] ?? [];
  if (power === undefined) return says(said, number);
  return says(said, number / 10 ** power) || says(said, inBase / 10 ** power);
}

/** What a number counts, and on which scale. */
export type Counted = Pick<Unit, 'label' | 'dimension' | 'kind' | 'scale'>;

/** The scale of the unit of the same kind that stands behind a number. */
export function scaleBehind({ behind }: SaidNumber, unit: Counted): number | undefined {
  const found = KNOWN_UNITS.leading(behind, (_, { dimension }) => dimension === unit.dimension);
  const isOwn = behind.startsWith(unit.label) && unit.label.length >= (found?.length ?? 0);
  return (isOwn ? unit : found?.unit)?.scale.valueOf();
}

/** The factor by which a figure's number is divided where these words name another unit of the same; 1 where they name none. */
export function scaledBy(words: readonly string[], own: Unit): Fraction {
  const all = new Set(words.flatMap((text) => text.split(/[\s()[\],:·]+/u)));
  const named = [...all].flatMap((word) => {
    const unit = KNOWN_UNITS.named(word);
    return unit?.dimension === own.dimension ? [unit.scale] : [];
  });
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? new Fraction(1) : only.div(own.scale);
}
