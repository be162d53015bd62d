// What the screen 통계 and the program say to each other, beside `api.ts`.
import type { Handle, Saved } from './api.ts';

/** GET /api/plans/P/statistics: the tables with numbers to type, in the order of print. */
export interface StatisticsTables {
  readonly stamp: string;
  /** Why no number can be typed, in sentences. */
  readonly readOnly?: string;
  readonly tables: readonly StatisticsTableLine[];
}

export interface StatisticsTableLine {
  readonly table: Handle;
  readonly title: string;
  /** The heading that it stands under; empty where it stands under none. */
  readonly section: string;
  /** How many numbers are not known. */
  readonly missing: number;
  readonly count: number;
}

/** GET /api/plans/P/statistics/T: a table as it is printed; cells tile, what a merged one covers has none. */
export interface StatisticsTable {
  readonly stamp: string;
  readonly title: string;
  /** `(단위 : 명, %)`; empty where the table has none. */
  readonly unitLine: string;
  readonly headerRows: number;
  readonly rows: readonly (readonly StatisticsCell[])[];
}

export interface StatisticsCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly isHead: boolean;
  readonly isStrong: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** As printed. */
  readonly text: string;
  readonly figure?: StatisticsFigure;
}

export interface StatisticsFigure {
  readonly cell: Handle;
  readonly unit: string;
  /** Typed; not known yet; worked out by a formula; typed beside one, as it was published. */
  readonly state: 'typed' | 'missing' | 'computed' | 'stated';
  /** As a person types it; empty where it is not known. */
  readonly value: string;
  /** In words of the plan. */
  readonly formula?: string;
  /** Of the year before, as printed. */
  readonly before?: string;
}

/** POST /api/plans/P/statistics: `Typed`, one step for undo; all of it or nothing, and the faults of a refusal name their cells. */
export interface TypeCells {
  readonly stamp: string;
  /** What all numbers without a unit are in where their figures are of its kind: the unit of the line above a pasted table. */
  readonly unit?: string;
  readonly cells: readonly TypedCell[];
}

export interface TypedCell {
  readonly cell: Handle;
  /** As typed: empty or `미정` where it is not known, `-` where there is none, else a number with or without a unit. */
  readonly text: string;
  /** What a number without a unit is in, as the head of the pasted column says; a word that is no unit is passed over. */
  readonly unit?: string;
}

export type Typed = Saved & {
  /** What was read as something else than was typed: `1,200백만원 → 1,200,000천원`. */
  readonly understood?: readonly string[];
};
