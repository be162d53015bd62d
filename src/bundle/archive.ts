// Files by their paths -> one zip archive of a folder, the same bytes each time.
import { type ZipOptions, zipSync } from 'fflate';

/** Zip dates are local and carry no zone: noon of a fixed local day is written alike everywhere. */
const DATE = new Date(2000, 0, 1, 12);
const UNIX = 3;
const PROGRAM = 0o100755;
const PLAIN = 0o100644;

export function archive(folder: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, bytes]): [string, [Uint8Array, ZipOptions]] => {
    const mode = name.endsWith('.sh') ? PROGRAM : PLAIN;
    return [`${folder}/${name}`, [bytes, { os: UNIX, attrs: mode * 0x10000 }]];
  });
  return zipSync(Object.fromEntries(entries), { mtime: DATE, level: 6 });
}
