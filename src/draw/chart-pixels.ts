// A chart's drawing -> its pixels at 300 dpi, the same each time: for files that hold no vectors.
import type { Typeface } from '../document/typeface.ts';
import type { ChartDrawing, ChartPath, ChartText } from './chart-ops.ts';
import { blankPixels, type Pixels, type Polygon, paint } from './coverage.ts';
import { closedContour, contoursOf, type OutlinePoint } from './glyph-outline.ts';

const DOTS_PER_INCH = 300;
const SCALE = DOTS_PER_INCH / 72;
/** Lines that stand for a curve, and for the bow of a join. */
const CURVE_STEPS = 12;
const GLYPH_STEPS = 5;
const JOIN_CORNERS = 16;
/** The frame of a chart that has nothing to show. */
const EMPTY_RULE = 0.5;

interface Means {
  readonly typeface: Typeface;
  /** Em fraction between letters. */
  readonly letterSpacing: number;
  /** Parts of red, green and blue of a colour of the drawing. */
  readonly rgb: (colour: string) => readonly number[];
}

/** A line of corners, and whether its end is joined to its beginning. */
interface Line {
  readonly corners: number[];
  closed: boolean;
}

export function drawPixels(drawing: ChartDrawing, means: Means): Pixels {
  const { width, height, ops } = drawing;
  const pixels = blankPixels(Math.ceil(width * SCALE), Math.ceil(height * SCALE));
  for (const op of ops) {
    if (op.kind === 'path') drawPath(pixels, op, means);
    else paint(pixels, textPolygons(op, means), means.rgb(op.colour));
  }
  if (ops.length === 0) {
    const operators = `0 0 ${width} ${height} re`;
    drawPath(pixels, { kind: 'path', operators, stroke: 'rule', lineWidth: EMPTY_RULE }, means);
  }
  return pixels;
}

function drawPath(
  pixels: Pixels,
  { operators, fill, stroke, lineWidth = 1, dash = [] }: ChartPath,
  { rgb }: Means,
): void {
  const lines = linesOf(operators);
  if (fill !== undefined)
    paint(
      pixels,
      lines.map(({ corners }) => corners),
      rgb(fill),
    );
  if (stroke === undefined) return;
  const dashes = dash.map((length) => length * SCALE);
  const stroked = lines.flatMap((line) =>
    dashes.some((length) => length > 0) ? dashed(line, dashes) : [line],
  );
  paint(
    pixels,
    stroked.flatMap((line) => strokeOf(line, (lineWidth * SCALE) / 2)),
    rgb(stroke),
  );
}

/** PDF path operators -> lines in pixels. */
function linesOf(operators: string): Line[] {
  const lines: Line[] = [];
  const operands: number[] = [];
  for (const word of operators.split(' ')) {
    const number = Number(word);
    if (word !== '' && !Number.isNaN(number)) {
      operands.push(number * SCALE);
      continue;
    }
    const open = lines.at(-1);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.splice(0);
    if (word === 'm') lines.push({ corners: [a, b], closed: false });
    else if (word === 'l') open?.corners.push(a, b);
    else if (word === 'c') open?.corners.push(...curve(open.corners.slice(-2), [a, b, c, d, e, f]));
    else if (word === 'h' && open !== undefined) open.closed = true;
    else if (word === 're') lines.push({ corners: [a, b, a + c, b, a + c, b + d, a, b + d], closed: true });
    else if (word !== '') throw new Error(`no operator of a chart: ${word}`);
  }
  return lines;
}

