// Rows of texts -> lines whose columns stand below each other on a terminal.
import { widthOf } from '../write/xlsx/text-size.ts';

export type ColumnAlign = 'left' | 'right';

/** Two blanks between columns, none at the end of a line. The first row is underlined as the header. */
export function textTable(
  rows: readonly (readonly string[])[],
  aligns: readonly ColumnAlign[],
): readonly string[] {
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
