// What people type where a number belongs -> the value in the figure's unit and what was understood, or what is wrong with it.
import Fraction from 'fraction.js';
import type { Quantity, Value } from './figure.ts';
import { showValue } from './show.ts';
import { plainCharacters } from './typed-characters.ts';
import { readTerms, type TermsFault, type TypedTerms } from './typed-terms.ts';
import { countsAs, finestDigits, wholeDigits } from './typed-units.ts';
import {
  type Dimension,
  KNOWN_UNITS,
  onesOf,
  sameScale,
  takesScale,
  UNITS,
  type Unit,
  type Units,
} from './unit.ts';

/** What stands where something was typed. */
export interface Wanted {
  /** Of the value that is given back: the figure's. */
  readonly unit: Unit;
  /** What a number without a unit is in, where that is not the figure's own: 천원 in a column of 천원. Of the same dimension. */
  readonly column?: Unit;
  /** Decimals of the figure as it stands, 0 or more: the value has at least so many, a spreadsheet drops zeros at the end. */
  readonly digits?: number;
  /** What is counted besides: jobs are typed in 명 and in 개. */
  readonly also?: readonly Dimension[];
  /** Of a figure in percent: a part of a whole is 0 to 100. `any` when unset. */
  readonly rate?: 'part' | 'any';
  /** Those whose words are known: everybody's when unset. */
  readonly units?: Units;
}

export type TypedReading =
  | {
      readonly kind: 'value';
      /** In the figure's unit; missing for nothing, nil for `-`. */
      readonly value: Value;
      /** 약, 여, 내외 … stood beside the number. */
      readonly about: boolean;
      /** `1,200백만원 → 1,200,000천원`; undefined where a plain number was typed. */
      readonly understood?: string;
    }
  | TypedFault;

interface TypedFault {
  readonly kind: 'fault';
  readonly message: string;
  readonly expected: string;
}

/** Far more than any amount needs: `약 금 2조 1,300억 2,000만 5천원정 내외`. */
const LONGEST = 60;
/** With blanks and marks that show nothing. */
const LONGEST_PASTED = 500;
/** A spreadsheet keeps 15 digits of a number. */
const LARGEST = new Fraction(10n ** 15n);
const HUNDRED = new Fraction(100);
/** 천 without a unit could be thousands of what the column is in; nobody counts 천원 in 만. */
const SURE_SCALE = 4;

const BEFORE_ABOUT = /^(약|대략) ?/;
const AFTER_ABOUT = / ?(내외|정도|가량|쯤|안팎)$/;
const RANGE = /[~∼〜]|\d ?-|±|(이상|이하|미만|초과|이내)$/;

/**
 * Reads an amount as offices write it: thousands commas in threes, full-width characters, `-` `△` `▲` `▽` or brackets for negatives, `+`, 약 and
 * 내외, scale words (`1억 2,000만원`), a unit. A unit of what the figure counts scales (`786백만원` in 천원 is 786,000); another is refused, as are
 * several numbers, more digits than the unit has, 15 digits before the point and, for a part of a whole, what is not 0 to 100.
 */
