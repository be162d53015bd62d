// A grid -> how many rows are its head, and how many columns name its rows.
import type { Units } from '../../figure/unit.ts';
import { type AdoptWords, isWord } from '../../plan/adopt-words.ts';
import { type Cell, coveringCells, type Grid } from '../block.ts';
import { packed, plain } from '../inline-text.ts';
import { type CellValue, cellValue } from './number-cell.ts';

export interface TableShape {
  /** Rows of the head, at least one. */
  readonly depth: number;
  /** Columns that name rows; 0 where rows have no names. */
  readonly labels: number;
}

const MOST_TIERS = 4;

export function tableShape(grid: Grid, words: AdoptWords, units: Units): TableShape {
  const readCell = (cell: Cell | undefined) => cellValue(cell?.text ?? '', words, units);
  const depth = grid.explicit ? explicitDepth(grid, readCell) : impliedDepth(grid, readCell);
  return { depth, labels: labelColumns(grid, depth, words, readCell) };
}

type ReadCell = (cell: Cell | undefined) => CellValue;

/** Rows that the source calls heads; else the tallest cell of the first, or two where a group stands over words. */
function explicitDepth({ rows }: Grid, readCell: ReadCell): number {
  const isHead = (row: readonly (Cell | undefined)[]) => row.every((cell) => cell === undefined || cell.head);
  const flagged = rows.findIndex((row) => !isHead(row));
  if (flagged > 0) return Math.min(flagged, MOST_TIERS);
  const first = rows[0] ?? [];
  const hasNumber = (row: readonly (Cell | undefined)[]) =>
    row.some((cell) => readCell(cell).kind === 'number');
  const tallest = Math.max(1, ...first.map((cell) => cell?.rowSpan ?? 1));
  const isGrouped =
    first.some((cell) => (cell?.colSpan ?? 1) > 1) && rows.length > 2 && !hasNumber(rows[1] ?? []);
  const depth = isGrouped ? Math.max(2, tallest) : tallest;
  // A cell that reaches down beside numbers names rows, and is no head.
  const upTo = rows.slice(1, depth).findIndex(hasNumber);
  return Math.min(upTo < 0 ? depth : upTo + 1, MOST_TIERS, Math.max(1, rows.length - 1));
}

/** A next row is head while it has no number and names a column that has no name yet, or, the second one, begins blank. */
function impliedDepth({ rows, width }: Grid, readCell: ReadCell): number {
  const named = (row: number, column: number) => packed(rows[row]?.[column]?.text ?? '') !== '';
  let depth = 1;
  while (depth < Math.min(MOST_TIERS, rows.length - 1)) {
    const columns = Array.from({ length: width }, (_, column) => column);
    const hasNumber = (rows[depth] ?? []).some((cell) => readCell(cell).kind === 'number');
    const above = Array.from({ length: depth }, (_, row) => row);
    const names = columns.some((column) => named(depth, column) && !above.some((row) => named(row, column)));
    const beginsBlank =
      depth === 1 && !named(1, 0) && named(0, 0) && columns.some((column) => named(1, column));
    if (hasNumber || !(names || beginsBlank)) break;
    depth++;
  }
  return depth;
}

/** Those that the corner reaches over; without a corner the first, unless it repeats or holds numbers. */
function labelColumns(grid: Grid, depth: number, words: AdoptWords, readCell: ReadCell): number {
  const covering = coveringCells(grid);
  const head = covering.slice(0, depth);
  const body = covering.slice(depth);
  const corner = head[0]?.[0];
  const isCorner = (column: number) =>
    head.every((row) => row[column] === corner || packed(row[column]?.text ?? '') === '');
  let corners = 1;
  while (corners < grid.width - 1 && corner !== undefined && isCorner(corners)) corners++;
  if (grid.width < 2) return 0;
  if (corners > 1) return corners;
  if (isWord(words, 'labels', plain(corner?.text ?? ''))) return 1;
  const first = body.map((row) => row[0]);
  const isNumber =
    first.filter((cell) => ['number', 'nil'].includes(readCell(cell).kind)).length * 2 > first.length;
  const repeats = first.some(
    (cell, index) =>
      index > 0 &&
      (cell === first[index - 1] ||
        packed(cell?.text ?? '') === '' ||
        packed(cell?.text ?? '') === packed(first[index - 1]?.text ?? '')),
  );
  return isNumber || repeats ? 0 : 1;
}
