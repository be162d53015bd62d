// A plan's tables -> their rows and columns of figures that follow each other in time.
import type { Address } from '../figure/address.ts';
import type { Plan } from '../plan/plan.ts';
import { type AxisEntry, leavesOf, type StatisticsTable } from '../plan/statistics-table.ts';

/** One quantity over at least two periods, earliest first. */
interface Series {
  readonly table: string;
  readonly members: readonly { readonly period: number; readonly address: Address }[];
}

export function timeSeries(plan: Plan): readonly Series[] {
  return [...plan.tables.values()].flatMap((table) => [
    ...along(table, leavesOf(table.columns), (other, own) => table.cells[other]?.[own], table.cells.length),
    ...along(
      table,
      leavesOf(table.rows),
      (other, own) => table.cells[own]?.[other],
      leavesOf(table.columns).length,
    ),
  ]);
}

type Cell = StatisticsTable['cells'][number][number];

/** Leaves of one axis that differ in their period only, once for each leaf of the other axis. */
function along(
  { id }: StatisticsTable,
  leaves: readonly (readonly AxisEntry[])[],
  cellAt: (other: number, own: number) => Cell | undefined,
  others: number,
): readonly Series[] {
  const groups = new Map<string, { readonly period: number; readonly index: number }[]>();
  leaves.forEach((path, index) => {
    const dated = path.find(({ period }) => period !== undefined);
    if (dated?.period === undefined) return;
    const key = path.map((entry) => (entry === dated ? '*' : entry.id)).join('-');
    groups.set(key, [...(groups.get(key) ?? []), { period: dated.period, index }]);
  });
  return [...groups.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => a.period - b.period);
    return Array.from({ length: others }, (_, other) => ({
      table: id,
      members: ordered.flatMap(({ period, index }) => {
        const cell = cellAt(other, index);
        return cell?.kind === 'figure' ? [{ period, address: cell.address }] : [];
      }),
    })).filter(({ members }) => members.length >= 2);
  });
}
