// The scales of a chart and the marks on them -> scales on which lengths, areas and lines cannot be compared.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartScale, PlacedChart } from '../../document/chart-marks.ts';
import { sameUnit, type Unit } from '../../figure/unit.ts';
import type { ChartFaults } from './chart-faults.ts';
import { type ChartRows, type KnownRow, valuesOf } from './mark-numbers.ts';
import { isPainted, LENGTHS, type Measured, measuredOf } from './prove-values.ts';
import { isWhole, placeOnScale, unitLength } from './scale-places.ts';
import { scaledBy } from './text-numbers.ts';

/** Part of a scale that may lie empty on the other side of 0. */
const MOST_BELOW = 0.15;
/** Part of a scale that its figures take at least. */
const LEAST_TAKEN = 0.08;
/** Part of the largest area, or radius, that a value of 0 may have. */
const MOST_OF_NOTHING = 0.1;
/** Times by which the scales of small charts may differ. */
const ALIKE = 1.05;
/** Part of its scale that the longest bar takes where nobody made the scale longer. */
const FITTING = 0.5;

export function proveScales(chart: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const all = chart.marks
    .filter((mark) => isPainted(mark) && mark.shape.kind !== 'words' && mark.rows.length > 0)
    .flatMap((mark) => measuredOf(mark, chart.scales))
    .filter(({ measure, scale }) => measure.follows && isWhole(scale));
  chart.scales.forEach((scale, index) => {
    const own = all.filter((one) => one.measure.scale === index);
    if (own.length === 0) return;
    const set = String(index);
    proveRoom(
      scale,
      all.filter((one) => isSame(one.scale, scale)),
      rows,
      set,
      faults,
    );
    proveUnits(scale, own, rows, set, faults);
    proveAxisTexts(scale, set, faults);
    for (const one of own) proveSum(one, rows, faults);
    if (scale.channel === 'size' || scale.channel === 'radius') proveAreas(scale, own, set, faults);
  });
  proveSideBySide(all, rows, faults);
}

function isSame(one: ChartScale, other: ChartScale): boolean {
  return one.channel === other.channel && String(one.domain) === String(other.domain);
}

/** Bars stand on the edge of their scale, and what is drawn takes more than a sliver of it. */
function proveRoom(
  scale: ChartScale,
  own: readonly Measured[],
  rows: ChartRows,
  set: string,
  faults: ChartFaults,
): void {
  if (scale.type !== 'linear' || (scale.channel !== 'x' && scale.channel !== 'y')) return;
  // A scale that small charts have together lies at another place in each: places are told as parts of it.
  const partOf = (one: ChartScale, place: number): number => {
    const [from = 0, to = 0] = one.range;
    return from === to ? 0 : (place - from) / (to - from);
  };
  const zero = partOf(scale, placeOnScale(scale, 0));
  const parts = own.flatMap((one) => one.ends.map((end) => partOf(one.scale, end)));
  const lengths = own.filter(({ mark, ends }) => LENGTHS.has(mark.style) && ends.length === 2);
  const isLength = lengths.length === own.length;
  const [low, high] = [Math.min(zero, ...parts), Math.max(zero, ...parts)];
  const [from, to] = scale.domain.map((end) => Number(end.toPrecision(6)).toLocaleString('en'));
  const name = `눈금(${from}~${to})`;
  const hasNothing = lengths.some(({ ends: [one = 0, other = one] }) => Math.abs(one - other) < 1);
  const empty = low >= zero - 1e-6 ? zero : high <= zero + 1e-6 ? 1 - zero : 0;
  if (isLength && !hasNothing && empty > MOST_BELOW && empty < 1)
    faults.tell('chart-scale', `room ${set}`, `${name}이 0의 건너편으로 길게 이어져 막대가 떠 있습니다.`);
  const isRate = own.some(({ mark }) => rows.groups(mark).flat()[0]?.figure.definition.unit.kind === 'rate');
  const isWholeRate = isRate && String(scale.domain) === '0,100';
  if (high - low < LEAST_TAKEN && high > low && !isWholeRate)
    faults.tell('chart-flat', set, korean`${name}이 수치보다 훨씬 길어 차이를 알아볼 수 없습니다.`);
}

/** Of the figures behind a measure; its axis may say another scale of it. */
function unitOf({ mark, scale }: Measured, rows: ChartRows): Unit | undefined {
  const unit = rows.groups(mark).flat()[0]?.figure.definition.unit;
  return unit && { ...unit, scale: unit.scale.mul(scaledBy(scale.titles, unit)) };
}

