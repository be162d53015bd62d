// The marks of a chart and the figures behind them -> each mark that shows another number than its figure.
import type { ChartMark, ChartMeasure, ChartScale, PlacedChart } from '../../document/chart-marks.ts';
import { grouped } from '../../figure/show.ts';
import type { ChartFaults } from './chart-faults.ts';
import { type ChartRows, type KnownRow, valuesOf } from './mark-numbers.ts';
import { isWhole, numberAt, placeOnScale, unitLength } from './scale-places.ts';
import { newUse, type ScaleUse } from './scale-use.ts';
import { acrossOf, endsOf } from './shape-ends.ts';
import { scaledBy } from './text-numbers.ts';

/** Points, and parts of an angle or an area, by which a place may be off. */
const SLACK = { x: 0.1, y: 0.1, radius: 0.1, size: 0.5, angle: 0.001 } as const;
/** By how much a mark may reach over the ends of its scale. */
const BEYOND = { x: 1, y: 1, radius: 1, size: 1, angle: 0.01 } as const;
/** Marks whose length is read as the number, from 0 on. */
export const LENGTHS: ReadonlySet<string> = new Set(['bar', 'area', 'arc']);

/** A measure of a mark with the two ends, or the place, at which it shows its number. */
export interface Measured {
  readonly mark: ChartMark;
  readonly measure: ChartMeasure;
  readonly scale: ChartScale;
  readonly ends: readonly number[];
}

export function proveValues(
  chart: PlacedChart,
  rows: ChartRows,
  faults: ChartFaults,
): ReadonlyMap<number, ScaleUse> {
  const uses = new Map<number, ScaleUse>();
  const useOf = (index: number): ScaleUse => {
    const use = uses.get(index) ?? newUse();
    uses.set(index, use);
    return use;
  };
  const all = chart.marks.filter(isPainted).flatMap((mark) => measuredOf(mark, chart.scales));
  const stacks = stacksOf(all, rows);
  const unsure: Measured[] = [];
  const sure = new Set<ChartMark>();
  for (const measured of all) {
    const { measure, scale, mark } = measured;
    const use = useOf(measure.scale);
    const fault = scaleFault(measured);
    if (fault !== undefined) faults.tell('chart-scale', mark.set, fault);
    else if (showsItsFigure(measured, stacks.get(stackOf(measured)), rows, use)) sure.add(mark);
    else unsure.push(measured);
    if (measure.channel === 'y' && isUpsideDown(scale))
      faults.tell('chart-scale-upside-down', String(measure.scale), '세로 눈금이 위로 갈수록 작아집니다.');
  }
  for (const measured of unsure) judge(measured, rows, faults, sure, useOf(measured.measure.scale));
  return uses;
}

/** The marks that show their figures, or would if they were painted: what only makes room shows another number. */
export function showing(chart: PlacedChart, rows: ChartRows): ReadonlySet<ChartMark> {
  const all = chart.marks.flatMap((mark) => measuredOf(mark, chart.scales));
  const stacks = stacksOf(all, rows);
  const use = newUse();
  return new Set(
    all.flatMap((one) => (showsItsFigure(one, stacks.get(stackOf(one)), rows, use) ? [one.mark] : [])),
  );
}

export function isPainted({ fill, stroke }: ChartMark): boolean {
  return (fill ?? stroke) !== undefined;
}

export function measuredOf(mark: ChartMark, scales: readonly ChartScale[]): readonly Measured[] {
  return mark.measures.flatMap((measure) => {
    const scale = scales[measure.scale];
    const both = endsOf(mark.shape, measure.channel);
    const ends =
      measure.centred && both.length > 0 ? [both.reduce((sum, end) => sum + end, 0) / both.length] : both;
    return scale === undefined || ends.length === 0 ? [] : [{ mark, measure, scale, ends }];
  });
}

/** What is stacked on each other. */
interface Stack {
  readonly members: Measured[];
  /** Whether each begins where another ends, or all of the set lie around one middle. */
  isStacked: boolean;
  /** Of all figures in it; less than nothing is no part. */
  whole: number;
}

