// A sheet -> the same with columns that no number is too wide for: Excel would print it as ####.
import type { Sheet } from '../../document/workbook.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { showFigure } from '../../figure/show.ts';

/** Room that a cell keeps free beside its number, in characters. */
const CELL_ROOM = 3;

export function wideEnough(sheet: Sheet, book: FigureBook): Sheet {
  const columns = [...sheet.columns];
  for (const { column, colSpan, content } of sheet.rows.flat()) {
    const figure = content.kind === 'figure' ? book.get(content.address) : undefined;
    if (content.kind !== 'figure' || figure === undefined || colSpan > 1) continue;
    // A unit's sign is two characters wide.
    const characters = showFigure(figure).length + 2 * content.suffix.length + CELL_ROOM;
    columns[column] = Math.max(columns[column] ?? 0, characters);
  }
  return { ...sheet, columns };
}
