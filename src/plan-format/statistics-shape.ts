// statistics/<table>.yaml -> the parts of a table, as typed.
import * as v from 'valibot';
import type { AxisShape } from './axis.ts';
import {
  choice,
  decimals,
  entriesOf,
  flag,
  id,
  label,
  list,
  mapping,
  named,
  node,
  scalar,
  text,
  whole,
  width,
} from './shape.ts';

const ENTRY = {
  id,
  label: v.exactOptional(label),
  period: v.exactOptional(whole(1000, 9999, '네 자리 연도 (예: 2022)')),
  emphasis: v.exactOptional(choice('total', 'own', 'none')),
  unit: v.exactOptional(scalar),
  digits: v.exactOptional(decimals),
};

const ROW: v.GenericSchema<unknown, AxisShape> = mapping({
  ...ENTRY,
  rows: v.exactOptional(list(v.lazy(() => ROW))),
});

const COLUMN: v.GenericSchema<unknown, AxisShape> = mapping({
  ...ENTRY,
  width: v.exactOptional(width),
  kind: v.exactOptional(choice('text', 'figure')),
  merge: v.exactOptional(flag),
  'with-unit': v.exactOptional(flag),
  columns: v.exactOptional(list(v.lazy(() => COLUMN))),
});

/** The cells and relations are left as nodes: their forms depend on the axes. */
export const STATISTICS_FILE = mapping({
  id,
  caption: v.exactOptional(named),
  'unit-line': v.exactOptional(text),
  corner: label,
  density: v.exactOptional(choice('normal', 'dense')),
  'period-labels': v.exactOptional(choice('long', 'short')),
  labels: v.exactOptional(flag),
  'label-widths': v.exactOptional(list(width)),
  unit: v.exactOptional(scalar),
  columns: list(COLUMN),
  rows: list(ROW),
  cells: entriesOf(node),
  relations: v.exactOptional(entriesOf(scalar, scalar)),
  equals: v.exactOptional(entriesOf(list(scalar), scalar)),
});

export type StatisticsShape = v.InferOutput<typeof STATISTICS_FILE>;
