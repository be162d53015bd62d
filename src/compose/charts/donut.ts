// A grid of one series -> a ring of shares with its total in the middle, and a list of its parts beside it.

import { type Grid, seriesPoints } from './chart-grid.ts';
import { type Look, PART, type Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { BLANK_TEXT, idsOf, isOneOf, labelsOf, only, quoted } from './spec-parts.ts';
import { partsOf, summed, sumOf } from './sums.ts';
import { linesOf, widthOf } from './text-size.ts';
import { type Trouble, tooMany } from './trouble.ts';

const SIDE = 156;
const RING = { innerRadius: 44, outerRadius: 78 } as const;
/** For the total in the middle. */
const HOLE = 2 * RING.innerRadius - 8;
/** Parts below this have no room for their share in the ring. */
const LEAST_PART = 0.06;
const MOST_PARTS = 9;
const STEP = 16;
const LIST = { symbol: 14, between: 14, share: 34 } as const;

export function donut(grid: Grid, look: Look): Spec | Trouble {
  const { categories, series, totalCategory, along } = grid;
  const [first, second] = series;
  if (first === undefined || second !== undefined)
    return {
      message: `전체를 나눈 것 하나만 그릴 수 있는데 ${series.length}가지(${series.map(({ label }) => label).join(', ')})입니다.`,
      expected: 'columns에 열 하나(또는 rows에 행 하나), 여럿을 견주려면 kind: share',
    };
  const points = categories.flatMap((category) => seriesPoints(grid, category, [first]));
  const parts = partsOf(grid, [points]);
  if (typeof parts === 'object') return parts;
  if (categories.length > MOST_PARTS) return tooMany(categories.length, MOST_PARTS, '조각');
  const inks = look.inksOf(categories);
  const colour = {
    field: along,
    type: 'nominal',
    sort: null,
    scale: { domain: idsOf(categories), range: idsOf(categories).map((id) => inks.get(id)?.fill) },
    legend: null,
  };
  const drawn = only(grid, [first]);
  const shares = [
    drawn,
    { joinaggregate: [{ op: 'sum', field: 'value', as: 'whole' }], groupby: [] },
    BLANK_TEXT,
    {
      calculate:
        "datum.whole > 0 && isValid(datum.value) ? format(100 * datum.value / datum.whole, '.1f') + '%' : ''",
      as: 'share',
    },
  ];
  const rank = {
    calculate: `indexof([${idsOf(categories).map(quoted).join(',')}], datum.${along})`,
    as: 'rank',
  };
  const sector = {
    theta: { field: 'value', type: 'quantitative', stack: true, scale: { zero: true } },
    order: { field: 'rank', type: 'quantitative' },
  };
  const dark = [...inks].flatMap(([id, { letters }]) => (letters === 'theme:white' ? [id] : []));
  const ring = {
    width: SIDE,
    height: SIDE,
    view: { stroke: null },
    layer: [
      {
        transform: [drawn, rank],
        mark: { type: 'arc', ...RING, ...PART },
        encoding: { ...sector, color: colour },
      },
      {
        transform: [
          ...shares,
          rank,
          { calculate: `datum.value / datum.whole >= ${LEAST_PART} ? datum.share : ''`, as: 'inside' },
        ],
        mark: {
          type: 'text',
          radius: (RING.innerRadius + RING.outerRadius) / 2,
          align: 'center',
          baseline: 'middle',
        },
        encoding: {
          ...sector,
          detail: { field: along },
          text: { field: 'inside' },
          color: { condition: { test: isOneOf(along, dark), value: 'theme:white' }, value: 'theme:text' },
        },
      },
      ...middle(
        grid,
        first,
        totalCategory,
        points.some(({ missing }) => missing),
        look,
      ),
    ],
  };
  return {
    hconcat: [ring, list(grid, first, look, shares, colour)],
    spacing: 24,
    center: true,
    resolve: { scale: { color: 'shared' } },
  };
}

function middle(
  grid: Grid,
  series: Member,
  total: Member | undefined,
  hasGap: boolean,
  look: Look,
): readonly Spec[] {
  const at = { x: { value: SIDE / 2 }, y: { value: SIDE / 2 } };
  const ofTable = total !== undefined && !hasGap;
  const words = ofTable
    ? (grid.at(total, series)?.text ?? '')
    : sumOf(grid.categories.flatMap((one) => seriesPoints(grid, one, [series])));
  const [transform, text] = ofTable
    ? [
        [
          { filter: `datum.${grid.along} === ${quoted(total.id)} && ${isOneOf(grid.across, [series.id])}` },
          BLANK_TEXT,
        ],
        'blank',
      ]
    : [[only(grid, [series]), ...summed(grid, [series], [])], 'words'];
  return [
    {
      transform,
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'middle',
        dy: -5,
        fontSize: Math.min(13, (13 * HOLE) / widthOf(words, 13, true)),
        fontWeight: 'bold',
        color: 'theme:main',
      },
      encoding: { ...at, text: { field: text } },
    },
    {
      data: { values: [{ words: `계(${grid.unit.label})` }] },
      mark: { type: 'text', align: 'center', baseline: 'middle', dy: 10, fontSize: look.size },
      encoding: { ...at, text: { field: 'words' } },
    },
  ];
}

/** Each part with its value and its share. */
function list(grid: Grid, series: Member, look: Look, shares: readonly Spec[], colour: Spec): Spec {
  const { categories, along } = grid;
  const points = categories.flatMap((category) => seriesPoints(grid, category, [series]));
  const values = look.widest(
    [...points.map(({ text, missing }) => (missing ? '미정' : text)), sumOf(points)],
    true,
  );
  const room = look.width - SIDE - 24 - LIST.symbol - values - LIST.share - 2 * LIST.between;
  const names = categories.map(({ label }) => linesOf(label, room, look.size));
  const lines = Math.max(...names.map(({ length }) => length));
  const widest = look.widest(names.flat(), true);
  const step = Math.max(STEP, lines * 10.5 + 5);
  const valueAt = LIST.symbol + widest + LIST.between + values;
  const y = {
    field: along,
    type: 'nominal',
    sort: idsOf(categories),
    scale: { domain: idsOf(categories), type: 'point', padding: 0.5 },
    axis: null,
  };
  const own = isOneOf(along, idsOf(categories.filter((one) => one.own)));
  const words = (x: number, align: string, field: string): Spec => ({
    transform: shares,
    mark: { type: 'text', align, baseline: 'middle', fontWeight: { expr: `${own} ? 'bold' : 'normal'` } },
    encoding: { y, x: { value: x }, text: { field } },
  });
  const named = labelsOf(categories, (label) => linesOf(label, room, look.size), along);
  return {
    width: valueAt + LIST.between + LIST.share,
    height: step * categories.length,
    view: { stroke: null },
    layer: [
      {
        transform: [shares[0]],
        mark: { type: 'point', filled: true, shape: 'square', size: 60, opacity: 1 },
        encoding: { y, x: { value: 4 }, color: colour },
      },
      {
        ...words(LIST.symbol, 'left', 'label'),
        transform: [shares[0], { calculate: named, as: 'label' }],
      },
      words(valueAt, 'right', 'blank'),
      words(valueAt + LIST.between + LIST.share, 'right', 'share'),
    ],
  };
}
