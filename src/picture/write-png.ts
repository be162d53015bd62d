// Pixels -> the bytes of a PNG file, without a date or a resolution; a picture of a plan -> its pixels.
// Source: PNG 1.2, RFC 2083: chunks IHDR, IDAT, IEND; filter 0 (none).
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly components: Picture['components'];
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = 0;
const COLOUR = 2;

/** Samples of eight bits, row by row. */
export function encodePng(pixels: Uint8Array, { width, height, components }: PngHead): Uint8Array {
  const stride = width * components;
  const rows = new Uint8Array((stride + 1) * height);
  // Rows are kept as they are: the one above lies near enough to be found by the packing.
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, components === 1 ? GREY : COLOUR, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Of a picture that is packed by zlib. */
export function pixelsOf({ data }: Pick<Picture, 'data'>): Uint8Array {
  return inflateSync(data);
}
