// A grid -> bars: alone, beside each other, stacked, or as shares of a whole.
import { type BarLayout, barLayout } from './bar-layout.ts';
import { type Grid, type Point, seriesPoints } from './chart-grid.ts';
import { GAP, type Look, MOST_SERIES, OWN, PART, QUIET, type Spec } from './chart-look.ts';
import {
  BLANK_TEXT,
  categoryAxis,
  IS_BLANK,
  idsOf,
  isAt,
  isOneOf,
  legendOf,
  lettersOn,
  only,
  pointsOf,
  rankOf,
  seriesColour,
  valueAxis,
} from './spec-parts.ts';
import { partsOf, sumText, sumTexts } from './sums.ts';
import { widthOf } from './text-size.ts';
import { isTrouble, type Trouble, tooMany } from './trouble.ts';

const ONE_PART: Trouble = {
  message: '나눌 것이 하나뿐이라 구성비가 모두 100%입니다.',
  expected: 'columns나 rows에 둘 이상, 한 열의 구성비는 kind: donut',
};
/** Letters need so much of a bar along it. */
const LETTERS_HIGH = 10;

/** Each figure is a bar from 0, with its value at the end. */
export function plainBars(grid: Grid, look: Look): Spec | Trouble {
  const { series } = grid;
  if (series.length > MOST_SERIES) return tooMany(series.length, MOST_SERIES, '계열');
  const points = pointsOf(grid, series);
  const values = points.flatMap(([, , { value }]) => value ?? []);
  const layout = barLayout(grid, look, {
    beside: series.length,
    texts: points.map(([, , point]) => textOf(point)),
    least: Math.min(0, ...values),
    most: Math.max(0, ...values),
  });
  if (isTrouble(layout)) return layout;
  const axes = axesOf(grid, layout, {});
  const [only_, more] = series;
  const isAlone = only_ !== undefined && more === undefined;
  const own = idsOf(grid.categories.filter((one) => one.own));
  const beside = isAlone
    ? {}
    : {
        [layout.isLying ? 'yOffset' : 'xOffset']: {
          field: grid.across,
          sort: idsOf(series),
          scale: { domain: idsOf(series) },
        },
      };
  const colour = isAlone
    ? own.length === 0
      ? { value: 'theme:main' }
      : { condition: { test: isOneOf(grid.along, own), value: OWN.fill }, value: QUIET }
    : seriesColour(grid, series, look, legendOf(series, look));
  const base = { ...axes, ...beside };
  const drawn = [only(grid, series), BLANK_TEXT];
  return {
    ...sizeOf(layout),
    layer: [
      { transform: drawn, mark: { type: 'bar' }, encoding: { ...base, color: colour } },
      ...zeroLine(axes, layout),
      ...valueTexts(layout, base, isOneOf(grid.along, own), drawn),
    ],
  };
}

function textOf({ text, missing }: Point): string {
  return missing ? '미정' : text;
}

/** Bars upon each other, with their sum at the end; `shares` makes all of one length. */
export function stackedBars(grid: Grid, look: Look, shares: boolean): Spec | Trouble {
  const { series, categories } = grid;
  if (series.length > MOST_SERIES) return tooMany(series.length, MOST_SERIES, '계열');
  if (series.length === 1) return shares ? ONE_PART : plainBars(grid, look);
  const ends = categories.map((category) => {
    const values = series.flatMap((one) => grid.at(category, one)?.value ?? []);
    const sum = (some: readonly number[]): number => some.reduce((total, value) => total + value, 0);
    return {
      below: sum(values.filter((value) => value < 0)),
      above: sum(values.filter((value) => value > 0)),
    };
  });
  const hasLoss = ends.some(({ below }) => below < 0);
  // What goes to both sides has no whole, and amounts may.
  const parts =
    hasLoss && !shares && grid.unit.kind !== 'rate'
      ? 'losses'
      : partsOf(
          grid,
          categories.map((one) => seriesPoints(grid, one, series)),
        );
  if (typeof parts === 'object') return parts;
  const hasSums = parts === 'amounts';
  const layout = barLayout(grid, look, {
    beside: 1,
    texts: hasSums ? sumTexts(grid) : [],
    least: shares ? 0 : Math.min(...ends.map(({ below }) => below)),
    most: shares ? 1 : Math.max(...ends.map(({ above }) => above)),
    areShares: shares,
  });
  if (isTrouble(layout)) return layout;
  const stack = shares ? 'normalize' : 'zero';
  const axes = axesOf(grid, layout, { stack });
  const own = isOneOf(grid.along, idsOf(categories.filter((one) => one.own)));
  const order = { field: 'rank', type: 'quantitative' };
  const inside = pointsOf(grid, series).filter(([category, , point]) =>
    hasRoom(point, shares, ends[categories.indexOf(category)]?.above ?? 0, layout, look),
  );
  const text = shares && hasSums ? "format(100 * datum.value / datum.whole, '.1f') + '%'" : 'datum.text';
  const middle = layout.isLying ? 'x' : 'y';
  const ranked = [only(grid, series), rankOf(grid, series)];
  return {
    ...sizeOf(layout),
    layer: [
      {
        transform: ranked,
        mark: { type: 'bar', ...PART },
        encoding: { ...axes, order, color: seriesColour(grid, series, look, legendOf(series, look)) },
      },
      {
        transform: [
          ...ranked,
          ...(shares
            ? [{ joinaggregate: [{ op: 'sum', field: 'value', as: 'whole' }], groupby: [grid.along] }]
            : []),
          { calculate: `${isAt(grid, inside)} ? ${text} : ''`, as: 'inside' },
        ],
        mark: { type: 'text', align: 'center', baseline: 'middle' },
        encoding: {
          ...axes,
          [middle]: { ...(axes[middle] as Spec), bandPosition: 0.5 },
          order,
          detail: { field: grid.across },
          text: { field: 'inside' },
          color: lettersOn(grid, series, look),
        },
      },
      ...zeroLine(axes, layout),
      ...(!hasSums || layout.valueSize === undefined ? [] : [sumsAtEnds(grid, layout, axes, shares, own)]),
    ],
  };
}

