// The columns of 세부사업별(입력), which other sheets add up.
import type { Ledger, LiveSum } from '../../document/live-sum.ts';
import { FUNDING_SOURCES } from '../../plan/programme.ts';
import type { RowKind } from '../../plan/task-rows.ts';

export const INPUT_SHEET = '세부사업별(입력)';
/** The sheet that adds up its rows by task. */
export const TASK_SHEET = '실천과제별';

const SOURCES = FUNDING_SOURCES.length;
const TOTAL = 5;
const STATE = TOTAL + SOURCES + 1;

/** From 0. The last ones are hidden: what ended, by kind, and totals without sources. */
export const COLUMN = {
  id: 0,
  task: 1,
  name: 2,
  period: 3,
  target: 4,
  total: TOTAL,
  firstSource: TOTAL + 1,
  lastSource: TOTAL + SOURCES,
  state: STATE,
  reason: STATE + 1,
  difference: STATE + 2,
  firstEnded: STATE + 3,
  unsplit: STATE + 4 + SOURCES,
} as const;

/** 합계, 소계 and the row of headings. */
const HEAD_ROWS = 3;

export const ENDED = '종료';
export const STATES = ['유지', '신규', ENDED];

export function columnOf(kind: RowKind): number {
  return kind === 'target' ? COLUMN.target : COLUMN.firstSource + FUNDING_SOURCES.indexOf(kind);
}

/** The hidden column with what of the kind has ended. */
export function endedColumn(kind: RowKind): number {
  return COLUMN.firstEnded + (kind === 'target' ? 0 : 1 + FUNDING_SOURCES.indexOf(kind));
}

export const HIDDEN_COLUMNS = [
  COLUMN.id,
  ...Array.from({ length: SOURCES + 2 }, (_, index) => COLUMN.firstEnded + index),
];

/** `printed`: rows of the table that are printed. */
export function inputLedger(printed: number): Ledger {
  return {
    head: HEAD_ROWS - 1,
    id: COLUMN.id,
    label: COLUMN.task,
    state: COLUMN.state,
    ended: ENDED,
    printed,
  };
}

/** By what a row of another sheet finds a task's rows: the column with its name, and whether that is an odd one for formulas. */
export interface RowLabel {
  readonly label: number;
  readonly odd: boolean;
}

/** The sum of a kind over the input sheet's rows: those with the label, or all. */
export function overRows(kind: RowKind | 'unsplit', label?: RowLabel): LiveSum {
  const column = kind === 'unsplit' ? COLUMN.unsplit : columnOf(kind);
  return { kind: 'rows', ledger: INPUT_SHEET, column, ...label };
}

/** The sum of the sources beside each other, and what is in none of them. */
export function totalAcross(firstSource: number, label?: RowLabel): LiveSum {
  return {
    kind: 'across',
    from: firstSource,
    to: firstSource + SOURCES - 1,
    besides: overRows('unsplit', label),
  };
}
