// A grid of two series -> bars to the left and to the right of the names of their categories.

import type { Grid } from './chart-grid.ts';
import { GAP, type Look, type Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { BLANK_TEXT, IS_BLANK, idsOf, isOneOf, labelsOf, only, pointsOf, valuesIn } from './spec-parts.ts';
import { type Trouble, tooMany } from './trouble.ts';

const STEP = { most: 16, least: 11.5 } as const;
const MOST_HEIGHT = 400;
const BAR = 0.76;
/** The shortest half that bars are compared on, in parts of the width. */
const SHORTEST = 0.15;

export function pyramid(grid: Grid, look: Look): Spec | Trouble {
  const { series, categories } = grid;
  const [left, right, more] = series;
  if (left === undefined || right === undefined || more !== undefined)
    return {
      message: `양쪽에 하나씩 두 가지를 그리는데 ${series.length}가지(${series.map(({ label }) => label).join(', ')})입니다.`,
      expected: 'columns에 열 둘(또는 rows에 행 둘)',
    };
  const values = valuesIn(grid, series);
  if (values.some((value) => value < 0))
    return { message: '0보다 작은 수치는 피라미드에 그릴 수 없습니다.', expected: 'kind: grouped' };
  const most = Math.max(...values) || 1;
  const step = Math.min(STEP.most, MOST_HEIGHT / categories.length);
  if (step < STEP.least) return tooMany(categories.length, Math.floor(MOST_HEIGHT / STEP.least));
  const names =
    look.widest(
      categories.map(({ label }) => label),
      true,
    ) +
    4 * GAP;
  const texts = look.widest(
    pointsOf(grid, series).map(([, , { text, missing }]) => (missing ? '미정' : text)),
    true,
  );
  const half = (look.width - names) / 2;
  const room = texts + 2 * GAP;
  if (half - room < look.width * SHORTEST)
    return {
      message: '항목의 이름이 길어 막대를 그릴 자리가 모자랍니다.',
      expected: '표의 행과 열 이름(label)을 더 짧게, 또는 kind: grouped',
    };
  // The first stands at the foot, as ages do.
  const y = {
    field: grid.along,
    type: 'nominal',
    sort: idsOf(categories).toReversed(),
    scale: { domain: idsOf(categories).toReversed(), paddingInner: 1 - BAR, paddingOuter: (1 - BAR) / 2 },
    axis: null,
  };
  const height = step * categories.length;
  const inks = look.inksOf(series);
  const own = isOneOf(grid.along, idsOf(categories.filter((one) => one.own)));
  const weight = { fontWeight: { expr: `${own} ? 'bold' : 'normal'` } };
  const side = (one: Member, isLeft: boolean): Spec => {
    const at = {
      scale: { domain: [0, most], range: isLeft ? [half, room] : [0, half - room], nice: false },
      axis: null,
    };
    const text = { align: isLeft ? 'right' : 'left', baseline: 'middle', dx: isLeft ? -GAP : GAP, ...weight };
    return {
      width: half,
      height,
      title: {
        text: one.label,
        fontSize: look.size,
        fontWeight: 'bold',
        color: 'theme:text',
        anchor: isLeft ? 'end' : 'start',
        offset: 4,
      },
      layer: [
        {
          transform: [only(grid, [one])],
          mark: { type: 'bar', color: one.own ? 'theme:accent' : inks.get(one.id)?.fill },
          encoding: { y, x: { field: 'value', type: 'quantitative', ...at } },
        },
        {
          mark: { type: 'rule', color: 'theme:rule', strokeWidth: 0.5 },
          encoding: { x: { ...at, datum: 0, type: 'quantitative' } },
        },
        {
          transform: [only(grid, [one])],
          mark: { type: 'text', ...text },
          encoding: { y, x: { field: 'value', type: 'quantitative', ...at }, text: { field: 'text' } },
        },
        {
          transform: [only(grid, [one]), BLANK_TEXT, IS_BLANK],
          mark: { type: 'text', ...text },
          encoding: { y, x: { datum: 0, type: 'quantitative', ...at }, text: { field: 'blank' } },
        },
      ],
    };
  };
  const label = labelsOf(categories, (name) => [name], grid.along);
  return {
    spacing: 0,
    hconcat: [
      side(left, true),
      {
        width: names,
        height,
        transform: [only(grid, [left]), { calculate: label, as: 'label' }],
        mark: { type: 'text', align: 'center', baseline: 'middle', ...weight },
        encoding: { y, x: { value: names / 2 }, text: { field: 'label' } },
      },
      side(right, false),
    ],
    resolve: { scale: { x: 'independent' } },
  };
}
