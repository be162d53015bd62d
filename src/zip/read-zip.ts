// A zip archive from anywhere -> its entries by name, inflated within the caller's limits.
import { crc32, inflateRawSync } from 'node:zlib';

/** What an archive may ask of us. Sizes are bytes after inflating. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** How many bytes one packed byte may become; deflate itself ends at 1,032. */
  readonly ratio: number;
}

/** Why an archive is not opened. `entry` is named when one entry is the cause. */
export type ZipRefusal =
  | { readonly reason: 'not-a-zip' }
  | { readonly reason: 'several-disks' }
  | { readonly reason: 'zip64' }
  | { readonly reason: 'too-many-entries'; readonly entries: number }
  | { readonly reason: 'total-too-large'; readonly bytes: number }
  | { readonly reason: 'entry-too-large'; readonly entry: string; readonly bytes: number }
  | { readonly reason: 'ratio-too-high'; readonly entry: string; readonly ratio: number }
  | { readonly reason: 'encrypted'; readonly entry: string }
  | { readonly reason: 'unknown-method'; readonly entry: string; readonly method: number }
  | { readonly reason: 'name-twice'; readonly entry: string }
  | { readonly reason: 'damaged'; readonly entry: string | undefined };

export type ZipResult =
  | {
      readonly ok: true;
      readonly entries: ReadonlyMap<string, Uint8Array>;
      /** Whether it is its files and nothing else: no folder, comment, further field, gap, nor two records that differ. */
      readonly isBare: boolean;
    }
  | { readonly ok: false; readonly refusal: ZipRefusal };

/** Signatures and offsets of a zip's records (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.15, 4.3.16). */
const END = {
  signature: 0x06054b50,
  length: 22,
  disk: 4,
  directoryDisk: 6,
  entriesHere: 8,
  entries: 10,
  directoryLength: 12,
  directory: 16,
  comment: 20,
} as const;
const ENTRY = {
  signature: 0x02014b50,
  length: 46,
  flags: 8,
  method: 10,
  crc: 16,
  packed: 20,
  size: 24,
  name: 28,
  extra: 30,
  comment: 32,
  disk: 34,
  local: 42,
} as const;
const LOCAL = { signature: 0x04034b50, length: 30, name: 26, extra: 28 } as const;
/** What both records of an entry say, from the version that it needs to the length of its further fields. */
const SHARED = { local: 4, entry: 6, length: 26 } as const;
const ZIP64_LOCATOR = { signature: 0x07064b50, length: 20 } as const;
/** A field with all bits set stands in the zip64 record instead (4.4.1.4). */
const ELSEWHERE = { short: 0xffff, long: 0xffffffff } as const;
const LONGEST_COMMENT = 0xffff;
/** Flag bits: encrypted (0), strong encryption (6), UTF-8 name (11), directory encrypted (13). */
const FLAG = { encrypted: (1 << 0) | (1 << 6) | (1 << 13), utf8: 1 << 11 } as const;
const METHOD = { stored: 0, deflated: 8 } as const;

interface Entry {
  /** Where it begins in the directory. */
  readonly record: number;
  readonly name: string;
  readonly nameBytes: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly flags: number;
  readonly disk: number;
}

/** What `info` asks for: `bytesWritten` counts the packed bytes that were read. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Thrown inside this file only: the way out of a loop with a reason. */
class Refused extends Error {
  constructor(readonly refusal: ZipRefusal) {
    super(refusal.reason);
  }
}

/**
 * Opens an archive whose bytes nobody vouches for. The directory is measured against the limits before anything is inflated, and each
 * entry again while it is. Folders are left out; names are as written, so a caller must not take one for a path.
 */
export function readZip(archive: Uint8Array, limits: ZipLimits): ZipResult {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const directory = readDirectory(bytes, limits);
    const entries = new Map<string, Uint8Array>();
    let isBare = isNothingBetween(bytes, directory);
    for (const entry of directory) {
      if (entries.has(entry.name)) throw new Refused({ reason: 'name-twice', entry: entry.name });
      const { content, isAll } = contentOf(bytes, entry);
      isBare &&= isAll;
      entries.set(entry.name, content);
    }
    return { ok: true, entries, isBare };
  } catch (fault) {
    if (fault instanceof Refused) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}

/** The files of the directory, all within the limits by what it says of them. */
function readDirectory(bytes: Buffer, limits: ZipLimits): readonly Entry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + END.entries);
  const start = bytes.readUInt32LE(end + END.directory);
  const length = bytes.readUInt32LE(end + END.directoryLength);
  const locator = end - ZIP64_LOCATOR.length;
  if (
    count === ELSEWHERE.short ||
    start === ELSEWHERE.long ||
    length === ELSEWHERE.long ||
    (locator >= 0 && bytes.readUInt32LE(locator) === ZIP64_LOCATOR.signature)
  )
    throw new Refused({ reason: 'zip64' });
  if (
    bytes.readUInt16LE(end + END.disk) !== 0 ||
    bytes.readUInt16LE(end + END.directoryDisk) !== 0 ||
    bytes.readUInt16LE(end + END.entriesHere) !== count
  )
    throw new Refused({ reason: 'several-disks' });
  if (count > limits.entries) throw new Refused({ reason: 'too-many-entries', entries: count });
  if (start + length !== end) throw new Refused({ reason: 'damaged', entry: undefined });

  const entries: Entry[] = [];
  let total = 0;
  let packed = 0;
  let at = start;
  for (let left = count; left > 0; left--) {
    if (at + ENTRY.length > end || bytes.readUInt32LE(at) !== ENTRY.signature)
      throw new Refused({ reason: 'damaged', entry: undefined });
    const entry = entryAt(bytes, at, end);
    at += ENTRY.length + entry.nameBytes.length;
    at += bytes.readUInt16LE(entry.record + ENTRY.extra) + bytes.readUInt16LE(entry.record + ENTRY.comment);
    refuseByDirectory(entry, limits);
    total += entry.size;
    packed += entry.packed;
    if (!entry.name.endsWith('/')) entries.push(entry);
  }
  if (total > limits.totalBytes) throw new Refused({ reason: 'total-too-large', bytes: total });
  // More packed bytes than the archive has: entries share them, which is how the smallest bombs are made.
  if (at !== end || packed > start) throw new Refused({ reason: 'damaged', entry: undefined });
  return entries;
}

