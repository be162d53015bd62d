// A zip archive with the clock's dates in it -> the same archive with one fixed date.

/** Signatures and offsets of a zip's records (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16). */
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 } as const;
const ENTRY = {
  signature: 0x02014b50,
  length: 46,
  time: 12,
  name: 28,
  extra: 30,
  comment: 32,
  local: 42,
} as const;
const LOCAL = { signature: 0x04034b50, time: 10 } as const;
/** Years that a zip can tell. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * Dates every entry noon of the ISO date; a zip tells local time without a zone, so nothing depends on where it is written.
 * Throws when it is no date or no plain archive.
 */
export function withFixedDate(archive: Uint8Array, isoDate: string): Uint8Array {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = isoDate.split('-').map(Number);
  if (Number.isNaN(year + month + day)) throw new Error(`not a date: ${isoDate}`);
  const told = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR;
  // Date in the upper half, time in the lower one, both as MS-DOS counts.
  const moment = (((told << 9) | (month << 5) | day) << 16) | (12 << 11);

  const dated = Uint8Array.from(archive);
  const view = new DataView(dated.buffer);
  const end = dated.length - END.length;
  expectRecord(view, end, END.signature);
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left--) {
    expectRecord(view, at, ENTRY.signature);
    const local = view.getUint32(at + ENTRY.local, true);
    expectRecord(view, local, LOCAL.signature);
    view.setUint32(at + ENTRY.time, moment, true);
    view.setUint32(local + LOCAL.time, moment, true);
    const more = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((field) => view.getUint16(at + field, true));
    at += more.reduce((sum, length) => sum + length, ENTRY.length);
  }
  return dated;
}

function expectRecord(view: DataView, at: number, signature: number): void {
  if (at < 0 || at + 4 > view.byteLength || view.getUint32(at, true) !== signature)
    throw new Error('not a plain zip archive');
}
