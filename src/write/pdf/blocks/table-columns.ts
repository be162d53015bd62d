// Relative column widths -> points, with room for each column's widest word.
import type { TableBlock, TableCell } from '../../../document/table.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { LayoutContext } from '../page/layout-context.ts';
import { MM } from '../type/units.ts';

/** Syllables of a long word that stand together: in the head of a column, and elsewhere. */
interface Syllables {
  readonly head: number;
  readonly body: number;
}

const UNCUT: Syllables = { head: 5, body: 5 };
const CUTS: readonly Syllables[] = [
  { head: 2, body: 5 },
  { head: 2, body: 2 },
];

/**
 * Widths in points that add up to `width`, as near to the table's relative widths as the columns' widest words allow. When
 * not all words fit, the heads of columns are cut first, then other words, figures last: when that is not enough, the columns share what there is in proportion to
 * their needs.
 */
export function columnWidths(
  context: LayoutContext,
  table: TableBlock,
  width: number,
  styleOf: (cell: TableCell) => TextStyle,
): number[] {
  const needs = minimumWidths(context, table, styleOf, UNCUT);
  const relative = table.widths.reduce((sum, value) => sum + value, 0);
  const widths = table.widths.map((value) => (value / relative) * width);
  const needed = needs.reduce((sum, value) => sum + value, 0);
  if (needed >= width) {
    for (const cut of CUTS) {
      const least = minimumWidths(context, table, styleOf, cut);
      const fixed = least.reduce((sum, value) => sum + value, 0);
      const share = (width - fixed) / (needed - fixed);
      if (fixed < width)
        return least.map((value, index) => value + ((needs[index] ?? value) - value) * share);
    }
    return needs.map((need) => (need / needed) * width);
  }
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
  return minimumWidths(context, table, styleOf, UNCUT).reduce((sum, value) => sum + value, 0);
}

function minimumWidths(
  context: LayoutContext,
  table: TableBlock,
  styleOf: (cell: TableCell) => TextStyle,
  syllables: Syllables,
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
      const need =
        cell.figure === undefined
          ? Math.min(word, style.size * (cell.role === 'column-header' ? syllables.head : syllables.body))
          : word;
      needs[cell.column] = Math.max(needs[cell.column] ?? 0, need + padding + 0.5);
    }
  }
  return needs;
}
