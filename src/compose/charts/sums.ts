// A grid of parts -> what they come to: the table's own total where all of them are drawn, else their sum.
import { grouped } from '../../figure/show.ts';
import { type Grid, type Point, seriesPoints } from './chart-grid.ts';
import type { Spec } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { BLANK_TEXT, only } from './spec-parts.ts';
import type { Trouble } from './trouble.ts';

interface SumText {
  readonly transform: readonly Spec[];
  /** The fields of the words, and of the number that they are. */
  readonly text: string;
  readonly end: string;
}

/** For each category. */
export function sumText(grid: Grid): SumText {
  const { totalSeries, series, along } = grid;
  return totalSeries === undefined
    ? { transform: [only(grid, series), ...summed(grid, series, [along])], text: 'words', end: 'sum' }
    : { transform: [only(grid, [totalSeries]), BLANK_TEXT], text: 'blank', end: 'value' };
}

/** Rows -> one for each group, with their sum in words: 미정 where one of them is missing, `-` where there is none. */
export function summed(grid: Grid, series: readonly Member[], groupby: readonly string[]): readonly Spec[] {
  const digits = Math.max(
    0,
    ...grid.categories.flatMap((one) => seriesPoints(grid, one, series)).map((point) => point.digits),
  );
  return [
    { calculate: 'datum.missing ? 1 : 0', as: 'gap' },
    {
      aggregate: [
        { op: 'sum', field: 'value', as: 'sum' },
        { op: 'max', field: 'gap', as: 'gap' },
        { op: 'valid', field: 'value', as: 'known' },
      ],
      groupby,
    },
    {
      calculate: `datum.gap > 0 ? '미정' : datum.known === 0 ? '-' : format(datum.sum, ',.${digits}f')`,
      as: 'words',
    },
  ];
}

/** What those words will be, to measure them by. */
export function sumTexts(grid: Grid): readonly string[] {
  const { categories, series, totalSeries } = grid;
  return categories.map((category) => {
    const total = totalSeries && grid.at(category, totalSeries);
    return total === undefined ? sumOf(seriesPoints(grid, category, series)) : total.text;
  });
}

export function sumOf(points: readonly Point[]): string {
  const digits = Math.max(0, ...points.map((point) => point.digits));
  const sum = points.reduce((total, { value = 0 }) => total + value, 0);
  const [whole = '', decimals] = sum.toFixed(digits).split('.');
  return grouped(whole) + (decimals === undefined ? '' : `.${decimals}`);
}

/** Rounded percentages of one whole come to 100, or near it. */
const NEAR_WHOLE = 1;

/** Whether figures can be parts of a whole: amounts, or percentages that come to 100 in each group. */
export function partsOf(
  { unit }: Grid,
  groups: readonly (readonly Point[])[],
): 'amounts' | 'percentages' | Trouble {
  if (groups.flat().some(({ value = 0 }) => value < 0))
    return {
      message: '0보다 작은 수치는 전체의 한 부분으로 나타낼 수 없습니다.',
      expected: 'kind: bar나 grouped, 또는 0보다 작은 수치가 없는 행과 열',
    };
  if (unit.kind !== 'rate') return 'amounts';
  const isWhole = groups.every((points) => {
    const sum = points.reduce((total, { value = 0 }) => total + value, 0);
    return sum === 0 || Math.abs(sum * unit.scale.valueOf() - 100) <= NEAR_WHOLE;
  });
  if (unit.dimension === 'percent' && isWhole) return 'percentages';
  return {
    message: `더하여 100%가 되지 않는 비율(단위 ${unit.label})은 쌓거나 나누어 그릴 수 없습니다.`,
    expected: 'kind: bar, grouped나 line',
  };
}
