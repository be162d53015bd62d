// A scale and a number -> the place that it has, and back: the proof's own arithmetic, not the drawer's.
import type { ChartScale } from '../../document/chart-marks.ts';

/** How even steps of the scale follow from numbers (d3-scale: log, pow, symlog). */
function evened({ type, exponent, constant }: ChartScale, value: number): number {
  switch (type) {
    case 'linear':
      return value;
    case 'log':
      return Math.sign(value) * Math.log(Math.abs(value));
    case 'sqrt':
      return Math.sign(value) * Math.sqrt(Math.abs(value));
    case 'pow':
      return Math.sign(value) * Math.abs(value) ** exponent;
    case 'symlog':
      return Math.sign(value) * Math.log1p(Math.abs(value / constant));
  }
}

function unevened({ type, exponent, constant, domain }: ChartScale, step: number): number {
  switch (type) {
    case 'linear':
      return step;
    case 'log':
      return (domain[0] ?? 1) < 0 ? -Math.exp(-step) : Math.exp(step);
    case 'sqrt':
      return Math.sign(step) * step ** 2;
    case 'pow':
      return Math.sign(step) * Math.abs(step) ** (1 / exponent);
    case 'symlog':
      return Math.sign(step) * Math.expm1(Math.abs(step)) * constant;
  }
}

/** Whether it is one even piece: a domain or a range of more than two ends is broken somewhere. */
export function isWhole({ domain, range }: ChartScale): boolean {
  return domain.length === 2 && range.length === 2;
}

/** Where the number lies, also beyond the scale's ends; NaN where it has no place. */
export function placeOnScale(scale: ChartScale, value: number): number {
  const [from = 0, to = 0] = scale.range;
  const [low, high] = scale.domain.map((end) => evened(scale, end));
  if (low === undefined || high === undefined) return Number.NaN;
  return from + ((evened(scale, value) - low) / (high - low)) * (to - from);
}

/** The number that lies at a place. */
export function numberAt(scale: ChartScale, place: number): number {
  const [from = 0, to = 0] = scale.range;
  const [low, high] = scale.domain.map((end) => evened(scale, end));
  if (low === undefined || high === undefined || from === to) return Number.NaN;
  return unevened(scale, low + ((place - from) / (to - from)) * (high - low));
}

/** How far a unit of a linear scale goes, with its sign. */
export function unitLength(scale: ChartScale): number {
  return placeOnScale(scale, 1) - placeOnScale(scale, 0);
}
