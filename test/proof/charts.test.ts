// Chart specifications -> nothing where they are sound, and a word where a mark shows another value than its figure's.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChartDataFault } from '../../src/draw/chart-fault.ts';
import type { ChartDrawing } from '../../src/draw/chart-ops.ts';
import { drawChart } from '../../src/draw/draw-chart.ts';
import { measure, type Spec } from '../draw/chart-data.ts';
import { type Dice, diceOf } from '../fuzz/dice.ts';
import { theme } from '../write/pdf/documents.ts';
import { bars, men, of, tables, three, x, y } from './chart-parts.ts';
import { chartOf, provenChart, type Table } from './chart-plan.ts';
import { MISLEADING } from './misleading-charts.ts';
import { SOUND } from './sound-charts.ts';
import { WRONG } from './wrong-charts.ts';

describe('a sound chart', () => {
  it.each(Object.entries(SOUND))('is not spoken of: %s', async (_, spec) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

/** Values by chance, of any size, some of them 0, none or missing. */
function byChance(table: Table, dice: Dice, withSigns: boolean): Table {
  const [most, digits] = [10 ** (1 + dice.below(7)), dice.below(3)];
  const value = (): string | null | undefined => {
    if (dice.once(12)) return undefined;
    if (dice.once(12)) return null;
    if (dice.once(10)) return '0';
    const sign = withSigns && dice.once(5) ? '-' : '';
    return `${sign}${(dice.below(most) + dice.below(100) / 100).toFixed(digits)}`;
  };
  return { ...table, values: table.values.map((row) => row.map(value)) };
}

/** Named and read by their ends, of which nothing is left where those are missing: that is told. */
const BY_THEIR_ENDS = new Set(['a line each, named at its end', 'the first and the last value alone']);
const ANY_VALUES = Object.entries(SOUND).filter(([name]) => !BY_THEIR_ENDS.has(name));

/** `CHART_RUNS=20 npx vitest run test/proof/charts.test.ts` tries all of them, so many times. */
const runs = Number(process.env.CHART_RUNS ?? 0);
const tried = Array.from({ length: Math.max(1, runs) }, (_, seed) => {
  const dice = diceOf(seed);
  const some = runs > 0 ? ANY_VALUES : [1, 2, 3, 4, 5, 6].map(() => dice.one(ANY_VALUES));
  return some.map(([name, spec]) => ({ name, seed, spec, dice }));
}).flat();

describe('a sound chart of values by chance', () => {
  it.each(tried)('is not spoken of: $name, seed $seed', async ({ spec, dice }) => {
    const signed = new Set(['years', 'gaps']);
    const random = Object.entries(tables).map(([id, table]) => [id, byChance(table, dice, signed.has(id))]);
    const drawn = provenChart(spec, Object.fromEntries(random)).catch((fault: unknown) => {
      if (fault instanceof ChartDataFault) return [];
      throw fault;
    });
    expect((await drawn).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

const schema = JSON.parse(
  readFileSync(
    path.resolve(import.meta.dirname, '../../node_modules/vega-lite/build/vega-lite-schema.json'),
    'utf8',
  ),
) as { definitions: Record<'Mark' | 'CompositeMark', { enum?: string[]; anyOf?: { $ref: string }[] }> };
const REFUSED = new Map([
  ['geoshape', /mark ‘shape’/],
  ['image', /계획의 자료만/],
  ['trail', /mark ‘trail’/],
]);

describe('every mark that Vega-Lite has', () => {
  const { Mark, CompositeMark } = schema.definitions;
  const composite = CompositeMark.anyOf?.map(({ $ref }) => $ref.split('/').at(-1)?.toLowerCase() ?? '') ?? [];
  const marks = [...(Mark.enum ?? []), ...composite];

  it.each(marks)('is drawn as it is, or refused in Korean: %s', async (mark) => {
    const more = {
      arc: { theta: y, color: { field: 'rowName', sort: null, scale: three } },
      image: { url: { field: 'text' } },
      text: { text: { field: 'text' } },
    };
    const encoding = { ...(mark === 'arc' ? {} : { x, y }), ...more[mark as keyof typeof more] };
    const transform = composite.includes(mark) ? [] : [men];
    const proven = provenChart(of('ages', { transform, mark, encoding }), tables);
    const refused = REFUSED.get(mark);
    if (refused === undefined)
      expect((await proven).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    else await expect(proven).rejects.toThrow(refused);
  });

  it('is there', () => expect(marks.length).toBeGreaterThan(16));
});

describe('a chart with more names than it has room for', () => {
  const named = (names: readonly string[]): Record<string, Table> => ({
    ages: { unit: '명', rows: names, columns: ['수'], values: names.map((_, index) => [String(index + 1)]) },
  });
  const drawn = (names: readonly string[], more: Spec = {}) =>
    drawChart(
      chartOf('tried', bars({ ...more, encoding: { x: { ...x, type: 'ordinal' }, y } }), named(names)).block
        .spec,
      measure,
      theme,
    );
  const said = (drawing: ChartDrawing, names: readonly string[]) =>
    drawing.ops.flatMap((op) => (op.kind === 'text' && names.includes(op.text) ? [op.angle] : []));
  const names = (count: number, name: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => name(index));

  it('has them side by side, turned where they would run into one another, and years thinned out', async () => {
    const few = names(5, (index) => `지역${index}`);
    expect(said(await drawn(few), few)).toEqual(few.map(() => 0));
    const many = names(20, (index) => `긴이름의지역${index}`);
    expect(said(await drawn(many), many)).toEqual(many.map(() => -90));
    const most = names(120, (index) => `긴이름의지역${index}`);
    const some = said(await drawn(most), most);
    expect(some).toEqual(some.map(() => -90));
    expect(some.length).toBeGreaterThan(20);
    expect(some.length).toBeLessThan(100);
    const years = names(30, (index) => `${1997 + index}년`);
    const thinned = said(await drawn(years), years);
    expect(thinned.every((angle) => angle === 0)).toBe(true);
    expect(thinned.length).toBeGreaterThan(5);
    expect(thinned.length).toBeLessThan(20);
  });

  it('is proven like any other', async () => {
    const many = names(20, (index) => `긴이름의지역${index}`);
    const spec = bars({ encoding: { x: { ...x, type: 'ordinal' }, y } });
    expect((await provenChart(spec, named(many))).map(({ rule, message }) => `${rule} ${message}`)).toEqual(
      [],
    );
  });
});

describe('a chart that shows other values', () => {
  it.each(Object.entries({ ...WRONG, ...MISLEADING }))('is told of: %s', async (_, [rule, spec]) => {
    const diagnostics = await provenChart(spec, tables);
    expect(diagnostics.map((one) => `${one.rule} ${one.message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${rule} `)),
    );
  });
});
