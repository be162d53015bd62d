// Rows of words -> a sheet of plan.xlsx: what it is for above, yellow columns to type into, lines to spare below.
import type { Sheet, SheetCell } from '../../../document/workbook.ts';
import { type FormKind, formKey } from '../../../plan/plan-form.ts';
import { text } from '../sheet-cells.ts';

export interface FormColumn {
  /** By which an import finds it; none for what is only read. */
  readonly key?: string;
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly align?: SheetCell['align'];
  readonly input?: SheetCell['input'];
  readonly prompt?: string;
}

interface FormLine {
  readonly id: string;
  readonly cells: readonly string[];
  /** Where a cell takes another input than its column. `none`: it is only read. */
  readonly inputs?: readonly (SheetCell['input'] | 'none')[];
}

interface Form {
  readonly kind: FormKind;
  readonly name: string;
  readonly caption: string;
  /** What is typed here, and how; stands where other sheets have their unit. */
  readonly guide: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormLine[];
  /** Lines that are kept free. */
  readonly spare: number;
  readonly orientation?: Sheet['orientation'];
}

/** Rows of the table before the first of the form. */
export const FORM_HEAD = 1;

export function formSheet({ kind, name, caption, guide, columns, rows, spare, ...form }: Form): Sheet {
  const lines: readonly FormLine[] = [
    ...rows,
    ...Array.from({ length: spare }, () => ({ id: `${kind}/`, cells: [] })),
  ];
  const cellOf = (line: FormLine, column: FormColumn, index: number): SheetCell => {
    const input = line.inputs?.[index] ?? column.input;
    return text(line.cells[index] ?? '', {
      column: index + 1,
      align: column.align ?? 'left',
      ...(input === undefined || input === 'none' ? {} : { input }),
      ...(column.prompt === undefined || input === 'none' ? {} : { prompt: column.prompt }),
    });
  };
  return {
    name,
    caption: [{ text: caption, bold: true, raised: false }],
    unitLine: [{ text: guide, bold: false, raised: false }],
    columns: [10, ...columns.map(({ width }) => width)],
    headerRows: FORM_HEAD,
    headerColumns: 2,
    rows: [
      ['id', ...columns.map(({ head }) => head)].map((label, column) =>
        text(label, { column, role: 'column-header' }),
      ),
      ...lines.map((line) => [
        text(line.id, { column: 0, align: 'left' }),
        ...columns.map((column, index) => cellOf(line, column, index)),
      ]),
    ],
    notes: [],
    orientation: form.orientation ?? 'portrait',
    hiddenColumns: [0],
    columnKeys: [formKey(kind), ...columns.map(({ key }) => key ?? '')],
  };
}
