// A grid of two units -> bars below and lines above, each by a scale of its own that its unit names.

import { valueTexts, zeroLine } from './bars.ts';
import type { Grid } from './chart-grid.ts';
import { easyScale, GAP, type Look, type Spec, WIDEST_BAR } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { lineAxes, lineScale, namesBelow, placedTexts, valuePlaces } from './line-plot.ts';
import { linesWithPoints } from './lines.ts';
import {
  BLANK_TEXT,
  categoryAxis,
  idsOf,
  isOneOf,
  legendOf,
  only,
  pointsOf,
  seriesColour,
  valueAxis,
  valueAxisRoom,
  valuesIn,
} from './spec-parts.ts';
import { widest } from './text-size.ts';
import { isTrouble, type Trouble, tooMany } from './trouble.ts';

const HEIGHT = 196;
/** The lines' scale lies above the bars', so that their values never meet. */
const LINES = { top: 30, bottom: 70 } as const;
const BARS = { top: 94, bottom: HEIGHT } as const;
/** For the values of bars below 0. */
const BELOW = 14;
const MOST_BARS = 3;
const MOST_LINES = 2;
const THINNEST = 3;

export function barsAndLines(grid: Grid, look: Look): Spec | Trouble {
  const { series, lines, categories } = grid;
  if (series.length > MOST_BARS) return tooMany(series.length, MOST_BARS, '막대');
  if (lines.length > MOST_LINES) return tooMany(lines.length, MOST_LINES, '꺾은선');
  const values = valuesIn(grid, series);
  const bars = easyScale(Math.min(0, ...values), Math.max(0, ...values), 3);
  const rates = lineScale(valuesIn(grid, lines));
  const texts = pointsOf(grid, series).map(([, , { text, missing }]) => (missing ? '미정' : text));
  const plan = (width: number) => {
    const slot = width / categories.length;
    const padding = Math.max(series.length === 1 ? 0.34 : 0.16, 1 - (WIDEST_BAR * series.length) / slot);
    const bar = (slot * (1 - padding)) / series.length;
    const fit = [look.size, look.smaller].find(
      (size) => widest(texts, size, true) <= (series.length === 1 ? slot - GAP : bar + 0.5),
    );
    const places = valuePlaces(grid, look, lines, {
      width,
      scale: rates,
      band: LINES,
      foot: BARS.top - 12,
      order: ['above'],
    });
    return { width, slot, padding, bar, fit, places };
  };
  const free = plan(look.width);
  const isFree = free.fit !== undefined && free.places.left.length === 0;
  const { width, slot, padding, bar, fit, places } = isFree
    ? free
    : plan(look.width - valueAxisRoom(bars.ticks, look) - valueAxisRoom(rates.ticks, look));
  const names = namesBelow(grid, slot, look);
  if (isTrouble(names)) return names;
  if (bar < THINNEST)
    return tooMany(categories.length, Math.floor((width * (1 - padding)) / series.length / THINNEST));
  const ids = idsOf(categories);
  const x = {
    field: grid.along,
    type: 'nominal',
    sort: ids,
    scale: { domain: ids, type: 'band', paddingInner: padding, paddingOuter: padding / 2 },
    axis: { ...categoryAxis(categories, names.labels, names.upright), domain: false },
  };
  const named = (some: readonly Member[], what: string, unit: string): string =>
    `${what}: ${some.length === 1 ? some[0]?.label : ''}(${unit})`.replace(': (', '(');
  const title = (text: string, isLeft: boolean, ticks: readonly number[]): Spec => ({
    ...valueAxis(isFree ? [] : ticks),
    grid: isLeft && !isFree,
    orient: isLeft ? 'left' : 'right',
    labels: !isFree,
    domain: false,
    title: text,
    titleAngle: 0,
    titleAlign: isLeft ? 'left' : 'right',
    titleBaseline: 'bottom',
    titleX: 0,
    titleY: 6,
    titleColor: 'theme:text',
  });
  const y = {
    field: 'value',
    type: 'quantitative',
    stack: null,
    scale: {
      domain: bars.ends,
      range: [BARS.bottom - (bars.ends[0] < 0 ? BELOW : 0), BARS.top],
      nice: false,
    },
    axis: title(named(series, '막대', grid.unit.label), true, bars.ticks),
  };
  const offset =
    series.length === 1
      ? {}
      : { xOffset: { field: grid.across, sort: idsOf(series), scale: { domain: idsOf(series) } } };
  const drawn = [only(grid, series), BLANK_TEXT];
  const base = { x, y, ...offset };
  const colour =
    series.length === 1 ? { value: 'theme:light' } : seriesColour(grid, series, look, legendOf(series, look));
  const sides = { isLying: false, valueSize: fit };
  return {
    width,
    height: HEIGHT,
    layer: [
      {
        layer: [
          { transform: drawn, mark: { type: 'bar' }, encoding: { ...base, color: colour } },
          ...zeroLine({ y }, sides),
          ...valueTexts(sides, base, isOneOf(grid.along, []), drawn),
        ],
      },
      {
        layer: lineLayers(
          grid,
          look,
          x,
          rates,
          title(named(lines, '선', grid.lineUnit?.label ?? ''), false, rates.ticks),
          places,
        ),
      },
    ],
    resolve: { scale: { y: 'independent', color: 'independent' } },
  };
}

function lineLayers(
  grid: Grid,
  look: Look,
  x: Spec,
  rates: ReturnType<typeof lineScale>,
  axis: Spec,
  places: Parameters<typeof placedTexts>[3],
): readonly Spec[] {
  const { y } = lineAxes(grid, undefined, rates, LINES, true);
  const axes = { x, y: { ...y, axis } };
  return [
    ...linesWithPoints(grid, look, grid.lines, axes, legendOf(grid.lines, look), 'theme:accent'),
    ...placedTexts(grid, grid.lines, axes, places),
  ];
}
