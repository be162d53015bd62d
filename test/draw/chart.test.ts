import { readdirSync } from 'node:fs';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { ChartDrawing, ChartPath, ChartText } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { theme } from '../write/pdf/documents.ts';
import {
  type Datasets,
  draw,
  establishments,
  folder,
  insured,
  measure,
  openings,
  population,
  type Spec,
  seekers,
  specOf,
  strategies,
  template,
  yearEntries,
} from './chart-data.ts';

interface Case {
  readonly datasets: Datasets;
  /** The texts of the marks, and how many bars carry one each. */
  readonly values: readonly string[];
  readonly bars: number;
  readonly maxHeight: number;
  /** Whether values may stand on bars, each within its own. */
  readonly onBars?: true;
}

function textsOf(datasets: Datasets, keep: (row: Record<string, unknown>) => boolean): string[] {
  return Object.values(datasets)
    .flat()
    .map((row) => row as Record<string, unknown>)
    .filter(keep)
    .map((row) => String(row.text));
}

const counted = (row: Record<string, unknown>) =>
  row.row !== 'total' && String(row.column).endsWith('-count');
const cases: Record<string, Case> = {
  'population-trend': {
    datasets: population,
    values: textsOf(
      population,
      (row) => row.row === undefined || (row.row === 'total' && row.period !== null),
    ),
    bars: 5,
    maxHeight: 230,
  },
  'insured-growth-by-sex': {
    datasets: insured([5.2, 5, 2.2, 6.1]),
    values: ['5.2', '5', '2.2', '6.1'],
    bars: 4,
    maxHeight: 230,
  },
  'openings-by-year': {
    datasets: openings(),
    values: textsOf(openings(), counted),
    bars: 15,
    maxHeight: 230,
  },
  'seekers-by-age': { datasets: seekers, values: textsOf(seekers, counted), bars: 14, maxHeight: 230 },
  'establishments-by-industry': {
    datasets: establishments,
    values: textsOf(establishments, counted),
    bars: 30,
    maxHeight: 330,
  },
  'budget-by-strategy': {
    datasets: strategies,
    // 90 of 1,186 is wide enough for its number, 101 of 1,816 is not.
    values: [
      '90',
      '237',
      '859',
      '1,186',
      '46,215',
      '15,257',
      '15,382',
      '76,854',
      '451',
      '1,264',
      '1,816',
      '1',
      '1',
    ],
    bars: 10,
    maxHeight: 230,
    onBars: true,
  },
  'target-by-strategy': {
    datasets: strategies,
    values: ['2,298', '10,570', '436', '170'],
    bars: 4,
    maxHeight: 230,
  },
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textsIn({ ops }: ChartDrawing): ChartText[] {
  return ops.filter((op) => op.kind === 'text');
}

/** From the figures' top to the baseline. */
function textBox({ text, x, y, size, bold, anchor }: ChartText): Box {
  const width = measure(text, size, bold);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y - 0.72 * size, bottom: y };
}

function rectBox(path: ChartPath): Box | undefined {
  const match = /^(\S+) (\S+) (\S+) (\S+) re$/.exec(path.operators);
  if (match === null) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
  return { left: x, right: x + width, top: Math.min(y, y + height), bottom: Math.max(y, y + height) };
}

