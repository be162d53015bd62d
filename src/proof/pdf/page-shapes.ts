// Path operators of a page's content -> the extent of each line, box and image that is painted.
import { type Matrix, numberAt } from './matrix.ts';
import { PdfFault, type PdfValue } from './pdf-value.ts';

/** What is painted beside text; edges in points from the top left corner of the page, as seen. */
export interface PaintedShape {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether nothing shows through its whole extent: a filled box, an image. */
  readonly covers: boolean;
}

/** Points that each operator of a path adds. */
const POINTS: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 };
const FILLS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const STROKES: ReadonlySet<string> = new Set(['S', 's']);

/** Extent of one stretch of a path so far. */
interface Subpath {
  left: number;
  right: number;
  top: number;
  bottom: number;
  readonly isBox: boolean;
}

/** Collects paths until they are painted. */
export class PageShapes {
  readonly #origin: { readonly left: number; readonly top: number };
  readonly #paint: (shape: PaintedShape) => void;
  #subpaths: Subpath[] = [];

  /** `paint` is told of each stretch of a path by itself: printer's marks are one path all around the page. */
  constructor(origin: { readonly left: number; readonly top: number }, paint: (shape: PaintedShape) => void) {
    this.#origin = origin;
    this.#paint = paint;
  }

  /** Throws a PdfFault where an operator lacks its numbers; other operators are none of its own. */
  operate(operator: string, operands: readonly PdfValue[], matrix: Matrix): void {
    const at = (index: number): number => numberAt(operands, index);
    const points = POINTS[operator];
    if (points !== undefined) {
      if (operator === 'm') this.#begin(false);
      for (let index = 0; index < points * 2; index += 2) this.#reach(at(index), at(index + 1), matrix);
    } else if (operator === 're') this.#box(at(0), at(1), at(2), at(3), matrix);
    else if (FILLS.has(operator)) this.#end(true);
    else if (STROKES.has(operator)) this.#end(false);
    else if (operator === 'n') this.#subpaths = [];
  }

  /** An image fills the unit square (8.9.5). */
  image(matrix: Matrix): void {
    this.#subpaths = [];
    this.#box(0, 0, 1, 1, matrix);
    this.#end(true);
  }

  #box(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    this.#begin(true);
    for (const [right, up] of [
      [0, 0],
      [width, 0],
      [0, height],
      [width, height],
    ] as const)
      this.#reach(x + right, y + up, matrix);
  }

  #begin(isBox: boolean): void {
    this.#subpaths.push({ left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, isBox });
  }

  #reach(x: number, y: number, [a, b, c, d, e, f]: Matrix): void {
    const path = this.#subpaths.at(-1);
    if (path === undefined) throw new PdfFault('a path without a beginning');
    const [across, down] = [a * x + c * y + e - this.#origin.left, this.#origin.top - (b * x + d * y + f)];
    path.left = Math.min(path.left, across);
    path.right = Math.max(path.right, across);
    path.top = Math.min(path.top, down);
    path.bottom = Math.max(path.bottom, down);
  }

  #end(fills: boolean): void {
    for (const { isBox, ...extent } of this.#subpaths) this.#paint({ ...extent, covers: fills && isBox });
    this.#subpaths = [];
  }
}
