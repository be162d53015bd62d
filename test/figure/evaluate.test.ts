// What evaluateFigures gives for single relations, stated values, changes and faulty definitions.
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition, Value } from '../../src/figure/figure.ts';
import { showFigure } from '../../src/figure/show.ts';
import { at, define, difference, effective, growth, ratio, same, share, sum, value } from './figures.ts';

function evaluated(definitions: readonly FigureDefinition[], changes: Record<string, string> = {}) {
  const map = new Map<Address, Value>(Object.entries(changes).map(([id, text]) => [at(id), value(text)]));
  const { value: book, diagnostics } = evaluateFigures(definitions, map);
  return {
    book,
    diagnostics,
    rules: diagnostics.map(({ rule }) => rule),
    figure: (id: string) => {
      const figure = book?.get(at(id));
      if (figure === undefined) throw new Error(`no figure ${id}`);
      return figure;
    },
    shown: (id: string) => {
      const figure = book?.get(at(id));
      return figure === undefined ? 'absent' : showFigure(figure);
    },
  };
}

describe('relations', () => {
  const a = define('a', { given: '46567' });
  const b = define('b', { given: '42405' });

  it('computes each kind exactly', () => {
    const result = evaluated([
      a,
      b,
      define('sum', { relation: sum('a', 'b') }),
      define('difference', { relation: difference('b', 'a') }),
      define('growth', { relation: growth('a', 'b'), unit: '%', digits: 1 }),
      define('share', { relation: share('a', 'sum'), unit: '%', digits: 1 }),
      define('ratio', { relation: ratio('a', 'b'), unit: '배', digits: 2 }),
      define('same', { relation: same('a'), unit: '천명', digits: 1 }),
    ]);
    expect(result.diagnostics).toEqual([]);
    expect(effective(result.book, 'growth')).toBe('83240/8481');
    expect(['sum', 'difference', 'growth', 'share', 'ratio', 'same'].map(result.shown)).toEqual([
      '88,972',
      '△4,162',
      '9.8',
      '52.3',
      '1.10',
      '46.6',
    ]);
  });

  it('adds without the errors of binary fractions', () => {
    const { book } = evaluated([
      define('a', { given: '0.1', unit: '%' }),
      define('b', { given: '0.2', unit: '%' }),
      define('sum', { relation: sum('a', 'b'), unit: '%', digits: 1 }),
    ]);
    expect(effective(book, 'sum')).toBe('3/10');
  });

  it('brings operands to the scale of the result, and of each other', () => {
    const { book } = evaluated([
      define('persons', { given: '589013' }),
      define('thousands', { given: '11.0', unit: '천명' }),
      define('sum', { relation: sum('persons', 'thousands'), unit: '천명' }),
      define('back', { relation: sum('persons', 'thousands') }),
      define('share', { relation: share('thousands', 'persons'), unit: '%' }),
      define('won', { given: '21356', unit: '백만원' }),
      define('hundred-millions', { relation: same('won'), unit: '억원' }),
    ]);
    expect(effective(book, 'sum')).toBe('600013/1000');
    expect(effective(book, 'back')).toBe('600013');
    expect(effective(book, 'share')).toBe('1100000/589013');
    expect(effective(book, 'hundred-millions')).toBe('5339/25');
  });

  it('counts nil as 0, and keeps nil where nothing else is added', () => {
    const { book } = evaluated([
      a,
      define('nil', { given: '-' }),
      define('sum', { relation: sum('a', 'nil') }),
      define('nils', { relation: sum('nil', 'nil') }),
      define('share', { relation: share('nil', 'a'), unit: '%' }),
    ]);
    expect(['sum', 'nils', 'share'].map((id) => effective(book, id))).toEqual(['46567', 'nil', '0']);
  });

  it('gives no verdict without an operand, or over 0', () => {
    const { book, figure } = evaluated([
      a,
      define('none', { given: 'missing' }),
      define('zero', { given: '0' }),
      define('sum', { relation: sum('a', 'none') }),
      define('growth', { relation: growth('a', 'zero'), unit: '%' }),
      define('stated', { relation: ratio('a', 'none'), unit: '배', given: '0.80' }),
    ]);
    expect(figure('sum').computed).toBeUndefined();
    expect(['sum', 'growth', 'stated'].map((id) => effective(book, id))).toEqual([
      'missing',
      'missing',
      '4/5',
    ]);
  });

  it('tells where a figure comes from', () => {
    const { figure } = evaluated([
      a,
      define('guess', { given: '1', inferred: true }),
      define('none', { given: 'missing' }),
      define('nothing'),
      define('sum', { relation: sum('a', 'guess') }),
    ]);
    const origins = ['a', 'guess', 'none', 'nothing', 'sum'].map((id) => figure(id).origin);
    expect(origins).toEqual(['input', 'inferred', 'missing', 'missing', 'relation']);
  });
});