/** The rectangles of a drawing that are filled and no legend symbols. */
function barsIn({ ops }: ChartDrawing): Box[] {
  const symbolSide = 7.8;
  return ops.flatMap((op) => {
    const box = op.kind === 'path' && op.fill !== undefined ? rectBox(op) : undefined;
    const isSymbol =
      box !== undefined &&
      Math.abs(box.right - box.left - (box.bottom - box.top)) < 0.1 &&
      box.right - box.left < symbolSide;
    return box === undefined || isSymbol ? [] : [box];
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

describe.each(Object.entries(cases))('the chart %s', (name, {
  datasets,
  values,
  bars,
  maxHeight,
  onBars,
}) => {
  it('compiles without a warning', () => {
    const warnings: unknown[] = [];
    const logger = vega.logger(vega.Warn, undefined, (_method, _level, messages) =>
      warnings.push(...messages),
    );
    compile(specOf(name, datasets) as unknown as Parameters<typeof compile>[0], { logger });
    expect(warnings).toEqual([]);
  });

  it('fits the text width', async () => {
    const { width, height } = await draw(name, datasets);
    expect(width).toBeLessThanOrEqual(466);
    expect(width).toBeGreaterThan(400);
    expect(height).toBeLessThanOrEqual(maxHeight);
  });

  it('has a bar for each figure, with its value on it', async () => {
    const drawing = await draw(name, datasets);
    expect(barsIn(drawing)).toHaveLength(bars);
    const texts = textsIn(drawing).map(({ text }) => text);
    for (const value of new Set(values))
      expect(texts.filter((text) => text === value).length).toBe(
        values.filter((one) => one === value).length,
      );
  });

  it('keeps all texts inside, apart from each other and off the bars', async () => {
    const drawing = await draw(name, datasets);
    const texts = textsIn(drawing);
    texts.forEach((text, index) => {
      const box = textBox(text);
      expect(box.left, text.text).toBeGreaterThanOrEqual(-0.01);
      expect(box.right, text.text).toBeLessThanOrEqual(drawing.width + 0.01);
      expect(box.top, text.text).toBeGreaterThanOrEqual(-0.01);
      expect(box.bottom, text.text).toBeLessThanOrEqual(drawing.height + 0.01);
      for (const other of texts.slice(index + 1))
        expect(overlap(box, textBox(other)), `${text.text} on ${other.text}`).toBe(false);
      for (const bar of barsIn(drawing)) {
        if (!overlap(box, bar)) continue;
        expect(onBars, `${text.text} on a bar`).toBe(true);
        expect(box.left, `${text.text} leaves its bar`).toBeGreaterThanOrEqual(bar.left);
        expect(box.right, `${text.text} leaves its bar`).toBeLessThanOrEqual(bar.right);
      }
    });
  });

  it('prints in the theme’s colours, with no type below 8 pt', async () => {
    const { ops } = await draw(name, datasets);
    const colours = ops.flatMap((op) => (op.kind === 'text' ? [op.colour] : [op.fill, op.stroke]));
    for (const colour of colours)
      if (colour !== undefined) expect(Object.keys(theme.colours)).toContain(colour);
    for (const op of ops) if (op.kind === 'text') expect(op.size).toBeGreaterThanOrEqual(8);
  });

  it('is drawn the same twice', async () => {
    expect(await draw(name, datasets)).toEqual(await draw(name, datasets));
  });
});

describe('the chart templates', () => {
  const names = readdirSync(folder).map((file) => file.replace('.vl.json', ''));

  it('are all tried here', () => {
    expect(names.filter((name) => name !== 'config').sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(names)('hold no year or figure of a plan: %s', (name) => {
    const strings = JSON.stringify(template(name)).match(/"[^"]*"/gu) ?? [];
    expect(strings.filter((text) => /(19|20)\d\d|\d,\d{3}/u.test(text))).toEqual([]);
  });

  it('set years in ascending order, whatever the order of the table', async () => {
    const texts = textsIn(await draw('openings-by-year', openings()))
      .filter(({ text }) => text.endsWith('년'))
      .sort((one, other) => one.x - other.x);
    expect(texts.map(({ text }) => text)).toEqual(yearEntries.map(({ label }) => label));
  });

  it('hang bars of a decrease below the zero line, with the value under them', async () => {
    const drawing = await draw('insured-growth-by-sex', insured([5.2, 5, -2.2, 6.1]));
    const lowest = Math.max(...barsIn(drawing).map(({ bottom }) => bottom));
    const zero =
      barsIn(drawing)
        .map(({ bottom }) => bottom)
        .sort((a, b) => a - b)[0] ?? 0;
    const value = textsIn(drawing).find(({ text }) => text === '△2.2');
    expect(lowest).toBeGreaterThan(zero + 5);
    expect(value && textBox(value).top).toBeGreaterThan(lowest);
    const year = textsIn(drawing).find(({ text }) => text === '1998년');
    expect(value && year && overlap(textBox(value), textBox(year))).toBe(false);
  });

  it('leave the place of a missing figure empty', async () => {
    const drawing = await draw(
      'openings-by-year',
      openings((value) => (value === 60195 ? null : value)),
    );
    expect(barsIn(drawing)).toHaveLength(14);
    expect(textsIn(drawing).map(({ text }) => text)).not.toContain('60,195');
  });
});

describe('drawing a chart', () => {
  const bars = (more: Spec = {}): Spec => ({
    data: { name: 'd' },
    datasets: { d: [{ name: '가나다', value: 3 }] },
    mark: { type: 'bar', color: 'theme:main' },
    encoding: {
      y: { field: 'name', type: 'nominal' },
      x: { field: 'value', type: 'quantitative', axis: null },
    },
    config: { ...template('config') },
    ...more,
  });
  const drawBars = (more: Spec = {}, by = measure) => drawChart(bars(more), by, theme);
  const metrics = (vega as unknown as { textMetrics: { width: unknown } }).textMetrics;

  it('leaves room by the widths it is given', async () => {
    const left = async (letter: number) =>
      barsIn(await drawBars({}, (text) => letter * text.length))[0]?.left ?? Number.NaN;
    expect((await left(20)) - (await left(10))).toBeCloseTo(3 * 10, 0);
  });

  it('asks for bold widths of bold text', async () => {
    const asked: [string, number, boolean][] = [];
    const by = (text: string, size: number, bold: boolean) => {
      asked.push([text, size, bold]);
      return 10;
    };
    await drawBars({ title: { text: '제목', fontSize: 9, fontWeight: 700 } }, by);
    expect(asked).toContainEqual(['제목', 9, true]);
    expect(asked).toContainEqual(['가나다', 8.5, false]);
  });

  it('gives Vega’s own measure back, also after a failure', async () => {
    const before = metrics.width;
    await drawBars();
    expect(metrics.width).toBe(before);
    await expect(drawBars({ mark: 'trail' })).rejects.toThrow();
    expect(metrics.width).toBe(before);
  });

  it('refuses two at a time, whose widths would mix', async () => {
    const outcomes = await Promise.allSettled([drawBars(), drawBars()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('names colours by the theme, also inside an expression', async () => {
    const color = { expr: "datum.value > 5 ? 'theme:light' : 'theme:second'" };
    const { ops } = await drawBars({ mark: { type: 'bar', color } });
    expect(ops.some((op) => op.kind === 'path' && op.fill === 'second')).toBe(true);
  });

  it('searches by patterns that end', async () => {
    const color = {
      expr: "test(/^[가-힣 ]+[(]?\\d{0,2}/, datum.rowName) ? 'theme:light' : 'theme:second'",
    };
    const { ops } = await drawBars({ mark: { type: 'bar', color } });
    expect(ops.some((op) => op.kind === 'path')).toBe(true);
  });

  it.each<[string, Spec, RegExp]>([
    ['data from elsewhere', { data: { url: 'data/people.csv' } }, /url/],
    ['a colour the theme does not have', { mark: { type: 'bar', color: 'theme:pink' } }, /theme:pink/],
    ['a colour that cannot be printed', { mark: { type: 'bar', color: 'hotpink' } }, /hotpink/],
    ['a mark we cannot draw', { mark: { type: 'trail', color: 'theme:main' } }, /trail/],
    ['chance in an expression', { transform: [{ calculate: 'r\\u0061ndom()', as: 'x' }] }, /random/],
    ['the clock', { transform: [{ calculate: 'year(datetime())', as: 'x' }] }, /datetime\(\)/],
    ...[
      "test(/^(a+)+$/, 'aaaa')",
      "test('a*a*b', datum.rowName)",
      "replace('aaaa', regexp('(a|aa)+c'), '')",
      "test(datum.rowName, 'a')",
      "replace(datum.rowName, /(.)\\1/, '')",
    ].map((calculate): [string, Spec, RegExp] => [
      `a search without end: ${calculate}`,
      { transform: [{ calculate, as: 'x' }] },
      /정규식/,
    ]),
    [
      'dashes without end',
      { mark: { type: 'rule', color: 'theme:main', strokeDash: [1e-9, 1e-9] } },
      /strokeDash/,
    ],
    ['a clipped mark', { mark: { type: 'bar', color: 'theme:main', clip: true } }, /clip/],
    ['rounded corners', { mark: { type: 'rect', color: 'theme:main', cornerRadius: 3 } }, /cornerRadius/],
    ['a curved line', { mark: { type: 'line', color: 'theme:main', interpolate: 'monotone' } }, /monotone/],
    [
      'a failure while it runs',
      { transform: [{ calculate: 'datum.none.inner', as: 'x' }] },
      /그림틀을 셈하다가/,
    ],
    [
      'more marks than anyone could read',
      { transform: [{ calculate: 'sequence(9999)', as: 'many' }, { flatten: ['many'] }] },
      /5000개까지/,
    ],
    ['no specification', { mark: undefined }, /./],
  ])('refuses %s', async (_what, more, message) => {
    await expect(drawBars(more)).rejects.toThrow(message);
  });
});

it('draws in colours of the theme what a specification gives none, so that it has inks', async () => {
  const spec = {
    ...{ width: 200, height: 100, data: { name: 'job-openings' } },
    encoding: {
      x: { field: 'rowName', type: 'nominal' },
      y: { field: 'value', type: 'quantitative' },
      color: { field: 'columnName', type: 'nominal' },
    },
    layer: ['bar', 'line', 'point', 'rule', 'tick', 'area'].map((mark) => ({ mark })),
    ...{ config: template('config'), datasets: openings() },
  };
  const plain = { ...spec, encoding: { x: spec.encoding.x, y: spec.encoding.y } };
  for (const one of [spec, plain]) {
    const { ops } = await drawChart(one, measure, theme);
    const used = ops.flatMap((op) => (op.kind === 'path' ? [op.fill, op.stroke] : [op.colour]));
    const names = new Set(
      used.flatMap((name) => (name === undefined ? [] : [name.replace(/ [\d.]+%$/, '')])),
    );
    // Black is ink as it is.
    expect([...names].filter((name) => name !== '#000000' && !(name in theme.colours))).toEqual([]);
    expect(names).toContain('main');
  }
});
