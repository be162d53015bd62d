// The scales that a mark of a compiled specification goes by -> what they are, and the categories at which the mark stands.

import type { ChartChannel, ChartPlace } from '../document/chart-marks.ts';
import type { SceneItem } from './scene-item.ts';

/** What is read of a scale of Vega's. */
export interface VegaScale {
  readonly type: string;
  (value: unknown): unknown;
  domain(): readonly unknown[];
  range(): readonly unknown[];
  bandwidth?(): number;
  exponent?(): number;
  constant?(): number;
  invert?(place: number): number;
}
export type Scales = Readonly<Record<string, { readonly value: unknown } | undefined>>;

const NUMERIC = ['linear', 'log', 'pow', 'sqrt', 'symlog'] as const;
/** The channels of Vega's encoders that a channel of a mark may come from. */
const ENCODERS: Readonly<Record<ChartChannel, readonly string[]>> = {
  x: ['x', 'x2', 'xc'],
  y: ['y', 'y2', 'yc'],
  angle: ['startAngle', 'endAngle'],
  size: ['size'],
  radius: ['outerRadius', 'innerRadius'],
};
export const CHANNELS = Object.keys(ENCODERS) as readonly ChartChannel[];
/** A scale by its name, in an expression. */
const NAMED_SCALE = /\bscale\(\s*["']([^"']+)["']/u;

/** The first scale that a channel goes by and that is one of those asked for. */
export function scaleIn(
  update: Readonly<Record<string, unknown>>,
  channel: ChartChannel,
  isMeant: (name: string) => boolean,
): string | undefined {
  return ENCODERS[channel].flatMap((key) => scaleNames(update[key])).find(isMeant);
}

export function scaleNames(encoder: unknown): readonly string[] {
  if (Array.isArray(encoder)) return encoder.flatMap(scaleNames);
  if (typeof encoder !== 'object' || encoder === null) return [];
  const { scale, signal } = encoder as { readonly scale?: unknown; readonly signal?: unknown };
  const inSignal = typeof signal === 'string' ? NAMED_SCALE.exec(signal)?.[1] : undefined;
  return [...(typeof scale === 'string' ? [scale] : []), ...(inSignal === undefined ? [] : [inSignal])];
}

function scaleOf(scales: Scales, name: string): VegaScale | undefined {
  const value = scales[name]?.value;
  return typeof value === 'function' ? (value as VegaScale) : undefined;
}

export function numericIn(scales: Scales, name: string): VegaScale | undefined {
  const scale = scaleOf(scales, name);
  return NUMERIC.some((type) => type === scale?.type) ? scale : undefined;
}

/** The categories at whose place an item stands, a text where it was moved to; of a time its scale. */
export function categoryPlaces(
  update: Readonly<Record<string, unknown>>,
  item: SceneItem,
  scales: Scales,
): readonly ChartPlace[] {
  return (['x', 'y'] as const).flatMap((channel): readonly ChartPlace[] => {
    const name = scaleIn(update, channel, (one) => isOther(scaleOf(scales, one)));
    const scale = name === undefined ? undefined : scaleOf(scales, name);
    if (name === undefined || scale === undefined) return [];
    const [from = 0, to = from] = placesOf(channel, item);
    if (scale.bandwidth === undefined)
      return [{ scale: name, years: yearsAt(scale, scale.invert?.((from + to) / 2)) }];
    const middle = (from + to) / 2 + (channel === 'x' ? (item.dx ?? 0) : (item.dy ?? 0));
    const half = (scale.bandwidth?.() ?? 0) / 2;
    let nearest: { readonly value: unknown; readonly away: number } | undefined;
    for (const value of scale.domain()) {
      const away = Math.abs(Number(scale(value)) + half - middle);
      if (nearest === undefined || away < nearest.away) nearest = { value, away };
    }
    return nearest === undefined ? [] : [{ scale: name, value: String(nearest.value) }];
  });
}

/** Milliseconds of a day: a place of a drawing is no more exact than that. */
const DAY = 86_400_000;

/** The years in which a time on a scale lies, two at their border. */
function yearsAt({ type }: VegaScale, time: unknown): readonly number[] {
  const years = [-DAY, DAY].map((more) => {
    const date = new Date(Number(time) + more);
    return type === 'utc' ? date.getUTCFullYear() : date.getFullYear();
  });
  return [...new Set(years.filter(Number.isFinite))];
}

/** Those of a value on a scale of times; none on another. */
export function yearsOf(scales: Scales, name: string, value: unknown): readonly number[] {
  const scale = scaleOf(scales, name);
  return scale?.type === 'time' || scale?.type === 'utc' ? yearsAt(scale, value) : [];
}

/** Where along its axis the middle of a category lies. */
export function middleOf(scales: Scales, name: string, value: unknown): number | undefined {
  const scale = scaleOf(scales, name);
  return scale?.bandwidth === undefined ? undefined : Number(scale(value)) + scale.bandwidth() / 2;
}

/** Whether places on it are categories or times. */
function isOther(scale: VegaScale | undefined): boolean {
  return scale?.bandwidth !== undefined || scale?.type === 'time' || scale?.type === 'utc';
}

/** The category whose colour an item has, if it is the only one of that colour. */
export function coloursOf(
  update: Readonly<Record<string, unknown>>,
  item: SceneItem,
  scales: Scales,
): readonly string[] {
  return (['fill', 'stroke'] as const).flatMap((key) => {
    const [name] = scaleNames(update[key]);
    const scale = name === undefined ? undefined : scaleOf(scales, name);
    if (scale?.type !== 'ordinal') return [];
    const alike = scale.domain().filter((value) => scale(value) === item[key]);
    return alike.length === 1 ? alike.map(String) : [];
  });
}

/** Both ends of what shows a number, or the one place. */
export function placesOf(channel: ChartChannel, item: SceneItem): readonly number[] {
  const ends = (from: number | undefined, length: number | undefined, to: number | undefined) => {
    const begin = from ?? 0;
    const end = length === undefined ? to : begin + length;
    return end === undefined ? [begin] : [begin, end];
  };
  switch (channel) {
    case 'x':
      return ends(item.x, item.width, item.x2);
    case 'y':
      return ends(item.y, item.height, item.y2);
    case 'angle':
      return [item.startAngle ?? 0, item.endAngle ?? 0];
    case 'size':
      return [item.size ?? 64];
    case 'radius':
      return [item.outerRadius ?? 0];
  }
}
