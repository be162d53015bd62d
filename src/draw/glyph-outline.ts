// A glyph of a TrueType font -> its contours, as corners and the curves between them.
// Source: OpenType 1.9.1, table glyf (simple and composite descriptions).
import type { FontTables } from '../document/font-tables.ts';

/** Font units, y upwards; a point that is not on the curve bends it (quadratic). */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

type Contours = readonly (readonly OutlinePoint[])[];

const ON_CURVE = 1;
const REPEAT = 8;
/** Short coordinates, and what a set flag says of them, or that there is none. */
const X = { short: 2, same: 16 };
const Y = { short: 4, same: 32 };
const WORDS = 1;
const OFFSETS = 2;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const MATRIX = 128;
/** Composites within composites. */
const DEEPEST = 5;

/** No contours for a blank. Throws a RangeError where the description is cut off or goes too deep. */
export function contoursOf(font: Pick<FontTables, 'outline'>, glyph: number, depth = 0): Contours {
  const bytes = font.outline(glyph);
  if (bytes.length === 0) return [];
  if (depth > DEEPEST) throw new RangeError('a glyph of too many glyphs');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getInt16(0);
  return count < 0 ? composite(font, view, depth) : simple(view, count);
}

/** The way round a contour from a point on the curve back to it, with the points on it that lie unsaid between two off it; empty where none lies on it. */
export function closedContour(contour: readonly OutlinePoint[]): readonly OutlinePoint[] {
  const whole = contour.flatMap((point, index) => {
    const before = contour.at(index - 1) ?? point;
    if (point.on || before.on) return [point];
    return [{ x: (point.x + before.x) / 2, y: (point.y + before.y) / 2, on: true }, point];
  });
  const first = whole.findIndex(({ on }) => on);
  return first < 0 ? [] : [...whole.slice(first), ...whole.slice(0, first + 1)];
}

function simple(view: DataView, count: number): Contours {
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(10 + 2 * index));
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const points = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) : 0;
    for (let index = 0; index <= times; index++) flags.push(flag);
  }
  const read = ({ short, same }: typeof X): number[] => {
    let value = 0;
    return flags.slice(0, points).map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(X);
  const ys = read(Y);
  const all = xs.map((x, index) => ({
    x,
    y: ys[index] ?? 0,
    on: ((flags[index] ?? 0) & ON_CURVE) !== 0,
  }));
  return ends.map((end, index) => all.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

function composite(font: Pick<FontTables, 'outline'>, view: DataView, depth: number): Contours {
  const contours: (readonly OutlinePoint[])[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    const wide = (flags & WORDS) !== 0;
    const part = () => {
      const value = wide ? view.getInt16(at) : view.getInt8(at);
      at += wide ? 2 : 1;
      return value;
    };
    const [first, second] = [part(), part()];
    // Parts may also be joined at points; no font of ours does that.
    const [dx, dy] = flags & OFFSETS ? [first, second] : [0, 0];
    const fraction = () => {
      at += 2;
      return view.getInt16(at - 2) / 0x4000;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & SCALE) a = d = fraction();
    else if (flags & TWO_SCALES) [a, d] = [fraction(), fraction()];
    else if (flags & MATRIX) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
    for (const contour of contoursOf(font, glyph, depth + 1))
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
    more = (flags & MORE) !== 0;
  }
  return contours;
}
