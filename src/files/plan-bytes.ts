// Names of files in a folder -> their bytes as they are on the disk, and digests by which they are known again.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isCode } from './file-system.ts';
import { isInnerName } from './inside.ts';

/** SHA-256 in hexadecimal, as publishing compares it. */
export function bytesDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Undefined where there is no such file. Throws what the system throws, and for a name that leads elsewhere. */
export async function readBytes(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
  const read = async (name: string): Promise<[string, Uint8Array | undefined]> => {
    if (!isInnerName(name)) throw new Error(`leads out of its folder: ${name}`);
    try {
      return [name, await readFile(path.join(folder, name))];
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [name, undefined];
      throw error;
    }
  };
  return new Map(await Promise.all(names.map(read)));
}
