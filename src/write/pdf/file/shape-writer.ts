// Lines, boxes and paths -> the fewest operators that draw them.

import type { LineItem, PathItem, RectItem } from '../type/drawing.ts';
import type { ColourWriter } from './colours.ts';

/** Circle by four Bézier curves. */
const KAPPA = 0.5523;

interface Painted {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
}

/** A length or part as page content has it, to a thousandth. Throws on what is not a finite number: no file may hold it. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number for a page: ${value}`);
  return String(Math.round(value * 1000) / 1000);
}

export class ShapeWriter {
  readonly #colours: ColourWriter;

  constructor(colours: ColourWriter) {
    this.#colours = colours;
  }

  rect(item: RectItem): string {
    const { x, y, width: w, height: h } = item;
    const r = Math.min(item.radius ?? 0, w / 2, h / 2);
    return this.#painted(r === 0 ? `${points(x, y, w, h)} re` : roundedRect(x, y, w, h, r), item);
  }

  line(item: LineItem): string {
    const ends = `${points(item.x1, item.y1)} m ${points(item.x2, item.y2)} l S`;
    const drawn = `${this.#stroke(item.colour, 'stroke', item.width, item.dash)}${ends}`;
    return item.dash === undefined ? drawn : `q ${drawn} Q`;
  }

  path(item: PathItem): string {
    return `q 1 0 0 1 ${points(item.x, item.y)} cm\n${this.#painted(item.operators, item)}\nQ`;
  }

  #painted(outline: string, { fill, stroke, lineWidth = 1, dash }: Painted): string {
    const colours = [
      fill === undefined ? '' : `${this.#colours.operator(fill, 'fill')} `,
      stroke === undefined
        ? ''
        : this.#stroke(stroke, fill === undefined ? 'stroke' : 'outline', lineWidth, dash),
    ].join('');
    const drawn = `${colours}${outline} ${operatorOf(fill !== undefined, stroke !== undefined)}`;
    return dash === undefined ? drawn : `q ${drawn} Q`;
  }

  #stroke(
    colour: string,
    use: 'stroke' | 'outline',
    width: number,
    dash: readonly number[] | undefined,
  ): string {
    const wide = number(this.#colours.lineWidth(colour, width));
    const dashed = dash === undefined ? '' : `[${points(...dash)}] 0 d `;
    return `${this.#colours.operator(colour, use, width)} ${wide} w ${dashed}`;
  }
}

function operatorOf(fills: boolean, strokes: boolean): string {
  if (fills) return strokes ? 'B' : 'f';
  return strokes ? 'S' : 'n';
}

function points(...values: readonly number[]): string {
  return values.map(number).join(' ');
}

function roundedRect(x: number, y: number, w: number, h: number, r: number): string {
  const k = r * (1 - KAPPA);
  return [
    `${points(x + r, y)} m ${points(x + w - r, y)} l`,
    `${points(x + w - k, y, x + w, y + k, x + w, y + r)} c ${points(x + w, y + h - r)} l`,
    `${points(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h)} c ${points(x + r, y + h)} l`,
    `${points(x + k, y + h, x, y + h - k, x, y + h - r)} c ${points(x, y + r)} l`,
    `${points(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(' ');
}