/** Where the last record begins: the one whose comment ends with the archive. */
function endRecord(bytes: Buffer): number {
  const last = bytes.length - END.length;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (bytes.readUInt32LE(at) === END.signature && bytes.readUInt16LE(at + END.comment) === last - at)
      return at;
  throw new Refused({ reason: 'not-a-zip' });
}

function entryAt(bytes: Buffer, record: number, end: number): Entry {
  const nameAt = record + ENTRY.length;
  const nameEnd = nameAt + bytes.readUInt16LE(record + ENTRY.name);
  if (nameEnd > end) throw new Refused({ reason: 'damaged', entry: undefined });
  const nameBytes = bytes.subarray(nameAt, nameEnd);
  const flags = bytes.readUInt16LE(record + ENTRY.flags);
  return {
    record,
    name: nameBytes.toString(flags & FLAG.utf8 ? 'utf8' : 'latin1'),
    nameBytes,
    flags,
    method: bytes.readUInt16LE(record + ENTRY.method),
    crc: bytes.readUInt32LE(record + ENTRY.crc),
    packed: bytes.readUInt32LE(record + ENTRY.packed),
    size: bytes.readUInt32LE(record + ENTRY.size),
    disk: bytes.readUInt16LE(record + ENTRY.disk),
    local: bytes.readUInt32LE(record + ENTRY.local),
  };
}

function refuseByDirectory(entry: Entry, limits: ZipLimits): void {
  const { name, size, packed, method, flags } = entry;
  if (flags & FLAG.encrypted) throw new Refused({ reason: 'encrypted', entry: name });
  if ([size, packed, entry.local].includes(ELSEWHERE.long)) throw new Refused({ reason: 'zip64' });
  if (entry.disk !== 0) throw new Refused({ reason: 'several-disks' });
  if (method !== METHOD.stored && method !== METHOD.deflated)
    throw new Refused({ reason: 'unknown-method', entry: name, method });
  if (size > limits.entryBytes) throw new Refused({ reason: 'entry-too-large', entry: name, bytes: size });
  const ratio = size / Math.max(packed, 1);
  if (ratio > limits.ratio) throw new Refused({ reason: 'ratio-too-high', entry: name, ratio });
}

/** Whether the files follow one another from the first byte to the directory, and what follows each name in it belongs to the next. */
function isNothingBetween(bytes: Buffer, directory: readonly Entry[]): boolean {
  let at = 0;
  for (const { local, nameBytes, packed, record, flags } of directory.toSorted((a, b) => a.local - b.local)) {
    if (local !== at || local + LOCAL.length > bytes.length || (flags & ~FLAG.utf8) !== 0) return false;
    const said = bytes.subarray(record + SHARED.entry, record + SHARED.entry + SHARED.length);
    if (bytes.compare(said, 0, said.length, at + SHARED.local, at + SHARED.local + SHARED.length) !== 0)
      return false;
    at += LOCAL.length + nameBytes.length + packed;
  }
  const names = directory.reduce((sum, { nameBytes }) => sum + ENTRY.length + nameBytes.length, 0);
  return at + names + END.length === bytes.length;
}

/** One entry's bytes, never more of them than the directory said, and whether its packed ones are no more than these. */
function contentOf(bytes: Buffer, entry: Entry): { readonly content: Uint8Array; readonly isAll: boolean } {
  const damaged = new Refused({ reason: 'damaged', entry: entry.name });
  const { local } = entry;
  if (local + LOCAL.length > bytes.length || bytes.readUInt32LE(local) !== LOCAL.signature) throw damaged;
  const nameEnd = local + LOCAL.length + bytes.readUInt16LE(local + LOCAL.name);
  if (!bytes.subarray(local + LOCAL.length, nameEnd).equals(entry.nameBytes)) throw damaged;
  const start = nameEnd + bytes.readUInt16LE(local + LOCAL.extra);
  if (start + entry.packed > bytes.length) throw damaged;
  const packed = bytes.subarray(start, start + entry.packed);
  const read =
    entry.method === METHOD.stored
      ? { content: Uint8Array.from(packed), isAll: true }
      : inflated(packed, entry.size);
  if (!read || read.content.length !== entry.size || crc32(read.content) !== entry.crc) throw damaged;
  return read;
}

/** Undefined for what is no deflated data, or is more than `size` bytes. */
function inflated(packed: Buffer, size: number): ReturnType<typeof contentOf> | undefined {
  try {
    const options = { maxOutputLength: Math.max(size, 1), info: true } as const;
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated;
    return { content: buffer, isAll: engine.bytesWritten === packed.length };
  } catch {
    return undefined;
  }
}
