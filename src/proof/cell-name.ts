// A place in a sheet -> the name by which people call the cell.

/** `B3`; the column from 0, below 702 (ZZ), the row from 1. */
export function cellName(column: number, row: number): string {
  const above = Math.floor(column / 26);
  const letters =
    (above > 0 ? String.fromCharCode(64 + above) : '') + String.fromCharCode(65 + (column % 26));
  return `${letters}${row}`;
}
