// A figure that tells of a change -> the values over the years that it is a change of.
import type Fraction from 'fraction.js';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { leafId, leavesOf } from '../../plan/statistics-table.ts';
import type { Cells } from '../figures/cells.ts';
import { yearOf } from '../figures/periods.ts';

export interface YearValue {
  readonly year: number;
  readonly value: Fraction;
}

/** From the first year on; none where the change is not one of a row of years. */
export function seriesBehind(address: Address, cells: Cells, book: FigureBook): readonly YearValue[] {
  const relation = book.get(address)?.definition.relation;
  const level =
    relation?.kind === 'difference'
      ? relation.minuend
      : relation?.kind === 'growth'
        ? relation.current
        : address;
  const own = overYears(level, cells, book);
  if (own.length > 1) return own;
  const share = book.get(level)?.definition.relation;
  if (share?.kind !== 'share') return [];
  const wholes = new Map(overYears(share.whole, cells, book).map(({ year, value }) => [year, value]));
  return overYears(share.part, cells, book).flatMap(({ year, value }) => {
    const whole = wholes.get(year);
    return whole === undefined || whole.equals(0) ? [] : [{ year, value: value.div(whole).mul(100) }];
  });
}

/** The figure and its fellows that differ from it in nothing but the year of a header. */
function overYears(address: Address, cells: Cells, book: FigureBook): readonly YearValue[] {
  const place = cells.get(address);
  if (place === undefined) return [];
  const { table, row, column, y, x } = place;
  const inColumns = yearOf(column) !== undefined;
  const own = inColumns ? column : row;
  if (yearOf(own) === undefined) return [];
  const yearless = (path: typeof own) => leafId(path.filter((entry) => yearOf([entry]) === undefined));
  return leavesOf(inColumns ? table.columns : table.rows)
    .flatMap((path, index): YearValue[] => {
      const year = yearOf(path);
      const cell = inColumns ? table.cells[y]?.[index] : table.cells[index]?.[x];
      if (year === undefined || cell?.kind !== 'figure' || path.length !== own.length) return [];
      if (path.length > 1 && yearless(path) !== yearless(own)) return [];
      const value = book.get(cell.address)?.effective;
      return value?.kind === 'quantity' ? [{ year, value: value.exact }] : [];
    })
    .sort((a, b) => a.year - b.year);
}
