// Polygons -> how much of each pixel they cover: signed areas under their edges, summed up along each row.

/** Corners x, y, x, y … in pixels, y downwards; the last is joined to the first. */
export type Polygon = readonly number[];

/** Red, green and blue from 0 to 255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const WHITE = 255;
/** Less would not change a part of a colour by one. */
const LEAST_COVER = 1 / 512;

/** A white sheet. */
export function blankPixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8Array(3 * width * height).fill(WHITE) };
}

/** Paints what any of the polygons covers (by the rule of non-zero winding, where each turns the same way or is a hole). */
export function paint(pixels: Pixels, polygons: readonly Polygon[], colour: readonly number[]): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    polygon.forEach((value, index) => {
      if (index % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)];
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)];
    });
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  right = Math.min(pixels.width, Math.ceil(right));
  bottom = Math.min(pixels.height, Math.ceil(bottom));
  if (left >= right || top >= bottom) return;
  const area = new Area(right - left, bottom - top);
  for (const polygon of polygons) {
    const last = polygon.length - 2;
    for (let at = 0; at <= last; at += 2) {
      const next = at === last ? 0 : at + 2;
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [
        polygon[at],
        polygon[at + 1],
        polygon[next],
        polygon[next + 1],
      ];
      area.edge(x0 - left, y0 - top, x1 - left, y1 - top);
    }
  }
  area.blend(pixels, left, top, colour);
}

/** A window of the sheet. */
class Area {
  readonly #width: number;
  readonly #height: number;
  /** For each pixel by how much the cover changes there; two more at the end of each row. */
  readonly #change: Float64Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#change = new Float64Array((width + 2) * height);
  }

  edge(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const isDown = fromY < toY;
    const [x0, y0] = isDown ? [fromX, fromY] : [toX, toY];
    const [x1, y1] = isDown ? [toX, toY] : [fromX, fromY];
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(this.#height, Math.ceil(y1));
    for (let row = Math.max(0, Math.floor(y0)); row < end; row++) {
      const upper = Math.max(row, y0);
      const lower = Math.min(row + 1, y1);
      const a = this.#within(x0 + (upper - y0) * slope);
      const b = this.#within(x0 + (lower - y0) * slope);
      const cover = isDown ? lower - upper : upper - lower;
      this.#spread(row * (this.#width + 2), Math.min(a, b), Math.max(a, b), cover);
    }
  }

  #within(x: number): number {
    return Math.min(this.#width, Math.max(0, x));
  }

  #add(at: number, value: number): void {
    this.#change[at] = (this.#change[at] ?? 0) + value;
  }

  /** An edge within one row, from one x to another: the pixels right of it are covered whole, those below it in part. */
  #spread(row: number, from: number, to: number, cover: number): void {
    const first = Math.floor(from);
    const last = Math.ceil(to);
    if (last <= first + 1) {
      const middle = (from + to) / 2 - first;
      this.#add(row + first, cover * (1 - middle));
      this.#add(row + first + 1, cover * middle);
      return;
    }
    // The share of each pixel's area right of the edge; what is new in each is its change.
    const width = to - from;
    let before = 0;
    for (let pixel = first; pixel < last; pixel++) {
      const a = Math.max(from, pixel);
      const b = Math.min(to, pixel + 1);
      const own = (a - from) / width + ((b - a) / width) * (pixel + 1 - (a + b) / 2);
      this.#add(row + pixel, cover * (own - before));
      before = own;
    }
    this.#add(row + last, cover * (1 - before));
  }

  blend({ width, data }: Pixels, left: number, top: number, colour: readonly number[]): void {
    for (let row = 0; row < this.#height; row++) {
      let sum = 0;
      let at = 3 * ((top + row) * width + left);
      const start = row * (this.#width + 2);
      for (let pixel = 0; pixel < this.#width; pixel++, at += 3) {
        sum += this.#change[start + pixel] ?? 0;
        const cover = Math.min(1, Math.abs(sum));
        if (cover < LEAST_COVER) continue;
        for (let part = 0; part < 3; part++) {
          const old = data[at + part] ?? WHITE;
          data[at + part] = Math.round(old + ((colour[part] ?? 0) - old) * cover);
        }
      }
    }
  }
}
