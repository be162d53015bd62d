// A seed -> a sound chart, harmed by chance so that it misleads or cannot be read, and whether the proof says so.
import type { Spec } from '../draw/chart-data.ts';
import { bar, bars, colour, line, of, point, rate, tables, x, y } from '../proof/chart-parts.ts';
import { provenChart } from '../proof/chart-plan.ts';
import { type Dice, diceOf } from './dice.ts';

type Part = Readonly<Record<string, unknown>>;
interface Chart {
  readonly spec: Spec;
  /** The mark that shows the figures, and its axes. */
  readonly mark: Part;
  readonly x: Part;
  readonly y: Part;
}
type Harm = (chart: Chart, dice: Dice) => Spec;

/** A number that is no year and no figure's. */
const numberBy = (dice: Dice): number => 2201 + dice.below(9000);
const withMark = ({ spec, mark }: Chart, more: Part): Spec => ({ ...spec, mark: { ...mark, ...more } });
const withAxis = (chart: Chart, channel: 'x' | 'y', more: Part): Spec => {
  const own = chart[channel];
  const axis = { ...(own.axis as Part), ...more };
  return {
    ...chart.spec,
    encoding: { ...(chart.spec.encoding as Part), [channel]: { ...own, axis } },
  };
};
const withStep = ({ spec }: Chart, ...steps: readonly Part[]): Spec => ({
  ...spec,
  transform: [...(spec.transform as readonly Part[]), ...steps],
});
const small = (dice: Dice, most: number): number => (most * (1 + dice.below(99))) / 100;

/** For every chart. Anyone may add one. */
const HARMS: readonly Harm[] = [
  (chart, dice) => ({
    ...chart.spec,
    title: `${dice.one(['일자리', '모두', '취업자'])} ${numberBy(dice)}명`,
  }),
  (chart, dice) => withAxis(chart, 'y', { title: `목표 ${numberBy(dice)}` }),
  (chart, dice) => withAxis(chart, dice.one(['x', 'y']), { labelFontSize: small(dice, 4.8) }),
  (chart) => withAxis(chart, 'x', { labels: false }),
  (chart, dice) => withAxis(chart, dice.one(['x', 'y']), { labelOpacity: small(dice, 0.3) }),
  (chart, dice) => withAxis(chart, 'y', { labelExpr: `datum.value * ${2 + dice.below(9)}` }),
  (chart, dice) =>
    withMark(chart, {
      [dice.one(['opacity', 'fillOpacity', 'strokeOpacity'])]: 0,
      ...dice.one([{ opacity: 0 }, { color: 'transparent' }]),
    }),
  (chart, dice) =>
    withMark(chart, { [dice.one(['yOffset', 'xOffset'])]: dice.one([-1, 1]) * (400 + dice.below(900)) }),
  (chart, dice) => withStep(chart, { calculate: `datum.value * ${1.1 + dice.below(50) / 10}`, as: 'value' }),
  (chart, dice) => withStep(chart, { calculate: `datum.value + ${20 + dice.below(500)}`, as: 'value' }),
  (chart, dice) =>
    withStep(
      chart,
      { window: [{ op: 'row_number', as: 'place' }] },
      { filter: `datum.place ${dice.one(['>', '!=='])} ${1 + dice.below(2)}` },
    ),
  (chart, dice) => withStep(chart, { calculate: `datum.rowLabel + ' ${numberBy(dice)}'`, as: 'rowLabel' }),
];
const UNREAD: readonly Harm[] = [
  (chart, dice) => withAxis(chart, dice.one(['x', 'y']), { labelAngle: 110 + dice.below(140) }),
  (chart, dice) => ({
    ...chart.spec,
    title: `${dice.one(['두', '세', '열', '백이십', '오천'])} ${dice.one(['배', '명'])}`,
  }),
  (chart, dice) => withAxis(chart, 'y', { labelExpr: `datum.label + '${dice.one(['원', '㎡', '배'])}'` }),
  (chart, dice) => withAxis(chart, 'y', { title: `수(${dice.one(['천원', '억원', '㎡', '시간'])})` }),
];
const LINES: readonly Harm[] = [
  (chart, dice) => withMark(chart, { strokeDash: [small(dice, 0.5), 6 + dice.below(90)] }),
  (chart, dice) => withMark(chart, { strokeWidth: small(dice, 0.14) }),
  (chart, dice) => ({
    ...chart.spec,
    encoding: {
      ...(chart.spec.encoding as Part),
      x: { ...chart.x, sort: dice.one(['y', '-y', 'descending']) },
    },
  }),
  (chart) => ({ ...chart.spec, encoding: { ...(chart.spec.encoding as Part), order: { field: 'value' } } }),
  (chart) => withAxis(chart, 'y', { labels: false }),
];
const BARS: readonly Harm[] = [
  (chart, dice) => withMark(chart, { width: { band: small(dice, 0.006) } }),
  (chart, dice) => ({
    ...chart.spec,
    encoding: {
      ...(chart.spec.encoding as Part),
      y: { ...chart.y, scale: { domain: [0, 100 + dice.below(300)] } },
    },
  }),
  (chart, dice) => ({
    ...chart.spec,
    encoding: {
      ...(chart.spec.encoding as Part),
      y: { ...chart.y, scale: { domain: [-150 - dice.below(9000), 600] } },
    },
  }),
  (chart) => withAxis(chart, 'y', { labels: false }),
];
const SERIES: readonly Harm[] = [
  (chart) => ({
    ...chart.spec,
    encoding: { ...(chart.spec.encoding as Part), color: { ...colour, legend: null } },
  }),
  (chart, dice) => {
    const parts = [dice.below(230), dice.below(230), dice.below(230)];
    const hex = (more: number) =>
      `#${parts.map((part) => (part + more).toString(16).padStart(2, '0')).join('')}`;
    const range = [hex(0), hex(dice.below(4))];
    return {
      ...chart.spec,
      encoding: { ...(chart.spec.encoding as Part), color: { ...colour, scale: { range } } },
    };
  },
];

const lineOf = of('years', { transform: [rate], mark: line, encoding: { x, y } });
const grouped = of('ages', {
  transform: [],
  mark: { type: 'bar' },
  encoding: { x, xOffset: { field: 'columnName' }, y, color: colour },
});
const CHARTS: readonly (readonly [Chart, readonly Harm[]])[] = [
  [{ spec: bars(), mark: bar, x, y }, [...HARMS, ...UNREAD, ...BARS]],
  [{ spec: bars({ mark: point }), mark: point, x, y }, [...HARMS, ...UNREAD]],
  [{ spec: lineOf, mark: line, x, y }, [...HARMS, ...UNREAD, ...LINES]],
  [{ spec: grouped, mark: { type: 'bar' }, x, y }, SERIES],
];

/** The harm that was not told of; undefined where it was. */
export async function misleadingFaultOf(seed: number): Promise<string | undefined> {
  const dice = diceOf(seed);
  const [chart, harms] = dice.one(CHARTS);
  const spec = dice.one(harms)(chart, dice);
  const told = await provenChart(spec, tables).catch((error: unknown) => [error]);
  return told.length > 0 ? undefined : `not told: ${JSON.stringify(spec)}`;
}