function stacksOf(all: readonly Measured[], rows: ChartRows): ReadonlyMap<string, Stack> {
  const stacks = new Map<string, Stack>();
  for (const measured of all) {
    const key = stackOf(measured);
    const stack = stacks.get(key) ?? { members: [], isStacked: false, whole: 0 };
    stacks.set(key, stack);
    stack.members.push(measured);
    stack.whole += total(rows.groups(measured.mark).flat());
  }
  const middles = new Map<string, number[]>();
  for (const { members } of stacks.values()) {
    const ends = members.flatMap((one) => one.ends);
    const own = middles.get(setOf(members)) ?? [];
    middles.set(setOf(members), own);
    own.push((Math.min(...ends) + Math.max(...ends)) / 2);
  }
  for (const stack of stacks.values()) {
    const all = middles.get(setOf(stack.members)) ?? [];
    const isAround = all.length > 1 && Math.max(...all) - Math.min(...all) <= 2 * SLACK.x;
    stack.isStacked = isAround || (stack.members.length > 1 && isGapless(stack.members));
  }
  return stacks;
}

function setOf([first]: readonly Measured[]): string {
  return JSON.stringify([first?.mark.set, first?.measure.channel, first?.measure.scale]);
}

/** Of one set, at one place. */
function stackOf({ mark, measure }: Measured): string {
  return JSON.stringify([mark.set, measure.channel, measure.scale, acrossOf(mark.shape, measure.channel)]);
}

function isUpsideDown({ domain, range }: ChartScale): boolean {
  const [low = 0, high = 0] = domain;
  const [from = 0, to = 0] = range;
  return (high - low) * (to - from) > 0;
}

/** Why the scale says nothing true of the mark, whatever its figure. */
function scaleFault({ mark, measure, scale, ends }: Measured): string | undefined {
  if (!isWhole(scale)) return '눈금이 여러 토막이라 길이와 자리를 서로 견줄 수 없습니다.';
  const isLength = (LENGTHS.has(mark.style) && ends.length === 2) || measure.channel === 'size';
  if (isLength && scale.type !== 'linear')
    return `막대와 면의 길이, 점의 넓이는 고른 눈금에서만 값을 나타냅니다: 눈금은 ${scale.type}입니다.`;
  const [low, high] = [Math.min(...scale.range), Math.max(...scale.range)];
  const slack = BEYOND[measure.channel];
  const over = ends.find((end) => end < low - slack || end > high + slack);
  if (over !== undefined)
    return `${shown(numberAt(scale, over))}의 자리가 눈금(${scale.domain.map(shown).join('~')}) 밖에 있습니다.`;
  return undefined;
}

function showsItsFigure(
  measured: Measured,
  stack: Stack | undefined,
  rows: ChartRows,
  use: ScaleUse,
): boolean {
  const { mark, measure, scale, ends } = measured;
  const slack = SLACK[measure.channel];
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= slack;
  const numbers = rows.numbersOf(mark).map((number) => number / divisor(measured, rows));
  const places = [...numbers, ...rows.numericNamesOf(mark)];
  const [from = 0, to] = ends;
  if (to === undefined) {
    if (places.some((number) => near(placeOnScale(scale, number), from))) return true;
    const shares = sharesOf(measured, stack, rows);
    if (shares.some((share) => near(placeOnScale(scale, share), from))) {
      use.shares = true;
      return true;
    }
    return false;
  }
  const zero = placeOnScale(scale, 0);
  const length = Math.abs(to - from);
  const unit = unitLength(scale);
  const startsAtZero = near(from, zero) || near(to, zero);
  const isStacked = startsAtZero || stack?.isStacked === true;
  // From one figure to another.
  const bothAre = [from, to].every((end) => places.some((number) => near(placeOnScale(scale, number), end)));
  if (bothAre) return true;
  if (!isStacked) return false;
  for (const number of numbers) {
    if (!near(Math.abs(number * unit), length)) continue;
    const far = near(from, zero) ? to : from;
    if (!startsAtZero || near(far, placeOnScale(scale, number))) return true;
    // Of what is not below 0, and only then: a loss is no gain.
    if (number > 0) {
      use.mirrored = true;
      return true;
    }
  }
  const shares = sharesOf(measured, stack, rows);
  if (shares.some((share) => near(Math.abs(share * unit), length))) {
    use.shares = true;
    const [only, more] = mark.rows.flat();
    if (only !== undefined && more === undefined) use.shareOf.set(only, shares[0] ?? 0);
    return true;
  }
  // What is not known has no length.
  return (
    length <= slack &&
    rows
      .groups(mark)
      .flat()
      .every(({ value }) => value === undefined)
  );
}

