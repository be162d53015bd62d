// Cells of the programme's figures -> a sheet in the form that all sheets of the programme share.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import type { Address } from '../../figure/address.ts';
import type { Programme, Task } from '../../plan/programme.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** Empty where there is no such figure. */
export function figure(address: Address | undefined, shape: Shape): SheetCell {
  if (address === undefined) return cell({ kind: 'empty' }, shape);
  return cell({ kind: 'figure', address, suffix: '', bold: false }, { align: 'right', ...shape });
}

function header(labels: readonly string[]): readonly SheetCell[] {
  return labels.map((label, column) => text(label, { column, role: 'column-header' }));
}

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

/** Rows of all tasks, each strategy's name merged over its own. */
export function byTask(
  programme: Programme,
  cells: (task: Task) => readonly SheetCell[],
): readonly (readonly SheetCell[])[] {
  return programme.strategies.flatMap(({ name, tasks }) =>
    tasks.map((task, index) => [
      ...(index === 0
        ? [text(name.canonical.text, { column: 0, rowSpan: tasks.length, role: 'row-header' })]
        : []),
      text(task.name.canonical.text, { column: 1, role: 'row-header', align: 'left' }),
      ...cells(task),
    ]),
  );
}
