// Circles, sectors and areas of a chart -> PDF path operators.
import type { SceneItem } from './scene-item.ts';

/** A quarter of a circle by one Bézier curve. */
const KAPPA = 0.5523;

/** Numbers as the operators hold them: to a hundredth of a point. */
export function at(...values: readonly number[]): string {
  return values.map((value) => Math.round(value * 100) / 100).join(' ');
}

export function circle(cx: number, cy: number, r: number): string {
  const k = r * KAPPA;
  return [
    `${at(cx + r, cy)} m`,
    `${at(cx + r, cy + k, cx + k, cy + r, cx, cy + r)} c`,
    `${at(cx - k, cy + r, cx - r, cy + k, cx - r, cy)} c`,
    `${at(cx - r, cy - k, cx - k, cy - r, cx, cy - r)} c`,
    `${at(cx + k, cy - r, cx + r, cy - k, cx + r, cy)} c h`,
  ].join(' ');
}

/** A part of a disc or a ring around x, y. Angles in radians, clockwise from above, as Vega has them. */
export function sector(item: SceneItem, x: number, y: number): string {
  const { startAngle = 0, endAngle = 0, innerRadius = 0, outerRadius = 0 } = item;
  if (item.cornerRadius || item.padAngle)
    throw new Error('부채꼴의 모서리를 둥글리거나 사이를 띄울 수 없습니다(cornerRadius, padAngle).');
  if (startAngle === endAngle || outerRadius === innerRadius) return '';
  const cx = x + (item.x ?? 0);
  const cy = y + (item.y ?? 0);
  const isWhole = Math.abs(endAngle - startAngle) >= 2 * Math.PI - 1e-9;
  const outer = bow(cx, cy, outerRadius, startAngle, endAngle);
  const begin = `${at(cx + outerRadius * Math.sin(startAngle), cy - outerRadius * Math.cos(startAngle))} m`;
  if (innerRadius <= 0) return [begin, outer, isWhole ? 'h' : `${at(cx, cy)} l h`].join(' ');
  const inward = `${at(cx + innerRadius * Math.sin(endAngle), cy - innerRadius * Math.cos(endAngle))} ${isWhole ? 'm' : 'l'}`;
  return [
    begin,
    outer,
    ...(isWhole ? ['h'] : []),
    inward,
    bow(cx, cy, innerRadius, endAngle, startAngle),
    'h',
  ].join(' ');
}

/** Curves along a circle, of a quarter at most each. */
function bow(cx: number, cy: number, r: number, from: number, to: number): string {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / steps;
  const k = (4 / 3) * Math.tan(step / 4) * r;
  return Array.from({ length: steps }, (_, index) => {
    const [a, b] = [from + index * step, from + (index + 1) * step];
    const [sinA, cosA, sinB, cosB] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b)];
    return `${at(
      cx + r * sinA + k * cosA,
      cy - r * cosA + k * sinA,
      cx + r * sinB - k * cosB,
      cy - r * cosB - k * sinB,
      cx + r * sinB,
      cy - r * cosB,
    )} c`;
  }).join(' ');
}

/** Between a line and its foot, which lies beside it or below it. */
export function area(run: readonly SceneItem[], x: number, y: number): string {
  const top = run.map((item) => [x + (item.x ?? 0), y + (item.y ?? 0)] as const);
  const foot = run.map(({ orient, width = 0, height = 0 }, index) => {
    const [left = 0, above = 0] = top[index] ?? [];
    return orient === 'horizontal' ? ([left + width, above] as const) : ([left, above + height] as const);
  });
  const around = [...top, ...foot.toReversed()];
  return `${around.map(([left, above], index) => `${at(left, above)} ${index === 0 ? 'm' : 'l'}`).join(' ')} h`;
}
