// A zip archive with the clock's dates in it -> the same archive with one fixed date.
import { unzipSync, zipSync } from 'fflate';

/**
 * Packs the entries again, in their order, all dated noon of the ISO date. Zip dates carry no zone and are taken from the local
 * calendar, so the date is built from local parts: every time zone then writes the same ones.
 */
export function withFixedDate(archive: Uint8Array, isoDate: string): Uint8Array {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = isoDate.split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  if (Number.isNaN(mtime.getTime())) throw new Error(`not a date: ${isoDate}`);
  return zipSync(unzipSync(archive), { mtime, level: 3 });
}
