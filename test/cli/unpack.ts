// A zip archive -> its files in a folder, with the rights that the archive gives them.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';

const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const END_SIZE = 22;

/** The rights in the central directory, by name. The archive has no comment behind its end. */
export function rightsIn(archive: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const rights = new Map<string, number>();
  let at = view.getUint32(archive.byteLength - END_SIZE + 16, true);
  while (view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + length));
    rights.set(name, (view.getUint32(at + 38, true) >>> 16) & 0o777);
    at += ENTRY_SIZE + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return rights;
}

export async function unpack(archive: Uint8Array, folder: string): Promise<void> {
  const rights = rightsIn(archive);
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes, { mode: rights.get(name) ?? 0 });
  }
}
