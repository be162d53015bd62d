// The tables of the publication -> those of them that somebody has to fill.
import type { Sheet, SheetCell } from '../../../document/workbook.ts';
import type { Address } from '../../../figure/address.ts';
import type { FigureBook } from '../../../figure/figure.ts';
import { operandsOf } from '../../../figure/relation.ts';
import { showFigure } from '../../../figure/show.ts';
import { isCompared } from '../../../plan/comparison.ts';
import { text } from '../sheet-cells.ts';

/** Figures of strategies, tasks and projects, which stand on sheets of their own. */
const PROGRAMME = /^(strategies|categories|tasks)\//;

/** A table of nothing but what follows is left out; what follows from the programme is shown as it is printed, by no formula. */
export function filledTables(sheets: readonly Sheet[], book: FigureBook): readonly Sheet[] {
  const isTyped = (cell: SheetCell): boolean => {
    const address = addressIn(cell);
    const figure = address === undefined ? undefined : book.get(address);
    return (
      figure !== undefined &&
      figure.definition.relation === undefined &&
      !isCompared(figure.definition.address)
    );
  };
  return sheets
    .filter(({ rows }) => rows.flat().some(isTyped))
    .map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((cell) => printed(cell, book))) }));
}

function printed(cell: SheetCell, book: FigureBook): SheetCell {
  const { content, ...shape } = cell;
  const figure = content.kind === 'figure' ? book.get(content.address) : undefined;
  if (content.kind !== 'figure' || figure === undefined || !isOfProgramme(content.address, book)) return cell;
  return { ...text(showFigure(figure) + content.suffix, shape), stands: content.address };
}

function isOfProgramme(from: Address, book: FigureBook): boolean {
  const open = [from];
  const seen = new Set<Address>();
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (PROGRAMME.test(address)) return true;
    if (seen.has(address)) continue;
    seen.add(address);
    const relation = book.get(address)?.definition.relation;
    if (relation !== undefined) open.push(...operandsOf(relation));
  }
  return false;
}

function addressIn({ content, stands }: SheetCell): Address | undefined {
  return content.kind === 'figure' ? content.address : stands;
}