function curve(
  [x0 = 0, y0 = 0]: readonly number[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[],
): number[] {
  return Array.from({ length: CURVE_STEPS }, (_, step) => {
    const t = (step + 1) / CURVE_STEPS;
    const s = 1 - t;
    const at = (p0: number, p1: number, p2: number, p3: number) =>
      s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
  }).flat();
}

/** Pairs of a line's neighbours. */
function segmentsOf({ corners, closed }: Line): number[][] {
  const around = closed ? [...corners, ...corners.slice(0, 2)] : corners;
  return Array.from({ length: Math.max(0, around.length / 2 - 1) }, (_, index) =>
    around.slice(2 * index, 2 * index + 4),
  );
}

/** Each stretch as a box, and a round join between two of them; all turn the same way, so that none undoes another. */
function strokeOf(line: Line, half: number): Polygon[] {
  const segments = segmentsOf(line).filter(([x0, y0, x1, y1]) => x0 !== x1 || y0 !== y1);
  return segments.flatMap(([x0 = 0, y0 = 0, x1 = 0, y1 = 0], index) => {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const [dx, dy] = [((x1 - x0) / length) * half, ((y1 - y0) / length) * half];
    const box = [x0 + dy, y0 - dx, x1 + dy, y1 - dx, x1 - dy, y1 + dx, x0 - dy, y0 + dx];
    const joined = index > 0 || line.closed;
    return joined ? [box, disc(x0, y0, half)] : [box];
  });
}

function disc(x: number, y: number, radius: number): Polygon {
  return Array.from({ length: JOIN_CORNERS }, (_, index) => {
    const angle = (2 * Math.PI * index) / JOIN_CORNERS;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

function dashed(line: Line, dashes: readonly number[]): Line[] {
  const pieces: Line[] = [];
  let index = 0;
  let left = dashes[0] ?? 0;
  let open: Line | undefined;
  for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of segmentsOf(line)) {
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let at = 0; at < length; ) {
      const step = Math.min(left, length - at);
      const point = (along: number) => [x0 + ((x1 - x0) * along) / length, y0 + ((y1 - y0) * along) / length];
      if (index % 2 === 0) {
        if (open === undefined) {
          open = { corners: point(at), closed: false };
          pieces.push(open);
        }
        open.corners.push(...point(at + step));
      }
      at += step;
      left -= step;
      if (left > 1e-9) continue;
      index++;
      left = Math.max(dashes[index % dashes.length] ?? 0, 1e-6);
      open = undefined;
    }
  }
  return pieces;
}

function textPolygons(
  { x, y, text, size, bold, anchor, angle }: ChartText,
  { typeface, letterSpacing }: Means,
): Polygon[] {
  const weight = bold ? 'bold' : 'regular';
  const width = typeface.width(text, size, weight, letterSpacing);
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  let along = -{ start: 0, middle: width / 2, end: width }[anchor];
  const polygons: Polygon[] = [];
  for (const char of text) {
    const glyph = typeface.glyph(char.codePointAt(0) ?? 0, weight, false);
    if (glyph !== undefined) {
      const tables = typeface.tables(glyph.face);
      const unit = size / tables.unitsPerEm;
      for (const contour of contoursOf(tables, glyph.id))
        polygons.push(
          flattened(contour).flatMap((point) => {
            const [right, up] = [along + point.x * unit, point.y * unit];
            return [(x + right * cos + up * sin) * SCALE, (y + right * sin - up * cos) * SCALE];
          }),
        );
    }
    along += ((glyph?.advance ?? 1000) / 1000 + letterSpacing) * size;
  }
  return polygons;
}

/** The corners of a contour; its curves as short lines. */
function flattened(contour: readonly OutlinePoint[]): readonly { readonly x: number; readonly y: number }[] {
  const around = closedContour(contour);
  const corners: { x: number; y: number }[] = [];
  around.forEach((point, index) => {
    if (point.on) return void corners.push(point);
    const [from = point, to = point] = [around[index - 1], around[index + 1]];
    for (let step = 1; step < GLYPH_STEPS; step++) {
      const t = step / GLYPH_STEPS;
      const at = (a: number, b: number, c: number) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
      corners.push({ x: at(from.x, point.x, to.x), y: at(from.y, point.y, to.y) });
    }
  });
  return corners;
}
