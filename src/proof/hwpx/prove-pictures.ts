// Pictures of a file for 한글 -> those that show something else, in another size, or that no program can draw.
// Source: PNG 1.2, RFC 2083: chunks IHDR, IDAT, IEND; filter 0 (none).
import { crc32, inflateSync } from 'node:zlib';
import type { HwpxMap } from '../../document/hwpx-map.ts';
import { digestOfPixels } from '../../picture/picture.ts';
import type { XmlNode } from '../xlsx/xml.ts';
import type { HwpxFinding } from './finding.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody } from './read-text.ts';

/** HWPUNIT of a pixel, by which clips are told: 96 to an inch. */
const WINDOWS_PIXEL = 75;
const SIGNATURE = '89504e470d0a1a0a';

export function* pictureLookFaults(
  map: HwpxMap,
  { pictures: files, types }: ReadPackage,
  { pictures }: ReadBody,
): Generator<HwpxFinding> {
  const digests = new Map<string, ReturnType<typeof digestOf>>();
  for (const picture of pictures) {
    const [id, setting] = [number(picture, 'id'), map.pictures.get(number(picture, 'id'))];
    const file = child(picture, 'hc:img')?.attributes.get('binaryItemIDRef') ?? '';
    const bytes = files.get(file);
    if (bytes !== undefined && !digests.has(file)) digests.set(file, digestOf(bytes, types.get(file)));
    const found = digests.get(file);
    if (setting === undefined || !isSized(picture, setting))
      yield { rule: 'picture-looks', what: `그림 ${id}의 크기나 자리가 다릅니다.` };
    else if (found?.digest !== setting.digest)
      yield { rule: 'picture-looks', what: `그림 ${id}(${file})에 보이는 것이 다릅니다.` };
    else if (found.width !== undefined && !isClipped(picture, found.width, found.height))
      yield { rule: 'picture-looks', what: `그림 ${id}(${file})의 잘린 자리가 그림의 크기와 다릅니다.` };
  }
}

/** As large everywhere it is said, in the line. */
function isSized(
  picture: XmlNode,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const rect = child(picture, 'hp:imgRect');
  const turn = child(picture, 'hp:rotationInfo');
  const pairs = [
    ...['hp:orgSz', 'hp:curSz', 'hp:sz'].flatMap((name) => [
      [number(child(picture, name), 'width'), width],
      [number(child(picture, name), 'height'), height],
    ]),
    [number(child(rect, 'hc:pt1'), 'x'), width],
    [number(child(rect, 'hc:pt2'), 'x'), width],
    [number(child(rect, 'hc:pt2'), 'y'), height],
    [number(child(rect, 'hc:pt3'), 'y'), height],
    [number(turn, 'centerX'), Math.round(width / 2)],
    [number(turn, 'centerY'), Math.round(height / 2)],
    [number(child(picture, 'hp:pos'), 'treatAsChar'), 1],
    [number(child(picture, 'hp:pos'), 'horzOffset'), 0],
    [sides(child(picture, 'hp:inMargin')), 0],
    [number(picture, 'instid'), number(picture, 'id')],
  ];
  return pairs.every(([found, wanted]) => found === wanted);
}

function sides(node: XmlNode | undefined): number {
  return ['left', 'right', 'top', 'bottom'].reduce((sum, side) => sum + number(node, side), 0);
}

function isClipped(picture: XmlNode, width: number, height: number): boolean {
  const [clip, size] = [child(picture, 'hp:imgClip'), child(picture, 'hp:imgDim')];
  const pairs = [
    [number(clip, 'right'), width],
    [number(clip, 'bottom'), height],
    [number(size, 'dimwidth'), width],
    [number(size, 'dimheight'), height],
  ];
  return pairs.every(([found, pixels]) => found === (pixels ?? 0) * WINDOWS_PIXEL);
}

/** Of the pixels of a PNG as this program writes it, of the bytes of a JPEG; undefined for what is neither. */
function digestOf(bytes: Uint8Array, type: string | undefined) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'jpg') return { digest: digestOfPixels(file), width: undefined, height: 0 };
  const chunks: { readonly name: string; readonly data: Buffer }[] = [];
  let at = 8;
  for (; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end))
      return undefined;
    chunks.push({ name: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  const [head, data] = chunks.map((one) => one.data);
  const names = chunks.map(({ name }) => name).join();
  if (file.toString('hex', 0, 8) !== SIGNATURE || at !== file.length || names !== 'IHDR,IDAT,IEND')
    return undefined;
  if (head?.length !== 13 || data === undefined) return undefined;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const form = head.toString('hex', 8);
  const components = form === '0800000000' ? 1 : form === '0802000000' ? 3 : 0;
  const stride = width * components;
  const rows = unpacked(data, (stride + 1) * height);
  if (rows === undefined || components === 0) return undefined;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const from = row * (stride + 1);
    if (rows[from] !== 0) return undefined;
    pixels.set(rows.subarray(from + 1, from + 1 + stride), row * stride);
  }
  return { digest: digestOfPixels(pixels), width, height };
}

function unpacked(data: Buffer, size: number): Uint8Array | undefined {
  try {
    const rows = inflateSync(data, { maxOutputLength: Math.max(1, size) });
    return rows.length === size ? rows : undefined;
  } catch {
    return undefined;
  }
}
