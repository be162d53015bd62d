// Units that were typed over those of a sheet's heads and of the line above it -> refused: its numbers are read in the units that it was written with.
import { KNOWN_UNITS } from '../../figure/unit.ts';
import { textAt } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import { ownSheets } from './other-cells.ts';
import type { WorkbookOrigin } from './workbook-origin.ts';

/** Rule `unit-changed`: a text above the first row of values that was written by nobody and says a unit that the sheet did not. */
export function tellChangedUnits(origin: WorkbookOrigin, faults: ImportFaults): void {
  for (const sheet of ownSheets(origin)) {
    const home = origin.sheets.find((one) => one.sheet === sheet);
    const cells = [...origin.figures, ...origin.texts].filter((one) => one.home === home);
    const rows = cells.flatMap(({ spot }) => (spot?.sheet === sheet ? [spot.row] : []));
    const isLedger = home !== undefined && home.columns.size > 0;
    const below = isLedger ? home.headerRow + 1 : Math.min(...rows);
    const fixed = new Set(origin.fixed.flatMap((one) => (one.sheet === sheet ? one.texts : [])));
    if (home === undefined || rows.length === 0 || fixed.size === 0) continue;
    const known = new Set([...fixed].flatMap(unitsIn));
    for (const [row, columns] of sheet.rows)
      for (const column of row < below ? columns.keys() : []) {
        const text = textAt(sheet, row, column);
        const other = fixed.has(text) ? undefined : unitsIn(text).find((unit) => !known.has(unit));
        if (other === undefined) continue;
        faults.add({
          rule: 'unit-changed',
          place: faults.at({ sheet, row, column }),
          message: `단위를 바꾸어 적었지만 수는 만들 때의 단위로 읽습니다: ${text}`,
          expected: `만들 때의 단위로 되돌린 글. 다른 단위의 수는 칸마다 단위를 붙입니다(예: 12${other}).`,
        });
      }
  }
}

/** `(단위 : 천원, 명)`, `예산(백만원)`, `백만원`. */
function unitsIn(text: string): readonly string[] {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '');
  const said = [bare, ...bare.split(/[()[\]<>{}:,·/]|단위/)];
  return said.flatMap((word) => KNOWN_UNITS.named(word)?.label ?? []);
}
