// Workbook -> the bytes of an xlsx file.
import type { Diagnostic, Outcome } from '../../diagnostic.ts';
import { hasErrors } from '../../diagnostic.ts';
import { ORIGIN_SHEET, type Workbook } from '../../document/workbook.ts';
import { pictureFile } from '../../picture/picture-file.ts';
import { cellValues } from '../../sheet/cell-values.ts';
import { originRows } from '../../sheet/origin-lines.ts';
import { pictureBox } from '../../sheet/picture-box.ts';
import { zipOf } from '../../zip/write-zip.ts';
import { CellStyles } from './cell-style.ts';
import { partsOf } from './parts.ts';
import { sheetNameFaults } from './sheet-names.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Writes the workbook: numbers as numbers, relations as live formulas with their results, so that every viewer shows them.
 * The same workbook gives the same bytes anywhere. No value, and the reasons, when there is no sheet to write (`empty-workbook`,
 * a warning) or something does not fit into Excel.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Outcome<Uint8Array>> {
  if (workbook.sheets.length === 0) return { value: undefined, diagnostics: [empty(workbook)] };
  const names = sheetNameFaults(workbook);
  if (names.length > 0) return { value: undefined, diagnostics: names };
  // Loading it costs 0.4 s, which a run that writes no workbook should not pay.
  const { default: ExcelJS } = await import('exceljs');
  const file = new ExcelJS.Workbook();
  const date = new Date(`${workbook.issueDate}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) throw new Error(`not an ISO date: ${workbook.issueDate}`);
  file.created = date;
  file.modified = date;
  file.title = workbook.title;
  file.creator = workbook.issuer;
  if (workbook.keywords !== undefined) file.keywords = workbook.keywords.join(', ');
  if (workbook.summary !== undefined) file.description = workbook.summary;
  file.lastModifiedBy = workbook.issuer;
  file.calcProperties = { fullCalcOnLoad: true };

  const values = cellValues(workbook);
  const styles = new CellStyles(workbook.colours);
  const diagnostics = longNumbersAsOne(
    workbook.sheets.flatMap((sheet) => {
      const worksheet = file.addWorksheet(sheet.name);
      for (const picture of sheet.pictures ?? []) {
        const { extension, bytes } = pictureFile(picture.picture);
        const { row, width, height } = pictureBox(sheet, picture);
        // Its types know no bytes but those of an array buffer.
        const buffer = Buffer.from(bytes) as unknown as ArrayBuffer;
        const at = { tl: { col: 0, row }, ext: { width, height }, editAs: 'oneCell' } as const;
        worksheet.addImage(file.addImage({ buffer, extension }), at);
      }
      return writeSheet(worksheet, sheet, workbook, styles, values.get(sheet) ?? new Map());
    }),
  );
  if (workbook.origin !== undefined) {
    const hidden = file.addWorksheet(ORIGIN_SHEET, { state: 'veryHidden' });
    for (const row of originRows(workbook)) hidden.addRow(row);
  }
  const alts = workbook.sheets.map(({ pictures = [] }) => pictures.map(({ alt }) => alt));
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: zipOf(await partsOf(file, alts), workbook.issueDate), diagnostics };
}

/** One number reaches every sum above it: the cells are told with the first. */
function longNumbersAsOne(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first, ...others] = diagnostics.filter(({ rule }) => rule === 'number-too-long');
  if (first === undefined || others.length === 0) return diagnostics;
  const related = others.map(({ place, message }) => ({ place, note: message }));
  return [...diagnostics.filter(({ rule }) => rule !== 'number-too-long'), { ...first, related }];
}

function empty(workbook: Workbook): Diagnostic {
  return {
    rule: 'empty-workbook',
    severity: 'warning',
    message: `${workbook.file}에 담을 표가 없어 만들지 않았습니다.`,
    expected: '통합문서에 담는 표가 본문에 하나 이상 있어야 합니다.',
    place: { file: workbook.file, cell: 'A1' },
  };
}
