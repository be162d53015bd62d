// What is amiss in a cell of a workbook -> a diagnostic at the cell.
import type { Diagnostic } from '../diagnostic.ts';
import type { Workbook } from '../document/workbook.ts';

/** `cell`: in its sheet, B3. */
export function cellFault(
  rule: string,
  { file }: Pick<Workbook, 'file'>,
  sheet: string,
  cell: string,
  what: string,
): Diagnostic {
  return {
    rule,
    severity: 'error',
    message: `${file} ‘${sheet}’ 시트 ${cell} 칸: ${what}`,
    place: { file, cell: `${sheet}!${cell}` },
  };
}
