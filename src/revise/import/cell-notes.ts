// The notes and comments in a workbook -> those that people put in: said, as no import takes them over.
import type { PlainSheet } from '../../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import { type Cell, named } from './other-cells.ts';

/** How the program's own notes begin, which say why a cell has another number than its formula would give. */
const OWN = /^(공시된 값입니다\.|반올림하기 전의 값으로 계산했습니다\.|산식이 엑셀에 적기에는)/;

/** Rule `cell-not-taken`: one warning a sheet. */
export function tellCellNotes(sheets: readonly PlainSheet[], faults: ImportFaults): void {
  for (const sheet of sheets) {
    const notes = (sheet.comments ?? []).flatMap(({ row, column, text }): Cell[] =>
      OWN.test(text) ? [] : [{ row, column, text: `‘${text}’` }],
    );
    const [first] = notes;
    if (first === undefined) continue;
    faults.add({
      rule: 'cell-not-taken',
      severity: 'warning',
      place: faults.at({ sheet, ...first }),
      message: `메모를 가져오지 않습니다: ${named(notes)}`,
      expected: '값은 그 칸에, 까닭은 사유 칸에 적은 통합문서',
    });
  }
}
