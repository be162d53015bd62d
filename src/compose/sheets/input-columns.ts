// The columns of 세부사업별(입력), which other sheets add up.
import type { Ledger, LiveSum } from '../../document/live-sum.ts';
import type { FundingSource } from '../../plan/programme.ts';
import type { RowKind } from '../../plan/task-rows.ts';

export const INPUT_SHEET = '세부사업별(입력)';
/** The sheet that adds up its rows by task. */
export const TASK_SHEET = '실천과제별';

const TOTAL = 5;

/** From 0, of a plan with these sources. What ended, by kind, and totals without sources are hidden. */
export class InputColumns {
  readonly id = 0;
  readonly task = 1;
  readonly name = 2;
  readonly period = 3;
  readonly target = 4;
  readonly total = TOTAL;
  readonly firstSource = TOTAL + 1;
  readonly lastSource: number;
  readonly state: number;
  readonly reason: number;
  readonly difference: number;
  readonly unsplit: number;
  /** Only where tasks have subtasks. */
  readonly subtask: number;
  readonly #firstEnded: number;

  constructor(
    readonly sources: readonly FundingSource[],
    readonly isDivided = false,
  ) {
    this.lastSource = TOTAL + sources.length;
    this.state = this.lastSource + 1;
    this.reason = this.state + 1;
    this.difference = this.state + 2;
    this.#firstEnded = this.state + 3;
    this.unsplit = this.#firstEnded + 1 + sources.length;
    this.subtask = this.unsplit + 1;
  }

  get kinds(): readonly RowKind[] {
    return ['target', ...this.sources];
  }

  /** By which an import knows them, in order. */
  get keys(): readonly string[] {
    const known = ['id', 'task', 'name', 'period', 'target', 'total', ...this.sources, 'state', 'reason'];
    const between = Array.from({ length: this.unsplit - this.reason }, () => '');
    return this.isDivided ? [...known, ...between, 'subtask'] : known;
  }

  /** The sources of a row beside each other. */
  get across() {
    return { kind: 'across', from: this.firstSource, to: this.lastSource } as const;
  }

  of(kind: RowKind): number {
    return kind === 'target' ? this.target : this.firstSource + this.sources.indexOf(kind);
  }

  /** The hidden column with what of the kind has ended. */
  ended(kind: RowKind): number {
    return this.#firstEnded + (kind === 'target' ? 0 : 1 + this.sources.indexOf(kind));
  }

  get hidden(): readonly number[] {
    const ended = this.unsplit - this.#firstEnded + 1;
    return [this.id, ...Array.from({ length: ended }, (_, index) => this.#firstEnded + index)];
  }

  /** The sum of a kind over the input sheet's rows: those with the label, or all. */
  overRows(kind: RowKind | 'unsplit', label?: RowLabel): LiveSum {
    const column = kind === 'unsplit' ? this.unsplit : this.of(kind);
    return { kind: 'rows', ledger: INPUT_SHEET, column, ...label };
  }

  /** The sum of the sources beside each other, and what is in none of them. */
  totalAcross(firstSource: number, label?: RowLabel): LiveSum {
    return {
      kind: 'across',
      from: firstSource,
      to: firstSource + this.sources.length - 1,
      besides: this.overRows('unsplit', label),
    };
  }

  /** `printed`: rows of the table that are printed. */
  ledger(printed: number): Ledger {
    return {
      head: HEAD_ROWS - 1,
      id: this.id,
      label: this.task,
      state: this.state,
      ended: ENDED,
      printed,
    };
  }
}

/** 합계, 소계 and the row of headings. */
const HEAD_ROWS = 3;

export const ENDED = '종료';
export const STATES = ['유지', '신규', ENDED];

/** By what a row of another sheet finds a task's rows: the column with its name, and whether that is an odd one for formulas. */
export interface RowLabel {
  readonly label: number;
  readonly odd: boolean;
}