function isGapless(stack: readonly Measured[]): boolean {
  const parts = stack
    .map(({ ends: [from = 0, to = from] }) => [Math.min(from, to), Math.max(from, to)] as const)
    .toSorted(([one], [other]) => one - other);
  let reached = parts[0]?.[0] ?? 0;
  return parts.every(([from, to]) => {
    const touches = from <= reached + SLACK[stack[0]?.measure.channel ?? 'x'];
    reached = Math.max(reached, to);
    return touches;
  });
}

/** Its part of all that is stacked with it, of 1 and of 100. */
function sharesOf({ mark }: Measured, stack: Stack | undefined, rows: ChartRows): readonly number[] {
  const behind = rows.groups(mark).flat();
  if (valuesOf(behind).length === 0) return [];
  const own = total(behind);
  const whole = stack?.whole ?? 0;
  if (whole === 0) return [0];
  return [own / whole, (100 * own) / whole];
}

function total(rows: readonly KnownRow[]): number {
  return valuesOf(rows).reduce((sum, value) => sum + Math.max(value, 0), 0);
}

/** What the axis says that numbers are divided by: 1,000 where figures in 천원 stand on an axis of 백만원. */
function divisor({ mark, scale }: Measured, rows: ChartRows): number {
  const unit = rows.groups(mark).flat()[0]?.figure.definition.unit;
  return unit === undefined ? 1 : scaledBy(scale.titles, unit).valueOf();
}

function judge(
  measured: Measured,
  rows: ChartRows,
  faults: ChartFaults,
  sure: ReadonlySet<ChartMark>,
  use: ScaleUse,
): void {
  const { mark, measure, scale, ends } = measured;
  const behind = rows.groups(mark).flat();
  const [from = 0, to] = ends;
  const zero = placeOnScale(scale, 0);
  const isConstant = !measure.follows;
  // A place by rank or order, of a mark that shows its figure otherwise.
  if (isConstant && sure.has(mark)) return;
  const drawn = to === undefined ? shown(numberAt(scale, from)) : drawnLength(scale, from, to);
  const isBase = to === undefined && (Math.abs(from - zero) <= SLACK[measure.channel] || use.shares);
  if (isConstant && isBase && (behind.length === 0 || mark.style === 'rule')) return;
  if (behind.length === 0) {
    if (isConstant) faults.tell('chart-typed-value', mark.set, `적어 넣은 값이 그려졌습니다(${drawn}).`);
    else faults.tell('chart-untraced', mark.set, `그린 것이 어느 수치에서 왔는지 알 수 없습니다(${drawn}).`);
    return;
  }
  const [first] = behind;
  const value =
    behind.length > 1
      ? `수치 ${behind.length}개의 합도 평균도 아닙니다`
      : `수치는 ${shown(first?.value === undefined ? undefined : first.value / divisor(measured, rows))}입니다`;
  const startsElsewhere =
    to !== undefined &&
    LENGTHS.has(mark.style) &&
    Math.abs(from - zero) > SLACK.x &&
    Math.abs(to - zero) > SLACK.x;
  const name = `‘${first?.named.label ?? ''}’`;
  if (
    startsElsewhere &&
    rows
      .numbersOf(mark)
      .some((number) => [from, to].some((end) => Math.abs(placeOnScale(scale, number) - end) <= SLACK.x))
  )
    faults.tell('chart-scale', mark.set, `${name}의 막대가 0에서 시작하지 않습니다.`);
  else faults.tell('chart-other-value', mark.set, `${name}: 그려진 것은 ${drawn}인데 ${value}.`);
}

function drawnLength(scale: ChartScale, from: number, to: number): string {
  const [one, other] = [numberAt(scale, from), numberAt(scale, to)];
  const zero = placeOnScale(scale, 0);
  if (Math.abs(from - zero) <= SLACK.x) return shown(other);
  if (Math.abs(to - zero) <= SLACK.x) return shown(one);
  return `${shown(Math.min(one, other))}에서 ${shown(Math.max(one, other))}까지`;
}

function shown(value: number | undefined): string {
  if (value === undefined) return '미정';
  const rounded = Number(value.toPrecision(6));
  const [whole = '', decimals] = String(Math.abs(rounded)).split('.');
  return `${rounded < 0 ? '△' : ''}${grouped(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
}
