// Path operators of a page's content -> each line, box and image that is painted: its points, extent and colours.

import type { Area } from '../area.ts';
import { type Matrix, matrixOf, numberAt } from './matrix.ts';
import type { Mark } from './page-marks.ts';
import { PdfFault, type PdfValue } from './pdf-value.ts';

/** A colour as the content sets it (8.6). */
export interface Colour {
  /** `DeviceGray`, `DeviceRGB`, `DeviceCMYK`, or the name of a space in the page's resources. */
  readonly space: string;
  /** From 0 to 1 each, as written. */
  readonly values: readonly number[];
}

/** What the next path is painted with. */
export interface Pen {
  fill: Colour;
  stroke: Colour;
  /** In units of the coordinates that are current when it paints. */
  lineWidth: number;
  /** Lengths of dashes and gaps; none for a whole line. */
  dash: readonly number[];
  /** Whether plates that it does not use are left as they are below it. */
  overprint: boolean;
}

/** A picture as the file holds it. */
export interface PaintedImage {
  readonly width: number;
  readonly height: number;
  /** `DeviceGray`, `DeviceRGB`, or `ICCBased` with the profile's SHA-256. */
  readonly space: string;
  readonly filter: string;
  /** As packed in the file. */
  readonly data: Uint8Array;
}

/** A step of a path; x and y by turns, in points from the top left corner of the page, as seen. */
export interface Segment {
  /** To begin at, a line to, a curve over two points to, back to the beginning. A box is `m l l l h`. */
  readonly operator: 'm' | 'l' | 'c' | 'h';
  readonly points: readonly number[];
}

/** What is painted beside text: one stretch of a path; edges in points from the top left corner of the page, as seen. */
export interface PaintedShape extends Area {
  /** Whether nothing shows through its whole extent: a filled box, a picture. */
  readonly covers: boolean;
  /** How many painting operators came before on the page; stretches of one path share it. */
  readonly order: number;
  /** Begins with `m`. */
  readonly segments: readonly Segment[];
  /** Undefined where it is not filled. */
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
  /** Set for a picture, whose box the path is. */
  readonly image?: PaintedImage;
  /** Points. */
  readonly lineWidth: number;
  readonly dash: readonly number[];
  readonly overprint?: boolean;
  readonly mark?: Mark | undefined;
}

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
  readonly #paint: (shape: PaintedShape) => void;
  #subpaths: Subpath[] = [];

  /** `paint` is told of each stretch of a path by itself: printer's marks are one path all around the page. */
  constructor(origin: { readonly left: number; readonly top: number }, paint: (shape: PaintedShape) => void) {
    this.#origin = origin;
    this.#paint = paint;
  }

  /** Throws a PdfFault where an operator lacks its numbers; other operators are none of its own. */
  operate(operator: string, operands: readonly PdfValue[], matrix: Matrix, pen: Pen, order: number): void {
    switch (operator) {
      case 'm':
        this.#begin(false);
        this.#add('m', [numberAt(operands, 0), numberAt(operands, 1)], matrix);
        break;
      case 'l':
        this.#add('l', [numberAt(operands, 0), numberAt(operands, 1)], matrix);
        break;
      case 'c':
        this.#add('c', matrixOf(operands), matrix);
        break;
      case 'h':
        this.#add('h', [], matrix);
        break;
      case 're':
        this.#box(
          numberAt(operands, 0),
          numberAt(operands, 1),
          numberAt(operands, 2),
          numberAt(operands, 3),
          matrix,
        );
        break;
      case 'n':
        this.#subpaths = [];
        break;
      case 'f':
        this.#end(true, false, pen, matrix, order);
        break;
      case 'S':
        this.#end(false, true, pen, matrix, order);
        break;
      case 'B':
        this.#end(true, true, pen, matrix, order);
        break;
    }
  }

  /** A picture fills the square of one unit. */
  image(image: PaintedImage, matrix: Matrix, pen: Pen, order: number): void {
    this.#box(0, 1, 1, -1, matrix);
    this.#end(true, false, pen, matrix, order, image);
  }

  #box(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    this.#begin(true);
    this.#add('m', [x, y], matrix);
    this.#add('l', [x + width, y], matrix);
    this.#add('l', [x + width, y + height], matrix);
    this.#add('l', [x, y + height], matrix);
    this.#add('h', [], matrix);
  }

  #begin(isBox: boolean): void {
    const [none, most] = [Infinity, -Infinity];
    this.#subpaths.push({ left: none, right: most, top: none, bottom: most, isBox, segments: [] });
  }

  #add(operator: Segment['operator'], own: readonly number[], [a, b, c, d, e, f]: Matrix): void {
    const path = this.#subpaths.at(-1);
    if (path === undefined) throw new PdfFault('시작이 없는 선이 있습니다');
    const points: number[] = [];
    for (let index = 0; index + 1 < own.length; index += 2) {
      const [x, y] = [own[index] ?? 0, own[index + 1] ?? 0];
      const [across, down] = [a * x + c * y + e - this.#origin.left, this.#origin.top - (b * x + d * y + f)];
      points.push(across, down);
      path.left = Math.min(path.left, across);
      path.right = Math.max(path.right, across);
      path.top = Math.min(path.top, down);
      path.bottom = Math.max(path.bottom, down);
    }
    path.segments.push({ operator, points });
  }

  #end(
    fills: boolean,
    strokes: boolean,
    pen: Pen,
    [a, b, c, d]: Matrix,
    order: number,
    image?: PaintedImage,
  ): void {
    const wide = Math.sqrt(Math.abs(a * d - b * c));
    for (const { left, right, top, bottom, isBox, segments } of this.#subpaths)
      this.#paint({
        left,
        right,
        top,
        bottom,
        covers: fills && isBox,
        order,
        segments,
        ...(image && { image }),
        fill: fills && image === undefined ? pen.fill : undefined,
        stroke: strokes ? pen.stroke : undefined,
        lineWidth: pen.lineWidth * wide,
        dash: pen.dash,
        overprint: pen.overprint,
      });
    this.#subpaths = [];
  }
}
