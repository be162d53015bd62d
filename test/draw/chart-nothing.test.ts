// Charts of zeros, of nothing, of one value -> drawn sensibly, or refused by what they ask for.
import { describe, expect, it } from 'vitest';
import { ChartDataFault, unsoundDrawing } from '../../src/draw/chart-fault.ts';
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { saidOf } from '../proof/chart-plan.ts';
import { WHOLE } from '../whole.ts';
import { theme } from '../write/pdf/documents.ts';
import {
  type Datasets,
  draw,
  establishments,
  insured,
  measure,
  openings,
  population,
  type Spec,
  seekers,
  shown,
  strategies,
  template,
} from './chart-data.ts';

type Row = Record<string, unknown> & { value: number | null; row?: string; column?: string };

const CHARTS: Readonly<Record<string, Datasets>> = {
  'population-trend': population,
  'insured-growth-by-sex': insured([5.2, 5, 2.2, 6.1]),
  'openings-by-year': openings(),
  'seekers-by-age': seekers,
  'establishments-by-industry': establishments,
  'budget-by-strategy': strategies,
  'target-by-strategy': strategies,
};

const of = (value: number | null): Partial<Row> => ({
  value,
  text: value === null ? '-' : shown(value),
  missing: false,
});

/** What may become of the rows of a table. */
const FATES: Readonly<Record<string, (rows: readonly Row[]) => readonly Row[]>> = {
  'all 0': (rows) => rows.map((row) => ({ ...row, ...of(0) })),
  'all nil': (rows) => rows.map((row) => ({ ...row, ...of(null) })),
  'all missing': (rows) => rows.map((row) => ({ ...row, ...of(null), text: '', missing: true })),
  'no rows': () => [],
  'one row': (rows) => rows.filter(({ row }) => row === rows.at(-1)?.row),
  'one value': (rows) =>
    rows.map((row, index) => (index === rows.length - 1 ? row : { ...row, ...of(null) })),
  'one 0 among others': (rows) => rows.map((row, index) => (index % 3 === 1 ? { ...row, ...of(0) } : row)),
  'one row 0': (rows) => rows.map((row) => (row.row === rows.at(-1)?.row ? { ...row, ...of(0) } : row)),
  'one row nil': (rows) => rows.map((row) => (row.row === rows.at(-1)?.row ? { ...row, ...of(null) } : row)),
  'all alike': (rows) => rows.map((row) => ({ ...row, ...of(7) })),
  'all below 0': (rows) => rows.map((row) => ({ ...row, ...of(-Math.abs(row.value ?? 1)) })),
  'one huge': (rows) => rows.map((row, index) => (index === 1 ? { ...row, ...of(9e15) } : row)),
  'all tiny': (rows) => rows.map((row) => ({ ...row, ...of((row.value ?? 1) / 1e9) })),
};

function changed(datasets: Datasets, fate: (rows: readonly Row[]) => readonly Row[]): Datasets {
  return Object.fromEntries(Object.entries(datasets).map(([id, rows]) => [id, fate(rows as readonly Row[])]));
}

function texts({ ops }: ChartDrawing): readonly string[] {
  return ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []));
}

/** Left, right, top and bottom of each filled rectangle. */
function bars({ ops }: ChartDrawing) {
  return ops.flatMap((op) => {
    const match = op.kind === 'path' && op.fill ? /^(\S+) (\S+) (\S+) (\S+) re$/.exec(op.operators) : null;
    if (match === null) return [];
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
    return [{ x, y, width, height }];
  });
}

/** Each fate of some charts, and each chart with some of them; by `measure:lists` all. */
const fatesOf = (chart: number) =>
  Object.entries(FATES).filter((_, fate) => WHOLE || (fate + chart) % 3 === 0);

describe.each(
  Object.entries(CHARTS).map(([name, datasets], index) => ({ name, datasets, fates: fatesOf(index) })),
)('the chart $name', ({ name, datasets, fates }) => {
  it.each(fates)('is drawn, and shows its figures, when its data are %s', async (what, fate) => {
    const data = changed(datasets, fate);
    const drawing = await draw(name, data);
    expect(unsoundDrawing(drawing)).toBeUndefined();
    // No figure has as many decimals as what is all tiny. A chart of a row that is not there shows nothing, and that is told.
    const told =
      what === 'one row' && name === 'population-trend' ? [expect.stringMatching(/^chart-nothing /)] : [];
    if (what !== 'all tiny') expect(saidOf(data, drawing)).toEqual(told);
  });

  it('has bars of no length, at the foot, when all is 0', async () => {
    const zeros = FATES['all 0'] ?? ((rows) => rows);
    const drawing = await draw(name, changed(datasets, zeros));
    const data = bars(drawing).filter(({ width, height }) => width === 0 || height === 0);
    expect(data.length).toBeGreaterThan(0);
    const across = data.every(({ height }) => height === 0);
    const feet = new Set(data.map(({ x, y }) => Math.round(across ? y : x)));
    // Charts side by side have a foot each.
    expect(feet.size).toBeLessThanOrEqual(2);
    expect(texts(drawing)).toContain('0');
    if (across) for (const foot of feet) expect(foot).toBeGreaterThan(drawing.height / 2);
  });
});

