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

/** A file as it was typed into the engine: asked for again, it is not typed anew. */
interface Typed {
  readonly model: Uint8Array;
  readonly formulas: readonly FormulaCell[];
}

const TYPED = new WeakMap<ExcelJS.Workbook, Typed>();

export class Engine {
  readonly #model: Model;
  readonly #sheets: readonly string[];
  readonly formulas: readonly FormulaCell[];

  /** Has every number, text and formula of the file, which nobody changes; cached results are not taken over. */
  constructor(file: ExcelJS.Workbook) {
    const typed = TYPED.get(file) ?? typeIn(file);
    TYPED.set(file, typed);
    this.#model = Model.from_bytes(typed.model, 'en');
    this.#sheets = file.worksheets.map(({ name }) => name);
    this.formulas = typed.formulas;
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

function typeIn(file: ExcelJS.Workbook): Typed {
  initSync({
    module: readFileSync(fileURLToPath(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))),
  });
  const model = new Model('workbook', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const formulas: FormulaCell[] = [];
  file.worksheets.forEach((worksheet, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, worksheet.name);
  });
  file.worksheets.forEach((worksheet, index) => {
    worksheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { formula, value, result, address } = cell;
        if (formula !== undefined) {
          formulas.push({ sheet: worksheet.name, address, formula, cached: result });
          model.setUserInput(index, Number(cell.row), Number(cell.col), `=${formula}`);
        } else if (typeof value === 'number') {
          model.setUserInput(index, Number(cell.row), Number(cell.col), String(value));
        } else if (cell.master === cell && cell.text !== '') {
          model.setUserInput(index, Number(cell.row), Number(cell.col), `'${cell.text}`);
        }
      }),
    );
  });
  return { model: model.toBytes(), formulas };
}
