// Marks of a chart and the shapes that a page of the finished file paints -> the shape of each mark.
import type { ChartMark, ChartShape } from '../../document/chart-marks.ts';
import type { PaintedShape } from '../pdf/page-shapes.ts';

/** Points by which a painted mark may stand beside its place. */
const SLACK = 0.3;
/** A dot for a lone corner of a line is so much wider than the line. */
const DOT = 2.5;

type Point = readonly [number, number];

/** The shapes of a page, by the points that their paths go through. */
export class PaintedShapes {
  readonly #shapes: readonly (readonly [PaintedShape, readonly Point[]])[];
  readonly #used = new Set<PaintedShape>();

  constructor(shapes: readonly PaintedShape[]) {
    this.#shapes = shapes.map((shape) => [shape, shape.segments.flatMap(pointIn)] as const);
  }

  /**
   * The shape of a mark, of those that `look` accepts; none twice, but for the corners of a line. `before` is the corner that this one
   * is joined to.
   */
  find(
    mark: ChartMark,
    at: Point,
    before: ChartShape | undefined,
    look: (shape: PaintedShape) => boolean,
  ): PaintedShape | undefined {
    const isCorner = mark.shape.kind === 'corner';
    const found = this.#shapes.find(
      ([shape, points]) =>
        (isCorner || !this.#used.has(shape)) && isOf(mark, at, before, shape, points) && look(shape),
    )?.[0];
    if (found !== undefined) this.#used.add(found);
    return found;
  }
}

/** The point that a step of a path leads to. */
function pointIn({ points }: PaintedShape['segments'][number]): readonly Point[] {
  const [x, y] = points.slice(-2);
  return x === undefined || y === undefined ? [] : [[x, y]];
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= SLACK;
}

function isAt([x, y]: Point, left: number, top: number): boolean {
  return near(x, left) && near(y, top);
}

function isOf(
  { shape, lineWidth }: ChartMark,
  [dx, dy]: Point,
  before: ChartShape | undefined,
  painted: PaintedShape,
  points: readonly Point[],
): boolean {
  const fills = (left: number, top: number, right: number, bottom: number): boolean =>
    near(painted.left, left) &&
    near(painted.top, top) &&
    near(painted.right, right) &&
    near(painted.bottom, bottom);
  switch (shape.kind) {
    case 'box': {
      const [left, right] = [dx + shape.left, dx + shape.right];
      const [top, bottom] = [dy + shape.top, dy + shape.bottom];
      return (
        fills(left, top, right, bottom) &&
        points.length === 4 &&
        points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, top) || near(y, bottom)))
      );
    }
    case 'point':
      return CORNERS[shape.form] === undefined
        ? isPoint(dx + shape.x, dy + shape.y, shape.side, painted)
        : hasCorners([dx + shape.x, dy + shape.y], shape.side / 2, CORNERS[shape.form] ?? [], points);
    case 'segment': {
      const [from, to] = points;
      const ends = [dx + shape.x, dy + shape.y, dx + shape.x2, dy + shape.y2] as const;
      const isEnd = (point: Point, of: 0 | 2): boolean => isAt(point, ends[of], ends[of === 0 ? 1 : 3]);
      return (
        from !== undefined &&
        to !== undefined &&
        points.length === 2 &&
        ((isEnd(from, 0) && isEnd(to, 2)) || (isEnd(from, 2) && isEnd(to, 0)))
      );
    }
    case 'corner':
      return isCorner(shape, before, lineWidth, [dx, dy], painted, points);
    case 'sector':
      return isSector(shape, [dx, dy], points);
    case 'words':
      return false;
  }
}

/** From the middle to the foot of an equilateral triangle, for half a side of 1; a third of the height to the foot of one around its weight. */
const HEIGHT = Math.sqrt(0.75);
const FOOT = 1 / Math.sqrt(3);
/** Forms with corners, in halves of the side, by Vega's names. */
const CORNERS: Readonly<Record<string, readonly Point[]>> = {
  diamond: [-1, 1].flatMap((end): Point[] => [
    [end, 0],
    [0, end],
  ]),
  cross: [-1, 1].flatMap((x) =>
    [-1, 1].flatMap((y): Point[] => [
      [x, 0.4 * y],
      [0.4 * x, y],
      [0.4 * x, 0.4 * y],
    ]),
  ),
  triangle: triangle([0, FOOT - 2 * HEIGHT], [1, FOOT]),
  'triangle-up': triangle([0, -HEIGHT], [1, HEIGHT]),
  'triangle-down': triangle([0, HEIGHT], [1, -HEIGHT]),
  'triangle-right': triangle([HEIGHT, 0], [-HEIGHT, 1]),
  'triangle-left': triangle([-HEIGHT, 0], [HEIGHT, 1]),
};

