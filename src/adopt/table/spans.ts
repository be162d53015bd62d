// A grid whose blank cells may be parts of merged ones -> the same with the merges that they look like.
import type { Units } from '../../figure/unit.ts';
import type { AdoptWords } from '../../plan/adopt-words.ts';
import { type Cell, cellOf, type Grid } from '../block.ts';
import { packed } from '../inline-text.ts';
import type { TableShape } from './header.ts';
import { cellValue } from './number-cell.ts';

type Row = readonly (Cell | undefined)[];

/** Reaches from a cell: columns to the right and rows down, itself included. */
interface Reach {
  readonly over: number;
  readonly down: number;
}

/** `guessed`: of how many blank cells below the head it is not sure. `inBody`: whether any of them are merged. */
export function withSpans(
  grid: Grid,
  { depth, labels }: TableShape,
  words: AdoptWords,
  units: Units,
  inBody = true,
): { readonly grid: Grid; readonly guessed: number } {
  if (grid.explicit) return { grid, guessed: 0 };
  const spans = new Spans(grid);
  for (let row = 0; row < depth; row++) headRow(spans, row, depth, grid.width, labels);
  const inHead = spans.guessed;
  if (!inBody) return { grid: spans.grid(), guessed: 0 };
  const body = grid.rows.slice(depth);
  const isNumeric = Array.from({ length: grid.width }, (_, x) => {
    const kinds = body.map((row) => cellValue(row[x]?.text ?? '', words, units).kind);
    return kinds.filter((kind) => kind === 'number').length > kinds.filter((kind) => kind === 'text').length;
  });
  for (let row = depth; row < grid.rows.length; row++)
    for (let column = 0; column < grid.width; column++) {
      if (!spans.isBlank(row, column)) continue;
      const inLabels = column < labels;
      if (inLabels && column > 0 && spans.says(row, 0) && spans.leftOf(row, column) >= 0)
        spans.widen(row, column);
      else if (inLabels) spans.lengthen(row, column, depth);
      else if (isNumeric[column] === true || row === depth) {
        const left = spans.leftOf(row, column);
        const isText = left >= labels && cellValue(spans.textAt(row, left), words, units).kind === 'text';
        if (isText && (isNumeric[column] === true || isNumeric[left] !== true)) spans.widen(row, column);
      } else spans.lengthen(row, column, depth);
    }
  return { grid: spans.grid(), guessed: spans.guessed - inHead };
}

/** A name reaches over the blanks behind it that are named below or by nothing, and down to the numbers where it stands alone. */
function headRow(spans: Spans, row: number, depth: number, width: number, labels: number): void {
  for (let column = 0; column < width; column++) {
    if (!spans.isBlank(row, column)) continue;
    const left = spans.leftOf(row, column);
    const below = Array.from({ length: depth - row - 1 }, (_, index) => row + 1 + index);
    const isNamedBelow = below.some((other) => spans.says(other, column));
    const isNamedAbove =
      row > 0 && Array.from({ length: row }, (_, other) => other).some((other) => spans.says(other, column));
    const joins = left >= 0 && !isNamedAbove && (row === 0 || spans.sameAbove(row, left, column));
    if (joins && (isNamedBelow || column < labels || row === 0)) spans.widen(row, column);
    else if (row > 0) spans.lengthenHead(row, column);
  }
}

class Spans {
  readonly #rows: readonly Row[];
  readonly #width: number;
  /** By place, the place of the cell that covers it. */
  readonly #owner: { y: number; x: number }[][];
  guessed = 0;

  constructor({ rows, width }: Grid) {
    this.#rows = rows;
    this.#width = width;
    this.#owner = rows.map((_, y) => Array.from({ length: width }, (_, x) => ({ y, x })));
  }

  textAt(y: number, x: number): string {
    return this.#rows[y]?.[x]?.text ?? '';
  }

  says(y: number, x: number): boolean {
    return packed(this.textAt(y, x)) !== '';
  }

  /** Says nothing, and nothing covers it. */
  isBlank(y: number, x: number): boolean {
    return !this.says(y, x) && this.#own(y, x);
  }

  /** The column of the cell that covers the place to the left; -1 where that says nothing. */
  leftOf(y: number, x: number): number {
    const left = this.#owner[y]?.[x - 1];
    return left !== undefined && left.y === y && this.says(left.y, left.x) ? left.x : -1;
  }

  sameAbove(y: number, x: number, other: number): boolean {
    const [a, b] = [this.#owner[y - 1]?.[x], this.#owner[y - 1]?.[other]];
    return a !== undefined && b !== undefined && a.y === b.y && a.x === b.x;
  }

  widen(y: number, x: number): void {
    const left = this.#owner[y]?.[x - 1];
    if (left !== undefined) this.#give(y, x, left);
  }

  /** Below the head a text reaches down over blanks. */
  lengthen(y: number, x: number, depth: number): void {
    const above = y > depth ? this.#owner[y - 1]?.[x] : undefined;
    if (above === undefined || above.x !== x || above.y < depth || !this.says(above.y, above.x)) return;
    if (this.#reach(above).over > 1) return;
    this.#give(y, x, above);
  }

  /** In the head a name of one column reaches down. */
  lengthenHead(y: number, x: number): void {
    const above = this.#owner[y - 1]?.[x];
    if (above === undefined || above.x !== x || !this.says(above.y, above.x) || this.#reach(above).over > 1)
      return;
    this.#give(y, x, above);
  }

  grid(): Grid {
    const rows = this.#rows.map((row, y) =>
      Array.from({ length: this.#width }, (_, x): Cell | undefined => {
        if (!this.#own(y, x)) return undefined;
        const { over, down } = this.#reach({ y, x });
        return { ...(row[x] ?? cellOf('')), colSpan: over, rowSpan: down };
      }),
    );
    return { rows: this.#squared(rows), width: this.#width, explicit: true };
  }

  /** A corner of several rows and columns covers all of them. */
  #squared(rows: readonly (Cell | undefined)[][]): readonly Row[] {
    const corner = rows[0]?.[0];
    const over = corner?.colSpan ?? 1;
    if (corner === undefined || over < 2) return rows;
    const down = Array.from({ length: rows.length }, (_, y) => y).findIndex(
      (y) => y > 0 && Array.from({ length: over }, (_, x) => x).some((x) => this.says(y, x)),
    );
    const height = down < 0 ? 1 : Math.max(1, down);
    return rows.map((row, y) =>
      row.map((cell, x) =>
        y < height && x < over ? (y === 0 && x === 0 ? { ...corner, rowSpan: height } : undefined) : cell,
      ),
    );
  }

  #own(y: number, x: number): boolean {
    const owner = this.#owner[y]?.[x];
    return owner?.y === y && owner.x === x;
  }

  #give(y: number, x: number, owner: { y: number; x: number }): void {
    const line = this.#owner[y];
    if (line === undefined) return;
    line[x] = owner;
    this.guessed++;
  }

  #reach({ y, x }: { readonly y: number; readonly x: number }): Reach {
    const isOf = (row: number, column: number) => {
      const owner = this.#owner[row]?.[column];
      return owner?.y === y && owner.x === x;
    };
    let over = 1;
    while (isOf(y, x + over)) over++;
    let down = 1;
    while (isOf(y + down, x)) down++;
    return { over, down };
  }
}
