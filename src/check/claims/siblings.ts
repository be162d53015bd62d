// A figure of a table -> the figures that it is compared with: those of its column, or of its row where only they are of one kind.
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import { type CellPlace, type Cells, isTotal } from '../figures/cells.ts';
import { yearOf } from '../figures/periods.ts';

/** Fewer cannot be ranked. */
const FEWEST = 3;

/** Without totals, itself included; none where the table has no such row or column. */
export function siblingsOf(address: Address, cells: Cells, book: FigureBook): readonly Address[] {
  const place = cells.get(address);
  if (place === undefined) return [];
  const below = peers(place, 'column');
  if (isRanked(below, book)) return below;
  const beside = peers(place, 'row');
  return isRanked(beside, book) ? beside : [];
}

/** The figures of the place's column (or row) whose headers are in the same group, totals and years left out. */
function peers({ table, row, column, y, x }: CellPlace, axis: 'column' | 'row'): readonly Address[] {
  const own = axis === 'column' ? row : column;
  const leaves = leavesOf(axis === 'column' ? table.rows : table.columns);
  return leaves.flatMap((path, index) => {
    const inGroup =
      path.length === own.length && path.slice(0, -1).every((entry, depth) => entry === own[depth]);
    const cell = axis === 'column' ? table.cells[index]?.[x] : table.cells[y]?.[index];
    return inGroup && !isTotal(path) && yearOf(path) === undefined && cell?.kind === 'figure'
      ? [cell.address]
      : [];
  });
}

function isRanked(addresses: readonly Address[], book: FigureBook): boolean {
  const units = new Set(addresses.map((address) => book.get(address)?.definition.unit.label));
  return addresses.length >= FEWEST && units.size === 1;
}
