// A picture -> the file that holds it: JPEG as it came, else PNG.
// Source: W3C Portable Network Graphics (PNG) Specification, 2nd edition: 5.3 chunk layout, 9 filters, 11.2.2 IHDR.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

interface PictureFile {
  readonly extension: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

/** The same bytes each time. */
export function pictureFile({ width, height, components, coding, data }: Picture): PictureFile {
  if (coding === 'dct') return { extension: 'jpeg', bytes: data };
  const samples = inflateSync(data);
  const line = width * components;
  const rows = Buffer.alloc(height * (line + 1));
  // Each row begins with the number of its filter: 0, none.
  for (let row = 0; row < height; row++)
    samples.copy(rows, row * (line + 1) + 1, row * line, (row + 1) * line);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a sample; grey or colours; the only compression and filter method, not interlaced.
  head.set([8, components === 1 ? 0 : 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return { extension: 'png', bytes: Buffer.concat([signature, ...chunks]) };
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
