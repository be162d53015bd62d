// The lines of the hidden sheet -> a number that tells whether any was changed, lost or moved.
import { crc32 } from 'node:zlib';

/**
 * Kind, name, exported value and row key of a line, and where the column's unit is not the figure's own, that unit; what is empty counts as
 * nothing.
 */
export type OriginLine = readonly [
  kind: string,
  name: string,
  exported: string,
  rowKey: string,
  unit?: string,
];

/** Eight hexadecimal digits behind a letter: spreadsheet programs must not take them for a number. */
export function originSeal(lines: readonly OriginLine[]): string {
  const text = lines.map((line) => line.join('\t')).join('\n');
  return `x${crc32(text).toString(16).padStart(8, '0')}`;
}

/** Between the fixed texts of a sheet, which the hidden sheet keeps as one; a picture of a separator, which nobody types. */
export const FIXED_SEPARATOR = '␞';
