// Words of units, units of columns and characters that show nothing -> what they are taken for.
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { unusableCharacterIn, unusableIn, unusableSeverity } from '../../src/figure/characters.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import {
  grouped,
  showFigureIn,
  showValue,
  unitInColumn,
  valueIn,
  valueWords,
} from '../../src/figure/show.ts';
import { readTyped } from '../../src/figure/typed-quantity.ts';
import { finestDigits } from '../../src/figure/typed-units.ts';
import { KNOWN_UNITS, SCALE_WORDS, takesScale, UNITS, Units } from '../../src/figure/unit.ts';
import { at, define, value } from './figures.ts';
import { SOME_UNITS, unitNamed } from './unit-named.ts';

describe('a word of a unit', () => {
  it.each<[string, string, string, string]>([
    ['₩', '원', 'money', '1'],
    ['천원', '천원', 'money', '1000'],
    ['백만 원', '백만원', 'money', '1000000'],
    ['십억원', '십억원', 'money', '1000000000'],
    ['조원', '조원', 'money', '1000000000000'],
    ['천명', '천명', 'people', '1000'],
    ['사람', '명', 'people', '1'],
    ['m2', '㎡', 'of area', '1'],
    ['M²', '㎡', 'of area', '1'],
    ['헥타르', 'ha', 'of area', '10000'],
    ['만㎡', '만㎡', 'of area', '10000'],
    ['㎏', 'kg', 'of weight', '1'],
    ['ton', '톤', 'of weight', '1000'],
    ['천 톤', '천톤', 'of weight', '1000000'],
    ['ℓ', 'L', 'of volume', '1'],
    ['㎿h', 'MWh', 'of energy', '1000'],
    ['톤CO2eq', 'tCO₂eq', 'of emission', '1'],
    ['％', '%', 'percent', '1'],
    ['퍼센트', '%', 'percent', '1'],
    ['%포인트', '%p', 'percentage-points', '1'],
    ['년', '년', 'of months', '12'],
    ['주', '주', 'of days', '7'],
    ['두(頭)', '두', 'of animals', '1'],
    ['개팀', '개팀', 'of 팀', '1'],
    ['명/㎢', '명/㎢', 'of people/of area', '1/1000000'],
    ['kg/10a', 'kg/10a', 'of of weight/of area', '1/1000'],
  ])('%s is %s, counts %s, %s at a time', (word, label, dimension, scale) => {
    const unit = KNOWN_UNITS.named(word);
    expect(unit).toMatchObject({ label, dimension });
    expect(unit?.scale.toFraction()).toBe(scale);
  });

  it.each([
    '',
    '무엇',
    '만무엇',
    '만',
    '천%',
    '개인',
    '개편',
    '천천명',
    '명/',
    '/㎢',
    '명/0㎢',
    '명/무엇',
  ])('%j is none', (word) => {
    expect(KNOWN_UNITS.named(word)).toBeUndefined();
  });

  it('names itself, in any spelling of its label, and each word of scale before it', () => {
    for (const unit of SOME_UNITS) {
      expect(KNOWN_UNITS.named(unit.label), unit.label).toEqual(unit);
      expect(KNOWN_UNITS.named(` ${unit.label.normalize('NFKC').toUpperCase()}`), unit.label).toEqual(unit);
      if (!takesScale(unit) || unit.power > 0) continue;
      for (const [word, power] of SCALE_WORDS) {
        const scaled = KNOWN_UNITS.named(word + unit.label);
        expect(scaled).toMatchObject({ label: word + unit.label, dimension: unit.dimension, power });
        expect(scaled?.scale.div(unit.scale).toString()).toBe(String(10n ** BigInt(power)));
      }
    }
  });

  it('of a plan goes before what it means elsewhere, also behind a word of scale', () => {
    const bag = { ...unitNamed('kg'), label: '포대', scale: new Fraction(20) };
    const units = new Units([bag, { ...unitNamed('그루'), label: '주' }]);
    expect(units.named('천포대')).toMatchObject({ label: '천포대', dimension: 'of weight', power: 3 });
    expect(units.named('주')).toMatchObject({ dimension: 'of trees' });
    expect(KNOWN_UNITS.named('포대')).toBeUndefined();
  });
});

