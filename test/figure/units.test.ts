// Words of units, units of columns and characters that show nothing -> what they are taken for.
import { describe, expect, it } from 'vitest';
import { unusableCharacterIn, unusableIn, unusableSeverity } from '../../src/figure/characters.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { grouped, showFigureIn, unitInColumn, valueIn, valueWords } from '../../src/figure/show.ts';
import { scaledUnitOfWord } from '../../src/figure/typed-units.ts';
import { UNITS, type UnitLabel } from '../../src/figure/unit.ts';
import { at, define, value } from './figures.ts';

describe('a word of a unit', () => {
  it.each([
    ['₩', 0, 'money'],
    ['원', 0, 'money'],
    ['천원', 3, 'money'],
    ['백만원', 6, 'money'],
    ['십억원', 9, 'money'],
    ['억원', 8, 'money'],
    ['조원', 12, 'money'],
    ['천명', 3, 'people'],
    ['백만', 6, undefined],
  ] as const)('%s scales by a power of ten: %i, and says of what or not: %s', (word, exponent, dimension) => {
    expect(scaledUnitOfWord(word)).toMatchObject({ exponent, dimension });
  });

  it.each(['', '무엇', '만무엇'])('%j is none', (word) => {
    expect(scaledUnitOfWord(word)).toBeUndefined();
  });
});

describe('units', () => {
  it('say in their label how they scale', () => {
    const scales: Readonly<Record<string, number>> = { 십: 1, 백: 2, 천: 3, 만: 4, 억: 8, 조: 12 };
    for (const { label, exponent, dimension } of Object.values(UNITS)) {
      const [, small = '', big = '', one = ''] = /^(십|백|천)?(만|억|조)?(.+)$/u.exec(label) ?? [];
      expect(exponent, label).toBe((scales[small] ?? 0) + (scales[big] ?? 0));
      expect(UNITS[one as UnitLabel].dimension, label).toBe(dimension);
    }
  });
});

describe('a figure in the unit of its column', () => {
  const figureOf = (given: string, unit: UnitLabel) => {
    const figure = evaluateFigures([define('a', { given, unit })]).value?.get(at('a'));
    if (figure === undefined) throw new Error('no figure');
    return figure;
  };

  it.each<[string, UnitLabel, UnitLabel, string]>([
    ['786', '백만원', '천원', '786,000'],
    ['1234', '천원', '백만원', '1.234'],
    ['1.25', '억원', '백만원', '125'],
    ['12', '천원', '천원', '12'],
    // What counts something else says so.
    ['12', '명', '천원', '12명'],
  ])('%s %s in a column of %s is %s', (given, unit, column, shown) => {
    expect(showFigureIn(figureOf(given, unit), UNITS[column])).toBe(shown);
    expect(unitInColumn(figureOf(given, unit), UNITS[column]).label).toBe(unit === '명' ? '명' : column);
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
