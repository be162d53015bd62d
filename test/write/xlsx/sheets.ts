// Workbooks for the tests, from rows of short notation, and files read back.
import ExcelJS from 'exceljs';
import Fraction from 'fraction.js';
import { expect } from 'vitest';
import type { Sheet, SheetCell, SheetContent, Workbook } from '../../../src/document/workbook.ts';
import { evaluateFigures } from '../../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../../src/figure/figure.ts';
import { proveWorkbook } from '../../../src/proof/prove-workbook.ts';
import { writeWorkbook } from '../../../src/write/xlsx/write-workbook.ts';
import { at, value } from '../../figure/figures.ts';
import { evaluateFormula } from './excel-formula.ts';

/** A cell: `=id` is a figure, anything else a text. */
export function sheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  return {
    name,
    caption: [{ text: '표', bold: false, raised: false }],
    columns: (rows[0] ?? []).map(() => 10),
    headerRows: 0,
    headerColumns: 0,
    rows: rows.map((row) => row.map(cell)),
    notes: [],
    orientation: 'portrait',
  };
}

function cell(source: string, column: number): SheetCell {
  const content: SheetContent = source.startsWith('=')
    ? { kind: 'figure', address: at(source.slice(1)), suffix: '', bold: false }
    : { kind: 'text', pieces: [{ text: source, bold: false, raised: false }] };
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    role: 'data',
    align: 'right',
    emphasis: 'none',
    openTop: false,
    content,
  };
}

export function workbook(definitions: readonly FigureDefinition[], ...sheets: Sheet[]): Workbook {
  return changedWorkbook(definitions, {}, ...sheets);
}

/** The same after changes of inputs, given as data spell values. */
export function changedWorkbook(
  definitions: readonly FigureDefinition[],
  changes: Readonly<Record<string, string>>,
  ...sheets: Sheet[]
): Workbook {
  const changed = new Map(Object.entries(changes).map(([id, to]) => [at(id), value(to)]));
  const { value: figures = new Map(), diagnostics } = evaluateFigures(definitions, changed);
  expect(diagnostics).toEqual([]);
  const colour = '#074171';
  return {
    file: 'test.xlsx',
    title: '시험',
    issuer: '서구',
    issueDate: '2023-03-31',
    sheets,
    figures,
    colours: { main: colour, header: colour, total: colour, rule: colour, text: colour, grey: colour },
  };
}

/** Writes and reads back; fails on any diagnostic. */
export async function writtenAndRead(source: Workbook): Promise<ExcelJS.Workbook> {
  const { value: bytes, diagnostics } = await writeWorkbook(source);
  expect(diagnostics).toEqual([]);
  if (bytes === undefined) throw new Error('no workbook');
  // Whatever is written, the proof raises no false alarm.
  expect(proveWorkbook(source, bytes).diagnostics).toEqual([]);
  return readBack(bytes);
}

export async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(new Uint8Array(bytes).buffer);
  return file;
}

/** Every formula that people see, worked out over the other cells' cached values, must come to its own cached value. */
export function proveFormulas(file: ExcelJS.Workbook): number {
  let count = 0;
  for (const worksheet of file.worksheets.filter(({ state }) => state === 'visible')) {
    worksheet.eachRow((row) => {
      row.eachCell((one) => {
        // Sums over rows that are found by what they say are worked out by the proof and by another engine.
        if (one.formula === undefined || /\b(?:SUMIFS|SUBTOTAL|IF|COUNTA)\(/.test(one.formula)) return;
        count += 1;
        const result = evaluateFormula(one.formula, (other, name) => {
          const operand = (other === undefined ? worksheet : file.getWorksheet(other))?.getCell(name);
          const held = operand?.formula === undefined ? operand?.value : operand.result;
          if (held === null || held === undefined) return new Fraction(0);
          if (typeof held !== 'number') throw new Error(`${name} holds no number`);
          return new Fraction(String(held));
        });
        expect([one.address, Number(result.valueOf())]).toEqual([one.address, one.result]);
      });
    });
  }
  return count;
}
