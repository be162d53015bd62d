// A workbook -> the same with rows, columns or sheets deleted, as spreadsheet programs and scripts do it.
import { packed, partNameOf, partsOf } from './import-plan.ts';

/** `programs` keep the references of other sheets right; `scripts` (openpyxl and its kin) leave them as they were. */
export type Surgeon = 'program' | 'script';

const HIDDEN = '_iljari';

/** References to the sheet with each place moved; undefined: deleted. */
function withReferences(
  parts: Map<string, string>,
  sheet: string,
  move: (column: string, row: number) => string | undefined,
): void {
  const name = partNameOf(parts, HIDDEN);
  const quoted = sheet.replaceAll(/[()]/g, '\\$&');
  const reference = new RegExp(`(?:'|&apos;)${quoted}(?:'|&apos;)!\\$([A-Z]+)\\$(\\d+)`, 'g');
  parts.set(
    name,
    (parts.get(name) ?? '').replaceAll(reference, (_, column: string, row: string) => {
      const to = move(column, Number(row));
      return to === undefined ? '#REF!' : `'${sheet}'!${to}`;
    }),
  );
}

function withCellsMoved(
  parts: Map<string, string>,
  sheet: string,
  move: (column: string, row: number) => string | undefined,
): void {
  const name = partNameOf(parts, sheet);
  const rows = new Map<number, string[]>();
  const part = parts.get(name) ?? '';
  for (const [cell, column = '', row = ''] of part.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs,
  )) {
    const to = move(column, Number(row));
    if (to === undefined) continue;
    const place = to.replaceAll('$', '');
    const at = Number(place.replace(/^[A-Z]+/, ''));
    rows.set(at, [...(rows.get(at) ?? []), cell.replace(/ r="[A-Z]+\d+"/, ` r="${place}"`)]);
  }
  const data = [...rows].map(([row, cells]) => `<row r="${row}">${cells.join('')}</row>`).join('');
  parts.set(
    name,
    part
      .replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${data}</sheetData>`)
      .replaceAll(/<mergeCells.*<\/mergeCells>/gs, ''),
  );
}

export function withoutRows(
  bytes: Uint8Array,
  sheet: string,
  rows: readonly number[],
  surgeon: Surgeon = 'program',
): Uint8Array {
  const parts = partsOf(bytes);
  const move = (column: string, row: number) =>
    rows.includes(row) ? undefined : `$${column}$${row - rows.filter((one) => one < row).length}`;
  withCellsMoved(parts, sheet, move);
  if (surgeon === 'program') withReferences(parts, sheet, move);
  return packed(parts);
}

export function withoutColumn(
  bytes: Uint8Array,
  sheet: string,
  column: string,
  surgeon: Surgeon = 'program',
): Uint8Array {
  const parts = partsOf(bytes);
  const move = (one: string, row: number) =>
    one === column ? undefined : `$${one > column ? String.fromCharCode(one.charCodeAt(0) - 1) : one}$${row}`;
  withCellsMoved(parts, sheet, move);
  if (surgeon === 'program') withReferences(parts, sheet, move);
  return packed(parts);
}

export function withoutSheet(bytes: Uint8Array, sheet: string): Uint8Array {
  const parts = partsOf(bytes);
  withReferences(parts, sheet, () => undefined);
  const book = parts.get('xl/workbook.xml') ?? '';
  parts.delete(partNameOf(parts, sheet));
  const tag = [...book.matchAll(/<sheet [^>]*\/>/g)].find(([one]) => one.includes(`name="${sheet}"`));
  parts.set('xl/workbook.xml', book.replace(tag?.[0] ?? '', ''));
  return packed(parts);
}
