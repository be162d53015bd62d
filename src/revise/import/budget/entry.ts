// What a row of a budget table is, and what it holds.
import type Fraction from 'fraction.js';
import type { SourceLocation } from '../../../diagnostic.ts';
import type { FundingSource } from '../../../plan/programme.ts';
import type { Part } from './column-meaning.ts';
import type { Stage } from './stages.ts';
import type { BudgetTable, Segment } from './tables.ts';

/** In won; parts whose cells are blank are not in it. */
export type Amounts = ReadonlyMap<Part, Fraction>;

export interface Entry {
  /**
   * `sum`: a line that is the sum of others; `nameless`: amounts without a code or name of their own or above; `increase`: what lies between
   * two stages.
   */
  readonly kind: 'line' | 'sum' | 'nameless' | 'increase';
  readonly table: BudgetTable;
  readonly row: number;
  /** Of the amount. */
  readonly place: SourceLocation;
  readonly code: string;
  readonly name: string;
  /** Whether code and name stand in a row above. */
  readonly carried: boolean;
  /** Texts by their columns, merged ones included, amounts and stage left out. */
  readonly texts: ReadonlyMap<number, string>;
  /** Between name and amounts; empty where nothing stands there. */
  readonly detail: string;
  readonly stage: Stage | undefined;
  /** Of the year's column. */
  readonly year: number | undefined;
  readonly amounts: Amounts;
  /** Whether each amount names its unit in its cell. */
  readonly namesUnit: boolean;
  /** At the stage before, where the book has it beside. */
  readonly before: Amounts;
  readonly segment: Segment;
}

/** A line whose amounts are known and hold together. */
export interface BudgetLine extends Entry {
  readonly kind: 'line';
  readonly total: Fraction;
  /** Of the columns that are there. */
  readonly sources: ReadonlyMap<FundingSource, Fraction>;
}

/** `0631 장애인 일자리 사업` */
export function nameOf({ code, name }: Pick<Entry, 'code' | 'name'>): string {
  return [code, name].filter((one) => one !== '').join(' ');
}
