// The finished sheets of a workbook -> sums over rows that are not what the rows, as they stand in the file, come to.
import Fraction from 'fraction.js';
import type { Diagnostic } from '../diagnostic.ts';
import type { LiveSum } from '../document/live-sum.ts';
import type { Sheet, Workbook } from '../document/workbook.ts';
import { storedNumber } from './cell-amount.ts';
import { cellFault } from './cell-fault.ts';
import { cellName, rowsAbove } from './cell-name.ts';
import type { ReadSheet } from './xlsx/read-sheet.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;

const ZERO = new Fraction(0);

/**
 * Each sum over rows is worked out anew from the cells of the file: rows by their label and state, whatever the model says of their
 * figures (`total-differs`); its cell is a formula, and so is every cell that follows from others (`formula-missing`). What is typed
 * or a constant is none (`formula-for-number`).
 */
export function proveTotals(workbook: Workbook, sheets: Sheets): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const model of workbook.sheets) {
    const above = rowsAbove(model);
    model.rows.forEach((row, index) => {
      for (const { column, content } of row) {
        const at = above + index + 1;
        const cell = cellName(column, at);
        const is = sheets.get(model.name)?.cells.get(cell);
        const tell = (rule: string, what: string): void => {
          diagnostics.push(cellFault(rule, workbook, model.name, cell, what));
        };
        const sum = content.kind === 'figure' || content.kind === 'live' ? content.sum : undefined;
        if (content.kind === 'rest' || content.kind === 'difference') {
          if (is?.formula !== undefined) tell('formula-for-number', '수여야 하는데 산식이 있습니다.');
        } else if (sum !== undefined) {
          if (is?.formula === undefined) tell('formula-missing', '합계인데 산식이 아니라 숫자만 있습니다.');
          const should = sumIn(sum, { model, row: at, column, workbook, sheets });
          const number = is?.kind === 'number' ? storedNumber(is.value) : undefined;
          if (should !== undefined && (number === undefined || !near(number, should)))
            tell('total-differs', `${is?.value ?? ''}입니다. 행을 더하면 ${should.toFraction()}입니다.`);
        }
      }
    });
  }
  return diagnostics;
}

/** A spreadsheet adds up binary fractions. */
function near(a: Fraction, b: Fraction): boolean {
  return a.sub(b).abs().compare(new Fraction(1, 1_000_000)) < 0;
}

interface Standing {
  readonly model: Sheet;
  /** Of the sheet, from 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly workbook: Workbook;
  readonly sheets: Sheets;
}

/** Undefined for words. */
function sumIn(sum: LiveSum, standing: Standing): Fraction | undefined {
  const { model, row, workbook, sheets } = standing;
  const here = (column: number) => numberAt(sheets.get(model.name), column, row);
  const across = (from: number, to: number) => {
    let all = ZERO;
    for (let column = from; column <= to; column++) all = all.add(here(column));
    return all;
  };
  switch (sum.kind) {
    case 'rows': {
      const ledger = workbook.sheets.find(({ name }) => name === sum.ledger);
      const label = sum.label === undefined ? undefined : textAt(sheets.get(model.name), sum.label, row);
      return ledger && overRows(ledger, sum.column, label, sheets.get(ledger.name));
    }
    case 'across': {
      const besides = sum.besides === undefined ? ZERO : sumIn(sum.besides, standing);
      return besides && across(sum.from, sum.to).add(besides);
    }
    case 'count': {
      let count = new Fraction(sum.more ?? 0);
      for (let below = sum.from; below <= sum.to; below++) {
        const text = textAt(sheets.get(model.name), sum.column, row + below);
        if (text !== '' && text !== sum.except) count = count.add(1);
      }
      if (sum.less === undefined) return count;
      return numberAt(sheets.get(model.name), standing.column, row - sum.less).sub(count);
    }
    case 'shown':
      // In a finished file the filter shows every row.
      return overRows(model, sum.column, undefined, sheets.get(model.name));
    case 'ended':
      return isEnded(model, row, sheets.get(model.name)) ? here(sum.column) : ZERO;
    case 'unsplit': {
      const split = !across(sum.from, sum.to).equals(0) || isEnded(model, row, sheets.get(model.name));
      return split ? ZERO : here(sum.total);
    }
    case 'texts':
    case 'lost':
      return undefined;
  }
}

function overRows(
  sheet: Sheet,
  column: number,
  label: string | undefined,
  read: ReadSheet | undefined,
): Fraction | undefined {
  const { ledger, rows } = sheet;
  if (ledger === undefined) return undefined;
  const above = rowsAbove(sheet);
  let sum = ZERO;
  for (let index = ledger.head + 1; index < rows.length; index++) {
    const row = above + index + 1;
    const isWanted = label === undefined || textAt(read, ledger.label, row) === label;
    if (isWanted && textAt(read, ledger.state, row) !== ledger.ended)
      sum = sum.add(numberAt(read, column, row));
  }
  return sum;
}

function isEnded({ ledger }: Sheet, row: number, read: ReadSheet | undefined): boolean {
  return ledger !== undefined && textAt(read, ledger.state, row) === ledger.ended;
}

function textAt(read: ReadSheet | undefined, column: number, row: number): string {
  const cell = read?.cells.get(cellName(column, row));
  return cell?.kind === 'text' ? cell.value : '';
}

/** 0 where there is no number. */
function numberAt(read: ReadSheet | undefined, column: number, row: number): Fraction {
  const cell = read?.cells.get(cellName(column, row));
  return (cell?.kind === 'number' ? storedNumber(cell.value) : undefined) ?? ZERO;
}
