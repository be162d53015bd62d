// A kind of chart and its grid -> the Vega-Lite specification of it.
import type { ChartKind } from '../../plan/chart.ts';
import { areas } from './areas.ts';
import { barsAndLines } from './bar-line.ts';
import { plainBars, stackedBars } from './bars.ts';
import type { Grid } from './chart-grid.ts';
import type { Look, Spec } from './chart-look.ts';
import { donut } from './donut.ts';
import { lines } from './lines.ts';
import { pyramid } from './pyramid.ts';
import type { Trouble } from './trouble.ts';

const KINDS: Readonly<Record<ChartKind, (grid: Grid, look: Look) => Spec | Trouble>> = {
  bar: (grid, look) => (grid.series.length === 1 ? plainBars(grid, look) : onlyOne(grid)),
  grouped: plainBars,
  stacked: (grid, look) => stackedBars(grid, look, false),
  share: (grid, look) => stackedBars(grid, look, true),
  line: lines,
  area: areas,
  donut,
  pyramid,
  'bar-line': barsAndLines,
};

/** The specification, with the data named and not in it; or why there is none. */
export function kindSpec(kind: ChartKind, grid: Grid, look: Look): Spec | Trouble {
  return KINDS[kind](grid, look);
}

function onlyOne({ series }: Grid): Trouble {
  return {
    message: `막대 하나에 수치 하나를 그리는데 ${series.length}가지(${series.map(({ label }) => label).join(', ')})입니다.`,
    expected: 'columns에 열 하나(또는 rows에 행 하나), 나란히 견주려면 kind: grouped',
  };
}
