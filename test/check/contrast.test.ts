// Colours and charts' specifications -> how well letters are read, and which are not.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartContrast } from '../../src/check/chart-contrast.ts';
import { contrast, rgbOf, textInks } from '../../src/document/contrast.ts';
import type { ChartBlock } from '../../src/document/document.ts';
import { readTheme } from '../../src/plan-format/read-theme.ts';

const ratio = (a: string, b: string) => contrast(rgbOf(a) ?? [0, 0, 0], rgbOf(b) ?? [0, 0, 0]);

describe('contrast', () => {
  it.each([
    // As the examples of the standard and of its techniques (G18) have them.
    ['#000000', '#FFFFFF', 21],
    ['#FFFFFF', '#FFFFFF', 1],
    ['#767676', '#FFFFFF', 4.54],
    ['#777777', '#FFFFFF', 4.48],
    ['#0000FF', '#FFFFFF', 8.59],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(ratio(a, b)).toBeCloseTo(expected, 2);
    expect(ratio(b, a)).toBeCloseTo(expected, 2);
  });
});

describe('letters on a press', () => {
  it.each([
    [
      [100, 75, 25, 20],
      [0, 0, 0, 100],
    ],
    [
      [0, 0, 0, 75],
      [0, 0, 0, 75],
    ],
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    [
      [0, 0, 7, 0],
      [0, 0, 0, 0],
    ],
  ] as const)('of the inks %j take %j', (inks, expected) => {
    expect(textInks(inks)).toEqual(expected);
  });
});

const { value: theme } = readTheme({
  file: 'theme.yaml',
  text: readFileSync(path.resolve(import.meta.dirname, '../../templates/theme.yaml'), 'utf8'),
});

const PLACE = { file: 'x.hbs', line: 1, column: 1 };

function weakIn(spec: Record<string, unknown>): readonly string[] {
  if (theme === undefined) throw new Error('the theme cannot be read');
  const words = { inlines: [], place: PLACE };
  const block: ChartBlock = { kind: 'chart', id: 'visitors', caption: words, alt: words, spec, rows: {} };
  return [...chartContrast(block, theme)].map(({ subject }) => subject);
}

describe('texts of charts', () => {
  it('beside the marks stand on paper', () => {
    const bars = { mark: { type: 'bar', color: 'theme:main' } };
    expect(weakIn({ ...bars, config: { axis: { labelColor: 'theme:white' } } })).toEqual([
      'chart visitors white',
    ]);
    expect(weakIn({ ...bars, config: { legend: { titleColor: '#EEEEEE' } } })).toHaveLength(1);
    expect(weakIn({ ...bars, title: { text: '방문', color: '#FFFF00' } })).toHaveLength(1);
    expect(weakIn({ ...bars, config: { axis: { labelColor: 'theme:text' } } })).toEqual([]);
    expect(weakIn({ ...bars, background: '#000000', config: { axis: { labelColor: '#FFFFFF' } } })).toEqual(
      [],
    );
  });

  it('on marks are told where no colour of the chart lets them be read', () => {
    const label = { mark: { type: 'text', color: '#FFFFFF' } };
    expect(weakIn({ layer: [{ mark: { type: 'bar', color: 'theme:main' } }, label] })).toEqual([]);
    expect(weakIn({ layer: [{ mark: { type: 'bar', color: '#EEEEEE' } }, label] })).toHaveLength(1);
    const byRule = { condition: { test: 'true', value: '#F0F0F0' }, value: 'theme:text' };
    expect(weakIn({ mark: 'text', encoding: { color: byRule } })).toEqual(['chart visitors #F0F0F0']);
  });

  it('are not looked for in the data', () => {
    expect(weakIn({ mark: 'text', datasets: { a: [{ labelColor: '#FFFFFF', mark: 'text' }] } })).toEqual([]);
  });
});
