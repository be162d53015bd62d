// What a picture is: its pixels as a PDF holds them, whatever file they came in.
import { createHash } from 'node:crypto';

/** Why a file is no picture that can be printed, in Korean, with what would be one. */
export class PictureFault extends Error {
  constructor(
    message: string,
    readonly expected: string,
  ) {
    super(message);
  }
}

export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of eight bits a pixel: grey, or red, green and blue (sRGB). */
  readonly components: 1 | 3;
  /** How `data` is packed: rows from the top by zlib, or as JPEG (ISO 32000-1, 7.4.4 and 7.4.8). */
  readonly coding: 'flate' | 'dct';
  readonly data: Uint8Array;
  /** Of its pixels, however `data` packs them: another one is another picture. */
  readonly digest: string;
}

/** SHA-256, as much of it as tells pictures apart. */
export function digestOfPixels(pixels: Uint8Array): string {
  return createHash('sha256').update(pixels).digest('hex').slice(0, 16);
}

/** Of one picture: three times what a page has at 300 dpi, and what is unpacked in a second. */
export const MOST_PIXELS = 25_000_000;

/** The size, where it is one that is printed. Throws a PictureFault. */
export function soundSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw harmed();
  if (width * height > MOST_PIXELS)
    throw new PictureFault(
      `이미지의 화소가 너무 많습니다: ${width} × ${height}`,
      `가로와 세로의 곱이 ${MOST_PIXELS / 10_000}만 화소까지인 이미지. 크기를 줄여 저장합니다`,
    );
}

export function harmed(): PictureFault {
  return new PictureFault(
    '이미지 파일이 손상되었거나 끝까지 들어 있지 않습니다.',
    '다시 저장하거나 다시 받은 PNG나 JPEG 파일',
  );
}