/** The tip, and one of the two corners that mirror each other. */
function triangle(tip: Point, [x, y]: Point): readonly Point[] {
  return [tip, [x, y], tip[0] === 0 ? [-x, y] : [x, -y]];
}

/** A path through these corners and no other point. */
function hasCorners(
  [x, y]: Point,
  half: number,
  corners: readonly Point[],
  points: readonly Point[],
): boolean {
  const own = corners.map(([left, top]): Point => [x + left * half, y + top * half]);
  return (
    points.length >= own.length &&
    points.every((point) => own.some(([left, top]) => isAt(point, left, top))) &&
    own.every(([left, top]) => points.some((point) => isAt(point, left, top)))
  );
}

/** A circle, a square or a stroke around a place. */
function isPoint(x: number, y: number, side: number, painted: PaintedShape): boolean {
  const { left, right, top, bottom } = painted;
  const height = bottom - top;
  return (
    near((left + right) / 2, x) &&
    near((top + bottom) / 2, y) &&
    near(right - left, side) &&
    (near(height, side) || height <= SLACK)
  );
}

/** A path that goes through the corner, straight from the one before; a lone corner may be a dot. */
function isCorner(
  shape: ChartShape & { readonly kind: 'corner' },
  before: ChartShape | undefined,
  lineWidth: number,
  [dx, dy]: Point,
  painted: PaintedShape,
  points: readonly Point[],
): boolean {
  const goesThrough = (x: number, y: number, lastX: number | undefined, lastY: number | undefined): boolean =>
    points.some((point, index) => {
      if (!isAt(point, dx + x, dy + y)) return false;
      if (lastX === undefined || lastY === undefined) return true;
      return [points[index - 1], points[index + 1]].some(
        (beside) => beside !== undefined && isAt(beside, dx + lastX, dy + lastY),
      );
    });
  const last = before?.kind === 'corner' ? before : undefined;
  const isThere = goesThrough(shape.x, shape.y, last?.x, last?.y);
  const isLine = shape.x2 === undefined && shape.y2 === undefined;
  if (isLine)
    return isThere || (last === undefined && isPoint(dx + shape.x, dy + shape.y, DOT * lineWidth, painted));
  return (
    isThere &&
    goesThrough(
      shape.x2 ?? shape.x,
      shape.y2 ?? shape.y,
      last && (last.x2 ?? last.x),
      last && (last.y2 ?? last.y),
    )
  );
}

/** All points lie on its two arcs, between its angles, and its corners are among them. */
function isSector(
  shape: ChartShape & { readonly kind: 'sector' },
  [dx, dy]: Point,
  points: readonly Point[],
): boolean {
  const [cx, cy] = [dx + shape.x, dy + shape.y];
  const on = (radius: number, angle: number): Point => [
    cx + radius * Math.sin(angle),
    cy - radius * Math.cos(angle),
  ];
  // A whole ring is two circles, a path each.
  const isWhole = Math.abs(shape.end - shape.start) > 2 * Math.PI - 1e-6;
  const corners = (isWhole ? [shape.outer] : [shape.outer, shape.inner]).flatMap((radius) => [
    on(radius, shape.start),
    on(radius, shape.end),
  ]);
  const [low, high] = [Math.min(shape.start, shape.end), Math.max(shape.start, shape.end)];
  const isBetween = ([x, y]: Point): boolean => {
    const radius = Math.hypot(x - cx, y - cy);
    if (radius <= SLACK) return shape.inner <= SLACK;
    if (!near(radius, shape.outer) && !near(radius, shape.inner)) return false;
    // Within a turn from its beginning, and as much beside it as the slack is wide there.
    const angle = Math.atan2(x - cx, cy - y);
    const beside = SLACK / radius;
    const turned = angle + 2 * Math.PI * Math.ceil((low - beside - angle) / (2 * Math.PI));
    return turned <= high + beside;
  };
  return (
    points.length > 0 &&
    points.every(isBetween) &&
    corners.every(([x, y]) => points.some((point) => isAt(point, x, y)))
  );
}
