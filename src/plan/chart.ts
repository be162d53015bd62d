// A chart as the plan declares it: a Vega-Lite specification over tables, a kind of chart of one table, or data that are missing.
import type { SourceLocation } from '../diagnostic.ts';
import type { SourceText } from './source-text.ts';

/** What can be drawn of a table without a specification. */
export const CHART_KINDS = [
  'bar',
  'grouped',
  'stacked',
  'share',
  'line',
  'area',
  'donut',
  'pyramid',
  'bar-line',
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Kinds that say the parts of a whole in %, whatever the table's unit. */
export const SHARES: ReadonlySet<ChartKind> = new Set(['share', 'donut']);

/** Rows and columns are named by the ids of leaves, or of groups for all that is in them. */
export interface TableChart {
  readonly kind: 'table';
  readonly chart: ChartKind;
  readonly table: string;
  readonly columns?: readonly SourceText[];
  readonly rows?: readonly SourceText[];
  /** Of bar-line: what of the series is drawn as a line, by the second scale. */
  readonly line?: readonly SourceText[];
  /** What the series are; the other axis has the categories. Unset: what follows from the table. */
  readonly series?: 'rows' | 'columns';
  readonly order: ChartOrder;
  /** A row or column that stands out. Unset: those that the table marks as the office's own. */
  readonly highlight?: SourceText;
}

/** How categories follow each other: as in the table, or by the first series. */
export const CHART_ORDERS = ['table', 'largest', 'smallest'] as const;
type ChartOrder = (typeof CHART_ORDERS)[number];

export type ChartSource =
  /** The specification is `charts/<spec>.vl.json` of the templates. */
  | { readonly kind: 'spec'; readonly spec: string; readonly tables: readonly string[] }
  | TableChart
  /** The team does not have the data yet; what is needed, in words. */
  | { readonly kind: 'missing'; readonly needed: SourceText };

export interface ChartDeclaration {
  readonly id: string;
  readonly caption: SourceText;
  readonly unitLine?: SourceText;
  /** Alternative text for readers who cannot see the chart. */
  readonly alt: SourceText;
  readonly source: ChartSource;
  readonly place: SourceLocation;
}

/** The ids of the tables that a chart is drawn of. */
export function tablesOf(source: ChartSource): readonly string[] {
  switch (source.kind) {
    case 'spec':
      return source.tables;
    case 'table':
      return [source.table];
    case 'missing':
      return [];
  }
}
