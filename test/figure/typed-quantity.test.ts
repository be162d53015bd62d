// What people type -> the exact value, or a fault; never another number.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/figure/quantity.ts';
import { readTyped, type Wanted } from '../../src/figure/typed-quantity.ts';
import { UNITS } from '../../src/figure/unit.ts';
import { processorTime } from '../processor-time.ts';
import { soundForm, unsoundForm } from '../revise/typed-forms.ts';
import { runs } from '../whole.ts';
import { unitNamed } from './unit-named.ts';

/** The value and what was understood, or `fault:` and the message. */
function read(text: string, unit: string, wanted: Partial<Wanted> = {}): readonly (string | undefined)[] {
  const reading = readTyped(text, { unit: unitNamed(unit), ...wanted });
  if (reading.kind === 'fault') return ['fault', reading.message];
  const { value, understood } = reading;
  const shown = value.kind === 'quantity' ? decimalText(value.exact, value.digits) : value.kind;
  return understood === undefined ? [shown] : [shown, understood];
}

describe('an amount', () => {
  it.each<[string, string, string | undefined]>([
    ['1,200,000', '1200000', undefined],
    [' 1200000 ', '1200000', undefined],
    ['1,200백만원', '1200000', '1,200백만원 → 1,200,000천원'],
    ['12억원', '1200000', '12억원 → 1,200,000천원'],
    ['786백만원', '786000', '786백만원 → 786,000천원'],
    ['1.95억원', '195000', '1.95억원 → 195,000천원'],
    ['150,000,000원', '150000', '150,000,000원 → 150,000천원'],
    ['₩150,000,000', '150000', '₩150,000,000 → 150,000천원'],
    ['금 150,000,000원정', '150000', '금 150,000,000원정 → 150,000천원'],
    ['1억 2,000만원', '120000', '1억 2,000만원 → 120,000천원'],
    ['1억2천3백만 원', '123000', '1억2천3백만 원 → 123,000천원'],
    ['3천만원', '30000', '3천만원 → 30,000천원'],
    ['2조 1,300억', '2130000000', '2조 1,300억 → 2,130,000,000천원'],
    ['1,234(백만원)', '1234000', '1,234(백만원) → 1,234,000천원'],
    ['１６０，０００', '160000', '１６０，０００ → 160,000천원'],
    ['160 000', '160000', '160 000 → 160,000천원'],
    ['△1,234', '-1234', '△1,234 → △1,234천원'],
    ['▲ 1,234', '-1234', '▲ 1,234 → △1,234천원'],
    ['▽1,234천원', '-1234', '▽1,234천원 → △1,234천원'],
    ['−1,234', '-1234', '−1,234 → △1,234천원'],
    ['(1,234)', '-1234', '(1,234) → △1,234천원'],
    ['(1,234천원)', '-1234', '(1,234천원) → △1,234천원'],
    ['약 3억여원', '300000', '약 3억여원 → 약 300,000천원'],
    ['5억원 내외', '500000', '5억원 내외 → 약 500,000천원'],
    ['1.6E5', '160000', '1.6E5 → 160,000천원'],
    ['-', 'nil', undefined],
    ['―', 'nil', undefined],
    ['', 'missing', undefined],
    ['1,157,091.123', '1157091.123', undefined],
  ])('in 천원: %s', (text, value, understood) => {
    expect(read(text, '천원')).toEqual(understood === undefined ? [value] : [value, understood]);
  });

  it.each([
    '1,2',
    '12,34',
    '1234,567',
    '1,000, 2,000',
    '0,123',
    '1 2',
    '1234 567',
    '123\n456',
    '1,157,091.123456',
    '1.2.3',
    '1.234,5',
    '100~200',
    '100 이상',
    '1억 20,000만원',
    '1.5억 2,000만원',
    '1억 2억원',
    '1억 2,000',
    '3천',
    '만원',
    '5kg',
    '①',
    '10²',
    '(△100)',
    '--5',
    '(5',
    '₩5명',
    '9999999999999999',
    '1e99',
    '협의 중',
  ])('in 천원, refused: %j', (text) => {
    expect(read(text, '천원')[0]).toBe('fault');
  });

  it('of another dimension is refused, and the message names both', () => {
    expect(read('1,200,000명', '천원')[1]).toMatch(/1,200,000명.*천원.*명/);
    expect(read('95%', '천원')[1]).toMatch(/95%.*천원.*%/);
  });

  it('in a column of another unit than the figure is kept in', () => {
    const column = { column: UNITS.천원 };
    expect(read('21,378', '백만원', column)).toEqual(['21.378']);
    expect(read('21백만원', '백만원', column)).toEqual(['21', '21백만원 → 21,000천원']);
    expect(read('21,378.1234', '백만원', column)[0]).toBe('fault');
  });
});

