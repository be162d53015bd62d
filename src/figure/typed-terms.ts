// Plain characters of an amount without its sign -> what it comes to, the scale words in it, and the word of its unit.
import Fraction from 'fraction.js';

export interface TypedTerms {
  /** With its scale words counted in: `3천만원` is 30,000,000. */
  readonly exact: Fraction;
  /** Decimals as typed, of the last number. */
  readonly digits: number;
  /** The power of ten of the smallest scale word; undefined where there is none. */
  readonly scale: number | undefined;
  /** Whether a number without a scale word follows one with: `1억 2,000`. */
  readonly openEnd: boolean;
  /** 여 stands between number and unit. */
  readonly about: boolean;
  /** Behind the number; empty where nothing stands. */
  readonly unit: string;
  /** Whether nothing but digits, commas in threes and a point was typed. */
  readonly plain: boolean;
}

/** Why characters are no amount: no number, one that is spelt wrongly, several, or scale words that do not go together. */
export type TermsFault = 'no-number' | 'commas' | 'leading-zero' | 'several' | 'scales';

const SMALL: Readonly<Record<string, number>> = { 십: 1, 백: 2, 천: 3 };
const BIG: Readonly<Record<string, number>> = { 만: 4, 억: 8, 조: 12 };
const DIGIT = /\d/;
const NOTHING = new Fraction(0);

interface Term {
  readonly exact: Fraction;
  readonly digits: number;
  readonly small: number | undefined;
  readonly big: number | undefined;
}

/** Reads from left to right, each character once. */
export function readTerms(text: string): TypedTerms | TermsFault {
  const scanner = new Scanner(text);
  const terms: Term[] = [];
  let about = false;
  for (;;) {
    const number = scanner.number();
    if (typeof number === 'string') return terms.length > 0 && number === 'no-number' ? 'scales' : number;
    about ||= scanner.takes('여');
    scanner.opens();
    const small = scanner.scale(SMALL);
    const big = scanner.scale(BIG);
    terms.push({ ...number, small, big });
    if (small === undefined && big === undefined) break;
    if (!scanner.atNumber()) break;
  }
  about ||= scanner.takes('여');
  const unit = scanner.rest();
  if (DIGIT.test(unit)) return 'several';
  const exact = sumOf(terms);
  const last = terms.at(-1);
  if (exact === undefined || last === undefined) return 'scales';
  const scaled = last.small !== undefined || last.big !== undefined;
  return {
    exact,
    digits: last.digits,
    scale: scaled ? (last.small ?? 0) + (last.big ?? 0) : undefined,
    openEnd: !scaled && terms.length > 1,
    about,
    unit,
    plain: scanner.plain && !scaled && unit === '' && !about && terms.length === 1,
  };
}

/**
 * 천, 백 and 십 count in the next 만, 억 or 조 (2천3백만), each part less than the scale before it; only the last number has decimals.
 * Undefined for parts that do not go together: 1억 2억, 1억 20,000만, 1.5억 2,000만.
 */
function sumOf(terms: readonly Term[]): Fraction | undefined {
  let total = NOTHING;
  let group = NOTHING;
  let bound: Fraction | undefined;
  let groupBound: Fraction | undefined;
  for (const [index, { exact, digits, small = 0, big }] of terms.entries()) {
    if (digits > 0 && index < terms.length - 1) return undefined;
    const part = exact.mul(powerOfTen(small));
    if (groupBound !== undefined && part.compare(groupBound) >= 0) return undefined;
    group = group.add(part);
    groupBound = powerOfTen(small);
    if (big === undefined && index < terms.length - 1) continue;
    const amount = group.mul(powerOfTen(big ?? 0));
    if (bound !== undefined && amount.compare(bound) >= 0) return undefined;
    total = total.add(amount);
    bound = powerOfTen(big ?? 0);
    group = NOTHING;
    groupBound = undefined;
  }
  return total;
}

function powerOfTen(exponent: number): Fraction {
  return new Fraction(10n ** BigInt(exponent));
}

/** A place in the characters that only moves on. */
class Scanner {
  #at = 0;
  #opened = false;
  plain = true;

  constructor(readonly text: string) {}

  /** Digits, perhaps in groups of three, perhaps decimals, perhaps an exponent. */
  number(): Pick<Term, 'exact' | 'digits'> | TermsFault {
    this.#blanks();
    let whole = this.#digits();
    const separator = this.#separator();
    if (separator !== undefined) {
      if (whole.length > 3 || whole === '') return separator === ' ' ? 'several' : 'commas';
      if (whole.startsWith('0')) return 'leading-zero';
      this.plain &&= separator === ',';
      while (this.text[this.#at] === separator) {
        if (!DIGIT.test(this.text[this.#at + 1] ?? '')) break;
        this.#at++;
        const group = this.#digits();
        if (group.length !== 3) return separator === ' ' ? 'several' : 'commas';
        whole += group;
      }
    }
    if (this.text[this.#at] === ',') return 'commas';
    let decimals = '';
    if (this.text[this.#at] === '.') {
      this.#at++;
      decimals = this.#digits();
      if (this.#separator() !== undefined) return this.text[this.#at] === ' ' ? 'several' : 'commas';
      this.plain &&= decimals !== '' && whole !== '';
    }
    if (whole + decimals === '') return 'no-number';
    this.plain &&= !/^0\d/.test(whole);
    const shift = this.#exponent();
    const exact = new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
    if (shift === 0) return { exact, digits: decimals.length };
    this.plain = false;
    const moved = shift < 0 ? exact.div(powerOfTen(-shift)) : exact.mul(powerOfTen(shift));
    return { exact: moved, digits: Math.max(0, decimals.length - shift) };
  }

  /** The power of ten of a scale word; passes over it. */
  scale(words: Readonly<Record<string, number>>): number | undefined {
    const before = this.#at;
    this.#blanks();
    const found = words[this.text[this.#at] ?? ''];
    if (found === undefined) this.#at = before;
    else this.#at++;
    return found;
  }

  takes(word: string): boolean {
    const before = this.#at;
    this.#blanks();
    if (this.text.startsWith(word, this.#at)) {
      this.#at += word.length;
      return true;
    }
    this.#at = before;
    return false;
  }

  /** A bracket around the unit: 1,234(천원). */
  opens(): void {
    if (this.#opened || !this.text.endsWith(')')) return;
    this.#opened = this.takes('(');
  }

  atNumber(): boolean {
    this.#blanks();
    return DIGIT.test(this.text[this.#at] ?? '');
  }

  /** What is left, a bracket around it taken away. */
  rest(): string {
    const left = this.text.slice(this.#at).trim();
    if (this.#opened) return left.slice(0, -1).trim();
    return left.startsWith('(') && left.endsWith(')') ? left.slice(1, -1).trim() : left;
  }

  #blanks(): void {
    while (this.text[this.#at] === ' ') this.#at++;
  }

  #digits(): string {
    const from = this.#at;
    while (DIGIT.test(this.text[this.#at] ?? '')) this.#at++;
    return this.text.slice(from, this.#at);
  }

  /** What stands between two groups of digits here. */
  #separator(): string | undefined {
    const one = this.text[this.#at] ?? '';
    return /^[, '_]$/.test(one) && DIGIT.test(this.text[this.#at + 1] ?? '') ? one : undefined;
  }

  #exponent(): number {
    const [all, shift] = /^[eE]([-+]?\d{1,2})(?!\d)/.exec(this.text.slice(this.#at, this.#at + 5)) ?? [];
    if (all === undefined) return 0;
    this.#at += all.length;
    return Number(shift);
  }
}
