// A workbook that people edited -> what they wrote where no import takes anything over: said, so that nobody waits for it.
import { cellText, type PlainSheet, textAt } from '../spreadsheet/spreadsheet.ts';
import type { ImportFaults } from './import-faults.ts';
import type { WorkbookOrigin } from './workbook-origin.ts';

/** Cells of one sheet that a message names. */
const MOST_NAMED = 3;

/** One warning a sheet: captions, headings and notes that are not as they were written, and words beside the table. */
export function tellOtherTexts(origin: WorkbookOrigin, faults: ImportFaults): void {
  // Sorting moves texts that stand for figures to other rows.
  const written = [...origin.figures, ...origin.texts].map(({ exported }) => exported);
  for (const sheet of new Set(origin.fixed.map((one) => one.sheet))) {
    const known = new Set([
      ...written,
      ...origin.fixed.flatMap((one) => (one.sheet === sheet ? one.texts : [])),
    ]);
    const taken = takenOver(origin, sheet);
    const others = [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]) => {
        const text = value?.kind === 'text' ? textAt(sheet, row, column) : '';
        return text === '' || known.has(text) || taken(row, column) ? [] : [{ row, column, text }];
      }),
    );
    const [first] = others;
    if (first === undefined) continue;
    const named = others
      .slice(0, MOST_NAMED)
      .map(({ row, column, text }) => `${cellText(column, row)} ‘${text}’`)
      .join(', ');
    const more = others.length > MOST_NAMED ? ` 등 ${others.length}칸` : '';
    faults.add({
      rule: 'text-not-taken',
      severity: 'warning',
      place: faults.at({ sheet, ...first }),
      message: `고치거나 적은 글을 가져오지 않습니다: ${named}${more}`,
      expected: '제목, 머리글, 설명은 계획의 자료 파일에서 고침',
    });
  }
}

/** Whether the import reads the cell or has something to say of it by itself. */
function takenOver(
  { figures, texts, sheets }: WorkbookOrigin,
  sheet: PlainSheet,
): (row: number, column: number) => boolean {
  const here = [...figures, ...texts].flatMap(({ spot }) => (spot?.sheet === sheet ? [spot] : []));
  const spots = new Set(here.map(({ row, column }) => `${row} ${column}`));
  const rows = new Set(here.map(({ row }) => row));
  const home = sheets.find((one) => one.sheet === sheet);
  const columns = new Set([...(home?.keyColumns ?? []), ...(home?.columns.values() ?? [])]);
  // Rows may be added where columns have keys.
  const inTable = (row: number) =>
    home !== undefined && row > home.headerRow && (home.columns.size > 0 || rows.has(row));
  return (row, column) => spots.has(`${row} ${column}`) || (inTable(row) && columns.has(column));
}
