// templates/theme.yaml, whole and damaged -> the theme and what is wrong.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/plan-format/read-theme.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../templates/theme.yaml'), 'utf8');
const damaged = (from: string | RegExp, to: string) =>
  readTheme({ file: 'theme.yaml', text: text.replace(from, to) });

describe('the theme', () => {
  it('is read whole, in numbers', () => {
    const { value, diagnostics } = readTheme({ file: 'theme.yaml', text });
    expect(diagnostics).toEqual([]);
    expect(value?.page.width).toBe(210);
    expect(value?.letterSpacing).toBe(-0.02);
    expect(value?.styles.table).toMatchObject({
      size: 9.5,
      weight: 'regular',
      colour: 'text',
      align: 'left',
    });
    expect(value?.colours.main).toMatchObject({ rgb: '#074171', cmyk: [100, 75, 25, 20] });
  });

  it('of before its later keys is read, and looks as it did', () => {
    const file = path.resolve(import.meta.dirname, 'theme-before.yaml');
    const { value, diagnostics } = readTheme({ file, text: readFileSync(file, 'utf8') });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      folio: 'centre',
      strategies: [],
      page: { left: 24, turned: {} },
      furniture: { headRule: 0.4 },
      partContents: { row: 0 },
    });
    expect(value?.colours.warm).toEqual(value?.colours.total);
  });

  it.each([
    ['an unknown page number', /^folio: outer$/m, 'folio: inner', 'wrong-type'],
    ['no such colour of a strategy', '[second, third', '[second, thrid', 'unknown-id'],
    ['a rule as thick as a beam', 'headRule: 0.25', 'headRule: 25', 'wrong-type'],
  ])('is refused with %s', (_, from, to, rule) => {
    expect(damaged(from, to).diagnostics.map((one) => one.rule)).toEqual([rule]);
  });

  const LATER = ['folio', 'furniture', 'strategies', 'partContents', 'section', 'sheet'];
  const parts = [...text.matchAll(/^(\w+):/gm)].flatMap(([, name = '']) =>
    LATER.includes(name) ? [] : [name],
  );
  it.each(parts)('is refused, with a place, without its part %s', (part) => {
    // From the part's key to the next, or to the end.
    const { value, diagnostics } = damaged(new RegExp(`^${part}:.*\\n(?:(?!\\w).*\\n?)*`, 'm'), '');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { rule: 'missing-key', place: { file: 'theme.yaml', line: 2, column: 1 } },
    ]);
    expect(diagnostics[0]?.message).toContain(part);
  });

  it.each([
    ['a style is missing', /^ {2}boxItem:.*\n/m, '', 'missing-key'],
    ['a colour has no such name', 'colour: second', 'colour: secnod', 'unknown-id'],
    ['a size is no number', 'size: 17,', 'size: 17pt,', 'wrong-type'],
    ['a weight is unknown', 'weight: semibold', 'weight: heavy', 'wrong-type'],
    ['an ink is missing', '[100, 75, 25, 20]', '[100, 75, 25]', 'wrong-type'],
    ['a key is unknown', 'letterSpacing:', 'letterspacing: 0\nletterSpacing:', 'unknown-key'],
  ])('is refused where %s', (_, from, to, rule) => {
    const { value, diagnostics } = damaged(from, to);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  });

  it.each([
    ['a page of no size', 'width: 210, height: 297', 'width: 0, height: 0', '100에서 1000까지의 수', 2],
    ['a page as wide as a road', 'width: 210', 'width: 9000000000', '100에서 1000까지의 수', 1],
    ['a margin below 0', 'top: 26', 'top: -1', '0에서 300까지의 수', 1],
    ['letters of no size', 'size: 9.5,  leading: 13', 'size: 0,  leading: 13', '4에서 144까지의 수', 1],
    [
      'letters larger than the page',
      'size: 34,   leading: 36',
      'size: 3400, leading: 36',
      '4에서 144까지의 수',
      1,
    ],
    ['a rule as thick as a beam', 'outerRule: 1.0', 'outerRule: 1000', '0.05에서 10까지의 수', 1],
    ['an ink of more than all', 'cmyk: [18, 6, 0, 0]', 'cmyk: [180, 6, 0, 0]', '0에서 100까지의 수', 1],
    ['letters apart by their size', 'letterSpacing: -0.02', 'letterSpacing: 1', '-0.1에서 0.5까지의 수', 1],
    ['infinite space', 'after: 0.6, align: left', 'after: .inf, align: left', undefined, 1],
    // Each alone is within its bounds.
    ['margins wider than the page', 'left: 26, right: 20', 'left: 120, right: 100', '20 이하', 1],
    ['margins higher than the page', 'top: 26, bottom: 25', 'top: 200, bottom: 200', '27 이하', 1],
    ['a head in the text', 'runningHead: 14.4', 'runningHead: 40', '26 이하', 1],
    [
      'lines that overlap',
      'size: 11,   leading: 17,   weight: regular,   colour: text,  indent: 1',
      'size: 30,   leading: 17,   weight: regular,   colour: text,  indent: 1',
      '27 이상',
      1,
    ],
    ['a note rule longer than the text', 'ruleLength: 50', 'ruleLength: 500', '164 이하', 1],
    ['a title beside its band', 'band: 42', 'band: 20', '20 이하', 1],
  ])('is refused with place and range where it has %s', (_, from, to, expected, count) => {
    const { value, diagnostics } = damaged(from, to);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(count);
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    for (const one of diagnostics) {
      expect(one).toMatchObject({
        rule: 'wrong-type',
        severity: 'error',
        place: { file: 'theme.yaml', line },
      });
      if (expected !== undefined) expect(one.expected).toBe(expected);
    }
  });

  it('is refused without a colour that pages are drawn in', () => {
    const { value, diagnostics } = damaged(/^ {2}bar: .*\n/m, '');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'missing-key', message: expect.stringContaining('bar') }]);
  });
});
