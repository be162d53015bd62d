// charts.yaml -> the same with the rows and columns of next year's tables.
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { seqAt, stringAt } from '../yaml-edit.ts';
import { type Shift, shiftId } from './shift.ts';

const LISTS = ['rows', 'columns', 'line'] as const;

/**
 * Charts of a kind name rows and columns by ids, which go where the table's years go: as many are shown. One that names none shows what
 * its table has.
 */
export function renewCharts(root: YAMLMap, { tables }: Shift): void {
  for (const { value: chart } of root.items) {
    if (!isMap(chart)) continue;
    const table = tables.get(stringAt(chart, 'table') ?? '');
    if (table === undefined) continue;
    const { rows, columns } = table;
    const axes = { rows: [rows], columns: [columns], line: [rows, columns] } as const;
    const move = (id: string, maps: readonly ReadonlyMap<string, string>[]): string =>
      maps.reduce((moved, map) => (moved === id ? shiftId(id, map) : moved), id);
    for (const key of LISTS)
      for (const item of seqAt(chart, key)?.items ?? [])
        if (isScalar(item)) item.value = move(String(item.value), axes[key]);
    const own = chart.get('highlight', true);
    if (isScalar(own)) own.value = move(String(own.value), [rows, columns]);
  }
}
