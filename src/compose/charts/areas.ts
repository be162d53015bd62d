// A grid -> areas from 0: one under its line, or several upon each other.

import { Layers } from './area-layers.ts';
import { type Grid, seriesPoints } from './chart-grid.ts';
import { easyScale, type Look, MOST_SERIES, OWN, PART, type Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { lineAxes, namesBelow, overhang, placedTexts, valuePlaces } from './line-plot.ts';
import { linesWithPoints } from './lines.ts';
import {
  idsOf,
  isAt,
  isOneOf,
  legendOf,
  lettersOn,
  only,
  pointsOf,
  quoted,
  rankOf,
  seriesColour,
  valueAxisRoom,
  valuesIn,
} from './spec-parts.ts';
import { partsOf } from './sums.ts';
import { isTrouble, type Trouble, tooMany } from './trouble.ts';

const HEIGHT = 150;
const BAND = { top: 16, bottom: HEIGHT } as const;
const LETTERS_HIGH = 11;
const CLOSEST = 4;
/** How wide a category between two gaps is. */
const LONE = 8;
/** A path ends where a value misses. */
const WITH_GAPS = { type: 'area', invalid: 'break-paths-show-domains' } as const;

export function areas(grid: Grid, look: Look): Spec | Trouble {
  const { series, categories } = grid;
  if (series.length > MOST_SERIES) return tooMany(series.length, MOST_SERIES, '계열');
  if (valuesIn(grid, series).some((value) => value < 0))
    return { message: '0보다 작은 수치는 면으로 나타낼 수 없습니다.', expected: 'kind: line' };
  if (look.width / categories.length < CLOSEST)
    return tooMany(categories.length, Math.floor(look.width / CLOSEST));
  return series.length === 1 ? single(grid, look) : stacked(grid, look);
}

function single(grid: Grid, look: Look): Spec | Trouble {
  const { series } = grid;
  const [first] = series;
  const scale = easyScale(0, Math.max(0, ...valuesIn(grid, series)));
  const places = (width: number) =>
    valuePlaces(grid, look, series, { width, scale, band: BAND, foot: HEIGHT, order: ['above'] });
  const isShown = places(look.width).left.length > 0;
  const over = overhang(grid, look.width / grid.categories.length, look);
  const width = look.width - over - (isShown ? valueAxisRoom(scale.ticks, look) : over);
  const labels = namesBelow(grid, width / grid.categories.length, look);
  if (isTrouble(labels)) return labels;
  const axes = lineAxes(grid, labels, scale, BAND, isShown);
  return {
    width,
    height: HEIGHT,
    layer: [
      {
        transform: [only(grid, series)],
        mark: { ...WITH_GAPS, color: first?.own === true ? OWN.fill : 'theme:bar' },
        encoding: { ...axes, y: { ...axes.y, stack: null } },
      },
      ...linesWithPoints(grid, look, series, { ...axes, y: { ...axes.y, stack: null } }, null),
      ...placedTexts(grid, series, axes, places(width)),
    ],
  };
}

/** A category of which one figure misses is a gap in all of them: what stood above it would stand too low. */
function stacked(grid: Grid, look: Look): Spec | Trouble {
  const { series, categories } = grid;
  const parts = partsOf(
    grid,
    categories.map((one) => seriesPoints(grid, one, series)),
  );
  if (typeof parts === 'object') return parts;
  const isWhole = (category: Member | undefined): boolean =>
    category !== undefined && series.every((one) => grid.at(category, one)?.missing === false);
  const whole = categories.filter(isWhole);
  /** Between two gaps an area has no width. */
  const lone = whole.filter((one) => {
    const index = categories.indexOf(one);
    return !isWhole(categories[index - 1]) && !isWhole(categories[index + 1]);
  });
  const layers = new Layers(grid, whole);
  const scale = easyScale(0, layers.highest);
  const room = overhang(grid, look.width / categories.length, look);
  const width = look.width - valueAxisRoom(scale.ticks, look) - room;
  const slot = width / categories.length;
  const labels = namesBelow(grid, slot, look);
  if (isTrouble(labels)) return labels;
  const axes = lineAxes(grid, labels, scale, BAND, true);
  const y = { ...axes.y, field: 'known', stack: 'zero' };
  const order = { field: 'rank', type: 'quantitative' };
  const color = seriesColour(grid, series, look, legendOf(series, look));
  const drawn = [
    only(grid, series),
    rankOf(grid, series),
    {
      calculate: `${isOneOf(grid.along, idsOf(whole))} ? (isValid(datum.value) ? datum.value : 0) : null`,
      as: 'known',
    },
  ];
  const unit = (BAND.bottom - BAND.top) / scale.ends[1];
  const inside = pointsOf(grid, series).filter(([category, one, { text }]) =>
    layers.holds(category, one, look.widthOf(text) / slot, LETTERS_HIGH / unit),
  );
  const [first, last] = [categories[0]?.id ?? '', categories.at(-1)?.id ?? ''];
  const side = `datum.${grid.along} === ${quoted(first)} ? 1 : datum.${grid.along} === ${quoted(last)} ? -1 : 0`;
  return {
    width,
    height: HEIGHT,
    layer: [
      { transform: drawn, mark: { ...WITH_GAPS, ...PART }, encoding: { ...axes, y, order, color } },
      ...(lone.length === 0
        ? []
        : [
            {
              transform: [...drawn, { filter: isOneOf(grid.along, idsOf(lone)) }],
              mark: { type: 'bar', size: LONE },
              encoding: { ...axes, y, order, color },
            },
          ]),
      {
        transform: [...drawn, { calculate: `${isAt(grid, inside)} ? datum.text : ''`, as: 'inside' }],
        mark: {
          type: 'text',
          baseline: 'middle',
          align: { expr: `['right','center','left'][(${side}) + 1]` },
          dx: { expr: `3 * (${side})` },
        },
        encoding: {
          ...axes,
          y: { ...y, bandPosition: 0.5 },
          order,
          detail: { field: grid.across },
          text: { field: 'inside' },
          color: lettersOn(grid, series, look),
        },
      },
    ],
  };
}
