// A column's unit -> what people may type into it and what that is worth there, and what must never be taken for a number.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { wholeDigits } from '../../src/figure/typed-units.ts';
import type { Unit } from '../../src/figure/unit.ts';
import { SOME_UNITS } from '../figure/unit-named.ts';

/** What a cell holds: a text, or a number as a spreadsheet keeps one. */
export interface SoundForm {
  readonly content: string | number;
  /** In the column's unit. */
  readonly exact: Fraction;
}

const TEN = new Fraction(10);
const BASES: Readonly<Partial<Record<Unit['dimension'], string>>> = { money: '원', people: '명' };

/** Thousands commas, without help of the program: 1234567 -> 1,234,567. */
function grouped(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

function wide(text: string): string {
  return text.replaceAll(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
}

/** The spellings of one number with a unit or none behind it. */
function spelt(number: string, unit: string): fc.Arbitrary<string> {
  const [whole = '', decimals] = number.split('.');
  const commas = decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
  const about = unit === '' ? ['내외', ' 정도'] : ['내외', ' 내외', ' 정도', ' 가량'];
  return fc
    .record({
      digits: fc.constantFrom(number, commas, wide(number), wide(commas)),
      between: fc.constantFrom('', '', ' '),
      before: fc.constantFrom('', '', '', ' ', '약 ', '약', '+'),
      after: fc.constantFrom('', '', '', ' ', ...about),
      yeo: fc.boolean(),
    })
    .map(({ digits, between, before, after, yeo }) => {
      const odd = yeo && before === '' && after === '' && decimals === undefined ? '여' : '';
      return `${before}${digits}${odd}${between}${unit}${after}`;
    });
}

/** An amount or a count of at least one, at most 9,999,999 of the column's unit; a rate from 0 to 100. */
export function soundForm(column: Unit): fc.Arbitrary<SoundForm> {
  if (column.dimension === 'percent')
    return fc.integer({ min: 0, max: 1000 }).chain((tenths) => {
      const text = new Fraction(tenths, 10).toString();
      return fc
        .oneof(spelt(text, ''), spelt(text, '%'), fc.constant(tenths / 10))
        .map((content) => ({ content, exact: new Fraction(tenths, 10) }));
    });
  const base = BASES[column.dimension];
  const scaled = SOME_UNITS.filter((unit) => unit.dimension === column.dimension);
  const own = fc
    .integer({ min: 1, max: 9_999_999 })
    .chain((number) =>
      fc
        .oneof(
          spelt(String(number), ''),
          spelt(String(number), column.label),
          fc.constant<string | number>(number),
        )
        .map((content) => ({ content, exact: new Fraction(number) })),
    );
  const other = fc
    .record({
      unit: fc.constantFrom(...(scaled.length > 0 ? scaled : [column])),
      number: fc.integer({ min: 1, max: 9_999 }),
      decimals: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ unit, number, decimals }) => {
      // Nothing is typed finer than one of what is counted.
      const kept = Math.min(decimals, wholeDigits(unit) ?? 2);
      const amount = new Fraction(number).div(TEN.pow(kept));
      return spelt(amount.toString(), unit.label).map((content) => ({
        content,
        exact: amount.mul(unit.scale).div(column.scale),
      }));
    });
  const kept = other.filter(({ exact }) => exact.compare(10n ** 15n) < 0);
  if (base === undefined) return fc.oneof(own, kept);
  const compound = fc
    .record({
      eok: fc.integer({ min: 1, max: 99 }),
      man: fc.integer({ min: 1, max: 9_999 }),
      blank: fc.constantFrom('', ' '),
      commas: fc.boolean(),
      unit: fc.constantFrom(base, ` ${base}`, ''),
    })
    .map(({ eok, man, blank, commas, unit }) => ({
      content: `${eok}억${blank}${commas ? grouped(String(man)) : man}만${unit}`,
      exact: new Fraction(BigInt(eok) * 100_000_000n + BigInt(man) * 10_000n).div(column.scale),
    }));
  return fc.oneof(own, kept, compound);
}

/** What no column of the unit takes: it is told at the cell. */
export function unsoundForm(column: Unit): fc.Arbitrary<string> {
  const number = fc.integer({ min: 1, max: 9_999 });
  const others = SOME_UNITS.filter(
    (unit) =>
      unit.dimension !== column.dimension &&
      // Jobs are counted in 명 and in 개.
      !(column.dimension === 'people' && unit.dimension === 'establishments') &&
      !(column.dimension === 'percentage-points' && unit.dimension === 'percent'),
  );
  const finest = column.dimension === 'percent' ? 4 : (wholeDigits(column) ?? 4);
  return fc.oneof(
    fc.tuple(number, fc.constantFrom(...others)).map(([value, unit]) => `${value}${unit.label}`),
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a},${b}`),
    fc.tuple(number, number).map(([a, b]) => `${a}, ${b}`),
    fc.tuple(number, fc.constantFrom('~', '-', '/', ' 및 ', '\n'), number).map((parts) => parts.join('')),
    fc
      .tuple(number, fc.constantFrom('이상', ' 미만', ' kg', '?', ' 예정', '억2억원'))
      .map((parts) => parts.join('')),
    number.map((value) => `${value}.${'0'.repeat(finest)}1`),
    number.map((value) => `${value}000000000000000`),
    fc.constantFrom(
      '협의 중',
      '미정',
      '만원',
      'N/A',
      '①',
      '--5',
      '1.2.3',
      '1.234,5',
      '0,500',
      '△',
      '1억 20,000만원',
    ),
  );
}
