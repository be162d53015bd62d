// What is wrong with a workbook that is read back -> diagnostics, each with its cell.
import { type Diagnostic, formatLocation, type SourceLocation } from '../../diagnostic.ts';
import { cellText } from '../../spreadsheet/spreadsheet.ts';
import type { CellSpot } from './workbook-origin.ts';

/** Every rule that an import can find broken. */
type ImportRule =
  | 'blank-text'
  | 'cell-not-taken'
  | 'columns-not-handed-in'
  | 'deleted-row'
  | 'derived-typed-over'
  | 'duplicate-row'
  | 'formula-in-input'
  | 'heading-form'
  | 'formula-result-differs'
  | 'ids-out-of-order'
  | 'implausible-change'
  | 'implausible-rate'
  | 'heads-exchanged'
  | 'label-changed'
  | 'merge-clash'
  | 'next-form'
  | 'not-importable'
  | 'older-workbook'
  | 'origin-changed'
  | 'other-plan'
  | 'repeated-line'
  | 'row-without-id'
  | 'rows-not-handed-in'
  | 'relation-made'
  | 'scaled-format'
  | 'stale-workbook'
  | 'text-mark'
  | 'text-not-taken'
  | 'superseded-line'
  | 'added-to-present'
  | 'column-not-read'
  | 'earlier-stage'
  | 'formula-result-taken'
  | 'formula-without-result'
  | 'present-differs'
  | 'sheet-not-read'
  | 'source-not-in-file'
  | 'tables-side-by-side'
  | 'stages-do-not-add-up'
  | 'totals-do-not-add-up'
  | 'unclear-amounts'
  | 'unit-not-said'
  | 'unusable-character'
  | 'units-differ'
  | 'unknown-source'
  | 'unquoted-commas'
  | 'total-line'
  | 'typed-quantity'
  | 'sources-do-not-add-up'
  | 'title-stays'
  | 'unit-changed'
  | 'unknown-marker'
  | 'unknown-project'
  | 'unknown-row'
  | 'unknown-strategy'
  | 'unknown-task'
  | 'unmapped-line'
  | 'unused-code'
  | 'value-does-not-follow'
  | 'wrong-number'
  | 'wrong-text';

interface ImportFault {
  readonly rule: ImportRule;
  readonly place: SourceLocation;
  readonly message: string;
  readonly expected?: string;
  readonly severity?: Diagnostic['severity'];
  readonly related?: NonNullable<Diagnostic['related']>;
}

/** Collects what an import has to say about one file. */
export class ImportFaults {
  readonly diagnostics: Diagnostic[] = [];
  readonly #unread = new Set<string>();

  /** `reason`: what the person says of every change; with it, doubts that a reason dispels are warnings. */
  constructor(
    readonly file: string,
    readonly reason?: string,
  ) {}

  add({ severity = 'error', ...fault }: ImportFault): void {
    if (this.#unread.has(formatLocation(fault.place))) return;
    this.diagnostics.push({ severity, ...fault });
  }

  /** Of a cell that says nothing, so that whatever else is said of it follows from that. */
  addUnread(fault: ImportFault): void {
    this.add(fault);
    this.#unread.add(formatLocation(fault.place));
  }

  at({ sheet, column, row }: CellSpot): SourceLocation {
    return { file: this.file, cell: `${sheet.name}!${cellText(column, row)}` };
  }

  /** The file as a whole: its first cell. */
  get whole(): SourceLocation {
    return { file: this.file, cell: 'A1' };
  }
}