describe('an amount in any unit', () => {
  const units = fc.constantFrom(...SOME_UNITS);
  const number = fc.record({
    whole: fc.integer({ min: 0, max: 9_999_999 }),
    digits: fc.integer({ min: 0, max: 3 }),
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(units, number, fc.boolean(), (unit, { whole, digits }, negative) => {
        const kept = Math.min(digits, finestDigits(unit, 0));
        const exact = new Fraction(negative ? -whole : whole, 10 ** kept);
        const shown = `${showValue({ kind: 'quantity', exact, digits: kept }, kept)}${unit.label}`;
        const read = readTyped(shown, { unit, digits: kept });
        expect(read, shown).toMatchObject({ kind: 'value', value: { kind: 'quantity', digits: kept } });
        if (read.kind === 'value' && read.value.kind === 'quantity')
          expect(read.value.exact.equals(exact), shown).toBe(true);
      }),
    );
  });

  it('scales exactly into another of its dimension or is refused, and into no other', () => {
    fc.assert(
      fc.property(units, units, number, (typed, unit, { whole }) => {
        const read = readTyped(`${whole}${typed.label}`, { unit });
        const exact = new Fraction(whole).mul(typed.scale).div(unit.scale);
        const counts = typed.dimension === unit.dimension || (typed.label === '%' && unit.label === '%p');
        if (read.kind === 'value') {
          expect(counts).toBe(true);
          if (read.value.kind === 'quantity') expect(read.value.exact.equals(exact)).toBe(true);
        } else if (counts && typed.scale.equals(unit.scale)) expect(read).toMatchObject({ kind: 'value' });
      }),
    );
  });

  it.each<[string, string, string | undefined]>([
    ['3.5톤', 'kg', '3,500kg'],
    ['12,345㎡', 'ha', '1.2345ha'],
    ['1년', '개월', '12개월'],
    ['30분', '시간', '0.5시간'],
    ['3천', '톤', '3,000톤'],
    ['1만 2천두', '마리', '12,000마리'],
    ['5‰', '%', '0.5%'],
    ['2.5마리', '마리', undefined],
    ['8시간', '일', undefined],
    ['100평', '㎡', undefined],
    ['3만 천톤', '톤', undefined],
  ])('%s where %s stand is %s', (typed, label, shown) => {
    const read = readTyped(typed, { unit: unitNamed(label) });
    expect(read.kind === 'value' ? read.understood : undefined).toBe(shown && `${typed} → ${shown}`);
  });
});

describe('a figure in the unit of its column', () => {
  const figureOf = (given: string, unit: string) => {
    const figure = evaluateFigures([define('a', { given, unit })]).value?.get(at('a'));
    if (figure === undefined) throw new Error('no figure');
    return figure;
  };

  it.each<[string, string, string, string]>([
    ['786', '백만원', '천원', '786,000'],
    ['1234', '천원', '백만원', '1.234'],
    ['1.25', '억원', '백만원', '125'],
    ['12', '천원', '천원', '12'],
    // What counts something else says so.
    ['12', '명', '천원', '12명'],
  ])('%s %s in a column of %s is %s', (given, unit, column, shown) => {
    expect(showFigureIn(figureOf(given, unit), unitNamed(column))).toBe(shown);
    expect(unitInColumn(figureOf(given, unit), unitNamed(column)).label).toBe(unit === '명' ? '명' : column);
  });

  it('says its unit where that is asked for', () => {
    expect(showFigureIn(figureOf('786', '백만원'), UNITS.천원, { unit: true })).toBe('786,000천원');
    expect(showFigureIn(figureOf('12', '천원'), UNITS.천원, { unit: true })).toBe('12천원');
  });

  it('keeps as many decimals as it knows, and none below nothing', () => {
    expect(valueIn(value('1.5'), UNITS.백만원, UNITS.천원)).toMatchObject({ kind: 'quantity', digits: 0 });
    expect(valueIn(value('1500'), UNITS.천원, UNITS.백만원)).toMatchObject({ kind: 'quantity', digits: 3 });
    expect(valueIn(value('-'), UNITS.천원, UNITS.백만원)).toEqual({ kind: 'nil' });
    expect(() => valueIn(value('1'), UNITS.명, UNITS.원)).toThrow(RangeError);
  });

  it('is told in words, and its thousands are grouped', () => {
    expect([valueWords(value('missing')), valueWords(value('-')), valueWords(value('1234.50'))]).toEqual([
      '미정',
      '-',
      '1,234.50',
    ]);
    expect(['1', '123', '1234', '-1234567', '1.5'].map(grouped)).toEqual([
      '1',
      '123',
      '1,234',
      '-1,234,567',
      '1.5',
    ]);
  });
});

describe('characters that show nothing', () => {
  it('are told where they stand; those of which nothing can be made weigh more', () => {
    expect(unusableIn('가\u200b나\u0001')).toEqual([
      { character: '\u200b', index: 1 },
      { character: '\u0001', index: 3 },
    ]);
    expect(unusableIn('가나')).toEqual([]);
    expect(unusableCharacterIn('가\u200b나\u0001')).toBe('\u0001');
    expect(unusableCharacterIn('가\u200b나')).toBe('\u200b');
    expect(['\u0001', '\ue000', '\u200b'].map(unusableSeverity)).toEqual(['error', 'error', 'warning']);
  });
});

describe('a change of an address that has no figure', () => {
  it('is told where it was asked for, and names the nearest there is', () => {
    const definitions = [define('other', { given: '1' }), define('births', { given: '2' })];
    const place = { file: 'editions/1.yaml', line: 7, column: 3 };
    const told = (id: string, places = new Map([[at(id), place]])) =>
      evaluateFigures(definitions, new Map([[at(id), value('3')]]), places).diagnostics;
    expect(told('birth')).toMatchObject([{ rule: 'unknown-figure', place }]);
    expect(told('birth')[0]?.expected).toContain(at('births'));
    // Without a place of its own, where the nearest stands, or the first.
    expect(told('birth', new Map())).toMatchObject([{ place: definitions[1]?.place }]);
    expect(told('nothing-alike', new Map())).toMatchObject([
      { place: definitions[0]?.place, expected: '자료에 있는 수치의 주소' },
    ]);
  });
});
