// Cells of the programme's figures -> a sheet in the form that all sheets of the programme share.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { Unit } from '../../figure/unit.ts';
import type { FundingSource, Programme, Task } from '../../plan/programme.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** Empty where there is no such figure; in the unit of its column where that may be another than its own. */
export function figure(address: Address | undefined, shape: Shape, unit?: Unit): SheetCell {
  if (address === undefined) return cell({ kind: 'empty' }, shape);
  const content = { kind: 'figure', address, suffix: '', bold: false, ...(unit && { unit }) } as const;
  return cell(content, { align: 'right', ...shape });
}

function header(labels: readonly string[]): readonly SheetCell[] {
  return labels.map((label, column) => text(label, { column, role: 'column-header' }));
}

/** What the office calls the sources. */
export type SourceLabels = Readonly<Record<FundingSource, string>>;

/** The name of the cell with the target of the whole plan, in either workbook. */
export const TOTAL_TARGET = '일자리목표_총계';

/** A sheet with one row of headers. */
interface Frame {
  readonly name: string;
  readonly caption: string;
  readonly unit: string;
  readonly columns: readonly number[];
  readonly labels: readonly string[];
  readonly headerColumns: number;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly orientation?: Sheet['orientation'];
}

/** A sheet of the programme: caption, unit line, one row of headers, and the rows. */
export function sheet(frame: Frame): Sheet {
  return {
    name: frame.name,
    caption: [{ text: frame.caption, bold: true, raised: false }],
    unitLine: [{ text: frame.unit, bold: false, raised: false }],
    columns: frame.columns,
    headerRows: 1,
    headerColumns: frame.headerColumns,
    rows: [header(frame.labels), ...frame.rows],
    notes: [],
    orientation: frame.orientation ?? 'portrait',
  };
}

/** Rows of all tasks by their labels, each strategy's name merged over its own, under a row of the plan's totals. */
export function byTask(
  programme: Programme,
  totals: readonly SheetCell[],
  labels: ReadonlyMap<string, string>,
  cells: (task: Task) => readonly SheetCell[],
): readonly (readonly SheetCell[])[] {
  const all = text('총 계', { column: 0, colSpan: 2, role: 'row-header', emphasis: 'total' });
  const rows = programme.strategies.flatMap(({ name, tasks }) =>
    tasks.map((task, index) => [
      ...(index === 0
        ? [text(name.canonical.text, { column: 0, rowSpan: tasks.length, role: 'row-header' })]
        : []),
      text(labels.get(task.id) ?? '', { column: 1, role: 'row-header', align: 'left' }),
      ...cells(task),
    ]),
  );
  return [[all, ...totals.map((cell) => ({ ...cell, emphasis: 'total' as const }))], ...rows];
}
