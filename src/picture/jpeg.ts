// A JPEG file -> the picture in it, without what its camera wrote about place, time and owner.
// Source: ITU-T T.81 (markers, B.1.1.3; frame header, B.2.2), TIFF 6.0 section 2 and Exif 2.3, 4.6.4 (orientation).
import { digestOfPixels, harmed, type Picture, PictureFault, soundSize } from './picture.ts';

const SOS = 0xda;
const EOI = 0xd9;
/** Of Huffman-coded pictures, sequential and progressive. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Of all others. */
const OTHER_FRAMES: ReadonlySet<number> = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const [APP0, APP1, APP14, APP15, COMMENT] = [0xe0, 0xe1, 0xee, 0xef, 0xfe];
const ORIENTATION = 0x0112;

/** Throws a PictureFault where it is harmed, turned by its camera, or of four inks. */
export function readJpeg(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: Pick<Picture, 'width' | 'height' | 'components'> | undefined;
  let scans = 0;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw harmed();
    if (marker === EOI) break;
    if (at + 4 > bytes.length) throw harmed();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw harmed();
    const segment = bytes.subarray(at, end);
    if (OTHER_FRAMES.has(marker)) throw unusual('드물게 쓰는 JPEG입니다.');
    if (FRAMES.has(marker)) frame = frameOf(segment);
    if (marker === APP1) refuseTurned(segment);
    let next = end;
    if (marker === SOS) {
      scans++;
      next = endOfScan(bytes, end);
    }
    const isTold = (marker >= APP0 && marker <= APP15) || marker === COMMENT;
    // What the decoder needs of them: none but which colours the numbers are (Adobe).
    if (!isTold || marker === APP0 || marker === APP14) kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (frame === undefined || scans === 0) throw harmed();
  kept.push(bytes.subarray(at, at + 2));
  const data = Buffer.concat(kept);
  return { ...frame, coding: 'dct', data, digest: digestOfPixels(data) };
}

function unusual(message: string): PictureFault {
  return new PictureFault(message, '컬러(RGB)나 회색조로 다시 저장한 JPEG나 PNG');
}

function frameOf(segment: Buffer): Pick<Picture, 'width' | 'height' | 'components'> {
  if (segment.length < 10) throw harmed();
  const [height, width, components] = [segment.readUInt16BE(5), segment.readUInt16BE(7), segment[9]];
  if (segment[4] !== 8) throw unusual('드물게 쓰는 JPEG입니다.');
  if (components === 4) throw unusual('인쇄용 네 색(CMYK)으로 저장한 JPEG입니다.');
  if (components !== 1 && components !== 3) throw harmed();
  soundSize(width, height);
  return { width, height, components };
}

/** Where the next marker that ends the coded data stands. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  throw harmed();
}

/** A PDF shows the pixels as they are stored, whatever the camera says of how it was held. */
function refuseTurned(segment: Buffer): void {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + 12 * entry;
    if (short(at) === ORIENTATION && short(at + 8) > 1)
      throw new PictureFault(
        '사진이 돌려진 채 저장되어 있습니다(카메라의 회전 정보).',
        '사진 앱에서 똑바로 돌려 다시 저장한 파일',
      );
  }
}
