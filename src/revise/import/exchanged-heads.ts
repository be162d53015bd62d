// The heads of a sheet's columns as they were written and as they stand now -> heads that were exchanged while their columns stayed: nobody can tell whose values
// stand below them.
import { type PlainSheet, textAt } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import type { CellSpot, OriginFigure, OriginText, WorkbookOrigin } from './workbook-origin.ts';

/** Sheets whose columns are found by their heads are left alone, and so are sheets whose columns were moved with all that stands in them. Rule: `heads-exchanged`. */
export function tellExchangedHeads(origin: WorkbookOrigin, faults: ImportFaults): void {
  for (const home of origin.sheets) {
    if (home.columns.has('name')) continue;
    const cells = [...origin.figures, ...origin.texts].filter((cell) => cell.home === home);
    const spots = cells.flatMap(({ spot }) => (spot?.sheet === home.sheet ? [spot] : []));
    if (spots.length === 0 || areMoved(cells)) continue;
    const written = origin.fixed.flatMap(({ sheet, texts }) => (sheet === home.sheet ? texts : []));
    const heads = headsOf(home.sheet, Math.min(...spots.map(({ row }) => row)), new Set(written));
    const before = written.filter((text) => heads.has(text));
    const now = [...heads.keys()];
    const at = now.findIndex((text, index) => text !== before[index]);
    const [text = '', other = ''] = [now[at], before[at]];
    const spot = heads.get(text);
    if (spot === undefined) continue;
    faults.add({
      rule: 'heads-exchanged',
      place: faults.at(spot),
      message: `머리글의 차례가 만들 때와 달라 그 아래가 어느 열의 값인지 알 수 없습니다: ‘${other}’ 자리에 ‘${text}’`,
      expected: '만들 때의 자리로 되돌린 머리글, 또는 통째로 옮긴 열',
    });
  }
}

/** A heading with the words of another, its own being nowhere. Rule: `heads-exchanged`. */
export function tellOverwrittenHeads({ heads }: WorkbookOrigin, faults: ImportFaults): void {
  const count = (texts: readonly string[], text: string) => texts.filter((one) => one === text).length;
  for (const home of new Set(heads.map((one) => one.home))) {
    const own = heads.filter((one) => one.home === home);
    const written = own.map(({ exported }) => exported);
    const now = own.map(({ spot }) => spot && textAt(spot.sheet, spot.row, spot.column));
    own.forEach(({ exported, spot }, index) => {
      const text = now[index] ?? '';
      if (spot === undefined || text === exported || !written.includes(text)) return;
      if (count(now.map(String), exported) >= count(written, exported)) return;
      // A column that was taken out leaves the heads behind it a place further left, each once as before.
      if (count(now.map(String), text) <= count(written, text)) return;
      faults.add({
        rule: 'heads-exchanged',
        place: faults.at(spot),
        message: `다른 열의 머리글을 적어 그 아래가 어느 열의 값인지 알 수 없습니다: ‘${exported}’ 자리에 ‘${text}’`,
        expected: `만들 때의 머리글 ‘${exported}’`,
      });
    });
  }
}

/** Whether cells of one row stand in another order than they were written in. */
function areMoved(cells: readonly (OriginFigure | OriginText)[]): boolean {
  return cells.some(({ spot, rowKey, home }, index) => {
    const before = cells[index - 1];
    const isSameRow = before?.rowKey === rowKey && before.home === home && before.spot?.row === spot?.row;
    return isSameRow && before?.spot !== undefined && spot !== undefined && spot.column < before.spot.column;
  });
}

/** What was written above the first row of values, from left to right and row by row, each text once with its place. */
function headsOf(
  sheet: PlainSheet,
  below: number,
  written: ReadonlySet<string>,
): ReadonlyMap<string, CellSpot> {
  const heads = new Map<string, CellSpot>();
  for (const row of [...sheet.rows.keys()].filter((row) => row < below).sort((a, b) => a - b))
    for (const column of [...(sheet.rows.get(row)?.keys() ?? [])].sort((a, b) => a - b)) {
      const text = textAt(sheet, row, column);
      if (written.has(text) && !heads.has(text)) heads.set(text, { sheet, row, column });
    }
  return heads;
}
