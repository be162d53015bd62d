// The program's folder -> its version.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Throws when the package.json there is damaged. */
export async function versionIn(folder: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (typeof description !== 'object' || description === null || !('version' in description))
    throw new Error('package.json: no version');
  return String(description.version);
}
