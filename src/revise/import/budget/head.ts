// Rows of a sheet -> the head of a budget table: one to three rows of labels, merged, or above one another.
import { bareLabel, type TextColumn } from '../../../plan/budget-words.ts';
import type { CellRange } from '../../../spreadsheet/spreadsheet.ts';
import { type ColumnMeaning, meaningOf, type Vocabulary } from './column-meaning.ts';
import type { Grid } from './grid.ts';
import { unitsSaid } from './units.ts';

/** A labelled column and what it holds. */
export interface HeadColumn {
  readonly column: number;
  /** From the outermost in, as shown. */
  readonly path: readonly string[];
  readonly meaning: ColumnMeaning;
}

export interface BudgetHead {
  readonly top: number;
  readonly bottom: number;
  /** From the left. */
  readonly columns: readonly HeadColumn[];
  /** The first column of each kind. */
  readonly texts: ReadonlyMap<TextColumn, number>;
}

const MOST_ROWS = 3;

/** The head that begins in a row: it names lines and has amounts. Undefined where none does. */
export function headAt(grid: Grid, top: number, vocabulary: Vocabulary): BudgetHead | undefined {
  if (!isLabels(grid, top, vocabulary)) return undefined;
  let bottom = top;
  const rows = [top];
  while (rows.length < MOST_ROWS && continues(grid, rows, bottom + 1, vocabulary)) rows.push(++bottom);
  for (; rows.length > 0; rows.pop()) {
    const head = headOf(grid, rows, vocabulary);
    if (head !== undefined) return head;
  }
  return undefined;
}

function headOf(grid: Grid, rows: readonly number[], vocabulary: Vocabulary): BudgetHead | undefined {
  const [top = 1] = rows;
  const columns: HeadColumn[] = [];
  const texts = new Map<TextColumn, number>();
  for (let column = 1; column <= grid.width; column++) {
    const path = pathOf(grid, rows, column);
    if (path.length === 0) continue;
    const meaning = meaningOf(path, vocabulary);
    columns.push({ column, path, meaning });
    if (meaning.kind === 'text' && !texts.has(meaning.what)) texts.set(meaning.what, column);
  }
  const amounts = columns.some(
    ({ meaning }) =>
      meaning.kind === 'amount' &&
      meaning.series?.kind !== 'aside' &&
      (meaning.series !== undefined || meaning.part !== 'total'),
  );
  if (!amounts || !(texts.has('code') || texts.has('name'))) return undefined;
  return { top, bottom: rows.at(-1) ?? top, columns, texts };
}

/** The labels above a column: those of its own cells, of merged ranges, and of what spans it without being merged. */
function pathOf(grid: Grid, rows: readonly number[], column: number): readonly string[] {
  const path: string[] = [];
  let last: CellRange | undefined;
  for (const [index, row] of rows.entries()) {
    const range = grid.mergedAt(row, column);
    if (range !== undefined && range === last) continue;
    last = range;
    const own = grid.shown(row, column);
    const below = rows.slice(index + 1).some((lower) => grid.own(lower, column) !== '');
    const label = own === '' && range === undefined && below ? spanning(grid, row, column) : own;
    if (label !== '') path.push(label);
  }
  return path;
}

/** The label to the left that a blank cell of an upper row stands under, where no merged range says how far it goes. */
function spanning(grid: Grid, row: number, column: number): string {
  for (let left = column - 1; left >= 1; left--) {
    if (grid.mergedAt(row, left) !== undefined) return '';
    const text = grid.own(row, left);
    if (text !== '') return text;
  }
  return '';
}

/** Texts of which a head's vocabulary knows one. */
function isLabels(grid: Grid, row: number, vocabulary: Vocabulary): boolean {
  const filled = grid.filled(row);
  return (
    filled.every(([, text]) => !isNumber(text)) &&
    filled.some(([, text]) => meaningOf([text], vocabulary).kind !== 'unknown')
  );
}

/** Whether a row goes on with the labels of those above it: no name or code of a line stands below its column's label. */
function continues(grid: Grid, rows: readonly number[], row: number, vocabulary: Vocabulary): boolean {
  const filled = grid.filled(row);
  const isKnown = (text: string) =>
    meaningOf([text], vocabulary).kind !== 'unknown' || unitsSaid(text).length > 0;
  if (filled.length === 0 || filled.some(([, text]) => isNumber(text))) return false;
  if (!filled.some(([, text]) => isKnown(text))) return false;
  const same = filled.every(
    ([column, text]) => bareLabel(text) === bareLabel(grid.own(rows.at(-1) ?? 0, column)),
  );
  return (
    !same &&
    filled.every(([column, text]) => {
      const path = pathOf(grid, rows, column);
      return isKnown(text) || path.length === 0 || meaningOf(path, vocabulary).kind !== 'text';
    })
  );
}

/** An amount, perhaps with its unit. A year may be a label. */
function isNumber(text: string): boolean {
  return /^[-+△▲(]*\d[\d,.]*[십백천만억조]*원?[)%]*$/.test(text) && !/^(19|20)\d\d$/.test(text);
}
