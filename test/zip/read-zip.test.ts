// Zip archives, honest and not -> entries, or the reason they are refused.
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, type ZipLimits, type ZipResult } from '../../src/zip/read-zip.ts';

const LIMITS: ZipLimits = { entries: 10, entryBytes: 100_000, totalBytes: 150_000, ratio: 200 };
/** Bytes before the entry's name in a local record and in the directory. */
const LOCAL = 30;

function packed(files: Record<string, string>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level,
    mtime: new Date(2000, 0, 1, 12),
  });
}

/** The offset of the first entry's directory record. */
function directoryOf(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset);
  return view.getUint32(archive.length - 22 + 16, true);
}

function changed(archive: Uint8Array, change: (view: DataView, directory: number) => void): Uint8Array {
  const copy = Uint8Array.from(archive);
  change(new DataView(copy.buffer), directoryOf(archive));
  return copy;
}

function texts(result: ZipResult): Record<string, string> | string {
  if (!result.ok) return result.refusal.reason;
  return Object.fromEntries(
    [...result.entries].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

describe('an honest archive', () => {
  const files = { 'xl/workbook.xml': '<a/>'.repeat(100), '빈칸.txt': '', __proto__: 'x' };

  it.each([0, 6] as const)('gives every entry, level %i', (level) => {
    expect(texts(readZip(packed(files, level), LIMITS))).toEqual({ ...files });
  });

  it('is found inside a larger buffer and before a comment', () => {
    const archive = packed({ a: 'b' });
    const commented = changed(Uint8Array.from([...archive, ...strToU8('note')]), () => {});
    new DataView(commented.buffer).setUint16(archive.length - 2, 4, true);
    expect(texts(readZip(commented, LIMITS))).toEqual({ a: 'b' });
    const around = Uint8Array.from([1, 2, 3, ...archive, 4]);
    expect(texts(readZip(around.subarray(3, -1), LIMITS))).toEqual({ a: 'b' });
  });

  it('leaves folders out', () => {
    expect(texts(readZip(zipSync({ xl: { a: strToU8('b') }, 'empty/': new Uint8Array() }), LIMITS))).toEqual({
      'xl/a': 'b',
    });
  });
});

describe('an archive that asks too much', () => {
  const zeros = (bytes: number) => '0'.repeat(bytes);
  /** Text that deflate cannot shorten much. */
  const mixed = (bytes: number) => {
    let state = 1;
    return Array.from({ length: bytes }, () => {
      state = (state * 48271) % 2147483647;
      return String.fromCharCode(33 + (state % 89));
    }).join('');
  };

  it.each<[string, Record<string, string>]>([
    ['too-many-entries', Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, 'x']))],
    ['entry-too-large', { a: mixed(100_001) }],
    ['total-too-large', { a: mixed(90_000), b: mixed(90_000) }],
    ['ratio-too-high', { a: zeros(90_000) }],
  ])('%s', (reason, files) => {
    expect(texts(readZip(packed(files), LIMITS))).toBe(reason);
  });

  it('may not inflate to more than its directory says', () => {
    const archive = packed({ a: zeros(90_000) });
    const liar = changed(archive, (view, directory) => view.setUint32(directory + 24, 50, true));
    expect(texts(readZip(liar, LIMITS))).toBe('damaged');
  });

  it('may not share packed bytes between entries', () => {
    const one = packed({ a: mixed(500), b: mixed(500) }, 0);
    const shared = changed(one, (view, directory) => {
      view.setUint32(directory + 20, 900, true);
      view.setUint32(directory + 24, 900, true);
    });
    expect(texts(readZip(shared, LIMITS))).toBe('damaged');
  });
});

describe('what is no plain archive', () => {
  const archive = packed({ a: 'some text', b: 'more' });
  const field = (offset: number, value: number) =>
    changed(archive, (view, directory) => view.setUint16(directory + offset, value, true));
  const end = (offset: number, value: number) =>
    changed(archive, (view) => view.setUint16(archive.length - 22 + offset, value, true));

  it.each<[string, Uint8Array]>([
    ['not-a-zip', strToU8('a workbook? no')],
    ['not-a-zip', new Uint8Array()],
    ['not-a-zip', archive.subarray(0, -1)],
    ['encrypted', field(8, 1)],
    ['unknown-method', field(10, 12)],
    ['zip64', changed(archive, (view, directory) => view.setUint32(directory + 24, 0xffffffff, true))],
    ['zip64', end(10, 0xffff)],
    ['several-disks', end(4, 1)],
    ['several-disks', field(34, 1)],
    ['damaged', field(16, 1)],
    ['damaged', end(16, 3)],
    ['damaged', changed(archive, (view) => view.setUint8(LOCAL, 'z'.charCodeAt(0)))],
    [
      'name-twice',
      changed(archive, (view, directory) => {
        const second = directory + 46 + 1;
        view.setUint8(second + 46, 'a'.charCodeAt(0));
        view.setUint8(view.getUint32(second + 42, true) + LOCAL, 'a'.charCodeAt(0));
      }),
    ],
  ])('%s', (reason, bytes) => {
    expect(texts(readZip(bytes, LIMITS))).toBe(reason);
  });

  it('whatever byte is changed or lost, it answers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), fc.nat(), (at, byte, keep) => {
        const copy = Uint8Array.from(archive);
        copy[at % copy.length] = byte;
        for (const bytes of [copy, copy.subarray(0, keep % copy.length), copy.subarray(keep % copy.length)]) {
          const result = readZip(bytes, LIMITS);
          if (result.ok)
            for (const entry of result.entries.values()) expect(entry.length).toBeLessThan(100_000);
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
