// Points of lines and the texts beside them -> where each text stands free: above its point, below it, or nowhere.

interface LinePoint {
  readonly key: string;
  readonly series: string;
  /** In the plot, y downwards. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface LinePlaces {
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Those for which there was no room. */
  readonly left: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From a point to the middle of its text, and half of a text's height. */
export const BESIDE = 9.5;
const HALF = 4.6;
/** Half of a point's mark, with some air. */
const DOT = 3;
/** A line is looked at so often between two points. */
const SAMPLES = 16;

/** `bottom` is the plot's lower end; texts of the ends of lines are placed first. */
export function placeLabels(
  points: readonly LinePoint[],
  bottom: number,
  order: readonly ('above' | 'below')[] = ['above', 'below'],
): LinePlaces {
  const taken: Box[] = [];
  const dots = points.map(({ key, x, y }) => ({
    key,
    left: x - DOT,
    right: x + DOT,
    top: y - DOT,
    bottom: y + DOT,
  }));
  const path = linePoints(points);
  const found = { above: [] as string[], below: [] as string[], left: [] as string[] };
  const isEnd = (one: LinePoint): boolean => {
    const own = points.filter(({ series }) => series === one.series);
    return one === own[0] || one === own.at(-1);
  };
  for (const point of points.toSorted((one, other) => Number(isEnd(other)) - Number(isEnd(one)))) {
    const side = order.find((where) => {
      const box = boxOf(point, where);
      return (
        box.bottom <= bottom &&
        !taken.some((other) => meet(box, other)) &&
        !dots.some((dot) => dot.key !== point.key && meet(box, dot)) &&
        !path.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom)
      );
    });
    found[side ?? 'left'].push(point.key);
    if (side !== undefined) taken.push(boxOf(point, side));
  }
  return found;
}

function boxOf({ x, y, width }: LinePoint, where: 'above' | 'below'): Box {
  const middle = y + (where === 'above' ? -BESIDE : BESIDE);
  return { left: x - width / 2 - 1, right: x + width / 2 + 1, top: middle - HALF, bottom: middle + HALF };
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function linePoints(points: readonly LinePoint[]): readonly { readonly x: number; readonly y: number }[] {
  return [...groups(points).values()].flatMap((own) =>
    own.slice(1).flatMap((to, index) => {
      const from = own[index] ?? to;
      return Array.from({ length: SAMPLES + 1 }, (_, step) => ({
        x: from.x + ((to.x - from.x) * step) / SAMPLES,
        y: from.y + ((to.y - from.y) * step) / SAMPLES,
      }));
    }),
  );
}

function groups(points: readonly LinePoint[]): ReadonlyMap<string, readonly LinePoint[]> {
  const found = new Map<string, LinePoint[]>();
  for (const point of points) found.set(point.series, [...(found.get(point.series) ?? []), point]);
  return found;
}

/** Places of names beside the ends of lines, pushed apart; undefined where one would stand too far from its line. */
export function spread(
  ends: readonly { readonly id: string; readonly y: number }[],
  apart: number,
  farthest: number,
): ReadonlyMap<string, number> | undefined {
  const sorted = ends.toSorted((one, other) => one.y - other.y);
  const places: number[] = [];
  for (const { y } of sorted) places.push(Math.max(y, (places.at(-1) ?? -Infinity) + apart));
  // Back up, so that the push is shared by both sides.
  for (let index = places.length - 1; index >= 0; index--) {
    const own = sorted[index]?.y ?? 0;
    const next = places[index + 1] ?? Infinity;
    const place = places[index] ?? own;
    places[index] = Math.min(place, next - apart, Math.max(own, place - (place - own) / 2));
  }
  const isFar = places.some((place, index) => Math.abs(place - (sorted[index]?.y ?? 0)) > farthest);
  return isFar ? undefined : new Map(sorted.map(({ id }, index) => [id, places[index] ?? 0]));
}
