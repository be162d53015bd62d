// The columns of a table over the programme -> those by source that it does not ask for, should their sources hold money.
import { publicSources } from '../plan/amount-of.ts';
import type { OfficeKind } from '../plan/office.ts';
import type { FundingSource } from '../plan/programme.ts';
import type { StatisticsTable } from '../plan/statistics-table.ts';
import type { Axis, Leaf } from './leaf.ts';
import type { MadeCell } from './programme-cells.ts';
import type { Field, FigureField } from './programme-fields.ts';

interface SpareColumn {
  readonly source: FundingSource;
  readonly leaf: Leaf;
  readonly field: FigureField;
  /** The column that it would stand behind. */
  readonly after: number;
}

/** None where the table does not show by source where the money comes from. `fields` are those of the columns. */
export function spareColumns(
  { leaves, byId }: Axis,
  fields: readonly Field[],
  sources: readonly FundingSource[],
  office: OfficeKind,
): readonly SpareColumn[] {
  const shown = fields.map((field) =>
    field.kind === 'figure' && field.path[0] === 'funding' ? field.path[1] : undefined,
  );
  const after = shown.findLastIndex((source) => source !== undefined && source !== 'total');
  const [beside, field] = [leaves[after], fields[after]];
  if (!publicSources(office).every((source) => shown.includes(source))) return [];
  if (beside === undefined || field?.kind !== 'figure') return [];
  return sources
    .filter((source) => !shown.includes(source))
    .map((source, index) => {
      const ids = [...beside.ids.slice(0, -1), source];
      // A column of that name may hold something else.
      while (byId.has(ids.join('-'))) ids.push(source);
      const leaf = { ...beside, ids, id: ids.join('-'), index: leaves.length + index, previous: undefined };
      return { source, leaf, field: { ...field, path: ['funding', source] }, after };
    });
}

/** As the table has them. */
export function spareOf(
  columns: readonly (SpareColumn & { readonly cells: readonly MadeCell[] })[],
): StatisticsTable['spare'] {
  const [first] = columns;
  return (
    first && {
      after: first.after,
      cells: new Map(columns.map(({ source, cells }) => [source, cells.map(({ cell }) => cell)])),
    }
  );
}
