// Workbooks in an engine that is not ours (IronCalc): what their live formulas come to, also after something is typed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initSync, Model } from '@ironcalc/wasm';
import type ExcelJS from 'exceljs';

export interface FormulaCell {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  /** What the file says it comes to. */
  readonly cached: unknown;
}

/** A cell's place as the engine counts: from 1. */
interface Place {
  readonly row: number;
  readonly column: number;
}

export class Engine {
  readonly #model: Model;
  readonly #sheets: readonly string[];
  readonly formulas: readonly FormulaCell[];

  /** Types every number, text and formula of the file into the engine; cached results are not taken over. */
  constructor(file: ExcelJS.Workbook) {
    initSync({
      module: readFileSync(fileURLToPath(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))),
    });
    this.#model = new Model('workbook', 'en', 'UTC', 'en');
    this.#model.pauseEvaluation();
    this.#sheets = file.worksheets.map(({ name }) => name);
    const formulas: FormulaCell[] = [];
    file.worksheets.forEach((worksheet, index) => {
      if (index > 0) this.#model.newSheet();
      this.#model.renameSheet(index, worksheet.name);
    });
    file.worksheets.forEach((worksheet, index) => {
      worksheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { formula, value, result, address } = cell;
          if (formula !== undefined) {
            formulas.push({ sheet: worksheet.name, address, formula, cached: result });
            this.#model.setUserInput(index, Number(cell.row), Number(cell.col), `=${formula}`);
          } else if (typeof value === 'number') {
            this.#model.setUserInput(index, Number(cell.row), Number(cell.col), String(value));
          } else if (cell.master === cell && cell.text !== '') {
            this.#model.setUserInput(index, Number(cell.row), Number(cell.col), `'${cell.text}`);
          }
        }),
      );
    });
    this.formulas = formulas;
    this.#model.resumeEvaluation();
    this.#model.evaluate();
  }

  type(sheet: string, { row, column }: Place, text: string): void {
    this.#model.setUserInput(this.#index(sheet), row, column, text);
    this.#model.evaluate();
  }

  /** The same of several cells at once; an empty text empties a cell. */
  typeAll(sheet: string, cells: readonly (Place & { readonly text: string })[]): void {
    for (const { row, column, text } of cells)
      this.#model.setUserInput(this.#index(sheet), row, column, text);
    this.#model.evaluate();
  }

  /** NaN where the cell holds no number. */
  number(sheet: string, { row, column }: Place): number {
    const shown = this.#model.getFormattedCellValue(this.#index(sheet), row, column);
    return shown === '' ? Number.NaN : Number(shown);
  }

  /** As the cell shows it. */
  text(sheet: string, { row, column }: Place): string {
    return this.#model.getFormattedCellValue(this.#index(sheet), row, column);
  }

  /** Puts empty rows above one, as people do; formulas follow. */
  insertRows(sheet: string, row: number, count: number): void {
    this.#model.insertRows(this.#index(sheet), row, count);
    this.#model.evaluate();
  }

  deleteColumns(sheet: string, column: number, count: number): void {
    this.#model.deleteColumns(this.#index(sheet), column, count);
    this.#model.evaluate();
  }

  #index(sheet: string): number {
    const index = this.#sheets.indexOf(sheet);
    if (index < 0) throw new Error(`no sheet ${sheet}`);
    return index;
  }
}