/** A scale counts one thing: people beside won, and per cent beside people, are no lengths of one kind. */
function proveUnits(
  scale: ChartScale,
  own: readonly Measured[],
  rows: ChartRows,
  set: string,
  faults: ChartFaults,
): void {
  if (scale.channel === 'radius') return;
  const [first, ...others] = own.flatMap((one) => (isCount(one, rows) ? [] : (unitOf(one, rows) ?? [])));
  const other = others.find(
    (unit) => first !== undefined && !sameUnit(unit, first) && !areRates(unit, first),
  );
  if (first !== undefined && other !== undefined)
    faults.tell(
      other.kind === first.kind && other.dimension !== first.dimension ? 'chart-mixed' : 'chart-scale',
      `units ${set}`,
      korean`한 눈금에 단위가 다른 ‘${first.label}’과(와) ‘${other.label}’의 수치를 함께 그렸습니다.`,
    );
}

/** % and %p. */
function areRates(one: Unit, other: Unit): boolean {
  return (
    one.kind === 'rate' && other.kind === 'rate' && one.dimension !== 'times' && other.dimension !== 'times'
  );
}

/** Of several rows together it may be how many they are. */
function isCount({ mark }: Measured, rows: ChartRows): boolean {
  return rows.groups(mark).some((group) => group.length > 1);
}

/** No two values of an axis have the same number. */
function proveAxisTexts({ labels }: ChartScale, set: string, faults: ChartFaults): void {
  const values = new Map<string, number>();
  for (const { value, text } of labels) {
    const known = values.get(text);
    if (known !== undefined && known !== value && known !== -value && /\d/u.test(text))
      faults.tell(
        'chart-other-text',
        `axis ${set} twice`,
        `눈금 ${known}과 ${value}의 글자가 모두 ‘${text}’입니다.`,
      );
    values.set(text, value);
  }
}

/** The area of a point and the radius of a sector begin at nothing. */
function proveAreas(scale: ChartScale, own: readonly Measured[], set: string, faults: ChartFaults): void {
  const largest = Math.max(...own.flatMap(({ ends }) => ends), ...scale.range);
  if (scale.type === 'linear' && Math.abs(placeOnScale(scale, 0)) > MOST_OF_NOTHING * largest)
    faults.tell(
      'chart-scale',
      `areas ${set}`,
      '점의 넓이나 부채꼴의 반지름이 0에서 시작하지 않아 크기로 견줄 수 없습니다.',
    );
}

/** Rates are compared, and their mean may be drawn; their sum is the rate of nothing. */
function proveSum({ mark, scale, ends }: Measured, rows: ChartRows, faults: ChartFaults): void {
  const [group = []] = rows.groups(mark);
  const sum = valuesOf(group).reduce((total, value) => total + value, 0);
  const isRate = group.every(({ figure }) => figure.definition.unit.kind === 'rate');
  const isSum = ends.some((end) => Math.abs(placeOnScale(scale, sum) - end) < 0.1);
  if (group.length > 1 && isRate && isSum && Math.max(...valuesOf(group).map(Math.abs)) < Math.abs(sum))
    faults.tell(
      'chart-whole',
      mark.set,
      `비율 ${group.length}개를 더한 값을 그렸습니다(${ownTexts(group)}).`,
    );
}

function ownTexts(group: readonly KnownRow[]): string {
  return group
    .slice(0, 3)
    .map(({ named }) => `‘${named.label}’`)
    .join(', ');
}

/** Bars of one unit in small charts side by side are of one scale. */
function proveSideBySide(all: readonly Measured[], rows: ChartRows, faults: ChartFaults): void {
  const bars = all.filter(({ mark, ends }) => mark.style === 'bar' && ends.length === 2);
  const known = new Map<string, Measured>();
  for (const one of bars) {
    const unit = unitOf(one, rows);
    const key = `${one.measure.channel} ${unit?.dimension} ${unit?.scale.valueOf()}`;
    const first = known.get(key) ?? one;
    known.set(key, first);
    const [length = 1, other = 1] = [first, one].map(({ scale }) => Math.abs(unitLength(scale)));
    const isUneven = Math.max(length / other, other / length) > ALIKE;
    // Charts that somebody put side by side have a scale each, which fits what it shows.
    const isMade = first.mark.set === one.mark.set || [first, one].some((bar) => isLoose(bar, bars));
    if (first.mark.plot !== one.mark.plot && isUneven && isMade)
      faults.tell(
        'chart-uneven',
        `plots ${one.measure.channel}`,
        '나란한 그림의 눈금이 서로 달라 막대의 길이로 견줄 수 없습니다.',
      );
  }
}

/** Whether the longest bar on its scale takes little of it; where all are nothing it says nothing. */
function isLoose({ measure, scale }: Measured, bars: readonly Measured[]): boolean {
  const [from = 0, to = 0] = scale.range;
  const own = bars.filter((one) => one.measure.scale === measure.scale);
  const longest = Math.max(...own.map(({ ends: [one = 0, other = one] }) => Math.abs(one - other)));
  return longest > 1 && longest < FITTING * Math.abs(to - from);
}