export function readTyped(text: string, wanted: Wanted): TypedReading {
  if (text.length > LONGEST_PASTED) return notANumber(`${text.slice(0, LONGEST)}…`);
  const plain = plainCharacters(text);
  if (plain === '') return { kind: 'value', value: { kind: 'missing' }, about: false };
  if (plain === '-') return { kind: 'value', value: { kind: 'nil' }, about: false };
  if (plain.length > LONGEST) return notANumber(`${plain.slice(0, LONGEST)}…`);

  const unquoted = plain.replace(/^'/, '');
  const bare = unquoted.replace(BEFORE_ABOUT, '').replace(AFTER_ABOUT, '');
  const signed = withoutSign(bare);
  if (signed === undefined) return notANumber(plain);
  const terms = readTerms(signed.body);
  if (typeof terms === 'string') return termsFault(terms, plain);
  const amount = inColumn(terms, signed.won, plain, wanted);
  if ('kind' in amount) return amount;

  const exact = signed.negative ? amount.exact.neg() : amount.exact;
  const read = readNumber(exact, amount.digits, wanted, plain);
  if (read.kind === 'fault') return read;
  const about = bare !== unquoted || terms.about;
  const written = text.trim().replaceAll(/\s+/g, ' ');
  const simple = terms.plain && bare === written && !signed.marked && !signed.won;
  if (simple) return { kind: 'value', value: read.value, about };
  const said = `${written} → ${about ? '약 ' : ''}${shownIn(exact, amount.digits, wanted)}`;
  return { kind: 'value', value: read.value, about, understood: said };
}

/**
 * A number of the column as the value of the figure, within the same bounds. `digits` are the decimals that it was given with. `typed`
 * is how messages name it.
 */
export function readNumber(
  exact: Fraction,
  digits: number,
  wanted: Wanted,
  typed = shownIn(exact, digits, wanted),
): { readonly kind: 'value'; readonly value: Quantity } | TypedFault {
  const { unit, column = unit, digits: own = 0, rate = 'any' } = wanted;
  const value = exact.mul(column.scale).div(unit.scale);
  if (value.abs().compare(LARGEST) >= 0 || exact.abs().compare(LARGEST) >= 0)
    return fault('수가 너무 큽니다. 소수점 앞은 15자리까지입니다.', NUMBER_FORM);
  const needed = decimalsOf(value);
  const finest = finestDigits(unit, own);
  if (needed === undefined && decimalsOf(exact) === undefined)
    return fault(`${column.label}(으)로 정확히 바꿀 수 없습니다: ${typed}`, `${column.label} 단위의 수`);
  if (needed === undefined || needed > finest) return tooFine(typed, wanted, finest);
  const percent = value.mul(unit.scale);
  if (rate === 'part' && unit.dimension === 'percent' && (percent.s < 0n || percent.compare(HUNDRED) > 0))
    return fault(
      `전체 가운데 일부의 비율은 0에서 100까지입니다: ${typed}`,
      `0 이상 100 이하의 수 (예: 69.5)`,
    );
  const isKept = finest !== wholeDigits(unit) && sameScale(column, unit);
  const given = isKept ? Math.max(needed, Math.min(digits, finest)) : needed;
  return { kind: 'value', value: { kind: 'quantity', exact: value, digits: Math.max(given, own) } };
}

interface Signed {
  readonly body: string;
  readonly negative: boolean;
  /** Whether a sign other than a leading `-` stood there. */
  readonly marked: boolean;
  /** ₩ or 금 stood before: an amount in 원. */
  readonly won: boolean;
}

/** One sign at most, brackets being one; undefined for more. */
function withoutSign(text: string): Signed | undefined {
  let rest = text;
  let won = false;
  const currency = () => {
    const bare = rest.replace(/^(₩|일?금) ?/, '');
    won ||= bare !== rest;
    rest = bare;
  };
  currency();
  const [sign = ''] = /^[-+△]/.exec(rest) ?? [];
  rest = rest.slice(sign.length).trimStart();
  currency();
  if (!rest.startsWith('('))
    return { body: rest, negative: sign === '-' || sign === '△', marked: sign === '△' || sign === '+', won };
  const end = rest.indexOf(')');
  if (sign !== '' || end < 0) return undefined;
  return { body: `${rest.slice(1, end)}${rest.slice(end + 1)}`.trim(), negative: true, marked: true, won };
}

/** The amount in the column's unit, and its decimals. */
function inColumn(
  { exact, digits, scale, openEnd, unit: word }: TypedTerms,
  won: boolean,
  typed: string,
  { unit, column = unit, also = [], units = KNOWN_UNITS }: Wanted,
): { readonly exact: Fraction; readonly digits: number } | TypedFault {
  const found = word === '' ? (won ? UNITS.원 : undefined) : units.named(word);
  // 3만 천명: what is scaled already is no word behind a scale.
  const named = scale !== undefined && found !== undefined && found.power > 0 ? undefined : found;
  if (won && named?.dimension !== 'money') return notANumber(typed);
  if (named === undefined && word !== '') {
    if (RANGE.test(typed)) return fault(`한 값이 아닙니다: ${typed}`, NUMBER_FORM);
    return fault(`모르는 단위나 글이 붙어 있습니다: ${typed}`, `수와 단위 (예: 1,200${column.label})`);
  }
  if (named !== undefined && !countsAs(named.dimension, unit, also))
    return fault(
      `이 칸의 단위와 다른 것을 세는 단위입니다: ${typed} (이 칸 ${column.label}, 적은 단위 ${named.label})`,
      `${column.label} 단위의 수`,
    );
  if (scale === undefined && !openEnd && named === undefined) return { exact, digits };
  if (!takesScale(unit) && (scale !== undefined || openEnd)) return termsFault('scales', typed);
  // Without a unit, the scale words count what the column counts, in ones.
  if (named === undefined && column.power > 0 && (openEnd || (scale ?? 0) < SURE_SCALE))
    return fault(
      `단위가 없어 얼마인지 알 수 없습니다: ${typed}`,
      `단위까지 적은 수 (예: ${typed}${column.dimension === 'money' ? '원' : column.label})`,
    );
  const from = named?.scale ?? onesOf(column);
  const inOwn = exact.mul(from).div(column.scale);
  const kept = scale === undefined && from.equals(column.scale) ? digits : (decimalsOf(inOwn) ?? digits);
  return { exact: inOwn, digits: kept };
}

/** What belongs where a number does. */
export const NUMBER_FORM = "수 (예: 160000), 없으면 '-'";

function fault(message: string, expected: string): TypedFault {
  return { kind: 'fault', message, expected };
}

export function notANumber(text: string): TypedFault {
  return fault(`수가 있을 자리에 글이 있습니다: ${text}`, NUMBER_FORM);
}

function termsFault(kind: TermsFault, typed: string): TypedFault {
  switch (kind) {
    case 'no-number':
      return notANumber(typed);
    case 'commas':
      return fault(
        `쉼표가 세 자리마다 있지 않습니다: ${typed}`,
        '1,234,567처럼 세 자리마다 쉼표, 소수는 69.5처럼 점',
      );
    case 'leading-zero':
      return fault(
        `0 뒤에 자리를 나누는 표시가 있습니다: ${typed}`,
        '1,234처럼 0으로 시작하지 않는 수, 소수는 0.5처럼 점',
      );
    case 'several':
      return fault(`한 칸에 수가 여럿 있습니다: ${typed}`, '수 하나');
    case 'scales':
      return fault(
        `자릿수 말이 맞지 않아 얼마인지 알 수 없습니다: ${typed}`,
        '1억 2,000만원처럼 큰 자리부터 적은 수',
      );
  }
}

function tooFine(typed: string, { unit, column = unit }: Wanted, finest: number): TypedFault {
  const decimals = Math.max(0, finest - unit.power + column.power);
  const form = decimals === 0 ? '소수 없는 수' : `소수점 아래 ${decimals}자리까지의 수`;
  const why = finest === wholeDigits(unit) ? ' (더 나눌 수 없는 단위보다 잘게 적혀 있음)' : '';
  return fault(`${column.label} 단위의 수에 소수가 너무 깁니다${why}: ${typed}`, form);
}

/** The decimals that the number needs; undefined where it has no end. */
function decimalsOf(exact: Fraction): number | undefined {
  let rest = exact.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function shownIn(exact: Fraction, digits: number, { unit, column = unit }: Wanted): string {
  const needed = Math.max(digits, decimalsOf(exact) ?? digits);
  return `${showValue({ kind: 'quantity', exact, digits: needed }, needed)}${column.label}`;
}
