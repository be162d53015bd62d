// An ICC profile's bytes -> what it is called, or why nothing may be printed with it.
// Source: ICC.1:2010 (profile version 4.3), 7.2 header, 7.3 tag table, 8.3 output profiles, 10.10 lut16Type, 10.11 lut8Type,
// 10.12 lutAToBType; ISO 15930-7 (PDF/X-4) asks for an output profile in the inks of the press.
import { type Grid, gridOf, MOST_ENTRIES } from './icc-curves.ts';

const HEADER = 128;
const ENTRY = 12;
/** More tags than any profile has. */
const MOST_TAGS = 200;
/** What the first output of a table in Lab means: lightness, from 0 to 1. Paper is lighter than this, and than black ink by so much. */
const LEAST_PAPER = 0.6;
const LEAST_STEP = 0.3;
/** How much neighbours of the table differ on average at most: a table of noise differs by a third. */
const MOST_NOISE = 0.2;

/** The name in it; undefined where it has none. For a profile that has no fault. */
export function profileName(bytes: Uint8Array): string | undefined {
  const data = viewOf(bytes);
  const at = tagsOf(data).get('desc')?.offset;
  if (at === undefined || at + 28 > data.length) return undefined;
  const kind = data.toString('latin1', at, at + 4);
  if (kind === 'desc') return data.toString('latin1', at + 12, at + 11 + data.readUInt32BE(at + 8));
  if (kind !== 'mluc') return undefined;
  const start = at + data.readUInt32BE(at + 24);
  const text = Buffer.from(data.subarray(start, start + data.readUInt32BE(at + 20)));
  return text.length % 2 === 0 ? text.swap16().toString('utf16le') : undefined;
}

/** What is wrong with a profile for four inks, as a part of a Korean sentence; undefined where nothing is. */
export function profileFault(bytes: Uint8Array): string | undefined {
  const data = viewOf(bytes);
  if (data.length < HEADER + 4) return `${data.length}바이트뿐입니다`;
  const text = (at: number) => data.toString('latin1', at, at + 4);
  if (text(36) !== 'acsp') return 'ICC 프로파일의 표시(acsp)가 없습니다';
  const size = data.readUInt32BE(0);
  if (size !== data.length) return `적힌 크기는 ${size}바이트인데 파일은 ${data.length}바이트입니다`;
  if (text(12) !== 'prtr') return `출력 장치(prtr)의 것이 아닙니다: ‘${shown(text(12))}’`;
  if (text(16) !== 'CMYK') return `네 잉크(CMYK)의 것이 아닙니다: ‘${shown(text(16))}’`;
  if (text(20) !== 'Lab ' && text(20) !== 'XYZ ')
    return `기준 색 공간이 Lab이나 XYZ가 아닙니다: ‘${shown(text(20))}’`;
  return tableFault(data) ?? lookFault(data);
}

interface Tag {
  readonly offset: number;
  readonly size: number;
}

/** As far as they are there. */
function tagsOf(data: Buffer): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  const count = Math.min(data.length < HEADER + 4 ? 0 : data.readUInt32BE(HEADER), MOST_TAGS);
  for (let at = HEADER + 4; tags.size < count && at + ENTRY <= data.length; at += ENTRY)
    tags.set(data.toString('latin1', at, at + 4), {
      offset: data.readUInt32BE(at + 4),
      size: data.readUInt32BE(at + 8),
    });
  return tags;
}

function tableFault(data: Buffer): string | undefined {
  const count = data.readUInt32BE(HEADER);
  if (count === 0 || count > MOST_TAGS) return `태그가 ${count}개로 적혀 있습니다`;
  const tags = tagsOf(data);
  if (tags.size < count) return '태그 표가 끝나기 전에 파일이 끝나거나 같은 태그가 두 번 있습니다';
  for (const [name, { offset, size }] of tags) {
    if (offset < HEADER + 4 + ENTRY * count || size < 8 || offset + size > data.length)
      return `태그 ‘${shown(name)}’의 자리가 파일을 벗어납니다`;
    // Each begins with the name of its type, and four bytes of 0.
    if (
      !/^[ -~]{4}$/.test(data.toString('latin1', offset, offset + 4)) ||
      data.readUInt32BE(offset + 4) !== 0
    )
      return `태그 ‘${shown(name)}’의 내용이 손상되었습니다`;
  }
  for (const name of ['desc', 'A2B0']) if (!tags.has(name)) return `태그 ‘${name}’이 없습니다`;
  return undefined;
}

/** How the table from inks to colours looks: four channels to three, as large as it says, white paper and dark ink. */
function lookFault(data: Buffer): string | undefined {
  const { offset = 0, size = 0 } = tagsOf(data).get('A2B0') ?? {};
  const table = data.subarray(offset, offset + size);
  const kind = table.toString('latin1', 0, 4);
  if (kind !== 'mft1' && kind !== 'mft2' && kind !== 'mAB ')
    return `색 변환표(A2B0)의 종류를 모릅니다: ‘${shown(kind)}’`;
  const [inks = 0, outputs = 0] = table.subarray(8, 10);
  if (size < 52 || inks !== 4 || outputs !== 3) return '색 변환표(A2B0)가 네 잉크의 것이 아닙니다';
  const grid = kind === 'mAB ' ? gridOf(table, inks) : gridOfLut(table, inks, kind === 'mft1' ? 1 : 2);
  if (grid === undefined) return '색 변환표(A2B0)가 적힌 것보다 짧거나 그 차례가 틀렸습니다';
  const last = grid.points.at(-1) ?? 0;
  // What is 100 % in Lab: all bits, or in a lut16 all of the upper half (6.3.4.2).
  const most = grid.width === 1 ? 0xff : kind === 'mft2' ? 0xff00 : 0xffff;
  const lightness = (node: number): number => {
    const at = grid.start + node * outputs * grid.width;
    return (grid.width === 1 ? (table[at] ?? 0) : table.readUInt16BE(at)) / most;
  };
  let noise = 0;
  for (let node = 1; node < grid.nodes; node++)
    if (node % last !== 0) noise += Math.abs(lightness(node) - lightness(node - 1));
  // Lightness comes first only in Lab, and as it is where no curves and no matrix stand behind it.
  const isLight = kind !== 'mAB ' && data.toString('latin1', 20, 24) === 'Lab ';
  // The last ink, black, changes from node to node.
  const [paper, black] = [lightness(0), lightness(last - 1)];
  const isDark = isLight && (paper < LEAST_PAPER || paper - black < LEAST_STEP);
  return isDark || noise / (grid.nodes - grid.nodes / last) > MOST_NOISE
    ? '색 변환표(A2B0)의 값이 손상되었습니다'
    : undefined;
}

/** Of a lut8 or lut16: the same number of points an ink, between curves of as many entries as stand in the head. */
function gridOfLut(table: Buffer, inks: number, width: 1 | 2): Grid | undefined {
  const [before, after] =
    width === 1 ? [256, 256] : ([table.readUInt16BE(48), table.readUInt16BE(50)] as const);
  const start = (width === 1 ? 48 : 52) + inks * before * width;
  const points = new Array<number>(inks).fill(table[10] ?? 0);
  const nodes = (points[0] ?? 0) ** inks;
  const isSound = nodes > 1 && [before, after].every((one) => one >= 2 && one <= MOST_ENTRIES);
  return isSound && start + (nodes + after) * 3 * width <= table.length
    ? { start, width, points, nodes }
    : undefined;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four letters of a file that may hold anything. */
function shown(letters: string): string {
  return letters.replaceAll(/[^ -~]/g, '?').trim();
}
