// Where the golden page images stand, and where changed ones are put beside them.
import path from 'node:path';

export const GOLDEN_FOLDER = path.resolve(import.meta.dirname, '../golden');
export const CHANGED_FOLDER = path.join(GOLDEN_FOLDER, 'changed');

/** `page-03.png` for the third page of the file. */
export function imageName(index: number, suffix = ''): string {
  return `page-${String(index + 1).padStart(2, '0')}${suffix}.png`;
}
