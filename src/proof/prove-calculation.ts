// A workbook's model and its finished sheets -> formulas that are other than the model's, or do not come to what is stored.
import type { Diagnostic } from '../diagnostic.ts';
import { ORIGIN_SHEET, type Sheet, type Workbook } from '../document/workbook.ts';
import type { CellValues } from '../sheet/cell-values.ts';
import { cellFault } from './cell-fault.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import { FormulaFault, type Scalar } from './xlsx/formula-value.ts';
import type { ReadCell, ReadSheet } from './xlsx/read-sheet.ts';
import { type ParsedFormulas, recalculate } from './xlsx/recalculate.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;

/**
 * Every formula is, character by character, the one that the model asks for (`formula-differs`, `formula-missing`), and no other cell has
 * one (`formula-for-number`).
 */
export function proveFormulaTexts(
  workbook: Workbook,
  read: Sheets,
  values: ReadonlyMap<Sheet, CellValues>,
): readonly Diagnostic[] {
  return [...formulasOf(workbook, values)].flatMap(([sheet, formulas]) => {
    const cells = read.get(sheet)?.cells;
    if (cells === undefined) return [];
    return [...new Set([...formulas.keys(), ...cells.keys()])].flatMap((cell) => {
      const [is, should] = [cells.get(cell)?.formula, formulas.get(cell)];
      if (is === should) return [];
      const rule =
        is === undefined
          ? 'formula-missing'
          : should === undefined
            ? 'formula-for-number'
            : 'formula-differs';
      const what = `산식이 다릅니다. 있는 것: ${shown(is)}. 있어야 할 것: ${shown(should)}.`;
      return [cellFault(rule, workbook, sheet, cell, what)];
    });
  });
}

function shown(formula: string | undefined): string {
  return formula === undefined ? '산식 없음' : `=${formula}`;
}

/**
 * Every formula, worked out anew from what is typed in the file, comes to what is stored beside it (`formula-result`). Formulas that are
 * not the model's are not worked out: they may be anything.
 */
export function proveResults(
  workbook: Workbook,
  read: Sheets,
  parsed: ParsedFormulas = new Map(),
): readonly Diagnostic[] {
  const sheets: Sheets = new Map([...read].filter(([name]) => name !== ORIGIN_SHEET));
  return [...recalculate(sheets, parsed)].flatMap(([sheet, results]) =>
    [...results].flatMap(([cell, result]) => {
      const is = sheets.get(sheet)?.cells.get(cell);
      if (is !== undefined && isStored(result, is)) return [];
      const comes = result instanceof FormulaFault ? `셈할 수 없음, ${result.message}` : String(result);
      return [
        cellFault(
          'formula-result',
          workbook,
          sheet,
          cell,
          `산식의 값이 다릅니다. 있는 것: ${is?.value ?? ''}. 셈하면: ${comes}.`,
        ),
      ];
    }),
  );
}

/** The formulas of the model's cells, by sheet and cell. */
function formulasOf(
  workbook: Workbook,
  values: ReadonlyMap<Sheet, CellValues>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    workbook.sheets.map((sheet) => {
      const above = rowsAbove(sheet);
      const own = values.get(sheet);
      const formulas = sheet.rows.flatMap((row, index) =>
        row.flatMap((cell): [string, string][] => {
          const value = own?.get(cell);
          const formula = value === undefined || value.kind === 'blank' ? undefined : value.formula;
          return formula === undefined ? [] : [[cellName(cell.column, above + index + 1), formula]];
        }),
      );
      return [sheet.name, new Map(formulas)];
    }),
  );
}

/** Whether the cell holds the result; a spreadsheet adds binary fractions and keeps 15 digits. */
function isStored(result: Scalar | FormulaFault, { kind, value }: ReadCell): boolean {
  if (typeof result === 'number') {
    const off = Math.abs(Number(value) - result);
    return kind === 'number' && off <= 1e-9 + Math.abs(result) * 4e-15;
  }
  return result === '' ? value === '' : kind === 'text' && value === result;
}
