// What a figure counts, and on which scale.
import Fraction from 'fraction.js';
import { COUNTERS, FAMILIES } from './known-units.ts';

type Family = (typeof FAMILIES)[number];

/** What is counted: amounts of one dimension convert exactly, of different ones never. `of 척` is what is counted in nothing but 척. */
export type Dimension = Exclude<Family[1], `of ${string}`> | `of ${string}`;

/**
 * How what is counted comes: in whole pieces, in parts too (hours), measured, so that each number is one that was rounded (ha), as money, or
 * as a rate of two amounts.
 */
type UnitKind = Family[0];

export interface Unit {
  /** As printed: 명, 천명, 건, 개, 원, 백만원, %, %p, 배. */
  readonly label: string;
  readonly dimension: Dimension;
  readonly kind: UnitKind;
  /** How many of the dimension's base unit one of these is, more than 0: 천명 is 1000, 년 is 12 개월, 분 is 1/60 시간. */
  readonly scale: Fraction;
  /** The power of ten that the word before it says, 0 without one: 3 of 천명 and 천톤. */
  readonly power: number;
}

/** The words that go before a unit, with the power of ten by which they multiply it: 십, 백, 천, 만, 십만 … 천조. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({ '': 0, 만: 4, 억: 8, 조: 12 }).flatMap(([big, more]) =>
    Object.entries({ '': 0, 십: 1, 백: 2, 천: 3 }).map(([small, power]) => [small + big, power + more]),
  ),
);

/** Whether numbers in the two are on one scale; what they count is not asked. */
export function sameScale(a: Pick<Unit, 'scale'>, b: Pick<Unit, 'scale'>): boolean {
  return a.scale.equals(b.scale);
}

/** Whether they count the same thing on the same scale: 개 and 개소, t and 톤 do. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension && sameScale(a, b);
}

/** The dimension's base unit, for reckoning; its label says nothing. */
export function baseOf(unit: Unit): Unit {
  return { ...unit, scale: new Fraction(1) };
}

/** How many of the dimension's base unit one is of what stands behind the word of scale: 원 of 백만원, 톤 of 천톤. */
export function onesOf({ scale, power }: Unit): Fraction {
  return scale.div(10n ** BigInt(power));
}

/** As people spell it: `M²`, `m2` and `㎡` are one, `％` and `%`. */
function keyOf(word: string): string {
  return word.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/** Each spelling with the unit that it names. */
const KNOWN: readonly (readonly [string, Unit])[] = [
  ...FAMILIES,
  ...COUNTERS.split(' ').map((label) => ['pieces', `of ${label}`, label] as const),
].flatMap(([kind, dimension, words]) => {
  const units = new Map<string, Unit>();
  return words.split(' ').map((word): readonly [string, Unit] => {
    const [spelling = '', other = ''] = word.split('=');
    const [label = '', scale = '1'] = spelling.split(':');
    const unit = units.get(other) ?? { label, dimension, kind, scale: new Fraction(scale), power: 0 };
    units.set(label, unit);
    return [keyOf(label), unit];
  });
});

const SCALED = /^((?:십|백|천)?(?:만|억|조)?)(.+)$/u;
/** 개팀 and 개교 are what 팀 and 교 count; 개인 and 개편 are other words. */
const COUNTER = /^개((?!개)..+|[교동반팀])$/u;
const PER = /^([^/]+)\/(\d{0,4})([^/]+)$/u;
/** No unit's word is longer. */
const LONGEST = 20;

/** The units that a plan knows: those of everybody and its own, each behind a word of scale too (천마리), and so many of one for each of another (kg/10a). */
export class Units {
  readonly #byKey: ReadonlyMap<string, Unit>;

  /** What a plan says of its own units goes before what the word means elsewhere. */
  constructor(own: readonly Unit[] = []) {
    this.#byKey = new Map([...KNOWN, ...own.map((unit) => [keyOf(unit.label), unit] as const)]);
  }

  /** Undefined for a word that names no unit. */
  named(word: string): Unit | undefined {
    if (word.length > LONGEST) return undefined;
    const key = keyOf(word);
    return this.#single(key) ?? this.#per(key);
  }

  #single(key: string): Unit | undefined {
    const plain = this.#byKey.get(key);
    if (plain !== undefined) return plain;
    const [, word = '', rest = ''] = SCALED.exec(key) ?? [];
    const unit = this.#byKey.get(rest);
    const power = SCALE_WORDS.get(word) ?? 0;
    if (power > 0 && unit !== undefined && takesScale(unit))
      return { ...unit, label: word + unit.label, scale: unit.scale.mul(10n ** BigInt(power)), power };
    const counter = this.#byKey.get(COUNTER.exec(key)?.[1] ?? '');
    return counter?.kind === 'pieces' ? { ...counter, label: `개${counter.label}` } : undefined;
  }

  #per(key: string): Unit | undefined {
    const [, above = '', count = '', below = ''] = PER.exec(key) ?? [];
    const [of, by] = [this.#single(above), this.#single(below)];
    if (of === undefined || by === undefined || (Number(count) === 0) !== (count === '')) return undefined;
    return {
      label: `${of.label}/${count}${by.label}`,
      dimension: `of ${of.dimension}/${by.dimension}`,
      kind: 'measure',
      scale: of.scale.div(by.scale.mul(count === '' ? 1 : Number(count))),
      power: of.power,
    };
  }

  /** The longest unit that the text begins with, and how many characters it takes; `ends`: whether a word may end before this rest. */
  leading(
    text: string,
    ends: (rest: string, unit: Unit) => boolean,
  ): { readonly unit: Unit; readonly length: number } | undefined {
    const [word = ''] = /^\S*/u.exec(text.slice(0, LONGEST)) ?? [];
    for (let length = word.length; length > 0; length--) {
      const unit = this.named(word.slice(0, length));
      if (unit !== undefined && ends(text.slice(length), unit)) return { unit, length };
    }
    return undefined;
  }

  /** The words of all of them, without scale. */
  get words(): readonly string[] {
    return [...new Set([...this.#byKey.values()].map(({ label }) => label))];
  }
}

/** Whether words of scale go before it: 천명 and 만원, but no 천%. */
export function takesScale({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind !== 'rate';
}

export const KNOWN_UNITS = new Units();

function known<const Label extends string>(...labels: readonly Label[]): Readonly<Record<Label, Unit>> {
  const entries = labels.map((label) => {
    const unit = KNOWN_UNITS.named(label);
    if (unit === undefined) throw new Error(`no unit ${label}`);
    return [label, unit] as const;
  });
  return Object.fromEntries(entries) as Record<Label, Unit>;
}

/** The units that the program itself names. */
export const UNITS = known('명', '개', '원', '천원', '백만원', '%', '배');

/** Every unit of money, the smallest first. */
export const MONEY: readonly Unit[] = [...SCALE_WORDS.keys()].flatMap(
  (word) => KNOWN_UNITS.named(`${word}원`) ?? [],
);
