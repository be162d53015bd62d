// Units that were typed over those of a sheet's heads, of its rows and of the line above it -> refused: its numbers are read in the units that it was written with.
import type { FigureBook } from '../../figure/figure.ts';
import { KNOWN_UNITS } from '../../figure/unit.ts';
import { textAt } from '../../spreadsheet/spreadsheet.ts';
import type { FoundCells } from './find-cells.ts';
import type { ImportFaults } from './import-faults.ts';
import { ownSheets } from './other-cells.ts';
import type { OriginFigure, WorkbookOrigin } from './workbook-origin.ts';

/**
 * Rule `unit-changed`: a text above the first row of values, or beside the values of a row, that was written by nobody and says a unit that
 * the sheet, or what stands in the row, did not.
 */
export function tellChangedUnits(
  origin: WorkbookOrigin,
  { figures }: FoundCells,
  book: FigureBook,
  faults: ImportFaults,
): void {
  for (const sheet of ownSheets(origin)) {
    const home = origin.sheets.find((one) => one.sheet === sheet);
    const cells = [...origin.figures, ...origin.texts].filter((one) => one.home === home);
    const rows = cells.flatMap(({ spot }) => (spot?.sheet === sheet ? [spot.row] : []));
    const isLedger = home !== undefined && home.columns.size > 0;
    const below = isLedger ? home.headerRow + 1 : Math.min(...rows);
    const fixed = new Set(origin.fixed.flatMap((one) => (one.sheet === sheet ? one.texts : [])));
    if (home === undefined || rows.length === 0 || fixed.size === 0) continue;
    const known = new Set([...fixed].flatMap(unitsIn));
    const valued = figures.filter(({ spot }) => spot.sheet === sheet && spot.row >= below);
    const headed = new Set<number>();
    for (const [row, columns] of sheet.rows)
      for (const column of row < below ? columns.keys() : [])
        if (fixed.has(textAt(sheet, row, column))) headed.add(column);
    // Names and texts that are read are the plan's own.
    for (const column of home.columns.values()) headed.delete(column);
    for (const [row, columns] of sheet.rows) {
      const values = valued.filter(({ spot }) => spot.row === row);
      const own = new Set(values.flatMap((one) => [...unitsIn(one.origin.rowKey), unitOf(one.origin, book)]));
      for (const column of columns.keys()) {
        const isLabel = values.length > 0 && headed.has(column);
        if (row >= below && (!isLabel || values.some(({ spot }) => spot.column === column))) continue;
        const text = textAt(sheet, row, column);
        const before = row < below ? known : own;
        const other = fixed.has(text) ? undefined : unitsIn(text).find((unit) => !before.has(unit));
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
}

function unitOf({ address, unit }: OriginFigure, book: FigureBook): string {
  return (unit ?? book.get(address)?.definition.unit)?.label ?? '';
}

/** `(단위 : 천원, 명)`, `예산(백만원)`, `백만원`. */
function unitsIn(text: string): readonly string[] {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '');
  const said = [bare, ...bare.split(/[()[\]<>{}:,·/]|단위/)];
  return said.flatMap((word) => KNOWN_UNITS.named(word)?.label ?? []);
}
