// A grid -> lines with points and values, named at their ends where the names have room there.

import type { Grid } from './chart-grid.ts';
import { GAP, type Look, OWN, type Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { spread } from './line-labels.ts';
import { lineAxes, lineScale, namesBelow, overhang, placedTexts, valuePlaces } from './line-plot.ts';
import {
  idsOf,
  isAt,
  isOneOf,
  labelsOf,
  legendOf,
  only,
  quoted,
  seriesColour,
  valueAxisRoom,
  valuesIn,
} from './spec-parts.ts';
import { isTrouble, type Trouble, tooMany } from './trouble.ts';

const HEIGHT = 150;
/** The values' scale leaves room for texts above and below. */
const BAND = { top: 16, bottom: HEIGHT - 16 } as const;
/** Closer categories are no line that is read. */
const CLOSEST = 4;
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'circle'] as const;
const MOST_LINES = SHAPES.length;
/** A name stands so far from its line's end at most, and so far from another one. */
const FARTHEST = 14;
const APART = 10.5;
/** Of the width, for names at the ends. */
const MOST_NAMES = 0.3;

export function lines(grid: Grid, look: Look): Spec | Trouble {
  const { series, categories } = grid;
  if (series.length > MOST_LINES) return tooMany(series.length, MOST_LINES, '선');
  const scale = lineScale(valuesIn(grid, series));
  const names = endNames(grid, look, scale.ends);
  const plot = (axisRoom: number) => {
    const over = overhang(grid, look.width / categories.length, look);
    const width = look.width - axisRoom - Math.max(over, names?.room ?? 0) - (axisRoom === 0 ? over : 0);
    return { width, places: valuePlaces(grid, look, series, { width, scale, band: BAND, foot: HEIGHT }) };
  };
  const free = plot(0);
  const isShown = free.places.left.length > 0;
  const { width, places } = isShown ? plot(valueAxisRoom(scale.ticks, look)) : free;
  if (width / categories.length < CLOSEST) return tooMany(categories.length, Math.floor(width / CLOSEST));
  const labels = namesBelow(grid, width / categories.length, look);
  if (isTrouble(labels)) return labels;
  const axes = lineAxes(grid, labels, scale, BAND, isShown);
  const legend = series.length > 1 && names === undefined ? legendOf(series, look) : null;
  return {
    width,
    height: HEIGHT,
    layer: [
      ...linesWithPoints(grid, look, series, axes, legend),
      ...placedTexts(grid, series, axes, places),
      ...(names === undefined ? [] : [nameTexts(grid, axes, names)]),
    ],
  };
}

/** Series as lines whose points differ in form too, for grey copies. */
export function linesWithPoints(
  grid: Grid,
  look: Look,
  series: readonly Member[],
  axes: Spec,
  legend: Spec | null,
  alone = 'theme:main',
): readonly Spec[] {
  const [first, second] = series;
  const isAlone = second === undefined;
  const ids = idsOf(series);
  const colour = isAlone
    ? { value: first?.own === true ? OWN.fill : alone }
    : seriesColour(grid, series, look, legend);
  const shape = {
    field: grid.across,
    type: 'nominal',
    sort: null,
    scale: { domain: ids, range: ids.map((_, index) => SHAPES[index % SHAPES.length]) },
    legend,
  };
  return [
    {
      transform: [only(grid, series)],
      mark: { type: 'line', strokeWidth: 1.6 },
      encoding: { ...axes, color: colour, detail: { field: grid.across } },
    },
    {
      transform: [only(grid, series)],
      mark: { type: 'point', filled: true, opacity: 1, size: 26 },
      encoding: { ...axes, color: colour, ...(!isAlone && { shape }) },
    },
  ];
}

/** The names beside the ends of lines, how far each is pushed from its end; undefined where they have no room. */
function endNames({ series, categories, at }: Grid, look: Look, [low, high]: readonly [number, number]) {
  const last = categories.at(-1);
  const names = look.widest(
    series.map(({ label }) => label),
    true,
  );
  const texts = series.map((one) => (last && at(last, one)?.text) ?? '');
  // Beyond the values at the last points.
  const away = look.widest(texts, true) / 2 + GAP;
  // The last point stands half a step before the end of the plot, which is no narrower than this.
  const within = ((1 - 2 * MOST_NAMES) * look.width) / categories.length / 2;
  const room = Math.max(0, away + names + 2 - within);
  const ends = series.flatMap((one) => {
    const value = last && at(last, one)?.value;
    const y = BAND.bottom - (((value ?? 0) - low) / (high - low)) * (BAND.bottom - BAND.top);
    return value === undefined ? [] : [{ id: one.id, y }];
  });
  if (series.length < 2 || ends.length < series.length || names > MOST_NAMES * look.width) return undefined;
  const pushed = spread(ends, APART, FARTHEST);
  return pushed && { room, away, places: new Map(ends.map(({ id, y }) => [id, (pushed.get(id) ?? y) - y])) };
}

function nameTexts(
  grid: Grid,
  axes: Spec,
  { away, places }: { readonly away: number; readonly places: ReadonlyMap<string, number> },
): Spec {
  const { series, across, categories } = grid;
  const last = categories.at(-1);
  const pushed = [...places].map(([id, push]) => `${quoted(id)}:${push.toFixed(2)}`);
  const own = isOneOf(across, idsOf(series.filter((one) => one.own)));
  return {
    transform: [
      { filter: isAt(grid, last === undefined ? [] : series.map((one) => [last, one] as const)) },
      { calculate: labelsOf(series, (name) => [name], across), as: 'name' },
    ],
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      dx: away,
      dy: { expr: `{${pushed.join(',')}}[datum.${across}]` },
      fontWeight: { expr: `${own} ? 'bold' : 'normal'` },
    },
    encoding: { ...axes, text: { field: 'name' } },
  };
}
