// Rows of texts -> lines whose columns stand below each other on a terminal.
import { widthOf } from '../sheet/text-size.ts';
import { harmless } from './harmless.ts';

type ColumnAlign = 'left' | 'right';

/** Two blanks between columns, none at the end of a line. The first row is underlined as the header. */
export function textTable(
  texts: readonly (readonly string[])[],
  aligns: readonly ColumnAlign[],
): readonly string[] {
  // As they are printed: otherwise the columns would not stand below each other.
  const rows = texts.map((row) => row.map(harmless));
  const widths = aligns.map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    aligns
      .map((align, column) => {
        const text = row[column] ?? '';
        const room = ' '.repeat((widths[column] ?? 0) - widthOf(text));
        return align === 'left' ? text + room : room + text;
      })
      .join('  ')
      .trimEnd();
  const [header, ...body] = rows;
  if (header === undefined) return [];
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)];
}
