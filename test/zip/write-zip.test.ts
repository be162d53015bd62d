// Texts packed and unpacked: nothing lost, sums right, one date, refused without one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../src/zip/write-zip.ts';
import { partsIn } from '../write/xlsx/parts.ts';

/** The two-byte and four-byte fields of a local record, from its beginning. */
function localRecord(archive: Uint8Array) {
  const view = new DataView(archive.buffer, archive.byteOffset);
  return { time: view.getUint16(10, true), date: view.getUint16(12, true), sum: view.getUint32(14, true) };
}

describe('an archive', () => {
  it('gives back every part', () => {
    const names = fc.stringMatching(/^[a-z]{1,9}\/[a-z]{1,9}\.xml$/);
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' }), { maxKeys: 6 }), (parts) => {
        const sent = new Map(Object.entries(parts));
        expect(partsIn(zipOf(sent, '2023-03-31'))).toEqual(sent);
      }),
      { seed: 20261130, numRuns: 40 },
    );
  });

  it('has the checksum of the standard, and noon of its date', () => {
    // CRC-32 of the digits 1 to 9, the check value of ISO 3309 in every catalogue.
    const { time, date, sum } = localRecord(zipOf(new Map([['a', '123456789']]), '2023-03-31'));
    expect(sum).toBe(0xcbf43926);
    expect([time >> 11, date >> 9, (date >> 5) & 15, date & 31]).toEqual([12, 2023 - 1980, 3, 31]);
  });

  it('has the nearest year that a zip can tell', () => {
    const year = (isoDate: string) => (localRecord(zipOf(new Map([['a', '']]), isoDate)).date >> 9) + 1980;
    expect([year('1970-01-01'), year('2200-12-31')]).toEqual([1980, 2107]);
  });

  it('is not made without a date', () => {
    expect(() => zipOf(new Map(), '봄')).toThrow('not a date');
  });
});
