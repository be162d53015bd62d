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

/** Names of categories under a line: of years only some where they are many, of others all or none. */
export function namesBelow({ categories, isTime }: Grid, slot: number, look: Look): string | Trouble {
  const lines = wrapped(categories, slot - 4, look);
  if (lines !== undefined && lines <= 2)
    return labelsOf(categories, (label) => linesOf(label, slot - 4, look.size));
  return isTime ? thinned(categories, slot, look) : NO_ROOM;
}

const NO_ROOM: Trouble = {
  message: '항목의 이름을 가로로 늘어놓을 자리가 모자랍니다.',
  expected:
    '이름이 길거나 많아도 되는 kind: bar나 grouped(저절로 가로 막대가 됨), 또는 rows나 columns에서 고른 몇 항목',
};

function namesOf(categories: readonly Member[]): readonly string[] {
  return categories.map(({ label }) => label);
}

/** How far the labels of the first and the last category reach over the ends of the axis. */
export function overhang(categories: readonly Member[], slot: number, look: Look): number {
  if ((wrapped(categories, slot - 4, look) ?? 3) <= 2) return 0;
  const ends = [categories[0], categories.at(-1)].map((one) => one?.label ?? '');
  return Math.max(0, (look.widest(ends, true) - slot) / 2 + 2);
}

/** The channels of points at the middles of even steps; without ticks the scale of values is not shown. */
export function lineAxes(
  grid: Grid,
  labels: string,
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
        ...categoryAxis(grid.categories, labels),
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
