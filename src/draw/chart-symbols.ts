// A point of a chart -> PDF path operators, in Vega's form and size.
import { at, circle } from './chart-paths.ts';
import type { SceneItem } from './scene-item.ts';

type Corner = readonly [number, number];

/** Of an equilateral triangle, in half sides: its half height, and how far `triangle` is lowered to its middle. */
const HALF = Math.sqrt(3) / 2;
const LOWER = HALF - Math.tan(Math.PI / 6);
const ARM = 1 / 2.5;

/** Corners in halves of the side, y downwards (vega-scenegraph, path/symbols). */
const FORMS: Readonly<Record<string, readonly Corner[]>> = {
  cross: [
    [-1, -ARM],
    [-1, ARM],
    [-ARM, ARM],
    [-ARM, 1],
    [ARM, 1],
    [ARM, ARM],
    [1, ARM],
    [1, -ARM],
    [ARM, -ARM],
    [ARM, -1],
    [-ARM, -1],
    [-ARM, -ARM],
  ],
  diamond: [
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
  ],
  triangle: [
    [0, -HALF - LOWER],
    [-1, HALF - LOWER],
    [1, HALF - LOWER],
  ],
  'triangle-up': [
    [0, -HALF],
    [-1, HALF],
    [1, HALF],
  ],
  'triangle-down': [
    [0, HALF],
    [-1, -HALF],
    [1, -HALF],
  ],
  'triangle-right': [
    [HALF, 0],
    [-HALF, -1],
    [-HALF, 1],
  ],
  'triangle-left': [
    [-HALF, 0],
    [HALF, -1],
    [HALF, 1],
  ],
};

/** `size` is an area. Throws for a form that is not drawn, and for one that is turned. */
export function symbol(item: SceneItem, x: number, y: number): string {
  const cx = x + (item.x ?? 0);
  const cy = y + (item.y ?? 0);
  const half = Math.sqrt(item.size ?? 64) / 2;
  const form = item.shape ?? 'circle';
  if (form === 'circle') return circle(cx, cy, half);
  if (form === 'square') return `${at(cx - half, cy - half, 2 * half, 2 * half)} re`;
  if (form === 'stroke') return `${at(cx - half, cy)} m ${at(cx + half, cy)} l`;
  const corners = FORMS[form];
  if (corners === undefined)
    throw new Error(
      `그릴 수 없는 점의 모양입니다: shape ‘${form}’(그릴 수 있는 것: circle, square, stroke, ${Object.keys(FORMS).join(', ')}).`,
    );
  if ((item.angle ?? 0) % 360 !== 0) throw new Error('점의 모양은 돌려 그릴 수 없습니다(angle).');
  const path = corners.map(
    ([left, top], index) => `${at(cx + left * half, cy + top * half)} ${index === 0 ? 'm' : 'l'}`,
  );
  return `${path.join(' ')} h`;
}
