// The sheets of a workbook -> what is wrong with their names, before anything is written.
import type { Diagnostic } from '../../diagnostic.ts';
import { isSheetName, MOST_IN_SHEET_NAME, type Workbook } from '../../document/workbook.ts';

/** Rule `sheet-name`: too long, empty, with characters that Excel refuses, or the name of another sheet (letter case does not count). */
export function sheetNameFaults(workbook: Workbook): readonly Diagnostic[] {
  const seen = new Set<string>();
  return workbook.sheets.flatMap(({ name }): Diagnostic[] => {
    const key = name.toLowerCase();
    const twice = seen.has(key);
    seen.add(key);
    if (!twice && isSheetName(name)) return [];
    return [
      {
        rule: 'sheet-name',
        severity: 'error',
        message: twice ? `시트 이름이 두 번 나옵니다: ${name}` : `시트 이름으로 쓸 수 없습니다: ${name}`,
        expected: `1자에서 ${MOST_IN_SHEET_NAME}자까지, : \\ / ? * [ ] '가 없는 서로 다른 이름`,
        place: { file: workbook.file, cell: `${name}!A1` },
      },
    ];
  });
}
