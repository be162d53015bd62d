// Placed cells and the heights of their rows -> where the last row can be cut, and what is left of the cells that are.
import type { TableCell } from '../../../document/table.ts';
import type { Slug } from '../type/drawing.ts';
import { sum } from './table-rows.ts';
import { type PlacedCell, stackHeight } from './table-shape.ts';

/** Cuts the cells that go on below the given rows; the others are whole. */
export function cutCells(
  cells: readonly PlacedCell[],
  heights: readonly number[],
  goesOn: (placed: PlacedCell) => boolean,
  paddingY: number,
): { readonly cells: readonly PlacedCell[]; readonly left: ReadonlyMap<TableCell, readonly Slug[]> } {
  const left = new Map<TableCell, readonly Slug[]>();
  const result = cells.map((placed) => {
    if (!goesOn(placed)) return placed;
    const room = sum(heights.slice(placed.row, placed.row + placed.rowSpan)) - 2 * paddingY + 0.01;
    let count = placed.slugs.length;
    while (count > 0 && stackHeight(placed.slugs.slice(0, count)) > room) count--;
    left.set(placed.cell, placed.slugs.slice(count));
    return {
      ...placed,
      slugs: placed.slugs.slice(0, count),
      split: placed.split || count < placed.slugs.length,
    };
  });
  return { cells: result, left };
}

/** Heights at which some cell of the last row has a slug's end, tallest first. */
export function cutHeights(
  body: readonly PlacedCell[],
  above: readonly number[],
  paddingY: number,
): number[] {
  const heights = new Set<number>();
  for (const placed of body) {
    // A label that is only begun again is no progress: a cut at its end would come back for ever.
    if (placed.row + placed.rowSpan <= above.length || placed.again) continue;
    const over = sum(above.slice(placed.row));
    for (let count = 1; count <= placed.slugs.length; count++) {
      const height = stackHeight(placed.slugs.slice(0, count)) + 2 * paddingY - over;
      if (height > 2 * paddingY) heights.add(height);
    }
  }
  return [...heights].sort((a, b) => b - a);
}