function hasRoom(
  { value, text }: Point,
  shares: boolean,
  whole: number,
  layout: BarLayout,
  look: Look,
): boolean {
  const { isLying, width, height, room, ends, thickness } = layout;
  const length = (isLying ? width : height) - room[0] - room[1];
  const part = shares ? (value ?? 0) / whole : Math.abs(value ?? 0) / (ends[1] - ends[0]);
  const wide = widthOf(shares ? '00.0%' : text, look.size) + 2;
  return isLying
    ? part * length >= wide && thickness >= LETTERS_HIGH
    : part * length >= LETTERS_HIGH && thickness >= wide;
}

/** Of all that is drawn in a category, or the table's own total of it. */
function sumsAtEnds(grid: Grid, layout: BarLayout, axes: Spec, shares: boolean, own: string): Spec {
  const channel = layout.isLying ? 'x' : 'y';
  const { field: _, stack: __, ...bare } = axes[channel] as Spec;
  const { transform, text, end } = sumText(grid);
  return {
    transform,
    mark: { type: 'text', ...beyond(layout, ''), fontWeight: { expr: `${own} ? 'bold' : 'normal'` } },
    encoding: {
      ...axes,
      [channel]: shares ? { ...bare, datum: 1 } : { ...bare, stack: null, field: end },
      text: { field: text },
    },
  };
}

function sizeOf({ width, height }: BarLayout): Spec {
  return { width, height };
}

/** The categories and the scale of values, as every layer has them. */
function axesOf(grid: Grid, layout: BarLayout, more: Spec): Spec {
  const { isLying, width, height, padding, labels, ticks, ends, room } = layout;
  const category = {
    field: grid.along,
    type: 'nominal',
    sort: idsOf(grid.categories),
    scale: { domain: idsOf(grid.categories), paddingInner: padding, paddingOuter: padding / 2 },
    axis: { ...categoryAxis(grid.categories, labels), domain: false },
  };
  const value = {
    field: 'value',
    type: 'quantitative',
    stack: null,
    ...more,
    scale: {
      domain: ends,
      range: isLying ? [room[0], width - room[1]] : [height - room[0], room[1]],
      nice: false,
    },
    axis:
      ticks.length === 0
        ? null
        : { ...valueAxis(ticks), ...(more.stack === 'normalize' && { format: '.0%' }) },
  };
  return isLying ? { y: category, x: value } : { x: category, y: value };
}

/** The foot of the bars. */
export function zeroLine(axes: Spec, { isLying }: Pick<BarLayout, 'isLying'>): readonly Spec[] {
  const channel = isLying ? 'x' : 'y';
  const { field: _, stack: __, ...at } = axes[channel] as Spec;
  return [
    {
      mark: { type: 'rule', color: 'theme:rule', strokeWidth: 0.5 },
      encoding: { [channel]: { ...at, datum: 0 } },
    },
  ];
}

type Sides = Pick<BarLayout, 'isLying' | 'valueSize'>;

/** Where a value stands: beyond the end of its bar. */
function beyond({ isLying, valueSize }: Sides, loss: string): Spec {
  const side = (inside: string, outside: string): unknown =>
    loss === '' ? outside : { expr: `${loss} ? '${inside}' : '${outside}'` };
  const away = (gap: number): unknown => (loss === '' ? gap : { expr: `${loss} ? ${-gap} : ${gap}` });
  return isLying
    ? { fontSize: valueSize, align: side('right', 'left'), baseline: 'middle', dx: away(GAP) }
    : { fontSize: valueSize, align: 'center', baseline: side('top', 'bottom'), dy: away(1 - GAP) };
}

/** Values at the ends of bars, none where they have no size. */
export function valueTexts(layout: Sides, base: Spec, own: string, drawn: readonly Spec[]): readonly Spec[] {
  if (layout.valueSize === undefined) return [];
  const weight = { fontWeight: { expr: `${own} ? 'bold' : 'normal'` } };
  const channel = layout.isLying ? 'x' : 'y';
  const { field: _, stack: __, ...at } = base[channel] as Spec;
  return [
    {
      transform: drawn,
      mark: { type: 'text', ...beyond(layout, 'datum.value < 0'), ...weight },
      encoding: { ...base, text: { field: 'text' } },
    },
    {
      transform: [...drawn, IS_BLANK],
      mark: { type: 'text', ...beyond(layout, ''), ...weight },
      encoding: { ...base, [channel]: { ...at, datum: 0 }, text: { field: 'blank' } },
    },
  ];
}
