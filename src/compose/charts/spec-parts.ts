// A grid -> parts of a Vega-Lite specification that several kinds of charts have.
import { grouped } from '../../figure/show.ts';
import type { Grid, Point } from './chart-grid.ts';
import type { Look, Spec } from './chart-look.ts';
import { GAP } from './chart-look.ts';
import type { Member } from './chart-members.ts';
import { linesOf } from './text-size.ts';

/** A text in an expression of Vega's. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

export function idsOf(members: readonly Member[]): readonly string[] {
  return members.map(({ id }) => id);
}

/** Whether a field is one of some ids. */
export function isOneOf(field: string, ids: readonly string[]): string {
  return `indexof([${ids.map(quoted).join(',')}], datum[${quoted(field)}]) >= 0`;
}

/** Whether a row is of certain cells. */
export function isAt(grid: Grid, cells: readonly (readonly [Member, Member, ...unknown[]])[]): string {
  const keys = cells.map(([category, series]) => quoted(`${category.id}/${series.id}`));
  return `indexof([${keys.join(',')}], datum.${grid.along} + '/' + datum.${grid.across}) >= 0`;
}

/** The rows of these series and of the grid's categories. */
export function only(grid: Grid, series: readonly Member[]): Spec {
  return {
    filter: `${isOneOf(grid.along, idsOf(grid.categories))} && ${isOneOf(grid.across, idsOf(series))}`,
  };
}

/** The place of a row's series among these, for the order in which they are stacked. */
export function rankOf({ across }: Grid, series: readonly Member[]): Spec {
  return { calculate: `indexof([${idsOf(series).map(quoted).join(',')}], datum.${across})`, as: 'rank' };
}

/** Labels by id, each in its lines; `field` holds the id. */
export function labelsOf(
  members: readonly Member[],
  lines: (label: string, one: Member) => readonly string[],
  field = 'value',
): string {
  const entries = members.map((one) => `${quoted(one.id)}:[${lines(one.label, one).map(quoted).join(',')}]`);
  return `{${entries.join(',')}}[datum.${field}]`;
}

/** The category axis of ids, called by their labels, upright or not; a bold one for what stands out. */
export function categoryAxis(members: readonly Member[], labels: string, upright = false): Spec {
  const own = idsOf(members.filter((one) => one.own));
  return {
    title: null,
    labelExpr: labels,
    labelOverlap: false,
    labelLimit: 0,
    labelLineHeight: 10.5,
    ...(upright && { labelAngle: -90, labelAlign: 'right', labelBaseline: 'middle' }),
    labelFontWeight: own.length === 0 ? 'normal' : bold(isOneOf('value', own)),
  };
}

function bold(test: string): Spec {
  return { condition: { test, value: 'bold' }, value: 'normal' };
}

/** Numbers along an axis, with light lines across the chart. */
export function valueAxis(ticks: readonly number[]): Spec {
  return {
    title: null,
    values: ticks,
    grid: true,
    labelColor: 'theme:text',
    labelExpr: "replace(datum.label, '−', '△')",
    labelFlush: false,
  };
}

/** How much room the numbers along an axis take. */
export function valueAxisRoom(ticks: readonly number[], look: Look): number {
  const texts = ticks.map((tick) => {
    const [whole = '', decimals = ''] = String(tick).split('.');
    return grouped(whole) + decimals;
  });
  return look.widest(texts) + GAP + 4;
}

/** Names of series above the chart, in as many lines as they need. */
export function legendOf(series: readonly Member[], look: Look, more: Spec = {}): Spec {
  const entries = series.map(({ label }) => look.widthOf(label) + 26);
  const all = entries.reduce((sum, one) => sum + one, 0);
  // It begins where the numbers of an axis end.
  const room = 0.85 * look.width;
  const columns = all <= room ? 0 : Math.max(1, Math.floor(room / Math.max(...entries)));
  return {
    title: null,
    orient: 'top',
    symbolType: 'square',
    labelExpr: labelsOf(series, (label) => [label]),
    labelLimit: 0,
    ...(columns > 0 && { columns }),
    ...more,
  };
}

/** Colours by series. */
export function seriesColour(grid: Grid, series: readonly Member[], look: Look, legend: Spec | null): Spec {
  const inks = look.inksOf(series);
  return {
    field: grid.across,
    type: 'nominal',
    sort: null,
    scale: { domain: idsOf(series), range: idsOf(series).map((id) => inks.get(id)?.fill) },
    legend,
  };
}

/** White letters on dark fills. */
export function lettersOn(grid: Grid, series: readonly Member[], look: Look): Spec {
  const dark = [...look.inksOf(series)].flatMap(([id, { letters }]) =>
    letters === 'theme:white' ? [id] : [],
  );
  const test = isOneOf(grid.across, dark);
  return { condition: { test, value: 'theme:white' }, value: 'theme:text' };
}

/** `미정` where nothing is known, `-` where nothing is to be told: at the foot of what is not drawn. */
export const BLANK_TEXT: Spec = { calculate: "datum.missing ? '미정' : datum.text", as: 'blank' };
export const IS_BLANK: Spec = { filter: '!isValid(datum.value)' };

export function pointsOf(
  grid: Grid,
  series: readonly Member[],
): readonly (readonly [Member, Member, Point])[] {
  return grid.categories.flatMap((category) =>
    series.flatMap((one) => {
      const point = grid.at(category, one);
      return point === undefined ? [] : [[category, one, point] as const];
    }),
  );
}

export function valuesIn(grid: Grid, series: readonly Member[]): readonly number[] {
  return pointsOf(grid, series).flatMap(([, , { value }]) => value ?? []);
}

/** Whether a label's lines fit in a width, and how many of them there are. */
export function wrapped(members: readonly Member[], width: number, look: Look): number | undefined {
  const all = members.map(({ label }) => linesOf(label, width, look.size));
  return all.flat().some((line) => look.widthOf(line, true) > width)
    ? undefined
    : Math.max(...all.map(({ length }) => length));
}
