// A plain sheet -> its cells as a person sees them: merged ranges show one text, and a spreadsheet's trick around a code shows the code.
import type { SourceLocation } from '../../../diagnostic.ts';
import {
  type CellRange,
  cellText,
  type PlainCell,
  type PlainSheet,
  textOf,
} from '../../../spreadsheet/spreadsheet.ts';

/** A sheet with what its merged ranges show. */
export class Grid {
  /** Rows that hold something, from the top. */
  readonly rows: readonly number[];
  /** The last column that holds something. */
  readonly width: number;
  readonly #merged = new Map<number, CellRange[]>();

  constructor(
    readonly sheet: PlainSheet,
    readonly file: string,
    /** Whether a cell's place is its line. */
    readonly isText: boolean,
  ) {
    this.rows = [...sheet.rows.keys()].sort((a, b) => a - b);
    let width = 0;
    for (const cells of sheet.rows.values())
      for (const column of cells.keys()) width = Math.max(width, column);
    this.width = width;
    for (const range of sheet.merged)
      for (let column = range.left; column <= Math.min(range.right, width); column++)
        this.#merged.set(column, [...(this.#merged.get(column) ?? []), range]);
    for (const ranges of this.#merged.values()) ranges.sort((a, b) => a.top - b.top);
  }

  cell(row: number, column: number): PlainCell | undefined {
    return this.sheet.rows.get(row)?.get(column);
  }

  /** The text in the cell itself; `="0631"` and `'0631` are 0631. */
  own(row: number, column: number): string {
    const value = this.cell(row, column)?.value;
    if (value === undefined) return '';
    const text = textOf(value);
    return /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '');
  }

  /** The text that the cell shows: its own, or that of the merged range it is part of. */
  shown(row: number, column: number): string {
    const range = this.mergedAt(row, column);
    return range === undefined ? this.own(row, column) : this.own(range.top, range.left);
  }

  /** The merged range around a cell; ranges do not overlap. */
  mergedAt(row: number, column: number): CellRange | undefined {
    const ranges = this.#merged.get(column) ?? [];
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.top ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low - 1];
    return range !== undefined && row <= range.bottom ? range : undefined;
  }

  /** The columns of a row that hold something, from the left, with their texts. */
  filled(row: number): readonly (readonly [number, string])[] {
    return [...(this.sheet.rows.get(row)?.keys() ?? [])]
      .sort((a, b) => a - b)
      .map((column) => [column, this.own(row, column)] as const)
      .filter(([, text]) => text !== '');
  }

  place(row: number, column: number): SourceLocation {
    return this.isText
      ? { file: this.file, line: row, column: 1 }
      : { file: this.file, cell: `${this.sheet.name}!${cellText(column, row)}` };
  }
}