describe('stated values', () => {
  const definitions = [
    define('a', { given: '10' }),
    define('b', { given: '20' }),
    define('total', { relation: sum('a', 'b'), given: '31', published: '31명' }),
    define('half', { relation: share('a', 'total'), unit: '%', digits: 1, given: '33.0' }),
    define('grand', { relation: sum('total', 'b') }),
    define('copy', { relation: same('b'), given: '21' }),
    define('count', { relation: sum('b', 'b'), given: 'missing' }),
  ];

  it('go before computed ones, upstream too', () => {
    const { book, figure, shown } = evaluated(definitions);
    expect(effective(book, 'grand')).toBe('51');
    expect(figure('total').computed).toMatchObject({ kind: 'quantity' });
    expect(shown('total')).toBe('31명');
    expect(effective(book, 'count')).toBe('40');
  });

  it('a sum moves with its operands, another gives way', () => {
    const { book, figure, shown } = evaluated(definitions, { a: '15' });
    expect(effective(book, 'total')).toBe('36');
    expect(shown('total')).toBe('36');
    expect(effective(book, 'half')).toBe('125/3');
    expect(shown('half')).toBe('41.7');
    expect(effective(book, 'grand')).toBe('56');
    expect(effective(book, 'copy')).toBe('21');
    const changed = ['a', 'b', 'total', 'half', 'grand', 'copy', 'count'].filter((id) => figure(id).changed);
    expect(changed).toEqual(['a', 'total', 'half', 'grand']);
  });

  it('a sum whose operand was unknown is computed once it is known', () => {
    const { book } = evaluated(
      [
        define('a', { given: '10' }),
        define('late', { given: 'missing' }),
        define('total', { relation: sum('a', 'late'), given: '31' }),
      ],
      { late: '5' },
    );
    expect(effective(book, 'total')).toBe('15');
  });

  it('a change to the same number changes nothing', () => {
    const { figure } = evaluated(definitions, { a: '10.0' });
    expect(figure('total').changed).toBe(false);
    expect(figure('half').changed).toBe(false);
  });
});

describe('faulty definitions', () => {
  it('are all reported in one run, each with its place', () => {
    const second = define('people', { given: '2' });
    const { rules, diagnostics, book } = evaluated([
      define('people', { given: '1' }),
      second,
      define('typo', { relation: sum('people', 'peolpe') }),
      define('money', { given: '3', unit: '원' }),
      define('mixed', { relation: sum('people', 'money') }),
      define('circle-b', { relation: same('circle-c') }),
      define('circle-c', { relation: same('circle-a') }),
      define('circle-a', { relation: same('circle-b') }),
      define('elsewhere', { equals: [at('nowhere-at-all')] }),
      define('self', { relation: sum('self', 'people'), given: '5' }),
    ]);
    expect([...rules].sort()).toEqual([
      'circular-relation',
      'circular-relation',
      'duplicate-id',
      'mixed-units',
      'unknown-figure',
      'unknown-figure',
    ]);
    expect(diagnostics.find(({ rule }) => rule === 'duplicate-id')?.place).toEqual(second.place);
    const unknown = diagnostics.find(({ rule }) => rule === 'unknown-figure');
    expect(unknown?.message).toContain('figures/peolpe');
    expect(unknown?.expected).toContain('figures/people');
    expect(diagnostics.map(({ message }) => message).join('\n')).toContain(
      'figures/circle-a → figures/circle-b → figures/circle-c → figures/circle-a',
    );
    expect(effective(book, 'people')).toBe('1');
    expect(effective(book, 'self')).toBe('5');
    expect(effective(book, 'circle-a')).toBe('missing');
  });

  it('of units: percentage points come from two rates, and rates from growth and share', () => {
    const rates = [define('p', { given: '60.1', unit: '%' }), define('q', { given: '59.8', unit: '%' })];
    const rulesOf = (definition: FigureDefinition) => evaluated([...rates, definition]).rules;
    expect(rulesOf(define('d', { relation: difference('p', 'q'), unit: '%p' }))).toEqual([]);
    expect(rulesOf(define('d', { relation: difference('p', 'q'), unit: '%' }))).toEqual([]);
    expect(rulesOf(define('d', { relation: difference('p', 'q') }))).toEqual(['mixed-units']);
    expect(rulesOf(define('d', { relation: growth('p', 'q') }))).toEqual(['mixed-units']);
    expect(rulesOf(define('d', { given: '1', equals: [at('p')] }))).toEqual(['mixed-units']);
  });

  it('of changes: only inputs can be changed', () => {
    const { rules } = evaluated([define('a', { given: '1' }), define('s', { relation: same('a') })], {
      s: '2',
      zzz: '3',
    });
    expect(rules).toEqual(['change-of-derived', 'unknown-figure']);
  });
});
