// The parts of a workbook -> an archive with harm done to its entries, its records or its bytes.
import { crc32, deflateRawSync } from 'node:zlib';
import type { Dice } from './dice.ts';

export type Parts = ReadonlyMap<string, string>;

interface Entry {
  name: string;
  content: Uint8Array;
  /** 0 stored, 8 deflated; the content is packed so. */
  method: number;
  /** What the records say, where that is not the truth. */
  said: { name?: string; method?: number; crc?: number; packed?: number; size?: number; flags?: number };
  /** Bytes between what the directory says is the entry's start and the start. */
  shift: number;
}

const HARMS: readonly ((entries: Entry[], at: number, dice: Dice) => void)[] = [
  (entries, at) => entries.splice(at, 1),
  (entries, at) => entries.push({ ...(entries[at] ?? entryOf('a', '')) }),
  (entries, at, dice) => {
    const name = entries[at]?.name ?? '';
    const other = [`../${name}`, `/${name}`, name.toUpperCase(), name.replaceAll('/', '\\'), '', `${name}\0`];
    entries[at] = { ...(entries[at] ?? entryOf('a', '')), name: dice.one(other) };
  },
  (entries, at, dice) => say(entries, at, { size: dice.one([0, 1, 49_999_999, 2 ** 31, 2 ** 32 - 1]) }),
  (entries, at, dice) => say(entries, at, { packed: dice.one([0, 1, 70_000, 2 ** 31, 2 ** 32 - 1]) }),
  (entries, at, dice) => say(entries, at, { crc: dice.below(2 ** 32) }),
  (entries, at, dice) => say(entries, at, { method: dice.one([0, 8, 9, 12, 99]) }),
  (entries, at, dice) => say(entries, at, { flags: 1 << dice.below(16) }),
  (entries, at) => say(entries, at, { name: 'xl/other.xml' }),
  (entries, at, dice) => {
    const entry = entries[at];
    if (entry) entry.shift = dice.below(100) - 50;
  },
  // A part that is small packed and large after.
  (entries, at) => {
    const entry = entries[at];
    if (entry) entry.content = Buffer.concat([entry.content, Buffer.alloc(400_000, ' ')]);
  },
];

function say(entries: readonly Entry[], at: number, said: Entry['said']): void {
  const entry = entries[at];
  if (entry) entry.said = said;
}

function entryOf(name: string, content: string): Entry {
  return { name, content: new TextEncoder().encode(content), method: 8, said: {}, shift: 0 };
}

/** The archive, sound; `stored` without compression. */
export function archived(parts: Parts, stored = false): Uint8Array {
  const entries = [...parts].map(([name, content]) => entryOf(name, content));
  return written(stored ? entries.map((entry) => ({ ...entry, method: 0 })) : entries);
}

export function harmedArchive(parts: Parts, dice: Dice): Uint8Array {
  const entries = [...parts].map(([name, content]) => entryOf(name, content));
  if (!dice.once(3))
    for (let left = 1 + dice.below(2); left > 0; left--)
      dice.one(HARMS)(entries, dice.below(entries.length), dice);
  const bytes = [...written(entries)];
  if (dice.once(2)) return Uint8Array.from(bytes);
  for (let left = 1 + dice.below(4); left > 0; left--) {
    // The records at the end matter most.
    const at = dice.once(2) ? dice.below(bytes.length + 1) : Math.max(0, bytes.length - dice.below(400));
    const lost = dice.once(8) ? dice.below(2000) : dice.below(3);
    bytes.splice(at, lost, ...(dice.once(3) ? [] : [dice.below(256)]));
  }
  return Uint8Array.from(bytes);
}

/** Records of PKWARE's APPNOTE 6.3.10: 4.3.7, 4.3.12 and 4.3.16. */
function written(entries: readonly Entry[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method, said, shift } of entries) {
    const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content, { level: 1 });
    const own = Buffer.from(name);
    const named = Buffer.from(said.name ?? name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(said.flags ?? 1 << 11, 2);
    fields.writeUInt16LE(said.method ?? method, 4);
    fields.writeUInt32LE(said.crc ?? crc32(content), 10);
    fields.writeUInt32LE(said.packed ?? packed.length, 14);
    fields.writeUInt32LE(said.size ?? content.length, 18);
    fields.writeUInt16LE(own.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, own, packed]);
    fields.writeUInt16LE(named.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(Math.max(0, offset + shift), 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, named]));
    chunks.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}