describe('shares of strategies', () => {
  const without = (value: number | null, missing = false) =>
    changed(strategies, (rows) =>
      rows.map((row) =>
        row.row === 'tailored' && row.column !== 'target'
          ? { ...row, ...of(value), ...(missing ? { text: '', missing } : {}) }
          : row,
      ),
    );
  const order = async (datasets: Datasets) =>
    texts(await draw('budget-by-strategy', datasets)).filter((text) => /지원|확대|고용/.test(text));

  it.each([
    ['0', without(0)],
    ['-', without(null)],
    ['미정', without(null, true)],
  ])('label a strategy without money %s, in its place', async (label, datasets) => {
    const drawing = await draw('budget-by-strategy', datasets);
    expect(texts(drawing).filter((text) => text === label).length).toBe(1);
    expect(await order(datasets)).toEqual(await order(strategies));
  });

  it('label a target of nothing', async () => {
    const datasets = changed(strategies, (rows) =>
      rows.map((row) => (row.row === 'youth' ? { ...row, ...of(null) } : row)),
    );
    expect(texts(await draw('target-by-strategy', datasets))).toContain('-');
  });
});

describe('a specification of a plan’s own', () => {
  const spec = (values: readonly object[], more: Spec): Spec => ({
    width: 300,
    height: 100,
    data: { values },
    mark: { type: 'bar', color: 'theme:main' },
    encoding: { x: { field: 'x', type: 'ordinal' }, y: { field: 'y', type: 'quantitative' } },
    config: template('config'),
    ...more,
  });
  const drawn = (values: readonly object[], more: Spec = {}) => drawChart(spec(values, more), measure, theme);
  const rows = (...values: readonly (number | null)[]) =>
    values.map((y, index) => ({ x: `${index}`, y, z: 'a' }));

  it.each([
    ['zeros', rows(0, 0)],
    ['no values', []],
    ['nil values', rows(null, null)],
  ])('has an axis of 0 to 1 for %s', async (_, values) => {
    const drawing = await drawn(values);
    expect(unsoundDrawing(drawing)).toBeUndefined();
    const ticks = texts(drawing).filter((text) => /\./.test(text));
    expect(ticks).toContain('0.0');
    expect(ticks).toContain('1.0');
    expect(ticks.every((text) => text.length <= 4)).toBe(true);
  });

  it.each(['linear', 'sqrt', 'pow', 'symlog'])('sets a lone value amid its %s axis', async (type) => {
    const point = { mark: { type: 'point', filled: true, color: 'theme:main' } };
    const y = { field: 'y', type: 'quantitative', scale: { type, zero: false, nice: false } };
    const drawing = await drawn(rows(40), { ...point, encoding: { y } });
    expect(unsoundDrawing(drawing)).toBeUndefined();
    expect(texts(drawing).filter((text) => /0000/.test(text))).toEqual([]);
  });

  it('draws a line of one value as a dot', async () => {
    const line = { mark: { type: 'line', color: 'theme:main', strokeWidth: 2 } };
    const { ops } = await drawn(rows(5), line);
    expect(ops.some((op) => op.kind === 'path' && op.fill === 'main' && op.operators.endsWith('h'))).toBe(
      true,
    );
    const gapped = await drawn(rows(5, null, 6, 7), line);
    expect(gapped.ops.filter((op) => op.kind === 'path' && op.fill === 'main')).toHaveLength(1);
  });

  it.each([
    ['normalised', 'normalize'],
    ['centred', 'center'],
    ['added', 'zero'],
  ])('stacks nothing as nothing, %s', async (_, stack) => {
    const y = { field: 'y', type: 'quantitative', stack };
    const encoding = {
      x: { field: 'z', type: 'ordinal' },
      y,
      color: { field: 'x', scale: { range: ['theme:main'] } },
    };
    for (const values of [rows(0, 0, 0), rows(null, 0), rows(0), rows(null)])
      expect(unsoundDrawing(await drawn(values, { encoding }))).toBeUndefined();
  });

  it.each([
    rows(0, 10),
    rows(-1, 10),
    rows(0, 0),
  ])('refuses a log scale over 0 in Korean', async (...values) => {
    const y = { field: 'y', type: 'quantitative', scale: { type: 'log' } };
    const point = { mark: { type: 'point', filled: true, color: 'theme:main' } };
    const refusal = drawn(values, { ...point, encoding: { x: { field: 'x' }, y } });
    await expect(refusal).rejects.toThrow(ChartDataFault);
    await expect(refusal).rejects.toThrow(/로그 눈금에는 0의 자리가 없는데/);
  });

  it.each([
    rows(10, 1000),
    rows(10),
    rows(10, 10),
    rows(-10, -100),
    [],
  ])('draws a log scale apart from 0', async (...values) => {
    const y = { field: 'y', type: 'quantitative', scale: { type: 'log' } };
    const point = { mark: { type: 'point', filled: true, color: 'theme:main' } };
    expect(
      unsoundDrawing(await drawn(values, { ...point, encoding: { x: { field: 'x' }, y } })),
    ).toBeUndefined();
  });

  it('refuses what has no place, naming it', async () => {
    const drawing = await drawn(rows(1, 2), {
      mark: { type: 'text', dy: { expr: '0 / 0' }, color: 'theme:main' },
      encoding: { text: { field: 'x' }, x: { field: 'x' }, y: { field: 'y', type: 'quantitative' } },
    });
    expect(unsoundDrawing(drawing)?.message).toMatch(
      /^그릴 자리가 수가 아니거나 종이를 벗어납니다\(글자 ‘0’, ‘1’\)\.$/,
    );
  });
});

it('draws no share for what is below 0, in a stack of shares', async () => {
  const first = (rows: readonly Row[], value: number) =>
    rows.map((row) => (row.column === 'budget-national' ? { ...row, ...of(value) } : row));
  const below = await draw(
    'budget-by-strategy',
    changed(strategies, (rows) => first(rows, -150)),
  );
  const nothing = await draw(
    'budget-by-strategy',
    changed(strategies, (rows) => first(rows, 0)),
  );
  expect(bars(below)).toEqual(bars(nothing));
});
