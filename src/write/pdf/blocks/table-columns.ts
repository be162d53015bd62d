// Relative column widths -> points, with room for each column's widest word.
import type { TableBlock, TableCell } from '../../../document/table.ts';
import type { TextStyle } from '../../../document/theme.ts';
import type { Typesetter } from '../type/typesetter.ts';
import { sum } from './table-rows.ts';

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

/** What the columns of a table are measured with. */
export interface ColumnMeasure {
  readonly typesetter: Pick<Typesetter, 'widest'>;
  readonly styleOf: (cell: TableCell) => TextStyle;
  /** Left and right of a cell's text, in points. */
  readonly padding: number;
}

/**
 * Widths in points that add up to `width`, as near to the table's relative widths as the columns' widest words allow. When
 * not all words fit, the heads of columns are cut first, then other words; undefined where the numbers do not fit then: they are never cut.
 */
export function columnWidths(
  table: TableBlock,
  width: number,
  measure: ColumnMeasure,
): readonly number[] | undefined {
  const needs = minimumWidths(table, measure, UNCUT);
  const relative = sum(table.widths);
  const widths = table.widths.map((value) => (value / relative) * width);
  const needed = sum(needs);
  if (needed >= width) {
    for (const cut of CUTS) {
      const least = minimumWidths(table, measure, cut);
      const fixed = sum(least);
      const share = (width - fixed) / (needed - fixed);
      if (fixed < width)
        return least.map((value, index) => value + ((needs[index] ?? value) - value) * share);
    }
    return undefined;
  }
  // Columns that are too narrow take what they need; the others give in proportion to their slack.
  const deficit = sum(widths.map((value, index) => Math.max(0, (needs[index] ?? 0) - value)));
  const slack = sum(widths.map((value, index) => Math.max(0, value - (needs[index] ?? 0))));
  return widths.map((value, index) => {
    const need = needs[index] ?? 0;
    return value < need ? need : value - ((value - need) / slack) * deficit;
  });
}

/** Points that the widest words of all columns need side by side. */
export function neededWidth(table: TableBlock, measure: ColumnMeasure): number {
  return sum(minimumWidths(table, measure, UNCUT));
}

/** Points that each column needs at the least: words are cut between syllables, numbers are not. */
export function leastWidths(table: TableBlock, measure: ColumnMeasure): readonly number[] {
  return minimumWidths(table, measure, CUTS.at(-1) ?? UNCUT);
}

function minimumWidths(
  table: TableBlock,
  { typesetter, styleOf, padding }: ColumnMeasure,
  syllables: Syllables,
): number[] {
  const needs = table.widths.map(() => 2 * padding + 1);
  const needOf = (cell: TableCell): { readonly word: number; readonly number: number } => {
    const style = styleOf(cell);
    const variation = { bold: cell.emphasis !== 'none', tabular: cell.figure !== undefined };
    const widest = { word: 0, number: 0 };
    for (const block of cell.blocks) {
      if (block.kind !== 'paragraph') continue;
      const { word, number } = typesetter.widest(block.content, style, variation);
      // Long Korean words may be cut between syllables; numbers may not.
      const uncut = cell.figure === undefined ? number : word;
      const together = style.size * (cell.role === 'column-header' ? syllables.head : syllables.body);
      widest.word = Math.max(widest.word, uncut, Math.min(word, together));
      widest.number = Math.max(widest.number, uncut);
    }
    return widest;
  };
  const cells = table.rows.flat();
  for (const cell of cells) {
    if (cell.colSpan !== 1) continue;
    const { word } = needOf(cell);
    if (word > 0) needs[cell.column] = Math.max(needs[cell.column] ?? 0, word + 2 * padding + 0.5);
  }
  // What columns need for a number that spans them, the last of them takes.
  for (const cell of cells) {
    if (cell.colSpan === 1) continue;
    const end = cell.column + cell.colSpan;
    const { number } = needOf(cell);
    const lack = number + 2 * padding + 0.5 - sum(needs.slice(cell.column, end));
    if (number > 0 && lack > 0) needs[end - 1] = (needs[end - 1] ?? 0) + lack;
  }
  return needs;
}
