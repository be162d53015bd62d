// templates/theme.yaml, whole and damaged -> the theme and what is wrong.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/read/read-theme.ts';

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
    expect(value?.colours.main).toEqual({ rgb: '#074171', cmyk: [100, 75, 25, 20] });
  });

  const parts = [...text.matchAll(/^(\w+):/gm)].map(([, name = '']) => name);
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
    ['a colour has no such name', 'colour: grey', 'colour: gray', 'unknown-id'],
    ['a size is no number', 'size: 17,', 'size: 17pt,', 'wrong-type'],
    ['a weight is unknown', 'weight: semibold', 'weight: heavy', 'wrong-type'],
    ['an ink is missing', '[100, 75, 25, 20]', '[100, 75, 25]', 'wrong-type'],
    ['a key is unknown', 'letterSpacing:', 'letterspacing: 0\nletterSpacing:', 'unknown-key'],
  ])('is refused where %s', (_, from, to, rule) => {
    const { value, diagnostics } = damaged(from, to);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  });
});
