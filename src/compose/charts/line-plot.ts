// A grid and the size of a plot -> where its categories and values lie, and the texts that stand free beside the points.
import type { Grid } from './chart-grid.ts';
import { easyScale, type Look, type Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { BESIDE, type LinePlaces, placeLabels } from './line-labels.ts';
import { categoryAxis, idsOf, isAt, isOneOf, labelsOf, valueAxis, wrapped } from './spec-parts.ts';
import { linesOf } from './text-size.ts';
import type { Trouble } from './trouble.ts';

type Scale = ReturnType<typeof easyScale>;

/** Where the ends of the values' scale lie in the plot, y downwards. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** A line's scale begins at 0 where its least value is below this part of its largest. */
const FROM_ZERO = 0.5;

/** Of lines: from 0, or from near the least where that is far from 0. */
export function lineScale(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return easyScale(0, 1);
  if (low === high || (low >= 0 && low < FROM_ZERO * high))
    return easyScale(Math.min(0, low), Math.max(0, high));
  return easyScale(low, high);
}

/** Every so many of the labels, the last one among them. */
export function thinned(categories: readonly Member[], slot: number, look: Look): string {
  const room = look.widest(namesOf(categories), true) + 5;
  const every = Math.max(1, Math.ceil(room / slot));
  const last = categories.length - 1;
  return labelsOf(categories, (label, one) => [(last - categories.indexOf(one)) % every === 0 ? label : '']);
}

/** The names of categories under a chart, and whether they stand upright. */
interface NamesBelow {
  readonly labels: string;
  readonly upright: boolean;
}

/** Upright names are so long at most, in points; from line to line of them. */
const LONGEST_UPRIGHT = 120;
const LINE = 10.5;

/** Side by side where they have room. Else of years only some; other names upright, and where they are very many only some of them. */
export function namesBelow({ categories, isTime }: Grid, slot: number, look: Look): NamesBelow | Trouble {
  if (areSideBySide(categories, slot, look))
    return {
      labels: labelsOf(categories, (label) => linesOf(label, slot - 4, look.size)),
      upright: false,
    };
  if (isTime) return { labels: thinned(categories, slot, look), upright: false };
  const cut = (label: string) => linesOf(label, LONGEST_UPRIGHT, look.size);
  const names = namesOf(categories).map(cut);
  const more = Math.max(...names.map(({ length }) => length)) - 1;
  const thick = thickness(look) + LINE * more;
  if (look.widest(names.flat()) > LONGEST_UPRIGHT || (more > 0 && thick > slot)) return NO_ROOM;
  const every = Math.ceil(thick / slot);
  return {
    labels: labelsOf(categories, (label, one) => (categories.indexOf(one) % every === 0 ? cut(label) : [''])),
    upright: true,
  };
}

/** Of upright letters, with the air between names. */
function thickness(look: Look): number {
  return look.size + 1;
}

function areSideBySide(categories: readonly Member[], slot: number, look: Look): boolean {
  return (wrapped(categories, slot - 4, look) ?? Infinity) <= 2;
}

const NO_ROOM: Trouble = {
  message: '항목의 이름이 길어 아래에 적을 자리가 모자랍니다.',
  expected:
    '이름이 길어도 되는 kind: bar나 grouped(저절로 가로 막대가 됨), 더 짧은 이름, 또는 rows나 columns에서 고른 몇 항목',
};

function namesOf(categories: readonly Member[]): readonly string[] {
  return categories.map(({ label }) => label);
}

/** How far the labels of the first and the last category reach over the ends of the axis. */
export function overhang({ categories, isTime }: Grid, slot: number, look: Look): number {
  if (areSideBySide(categories, slot, look)) return 0;
  if (!isTime) return Math.max(0, (thickness(look) - slot) / 2);
  const ends = [categories[0], categories.at(-1)].map((one) => one?.label ?? '');
  return Math.max(0, (look.widest(ends, true) - slot) / 2 + 2);
}

/** The channels of points at the middles of even steps; without ticks the scale of values is not shown. */
export function lineAxes(
  grid: Grid,
  names: NamesBelow | undefined,
  scale: Scale,
  { top, bottom }: Band,
  isShown: boolean,
): { readonly x: Spec; readonly y: Spec } {
  const ids = idsOf(grid.categories);
  return {
    x: {
      field: grid.along,
      type: 'nominal',
      sort: ids,
      scale: { domain: ids, type: 'point', padding: 0.5 },
      axis: {
        ...(names && categoryAxis(grid.categories, names.labels, names.upright)),
        domain: true,
        zindex: 1,
      },
    },
    y: {
      field: 'value',
      type: 'quantitative',
      scale: { domain: scale.ends, range: [bottom, top], nice: false, zero: false },
      axis: isShown ? valueAxis(scale.ticks) : null,
    },
  };
}

/** Places of the values of series beside their points. */
export function valuePlaces(
  grid: Grid,
  look: Look,
  series: readonly Member[],
  {
    width,
    scale: { ends },
    band: { top, bottom },
    foot,
    order,
  }: {
    readonly width: number;
    readonly scale: Scale;
    readonly band: Band;
    /** No text stands lower. */
    readonly foot: number;
    readonly order?: readonly ('above' | 'below')[];
  },
): LinePlaces {
  const slot = width / grid.categories.length;
  const points = series.flatMap((one) =>
    grid.categories.flatMap((category, index) => {
      const { value, text = '' } = grid.at(category, one) ?? {};
      if (value === undefined) return [];
      return [
        {
          key: `${category.id}/${one.id}`,
          series: one.id,
          x: slot * (index + 0.5),
          y: bottom - ((value - ends[0]) / (ends[1] - ends[0])) * (bottom - top),
          width: look.widthOf(text, one.own),
        },
      ];
    }),
  );
  return placeLabels(points, foot, order);
}

/** The texts at those places. */
export function placedTexts(
  grid: Grid,
  series: readonly Member[],
  axes: Spec,
  places: LinePlaces,
): readonly Spec[] {
  const own = isOneOf(grid.across, idsOf(series.filter((one) => one.own)));
  return (['above', 'below'] as const).flatMap((side) => {
    const keys = new Set(places[side]);
    if (keys.size === 0) return [];
    const cells = grid.categories.flatMap((category) =>
      series.flatMap((one) => (keys.has(`${category.id}/${one.id}`) ? [[category, one] as const] : [])),
    );
    return [
      {
        transform: [{ filter: isAt(grid, cells) }],
        mark: {
          type: 'text',
          align: 'center',
          baseline: 'middle',
          dy: side === 'above' ? -BESIDE : BESIDE,
          fontWeight: { expr: `${own} ? 'bold' : 'normal'` },
        },
        encoding: { ...axes, text: { field: 'text' } },
      },
    ];
  });
}
