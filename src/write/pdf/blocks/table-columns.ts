// Relative column widths -> points, with room for each column's widest word.
import type { TableBlock, TableCell } from '../../../document/table.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { MM } from '../type/units.ts';

/**
 * Widths in points that add up to `width`, as near to the table's relative widths as the columns' widest words allow. When
 * not all words fit, the columns share what there is in proportion to their needs.
 */
export function columnWidths(
  context: LayoutContext,
  table: TableBlock,
  width: number,
  styleOf: (cell: TableCell) => TextStyle,
): number[] {
  const needs = minimumWidths(context, table, styleOf);
  const relative = table.widths.reduce((sum, value) => sum + value, 0);
  const widths = table.widths.map((value) => (value / relative) * width);
  const needed = needs.reduce((sum, value) => sum + value, 0);
  if (needed >= width) return needs.map((need) => (need / needed) * width);
  // Columns that are too narrow take what they need; the others give in proportion to their slack.
  const deficit = widths.reduce((sum, value, index) => sum + Math.max(0, (needs[index] ?? 0) - value), 0);
  const slack = widths.reduce((sum, value, index) => sum + Math.max(0, value - (needs[index] ?? 0)), 0);
  return widths.map((value, index) => {
    const need = needs[index] ?? 0;
    return value < need ? need : value - ((value - need) / slack) * deficit;
  });
}

/** Points that the widest words of all columns need side by side. */
export function neededWidth(
  context: LayoutContext,
  table: TableBlock,
  styleOf: (cell: TableCell) => TextStyle,
): number {
  return minimumWidths(context, table, styleOf).reduce((sum, value) => sum + value, 0);
}

function minimumWidths(
  context: LayoutContext,
  table: TableBlock,
  styleOf: (cell: TableCell) => TextStyle,
): number[] {
  const padding = 2 * context.theme.table.paddingX * MM;
  const needs = table.widths.map(() => padding + 1);
  for (const cell of table.rows.flat()) {
    if (cell.colSpan !== 1) continue;
    const style = styleOf(cell);
    for (const block of cell.blocks) {
      if (block.kind !== 'paragraph') continue;
      const variation = { bold: cell.emphasis !== 'none', tabular: cell.figure !== undefined };
      const word = context.typesetter.widestWord(block.content, style, variation);
      // Long Korean words may be cut between syllables; figures may not.
      const need = cell.figure === undefined ? Math.min(word, style.size * 5) : word;
      needs[cell.column] = Math.max(needs[cell.column] ?? 0, need + padding + 0.5);
    }
  }
  return needs;
}
