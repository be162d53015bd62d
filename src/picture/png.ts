// A PNG file -> the picture in it, on white paper where it is transparent.
// Source: W3C Portable Network Graphics (PNG) Specification, 2nd edition: 5 chunks, 7 and 8 interlace, 9 filters, 11.2 and 11.3.2.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { digestOfPixels, harmed, type Picture, soundSize } from './picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WHITE = 255;
/** Samples of a pixel by colour type, and the depths that it may have. */
const KINDS: ReadonlyMap<number, { readonly samples: number; readonly depths: readonly number[] }> = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [3, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
]);
/** First column and row of each pass, and the steps between them. */
const WHOLE = [[0, 0, 1, 1]] as const;
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Head {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly samples: number;
  readonly passes: readonly (readonly [number, number, number, number])[];
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length));
}

/** Throws a PictureFault where it is harmed or too large. */
export function readPng(file: Uint8Array): Picture {
  const chunks = chunksOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const head = headOf(chunks.get('IHDR')?.[0]);
  const { width, height } = head;
  const passes = head.passes.map(([left, top, across, down]) => {
    const columns = Math.max(0, Math.ceil((width - left) / across));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - top) / down));
    return {
      left,
      top,
      across,
      down,
      columns,
      rows,
      bytes: Math.ceil((columns * head.samples * head.depth) / 8),
    };
  });
  const size = passes.reduce((sum, { rows, bytes }) => sum + rows * (bytes + 1), 0);
  const packed = inflated(Buffer.concat(chunks.get('IDAT') ?? []), size);
  const pixels = Buffer.alloc(width * height * 3);
  const paint = painter(head, chunks.get('PLTE')?.[0], chunks.get('tRNS')?.[0]);
  let at = 0;
  for (const { left, top, across, down, columns, rows, bytes } of passes) {
    let above: Uint8Array = new Uint8Array(bytes);
    for (let row = 0; row < rows; row++) {
      const line = packed.subarray(at + 1, at + 1 + bytes);
      unfilter(packed[at], line, above, Math.max(1, (head.samples * head.depth) / 8));
      for (let column = 0; column < columns; column++)
        paint(line, column, pixels, 3 * ((top + row * down) * width + left + column * across));
      above = line;
      at += 1 + bytes;
    }
  }
  const grey = greyOf(pixels);
  const samples = grey ?? pixels;
  const digest = digestOfPixels(samples);
  return { width, height, components: grey ? 1 : 3, coding: 'flate', data: deflateSync(samples), digest };
}

function chunksOf(bytes: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = SIGNATURE.length; !chunks.has('IEND'); ) {
    if (at + 12 > bytes.length) throw harmed();
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      throw harmed();
    const name = bytes.toString('latin1', at + 4, at + 8);
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, end)]);
    at = end + 4;
  }
  return chunks;
}

function headOf(chunk: Buffer | undefined): Head {
  if (chunk?.length !== 13) throw harmed();
  const [width, height] = [chunk.readUInt32BE(0), chunk.readUInt32BE(4)];
  const [depth = 0, type = 0, , , interlace = 0] = chunk.subarray(8);
  const kind = KINDS.get(type);
  if (kind === undefined || !kind.depths.includes(depth) || interlace > 1) throw harmed();
  soundSize(width, height);
  return { width, height, depth, type, samples: kind.samples, passes: interlace === 1 ? ADAM7 : WHOLE };
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: size });
    if (bytes.length === size) return bytes;
  } catch {
    // Told below: what is wrong inside helps nobody.
  }
  throw harmed();
}

function unfilter(filter: number | undefined, line: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === undefined || filter > 4) throw harmed();
  if (filter === 0) return;
  for (let at = 0; at < line.length; at++) {
    const left = at < step ? 0 : (line[at - step] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < step ? 0 : (above[at - step] ?? 0);
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    line[at] = (line[at] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

type Paint = (line: Uint8Array, column: number, into: Uint8Array, at: number) => void;

/** How a pixel of a row becomes red, green and blue on white paper. */
function painter({ depth, type, samples }: Head, palette?: Uint8Array, clear?: Uint8Array): Paint {
  const most = 2 ** Math.min(depth, 8) - 1;
  /** As stored; of sixteen bits the upper eight, which are all that is printed. */
  const sample = (line: Uint8Array, index: number): number => {
    if (depth >= 8) return line[(index * depth) / 8] ?? 0;
    const bit = index * depth;
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  const put = (into: Uint8Array, at: number, alpha: number, ...colour: readonly number[]): void => {
    for (let index = 0; index < 3; index++)
      into[at + index] = Math.round(((colour[index] ?? 0) * alpha + WHITE * (WHITE - alpha)) / WHITE);
  };
  if (type === 3) {
    if (palette === undefined) throw harmed();
    return (line, column, into, at) => {
      const index = sample(line, column);
      if (3 * index + 2 >= palette.length) throw harmed();
      put(into, at, clear?.[index] ?? WHITE, ...palette.subarray(3 * index, 3 * index + 3));
    };
  }
  const colours = samples < 3 ? 1 : 3;
  const hasAlpha = type >= 4;
  const bytes = depth === 16 ? 2 : 1;
  /** Whether the pixel is the one colour that stands for nothing: all its bits, two bytes a sample. */
  const isClear = (line: Uint8Array, column: number): boolean => {
    if (clear === undefined || hasAlpha) return false;
    for (let index = 0; index < colours; index++) {
      const own = column * samples + index;
      const value = bytes === 2 ? (line[2 * own] ?? 0) * 256 + (line[2 * own + 1] ?? 0) : sample(line, own);
      if (value !== (clear[2 * index] ?? 0) * 256 + (clear[2 * index + 1] ?? 0)) return false;
    }
    return true;
  };
  return (line, column, into, at) => {
    const first = column * samples;
    const red = (sample(line, first) * WHITE) / most;
    const [green, blue] = colours === 1 ? [red, red] : [sample(line, first + 1), sample(line, first + 2)];
    const alpha = hasAlpha ? sample(line, first + colours) : isClear(line, column) ? 0 : WHITE;
    put(into, at, alpha, red, green, blue);
  };
}

/** One sample a pixel where none has a colour: it is printed with black ink alone. */
function greyOf(pixels: Uint8Array): Uint8Array | undefined {
  const grey = new Uint8Array(pixels.length / 3);
  for (let at = 0; at < grey.length; at++) {
    const value = pixels[3 * at] ?? 0;
    if (value !== pixels[3 * at + 1] || value !== pixels[3 * at + 2]) return undefined;
    grey[at] = value;
  }
  return grey;
}
