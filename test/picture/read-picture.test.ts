// Image files -> their pixels, and what is no image that can be printed.
import { readFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PictureFault } from '../../src/picture/picture.ts';
import { readPicture } from '../../src/picture/read-picture.ts';

/** A PNG of the rows, each with its filter before it. */
function png(
  [width, height, depth, type, interlace = 0]: readonly number[],
  rows: readonly (readonly number[])[],
  more: Readonly<Record<string, readonly number[]>> = {},
): Buffer {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width ?? 0, 0);
  head.writeUInt32BE(height ?? 0, 4);
  head.set([depth ?? 8, type ?? 0, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...Object.entries(more).map(([name, data]) => chunk(name, Uint8Array.from(data))),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Size, samples a pixel, and the samples. */
function pixels(file: Uint8Array): readonly unknown[] {
  const { width, height, components, coding, data } = readPicture(file);
  expect(coding).toBe('flate');
  return [width, height, components, [...inflateSync(data)]];
}

const fixture = (name: string) => readFileSync(new URL(`../fixtures/images/${name}`, import.meta.url));

function faultOf(file: Uint8Array): string {
  try {
    readPicture(file);
  } catch (fault) {
    if (fault instanceof PictureFault) return fault.message;
    throw fault;
  }
  return '';
}

describe('a PNG', () => {
  it.each<[string, Buffer, readonly number[]]>([
    ['colour, not filtered', png([2, 1, 8, 2], [[0, 1, 2, 3, 4, 5, 6]]), [1, 2, 3, 4, 5, 6]],
    ['filtered by the left', png([2, 1, 8, 2], [[1, 1, 2, 3, 4, 5, 6]]), [1, 2, 3, 5, 7, 9]],
    [
      'by what is above',
      png(
        [1, 2, 8, 2],
        [
          [0, 9, 8, 7],
          [2, 1, 1, 255],
        ],
      ),
      [9, 8, 7, 10, 9, 6],
    ],
    [
      'by the mean',
      png(
        [1, 2, 8, 2],
        [
          [0, 9, 8, 7],
          [3, 1, 1, 1],
        ],
      ),
      [9, 8, 7, 5, 5, 4],
    ],
    [
      'by Paeth',
      png(
        [2, 2, 8, 2],
        [
          [0, 1, 2, 3, 4, 4, 4],
          [4, 1, 1, 1, 1, 0, 0],
        ],
      ),
      [1, 2, 3, 4, 4, 4, 2, 3, 4, 5, 4, 4],
    ],
    ['sixteen bits', png([1, 1, 16, 2], [[0, 1, 99, 2, 99, 3, 99]]), [1, 2, 3]],
    ['half clear on white', png([1, 1, 8, 6], [[0, 255, 0, 0, 51]]), [255, 204, 204]],
    [
      'one colour clear',
      png([2, 1, 8, 2], [[0, 1, 2, 3, 4, 5, 6]], { tRNS: [0, 1, 0, 2, 0, 3] }),
      [255, 255, 255, 4, 5, 6],
    ],
    [
      'of a palette, partly clear',
      png([4, 1, 2, 3], [[0, 0b00011000]], { PLTE: [1, 2, 3, 4, 5, 6, 7, 8, 9], tRNS: [255, 0] }),
      [1, 2, 3, 255, 255, 255, 7, 8, 9, 1, 2, 3],
    ],
  ])('%s', (_, file, samples) => {
    expect(pixels(file).slice(2)).toEqual([3, samples]);
  });

  it('without colour is grey, whatever it was stored as', () => {
    expect(pixels(png([2, 1, 8, 2], [[0, 7, 7, 7, 9, 9, 9]]))).toEqual([2, 1, 1, [7, 9]]);
    expect(pixels(png([4, 1, 1, 0], [[0, 0b01010000]]))).toEqual([4, 1, 1, [0, 255, 0, 255]]);
    expect(pixels(png([2, 1, 4, 0], [[0, 0x3f]]))).toEqual([2, 1, 1, [51, 255]]);
    expect(pixels(png([1, 1, 8, 4], [[0, 0, 0]]))).toEqual([1, 1, 1, [255]]);
  });

  it('interlaced is put together', () => {
    // Passes 1, 6 and 7 of three by two pixels.
    const rows = [
      [0, 1, 1, 1],
      [0, 2, 2, 2],
      [0, 3, 3, 3],
      [0, 4, 4, 4, 5, 5, 5, 6, 6, 6],
    ];
    const [first, fourth, sixth, seventh] = rows;
    const file = png(
      [3, 2, 8, 2, 1],
      [first, fourth, sixth, seventh].map((row) => row ?? []),
    );
    expect(pixels(file)).toEqual([3, 2, 1, [1, 3, 2, 4, 5, 6]]);
  });

  it('that is harmed in any way is told', () => {
    const sound = png(
      [2, 2, 8, 2],
      [
        [0, 1, 2, 3, 4, 5, 6],
        [0, 1, 2, 3, 4, 5, 6],
      ],
    );
    const harmed = '이미지 파일이 손상되었거나 끝까지 들어 있지 않습니다.';
    expect(faultOf(sound)).toBe('');
    for (let length = 8; length < sound.length; length++)
      expect(faultOf(sound.subarray(0, length)), `${length}`).toBe(harmed);
    for (let at = 8; at < sound.length; at++) {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(faultOf(changed), `${at}`).toBe(harmed);
    }
    expect(faultOf(png([2, 2, 8, 2], [[0, 1, 2, 3, 4, 5, 6]]))).toBe(harmed);
    expect(
      faultOf(
        png(
          [1, 1, 8, 2],
          [
            [0, 1, 2, 3],
            [0, 1, 2, 3],
          ],
        ),
      ),
    ).toBe(harmed);
    expect(faultOf(png([1, 1, 8, 2], [[5, 1, 2, 3]]))).toBe(harmed);
    expect(faultOf(png([1, 1, 8, 3], [[0, 1]], { PLTE: [1, 2, 3] }))).toBe(harmed);
    expect(faultOf(png([0, 1, 8, 2], [[0]]))).toBe(harmed);
  });

  it('of too many pixels is not unpacked', () => {
    expect(faultOf(png([60_000, 60_000, 8, 2], [[0]]))).toBe('이미지의 화소가 너무 많습니다: 60000 × 60000');
  });
});

describe('a JPEG', () => {
  it.each([
    ['street.jpg', 64, 48, 3],
    ['progressive.jpg', 64, 48, 3],
    ['grey.jpg', 64, 48, 1],
  ])('%s is taken as it is', (name, width, height, components) => {
    expect(readPicture(fixture(name))).toMatchObject({ width, height, components, coding: 'dct' });
    expect(Buffer.from(readPicture(fixture(name)).data).equals(fixture(name))).toBe(true);
  });

  it('loses what the camera tells, and what stands behind its end', () => {
    expect(fixture('told.jpg').includes('Secret Camera')).toBe(true);
    const { data } = readPicture(Buffer.concat([fixture('told.jpg'), Buffer.from('more')]));
    expect(Buffer.from(data).equals(fixture('street.jpg'))).toBe(true);
  });

  it('that is turned, of four inks or cut off is told', () => {
    expect(faultOf(fixture('turned.jpg'))).toBe('사진이 돌려진 채 저장되어 있습니다(카메라의 회전 정보).');
    expect(faultOf(fixture('inks.jpg'))).toBe('인쇄용 네 색(CMYK)으로 저장한 JPEG입니다.');
    const sound = fixture('progressive.jpg');
    for (let length = 2; length < sound.length; length++)
      expect(faultOf(sound.subarray(0, length)), `${length}`).not.toBe('');
  });

  it('is not any other file', () => {
    expect(faultOf(Buffer.from('RIFF....WEBPVP8 '))).toBe('PNG도 JPEG도 아닌 파일입니다.');
    expect(faultOf(new Uint8Array())).toBe('PNG도 JPEG도 아닌 파일입니다.');
  });
});