describe('what is counted', () => {
  it.each<[string, string, string]>([
    ['315천명', '명', '315000'],
    ['1만 2,000', '명', '12000'],
    ['300인', '명', '300'],
    ['30여 개소', '개소', '30'],
    ['0.2%', '%p', '0.2'],
    ['1.25배', '배', '1.25'],
    ['1,200,000명', '천명', '1200'],
  ])('%s in %s', (text, unit, value) => {
    expect(read(text, unit)[0]).toBe(value);
  });

  it('is whole, unless the figure is an average', () => {
    expect(read('5.5', '명')[0]).toBe('fault');
    expect(read('5.5', '명', { digits: 1 })).toEqual(['5.5']);
    expect(read('0.0005천명', '명')[0]).toBe('fault');
  });

  it('is a job in 명 and in 개', () => {
    expect(read('5개', '명')[0]).toBe('fault');
    expect(read('5개', '명', { also: ['establishments'] })[0]).toBe('5');
  });
});

describe('a rate', () => {
  const part = { rate: 'part', digits: 1 } as const;
  it.each(['69.5', '69.5%', '０', '100', '69.55'])('%s', (text) => {
    expect(read(text, '%', part)[0]).not.toBe('fault');
  });

  it.each([
    '690',
    '100.1',
    '-3',
    '69,5',
    '69.123456',
    '0.5%p',
    '5백%',
    '1,000',
  ])('%s is none of a part', (text) => {
    expect(read(text, '%', part)[0]).toBe('fault');
  });

  it('of growth is any', () => {
    expect(read('△12.3', '%', { rate: 'any', digits: 1 })[0]).toBe('-12.3');
    expect(read('690', '%', { rate: 'any', digits: 1 })[0]).toBe('690.0');
  });
});

const COLUMNS = [
  '천원',
  '원',
  '백만원',
  '명',
  '천명',
  '건',
  '개소',
  '회',
  '%',
] as const satisfies readonly string[];

describe.each(COLUMNS)('any form in a column of %s', (label) => {
  const unit = unitNamed(label);
  const wanted: Wanted = { unit, rate: 'part', digits: unit.dimension === 'percent' ? 1 : 0 };

  it('that is sound reads to its exact value', () => {
    fc.assert(
      fc.property(soundForm(unit), ({ content, exact }) => {
        const reading = readTyped(String(content), wanted);
        const value =
          reading.kind === 'value' && reading.value.kind === 'quantity' ? reading.value.exact : undefined;
        expect([content, value?.toFraction()]).toEqual([content, exact.toFraction()]);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  it('that is unsound is refused', () => {
    fc.assert(
      fc.property(unsoundForm(unit), (text) => {
        expect([text, readTyped(text, wanted).kind]).toEqual([text, 'fault']);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});

it('any characters give a value or a fault, in time that grows no faster than they do', async () => {
  const characters = fc.constantFrom(...'0123456789,. 천만억조원명%여약△()-+내외\n\u200b');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 80 }), (typed) => {
      expect(['value', 'fault']).toContain(readTyped(typed.join(''), { unit: UNITS.천원 }).kind);
    }),
    { seed: 20261130, numRuns: runs(500, 2_000) },
  );
  const spent = await processorTime(() => {
    for (const piece of ['1,', '1 ', '약', '(', '1억', '내외 ', ' '])
      expect(['value', 'fault']).toContain(readTyped(piece.repeat(100_000), { unit: UNITS.천원 }).kind);
  });
  expect(spent).toBeLessThan(1_000);
});

it('a plain number is worth the same in every unit it is plain in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
      for (const unit of [UNITS.원, UNITS.천원, UNITS.명]) {
        const reading = readTyped(number.toLocaleString('en-US'), { unit });
        expect(reading).toMatchObject({ kind: 'value', value: { exact: new Fraction(number), digits: 0 } });
        expect(reading).not.toHaveProperty('understood');
      }
    }),
    { seed: 20261130, numRuns: 100 },
  );
});
