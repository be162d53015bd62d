// A sheet -> the same with columns that no number is too wide for: Excel would print it as ####.
import Fraction from 'fraction.js';
import type { Sheet, SheetContent } from '../../document/workbook.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { exactDigits } from '../../figure/quantity.ts';
import { showFigure, shownIn, showValue } from '../../figure/show.ts';
import { sameScale } from '../../figure/unit.ts';

/** Room that a cell keeps free beside its number, in characters. */
const CELL_ROOM = 3;

export function wideEnough(sheet: Sheet, book: FigureBook): Sheet {
  const columns = [...sheet.columns];
  for (const { column, colSpan, content } of sheet.rows.flat()) {
    const width = colSpan > 1 ? undefined : widthOf(content, book);
    if (width !== undefined) columns[column] = Math.max(columns[column] ?? 0, width + CELL_ROOM);
  }
  return { ...sheet, columns };
}

/** Of the number in characters; undefined for what is none. */
function widthOf(content: SheetContent, book: FigureBook): number | undefined {
  switch (content.kind) {
    case 'figure':
    case 'difference': {
      const figure = book.get(content.address);
      if (figure === undefined) return undefined;
      const suffix = content.kind === 'figure' ? content.suffix : '';
      const { unit } = content;
      if (unit === undefined || sameScale(unit, figure.definition.unit))
        // A unit's sign is two characters wide.
        return showFigure(figure).length + 2 * suffix.length;
      const shown = shownIn(figure, unit);
      return shown.kind === 'quantity' ? plainWidth(shown.exact, shown.digits) : 1;
    }
    case 'rest':
      return plainWidth(content.comes);
    case 'live':
      return typeof content.comes === 'string' ? undefined : plainWidth(content.comes);
    case 'text':
    case 'link':
    case 'empty':
      return undefined;
  }
}

function plainWidth(exact: Fraction, digits = exactDigits(exact) ?? 0): number {
  return showValue({ kind: 'quantity', exact: new Fraction(exact), digits }, digits).length;
}
