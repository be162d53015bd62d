// The programme -> 실천과제별: each task's target and funding by source, added up over the rows of the input sheet.
import type { LiveSum } from '../../document/live-sum.ts';
import type { CellList, Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf, taskAddress } from '../../figure/address.ts';
import { UNITS, type Unit } from '../../figure/unit.ts';
import { type FundingSource, type Programme, type Task, tasksOf } from '../../plan/programme.ts';
import { isPlainLabel } from '../../plan/task-labels.ts';
import { type Books, DIFFERENCE_NOTE, difference, differs, isStated } from './differences.ts';
import { InputColumns, type RowLabel, TASK_SHEET } from './input-columns.ts';
import { byTask, type SourceLabels, sheet } from './programme-frame.ts';
import { cell, type Shape } from './sheet-cells.ts';

/** `target`, `total`, a source, and `budget` for the total in 백만원. */
type Kind = string;

const LABEL_COLUMN = 1;
const FIRST = 2;
/** Behind the target and the total. */
const FIRST_SOURCE = FIRST + 2;

/** Below the row of headings and that of the plan's totals. */
const FIRST_TASK = 2;

/** Where the names of the tasks stand. */
export function taskList(programme: Programme): CellList {
  return {
    sheet: TASK_SHEET,
    refusal: '목록에 있는 실천과제의 이름을 고릅니다.',
    column: LABEL_COLUMN,
    first: FIRST_TASK,
    last: FIRST_TASK + tasksOf(programme).length - 1,
  };
}

/** Beside the amounts what each was published as more than its parts come to, where that may be something. */
export function taskBudgetSheet(
  programme: Programme,
  sources: SourceLabels,
  labels: ReadonlyMap<string, string>,
  books: Books,
): Sheet {
  const names: Readonly<Record<string, string>> = {
    target: '목표',
    total: '계',
    ...sources,
    budget: '계\n(백만원)',
  };
  const nameOf = (kind: Kind) => names[kind] ?? kind;
  const kinds = ['target', 'total', ...programme.sources, 'budget'];
  const columns = new InputColumns(programme.sources);
  const tasks = tasksOf(programme);
  const added = kinds.filter(
    (kind) =>
      differs(ofAll(kind), books) ||
      tasks.some((task) => [isStated, differs].some((is) => is(ofTask(task, kind), books))),
  );
  const differences = (address: (kind: Kind) => Address) =>
    added.map((kind, index) =>
      difference(address(kind), books, unitOf(kind), { column: FIRST + kinds.length + index }),
    );
  const totals = [
    ...kinds.map((kind, index) => amount(ofAll(kind), kind, { column: FIRST + index })),
    ...differences(ofAll),
  ];
  const rows = byTask(programme, totals, labels, (task) => [
    ...kinds.map((kind, index) =>
      amount(
        ofTask(task, kind),
        kind,
        { column: FIRST + index, ...(kind === 'total' ? { emphasis: 'total' } : {}) },
        sumOf(kind, columns, { label: LABEL_COLUMN, odd: !isPlainLabel(labels.get(task.id) ?? '') }),
      ),
    ),
    ...differences((kind) => ofTask(task, kind)),
  ]);
  const made = sheet({
    name: TASK_SHEET,
    caption: '실천과제별 목표와 예산',
    unit: '(단위 : 명, 천원, 백만원)',
    columns: [26, 34, 10, 14, ...programme.sources.map(widthOf), 10, ...added.map(() => 12)],
    labels: [
      '추진전략',
      '실천과제',
      ...kinds.map(nameOf),
      ...added.map(
        (kind) =>
          `공시차이\n(${nameOf(kind)
            .replaceAll(/[\n()]+/g, ' ')
            .trim()})`,
      ),
    ],
    headerColumns: 2,
    rows,
    orientation: 'landscape',
  });
  return added.length === 0 ? made : { ...made, notes: [DIFFERENCE_NOTE] };
}

function widthOf(source: FundingSource): number {
  if (source === 'national') return 14;
  return source === 'private' || source === 'other' ? 10 : 13;
}

function ofAll(kind: Kind): Address {
  const all = (...path: string[]) => addressOf('strategies', 'all', ...path);
  if (kind === 'target') return all(kind);
  return kind === 'budget' ? all('budget', 'total') : all('funding', kind);
}

function ofTask({ id, target }: Task, kind: Kind): Address {
  if (kind === 'target') return target.address;
  return kind === 'budget' ? taskAddress(id, 'budget', 'total') : taskAddress(id, 'funding', kind);
}

function unitOf(kind: Kind): Unit {
  if (kind === 'target') return UNITS.명;
  return kind === 'budget' ? UNITS.백만원 : UNITS.천원;
}

function amount(address: Address, kind: Kind, shape: Shape, sum?: LiveSum): SheetCell {
  return cell(
    { kind: 'figure', address, suffix: '', bold: false, unit: unitOf(kind), ...(sum && { sum }) },
    { align: 'right', ...shape },
  );
}

/** Found by the task's name, wherever its rows stand; what is rounded follows from the total. */
function sumOf(kind: Kind, columns: InputColumns, label: RowLabel): LiveSum | undefined {
  if (kind === 'budget') return undefined;
  return kind === 'total' ? columns.totalAcross(FIRST_SOURCE, label) : columns.overRows(kind, label);
}
