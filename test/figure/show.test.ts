// The printed form of values and figures.
import { describe, expect, it } from 'vitest';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import { showFigure, shownValue, showValue } from '../../src/figure/show.ts';
import { at, define, growth, value } from './figures.ts';

describe('showValue', () => {
  it.each([
    ['1234567', 0, '1,234,567'],
    ['-1234.5', 1, '△1,234.5'],
    ['0.8', 2, '0.80'],
    ['999', 0, '999'],
    ['-0.04', 1, '0.0'],
    ['-0.05', 1, '△0.1'],
    ['999.95', 1, '1,000.0'],
    ['0', 0, '0'],
    ['-', 1, '-'],
    ['missing', 1, ''],
  ])('%s with %i decimals is %s', (source, digits, shown) => {
    expect(showValue(value(source), digits)).toBe(shown);
  });
});

describe('showFigure', () => {
  const definitions = [
    define('a', { given: '7711', published: '7711' }),
    define('b', { given: '33.70', unit: '%', digits: 1 }),
    define('g', { relation: growth('a', 'b'), unit: '%', digits: 1 }),
    define('nil', { given: '-' }),
    define('none'),
  ];
  const show = (id: string, options?: Parameters<typeof showFigure>[1], changes: [string, string][] = []) => {
    const map = new Map(changes.map(([changed, to]) => [at(changed), value(to)]));
    const figure = evaluateFigures(definitions, map).value?.get(at(id));
    if (figure === undefined) throw new Error(`no figure ${id}`);
    return { text: showFigure(figure, options), shown: shownValue(figure) };
  };

  it('prints the published characters until the figure changes', () => {
    expect(show('a').text).toBe('7711');
    expect(show('a', { as: '7,700여' }).text).toBe('7,700여');
    expect(show('a', { as: '7,700여' }, [['a', '7712']]).text).toBe('7,712');
  });

  it('keeps the digits that were typed', () => {
    expect(show('b').text).toBe('33.70');
  });

  it('appends the unit to numbers alone', () => {
    expect(show('b', { unit: true }).text).toBe('33.70%');
    expect(show('nil', { unit: true }).text).toBe('-');
    expect(show('none', { unit: true }).text).toBe('');
  });

  it('agrees with the rounded value that the workbook holds', () => {
    const { text, shown } = show('nil');
    expect([text, shown.kind]).toEqual(['-', 'nil']);
    expect(show('b').shown).toMatchObject({ kind: 'quantity', digits: 2 });
  });
});
