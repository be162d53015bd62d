// The rows of the sheet that projects are typed into -> which are known, and which are of new projects.

import { formOf } from '../../figure/address.ts';
import { type FundingSource, type Programme, type Task, tasksOf } from '../../plan/programme.ts';
import { taskLabels } from '../../plan/task-labels.ts';
import { amountAt } from './amount-at.ts';
import type { ImportFaults } from './import-faults.ts';
import { rowIds, type SheetRow, SPARE } from './row-ids.ts';
import { sameName, spellingAt, taskNamed } from './task-names.ts';
import type { OriginSheet, WorkbookOrigin } from './workbook-origin.ts';

export interface NewRow {
  readonly row: number;
  readonly task: Task;
  readonly name: string;
}

export interface ProjectRows {
  readonly sheet: OriginSheet;
  /** The rows of what was written, by their ids. */
  readonly placed: ReadonlyMap<string, number>;
  readonly fresh: readonly NewRow[];
}

/** A row that only sums up what stands above it. */
const TOTAL = /^(합계|소계|총계|계|총액)$/;

/** Undefined for a workbook without such a sheet. */
export function projectRows(
  origin: WorkbookOrigin,
  programme: Programme,
  faults: ImportFaults,
): ProjectRows | undefined {
  const home = origin.sheets.find(({ columns }) => columns.has('name'));
  if (home === undefined) return undefined;
  const { placed, others } = rowIds(origin, home, faults);
  const labels = taskLabels(programme);
  const fresh: NewRow[] = [];
  const numbers = ['target', ...programme.sources] as const;
  for (const one of others) {
    const made = newRow(one, fresh, {
      origin,
      home,
      placed,
      tasks: tasksOf(programme),
      labels,
      numbers,
      faults,
    });
    if (made !== undefined) fresh.push(made);
  }
  return { sheet: home, placed, fresh };
}

interface Context {
  readonly origin: WorkbookOrigin;
  readonly home: OriginSheet;
  readonly placed: ReadonlyMap<string, number>;
  readonly tasks: readonly Task[];
  readonly labels: ReadonlyMap<string, string>;
  /** The columns of a new project's numbers. */
  readonly numbers: readonly ('target' | FundingSource)[];
  readonly faults: ImportFaults;
}

/** The new project of a row; undefined for an empty row and, told, for one that cannot be taken. */
function newRow(
  { row, id, name }: SheetRow,
  fresh: readonly NewRow[],
  { origin, home, placed, tasks, labels, numbers, faults }: Context,
): NewRow | undefined {
  const { sheet, columns, keyColumns } = home;
  const idColumn = keyColumns[0] ?? 1;
  const placeOf = (key: string) => faults.at({ sheet, row, column: columns.get(key) ?? idColumn });
  const spare = SPARE.exec(id)?.[1]?.slice('tasks/'.length);
  if (id !== '' && spare === undefined) {
    faults.add({
      rule: 'unknown-row',
      place: faults.at({ sheet, row, column: idColumn }),
      message: `이 통합문서에 없던 id입니다: ${id}`,
      expected: '새 세부사업의 행은 숨은 A열을 비워 둡니다.',
    });
    return undefined;
  }
  const filled = [...columns].filter(([key, column]) => {
    const cell = sheet.rows.get(row)?.get(column);
    // A free row has its task, and its own total.
    const isOurs = key === 'id' || key === 'task' || key === 'state';
    return cell !== undefined && !isOurs && !(key === 'total' && cell.formula !== undefined);
  });
  if (filled.length === 0) return undefined;
  if (name === '' || TOTAL.test(name.replaceAll(' ', ''))) {
    const sumsOnly = filled.every(
      ([, column]) => sheet.rows.get(row)?.get(column)?.formula !== undefined || name !== '',
    );
    faults.add({
      rule: 'row-without-id',
      severity: sumsOnly ? 'information' : 'error',
      place: placeOf('name'),
      message: sumsOnly ? '합계만 있는 행이라 지나갑니다.' : '세부사업 이름이 없는 행에 값이 있습니다.',
      ...(sumsOnly ? {} : { expected: '세부사업 이름을 적거나 행을 비웁니다.' }),
    });
    return undefined;
  }
  const lost = id === '' ? lostRowAt(row, origin, placed) : undefined;
  if (lost !== undefined) {
    faults.add({
      rule: 'row-without-id',
      place: placeOf('name'),
      message: `‘${lost.exported}’의 행이던 곳인데 숨은 A열의 id가 없고 이름도 다릅니다: ${name}`,
      expected: `이름만 바꾸었으면 A열에 ${lost.rowKey}, 새 세부사업이면 비워 둔 다른 행`,
    });
    return undefined;
  }
  const typed = spellingAt(sheet, row, columns.get('task') ?? 0);
  const named = taskNamed(typed, tasks, spare, labels);
  const task = named.kind === 'task' ? named.task : taskAsWritten(typed, origin, tasks);
  if (task === undefined) {
    if (named.kind === 'unknown')
      faults.add({
        rule: 'unknown-task',
        place: placeOf('task'),
        message: named.message,
        expected: named.expected,
      });
    // What else is wrong in the row is told with it.
    for (const key of numbers) amountAt(row, key, home, faults);
    return undefined;
  }
  if (fresh.some((one) => one.task === task && sameName(one.name, name))) {
    faults.add({
      rule: 'duplicate-row',
      place: placeOf('name'),
      message: `같은 과제에 같은 이름의 세부사업이 이미 있습니다: ${name}`,
      expected: '한 행만 남기거나 다른 이름을 적습니다.',
    });
    return undefined;
  }
  return { row, task, name };
}

/** The row that was written where this one stands, and that is nowhere else. */
function lostRowAt(row: number, { texts }: WorkbookOrigin, placed: ReadonlyMap<string, number>) {
  return texts.find(
    ({ key, rowKey, spot, exported }) =>
      key === 'name' && exported !== '' && spot?.row === row && !placed.has(rowKey),
  );
}

/** The task by the name that it had when the workbook was made, if it has another by now. */
function taskAsWritten(name: string, { texts }: WorkbookOrigin, tasks: readonly Task[]): Task | undefined {
  const row = texts.find(({ key, exported }) => key === 'task' && exported === name && name !== '');
  const form = formOf(row?.rowKey ?? '');
  return 'task' in form ? tasks.find(({ id }) => id === form.task) : undefined;
}
