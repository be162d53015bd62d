// Polygons -> how much of each pixel they cover: signed areas under their edges, summed up along each row.

/** Corners x, y, x, y … in pixels, y downwards; the last is joined to the first. */
export type Polygon = readonly number[];

/** Red, green and blue from 0 to 255, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A white sheet. */
export function blankPixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8Array(3 * width * height).fill(255) };
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
    const down = fromY < toY;
    const [x0, y0, x1, y1] = down ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
    const slope = (x1 - x0) / (y1 - y0);
    const first = Math.max(0, Math.floor(y0));
    const end = Math.min(this.#height, Math.ceil(y1));
    for (let row = first; row < end; row++) {
      const [upper, lower] = [Math.max(row, y0), Math.min(row + 1, y1)];
      const at = (y: number) => Math.min(this.#width, Math.max(0, x0 + (y - y0) * slope));
      const cover = (down ? 1 : -1) * (lower - upper);
      const [a, b] = [at(upper), at(lower)];
      this.#spread(row * (this.#width + 2), Math.min(a, b), Math.max(a, b), cover);
    }
  }

  /** An edge within one row, from one x to another: the pixels right of it are covered whole, those below it in part. */
  #spread(row: number, from: number, to: number, cover: number): void {
    const change = this.#change;
    const [first, last] = [Math.floor(from), Math.ceil(to)];
    const add = (pixel: number, value: number) => {
      change[row + pixel] = (change[row + pixel] ?? 0) + value;
    };
    if (last <= first + 1) {
      const middle = (from + to) / 2 - first;
      add(first, cover * (1 - middle));
      add(first + 1, cover * middle);
      return;
    }
    // The share of the area right of the edge, pixel by pixel; what is new in each is its change.
    const within = to - from;
    let before = 0;
    for (let pixel = first; pixel < last; pixel++) {
      const [a, b] = [Math.max(from, pixel), Math.min(to, pixel + 1)];
      const passed = (a - from) / within;
      const share = (b - a) / within;
      const own = passed * 1 + share * (pixel + 1 - (a + b) / 2);
      add(pixel, cover * (own - before));
      before = own;
    }
    add(last, cover * (1 - before));
  }

  blend({ width, data }: Pixels, left: number, top: number, colour: readonly number[]): void {
    const [red = 0, green = 0, blue = 0] = colour;
    for (let row = 0; row < this.#height; row++) {
      let sum = 0;
      let at = 3 * ((top + row) * width + left);
      const start = row * (this.#width + 2);
      for (let pixel = 0; pixel < this.#width; pixel++, at += 3) {
        sum += this.#change[start + pixel] ?? 0;
        const cover = Math.min(1, Math.abs(sum));
        if (cover < 1 / 512) continue;
        const mixed = (own: number, index: number) => {
          const old = data[at + index] ?? 255;
          data[at + index] = Math.round(old + (own - old) * cover);
        };
        mixed(red, 0);
        mixed(green, 1);
        mixed(blue, 2);
      }
    }
  }
}
