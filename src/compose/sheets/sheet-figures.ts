// Sheets -> the figures a writer needs for them: those shown, and all that their relations reach.
import type { Sheet } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { Figure, FigureBook } from '../../figure/figure.ts';
import { operandsOf } from '../../figure/relation.ts';

/** The part of the book that the sheets rest on. */
export function figuresFor(sheets: readonly Sheet[], book: FigureBook): FigureBook {
  const needed = new Map<Address, Figure>();
  const open: Address[] = [];
  for (const { rows } of sheets) {
    for (const { content, stands } of rows.flat()) {
      if (content.kind === 'figure' || content.kind === 'difference') open.push(content.address);
      else if (content.kind === 'rest') open.push(content.whole);
      else if (stands !== undefined) open.push(stands);
    }
  }
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    const figure = book.get(address);
    if (figure === undefined || needed.has(address)) continue;
    needed.set(address, figure);
    if (figure.definition.relation !== undefined) open.push(...operandsOf(figure.definition.relation));
  }
  return needed;
}
