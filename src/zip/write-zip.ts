// Files by their names -> a zip archive with one date, the same bytes each time.
import { crc32, deflateRawSync } from 'node:zlib';

/** Signatures of a zip's records (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16). */
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 is needed to extract: deflated. */
const VERSION = 20;
const DEFLATED = 8;
const STORED = 0;
/** The flag of a name with characters beyond ASCII. */
const UTF_8 = 1 << 11;
/** Years that a zip can tell. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/** Of who made an archive: Unix, which keeps a file's mode in the upper half of its attributes. */
const UNIX = 3 << 8;

interface ZipOptions {
  /** Of Unix; without them the archive tells none. */
  readonly modes?: (name: string) => number;
  /** Whether a file is kept as it is; deflated otherwise. */
  readonly isStored?: (name: string) => boolean;
}

/**
 * A zip of the files, in their order, each dated noon of the ISO date; a zip tells local time without a zone, so nothing depends on
 * where it is written. Throws when it is no date.
 */
export function zipOf(
  files: ReadonlyMap<string, string | Uint8Array>,
  isoDate: string,
  { modes, isStored = () => false }: ZipOptions = {},
): Uint8Array {
  const moment = momentOf(isoDate);
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, file] of files) {
    const path = Buffer.from(name);
    const content = Buffer.from(file);
    const stored = isStored(name);
    const packed = stored ? content : deflateRawSync(content);
    const shared = record(
      ['u16', VERSION],
      ['u16', path.length === name.length ? 0 : UTF_8],
      ['u16', stored ? STORED : DEFLATED],
      ['u32', moment],
      ['u32', crc32(content)],
      ['u32', packed.length],
      ['u32', content.length],
      ['u16', path.length],
      ['u16', 0],
    );
    directory.push(
      record(['u32', ENTRY], ['u16', modes === undefined ? VERSION : UNIX | VERSION]),
      shared,
      // No comment, first disk, no text, attributes, where the local record begins.
      record(['u16', 0], ['u16', 0], ['u16', 0], ['u32', (modes?.(name) ?? 0) * 0x10000], ['u32', offset]),
      path,
    );
    const body = [record(['u32', LOCAL]), shared, path, packed];
    bodies.push(...body);
    offset += body.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(
    ['u32', END],
    ['u16', 0],
    ['u16', 0],
    ['u16', files.size],
    ['u16', files.size],
    ['u32', size],
    ['u32', offset],
    ['u16', 0],
  );
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}

/** Date in the upper half, time in the lower one, both as MS-DOS counts. */
function momentOf(isoDate: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = isoDate.split('-').map(Number);
  if (Number.isNaN(year + month + day)) throw new Error(`not a date: ${isoDate}`);
  const count = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
  return (((count << 9) | (month << 5) | day) << 16) | (12 << 11);
}

/** The fields one after the other, little-endian. */
function record(...fields: readonly (readonly ['u16' | 'u32', number])[]): Uint8Array {
  const bytes = new DataView(
    new ArrayBuffer(fields.reduce((sum, [kind]) => sum + (kind === 'u16' ? 2 : 4), 0)),
  );
  let at = 0;
  for (const [kind, value] of fields) {
    if (kind === 'u16') bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += kind === 'u16' ? 2 : 4;
  }
  return new Uint8Array(bytes.buffer);
}
