// Path operators of a page's content -> each line, box and image that is painted: its points, extent and colours.
import { type Matrix, numberAt } from './matrix.ts';
import { PdfFault, type PdfValue } from './pdf-value.ts';
import type { Colour, Pen } from './pen.ts';

/** A step of a path; x and y by turns, in points from the top left corner of the page, as seen. */
export interface Segment {
  /** To begin at, a line to, a curve over two points to, back to the beginning. A box is `m l l l h`. */
  readonly operator: 'm' | 'l' | 'c' | 'h';
  readonly points: readonly number[];
}

/** What is painted beside text: one stretch of a path; edges in points from the top left corner of the page, as seen. */
export interface PaintedShape {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether nothing shows through its whole extent: a filled box, an image. */
  readonly covers: boolean;
  /** How many painting operators came before on the page; stretches of one path share it. */
  readonly order: number;
  readonly kind: 'path' | 'image';
  /** Begins with `m`; none for an image. */
  readonly segments: readonly Segment[];
  /** Undefined where it is not filled; an image has neither. */
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
  /** Points. */
  readonly lineWidth: number;
  readonly dash: readonly number[];
  /** From 0, not seen, to 1. */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
}

const FILLS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const STROKES: ReadonlySet<string> = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
const CLOSES: ReadonlySet<string> = new Set(['s', 'b', 'b*']);

/** One stretch of a path so far. */
interface Subpath {
  left: number;
  right: number;
  top: number;
  bottom: number;
  readonly isBox: boolean;
  readonly segments: Segment[];
}

/** Collects paths until they are painted. */
export class PageShapes {
  readonly #origin: { readonly left: number; readonly top: number };
  readonly #paint: (shape: Omit<PaintedShape, 'order'>) => void;
  #subpaths: Subpath[] = [];
  /** Where the path is, in its own coordinates. */
  #at: readonly [number, number] = [0, 0];

  /** `paint` is told of each stretch of a path by itself: printer's marks are one path all around the page. */
  constructor(
    origin: { readonly left: number; readonly top: number },
    paint: (shape: Omit<PaintedShape, 'order'>) => void,
  ) {
    this.#origin = origin;
    this.#paint = paint;
  }

  /** Whether the operator painted. Throws a PdfFault where an operator lacks its numbers; other operators are none of its own. */
  operate(operator: string, operands: readonly PdfValue[], matrix: Matrix, pen: Pen): boolean {
    const at = (index: number): number => numberAt(operands, index);
    switch (operator) {
      case 'm':
        this.#begin(false);
        this.#add('m', [at(0), at(1)], matrix);
        return false;
      case 'l':
        this.#add('l', [at(0), at(1)], matrix);
        return false;
      case 'c':
        this.#add('c', [at(0), at(1), at(2), at(3), at(4), at(5)], matrix);
        return false;
      case 'v':
        this.#add('c', [...this.#at, at(0), at(1), at(2), at(3)], matrix);
        return false;
      case 'y':
        this.#add('c', [at(0), at(1), at(2), at(3), at(2), at(3)], matrix);
        return false;
      case 'h':
        this.#add('h', [], matrix);
        return false;
      case 're':
        this.#box(at(0), at(1), at(2), at(3), matrix);
        return false;
      case 'n':
        this.#subpaths = [];
        return false;
    }
    const [fills, strokes] = [FILLS.has(operator), STROKES.has(operator)];
    if (!fills && !strokes) return false;
    if (CLOSES.has(operator)) this.#add('h', [], matrix);
    this.#end(fills, strokes, pen, matrix);
    return true;
  }

  /** An image fills the unit square (8.9.5). */
  image(matrix: Matrix, pen: Pen): void {
    this.#subpaths = [];
    this.#box(0, 0, 1, 1, matrix);
    const { isBox: _, ...extent } = this.#subpaths[0] ?? this.#begin(true);
    this.#subpaths = [];
    const painted = { fill: undefined, stroke: undefined, lineWidth: 0, dash: [] };
    const { fillAlpha, strokeAlpha } = pen;
    this.#paint({ ...extent, ...painted, fillAlpha, strokeAlpha, kind: 'image', segments: [], covers: true });
  }

  #box(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    this.#begin(true);
    this.#add('m', [x, y], matrix);
    this.#add('l', [x + width, y], matrix);
    this.#add('l', [x + width, y + height], matrix);
    this.#add('l', [x, y + height], matrix);
    this.#add('h', [], matrix);
    this.#at = [x, y];
  }

  #begin(isBox: boolean): Subpath {
    const path = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, isBox, segments: [] };
    this.#subpaths.push(path);
    return path;
  }

  #add(operator: Segment['operator'], own: readonly number[], [a, b, c, d, e, f]: Matrix): void {
    const path = this.#subpaths.at(-1);
    if (path === undefined) throw new PdfFault('a path without a beginning');
    const points: number[] = [];
    for (let index = 0; index + 1 < own.length; index += 2) {
      const [x, y] = [own[index] ?? 0, own[index + 1] ?? 0];
      this.#at = [x, y];
      const [across, down] = [a * x + c * y + e - this.#origin.left, this.#origin.top - (b * x + d * y + f)];
      points.push(across, down);
      path.left = Math.min(path.left, across);
      path.right = Math.max(path.right, across);
      path.top = Math.min(path.top, down);
      path.bottom = Math.max(path.bottom, down);
    }
    path.segments.push({ operator, points });
  }

  #end(fills: boolean, strokes: boolean, pen: Pen, [a, b, c, d]: Matrix): void {
    const wide = Math.sqrt(Math.abs(a * d - b * c));
    for (const { isBox, ...extent } of this.#subpaths)
      this.#paint({
        ...extent,
        kind: 'path',
        covers: fills && isBox,
        fill: fills ? pen.fill : undefined,
        stroke: strokes ? pen.stroke : undefined,
        lineWidth: pen.lineWidth * wide,
        dash: pen.dash,
        fillAlpha: pen.fillAlpha,
        strokeAlpha: pen.strokeAlpha,
      });
    this.#subpaths = [];
  }
}
