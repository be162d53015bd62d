// A statistical table as data: two axes of ids with labels, and a cell where they cross.

import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { Quantity } from '../figure/figure.ts';
import type { FundingSource } from './programme.ts';
import type { SourceText } from './source-text.ts';
import type { YearKind } from './years.ts';

/** How a row or column stands out: a total is bold on a tint, an own row (the office's own district) is bold. */
export type Emphasis = 'none' | 'total' | 'own';

/** A row or column, or a group of them under one merged label. */
export interface AxisEntry {
  readonly id: string;
  /** Empty where the publication leaves the header cell blank. */
  readonly label: SourceText;
  /** The year this entry is about, when it is about one. */
  readonly period?: number;
  /** What its year, and those of its members, are; rolling where it says nothing. */
  readonly years?: YearKind;
  readonly emphasis: Emphasis;
  /** Relative width of a leaf column; the sum over the table is its full width. */
  readonly width?: number;
  /** Of a column and what stands in it; by what stands there where it does not say. */
  readonly align?: 'left' | 'center' | 'right';
  readonly children: readonly AxisEntry[];
}

/** What stands in one cell. */
export type StatisticsCell =
  | {
      readonly kind: 'figure';
      readonly address: Address;
      readonly bold: boolean;
      readonly withUnit: boolean;
      /** How many rows it takes, the cells below it being empty; one unless it says so. */
      readonly down?: number;
      readonly place: SourceLocation;
    }
  /** Text of the data, e.g. 구인 과잉, over one column or more; equal neighbours below are merged when the column says so. */
  | {
      readonly kind: 'text';
      readonly text: SourceText;
      readonly bold: boolean;
      readonly across: number;
      readonly align?: 'right';
    }
  | { readonly kind: 'empty' };

/** What a table says must hold; `place` is where it says so. */
export type Assertion = { readonly place: SourceLocation } & (
  | { readonly kind: 'sum'; readonly cells: readonly Address[]; readonly equals: Quantity }
  /** From one period to the next. */
  | {
      readonly kind: 'order';
      readonly before: Address;
      readonly after: Address;
      readonly direction: 'rising' | 'falling';
    }
  /** The year's target or budget of the task or strategy that one of the ids names. */
  | {
      readonly kind: 'programme';
      readonly cell: Address;
      readonly ids: readonly string[];
      readonly of: 'target' | 'budget';
    }
);

export interface StatisticsTable {
  readonly id: string;
  /** A table inside a task sheet has none. */
  readonly caption?: SourceText;
  /** (단위 : 명, %) as published, brackets included. */
  readonly unitLine?: SourceText;
  /** The header cell above the row labels: 구 분. */
  readonly corner: SourceText;
  /** One for each column of row labels, in the place of the corner. */
  readonly heads?: readonly SourceText[];
  /** Its rows are those of the programme, and its columns those that it asks for. */
  readonly isOfProgramme?: true;
  /** What columns would hold that it does not ask for, of amounts by source: they stand behind column `after` where there is money. */
  readonly spare?: {
    readonly after: number;
    readonly cells: ReadonlyMap<FundingSource, readonly StatisticsCell[]>;
  };
  readonly columns: readonly AxisEntry[];
  readonly rows: readonly AxisEntry[];
  /** One array a leaf row, one cell a leaf column. */
  readonly cells: readonly (readonly StatisticsCell[])[];
  /** Indexes of leaf columns whose equal neighbours below are merged. */
  readonly mergedColumns: readonly number[];
  /** Relative widths of the row-label columns. */
  readonly labelWidths: readonly number[];
  /** Whether the rows have a column for their labels. */
  readonly labels: boolean;
  readonly density: 'normal' | 'dense';
  /** What must hold of its cells. */
  readonly asserts?: readonly Assertion[];
  readonly place: SourceLocation;
}

/** The leaves of an axis from first to last, each with the entries above it (outermost first, itself last). */
export function leavesOf(axis: readonly AxisEntry[]): readonly (readonly AxisEntry[])[] {
  return axis.flatMap((entry) =>
    entry.children.length === 0 ? [[entry]] : leavesOf(entry.children).map((path) => [entry, ...path]),
  );
}

/** The id of a leaf within its axis: the ids on its path joined by hyphens (`2021-male`). */
export function leafId(path: readonly AxisEntry[]): string {
  return path.map((entry) => entry.id).join('-');
}
