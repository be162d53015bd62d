// statistics/<table>.yaml -> a table with its cells, and for each cell the relation and restatements it was given.

import type { SourceLocation } from '../diagnostic.ts';
import { isId, tableAddress } from '../figure/address.ts';
import type { Relation } from '../figure/relation.ts';
import type { Unit } from '../figure/unit.ts';
import type { Plan } from '../plan/plan.ts';
import type { StatisticsCell, StatisticsTable } from '../plan/statistics-table.ts';
import { yearKind } from '../plan/years.ts';
import { readAssertions } from './assertions.ts';
import { type AxisShape, readAxis } from './axis.ts';
import { type CellEntry, missingAt, readCellEntry } from './cell-entry.ts';
import { type CellRules, readCellRules } from './cell-rules.ts';
import { longForm } from './compact-table.ts';
import { didYouMean, type Fault, type Faults } from './faults.ts';
import { checkFileName } from './file-name.ts';
import type { Axis, Leaf } from './leaf.ts';
import { isEmpty, type Mapping, type Node, type Scalar } from './node.ts';
import { numberWithin, tornNumber } from './number-form.ts';
import { MOST_WIDTH } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { COLUMN_WIDTH, STATISTICS_FILE, type StatisticsShape } from './statistics-shape.ts';
import { readUnit } from './units.ts';

/** A table before its references are resolved, which needs all the other tables. */
export interface TableDraft extends CellRules {
  readonly table: StatisticsTable;
  readonly rows: Axis;
  readonly columns: Axis;
  /** By row and column index. */
  readonly entries: readonly (readonly CellEntry[])[];
  /** For cells whose column and row name none. */
  readonly unit: Unit | undefined;
  /** What cells follow from that the data says nothing of, by `cellKey`. */
  readonly made?: ReadonlyMap<string, Relation>;
  /** Whether relations or restatements could not be read, so that cells lack theirs. */
  readonly rulesAtFault: boolean;
}

/** Beside the columns, where the data gives none. */
const LABEL_WIDTH = 16;

/** Reads one table. `name` is the file's own, without `.yaml`; labels of periods count from the plan's year. */
export function readStatisticsFile(
  root: Mapping,
  name: string,
  { year, term, units }: Pick<Plan, 'year' | 'term' | 'units'>,
  faults: Faults,
): TableDraft | undefined {
  const long = longForm(root, year, faults);
  const file = long && readShape(long, STATISTICS_FILE, faults);
  if (long?.entries.some(({ key }) => key.text === 'cells') === false)
    faults.add({
      rule: 'missing-key',
      place: root.place,
      message: '필요한 키가 없습니다: cells',
      expected: 'cells: …',
    });
  if (file?.cells === undefined || !isId(name)) return undefined;
  checkFileName(file.id, name, faults);
  const periodLabels = file['period-labels']?.text === 'short' ? 'short' : 'long';
  if (term === undefined) for (const at of termScalars(file)) faults.add(noTerm(at));
  const axis = { year, units, periodLabels, years: yearKind(file.years?.text) ?? 'rolling' } as const;
  const rows = readAxis(file.rows, { ...axis, defaultWidth: undefined }, faults);
  const columns = readAxis(file.columns, { ...axis, defaultWidth: COLUMN_WIDTH }, faults);
  if (isTooLarge(rows, columns, faults)) return undefined;
  const entries = readCells(file, rows, columns, faults);
  const table: StatisticsTable = {
    ...tableHead(file, name),
    corner: sourceText(file.corner),
    columns: columns.entries,
    rows: rows.entries,
    cells: rows.leaves.map((row) =>
      columns.leaves.map((column) => cellOf(name, row, column, entries[row.index]?.[column.index])),
    ),
    mergedColumns: columns.leaves.filter((column) => column.merged).map((column) => column.index),
    labelWidths: readLabelWidths(file, rows.depth, faults),
    ...defined({
      asserts: file.asserts && readAssertions(file.asserts, { table: name, rows, columns, entries }, faults),
    }),
  };
  const unit = file.unit && readUnit(file.unit, units, faults);
  const before = faults.count;
  const rules = readCellRules(file, rows, columns, entries, faults);
  return { table, rows, columns, entries, unit, ...rules, rulesAtFault: faults.count > before };
}

/** Where the table says that its years are those of a term of office. */
function termScalars({ years, rows, columns }: StatisticsShape): readonly Scalar[] {
  const said = (one: Scalar | undefined) => (one?.text === 'term' ? [one] : []);
  const within = (entries: readonly AxisShape[] = []): readonly Scalar[] =>
    entries.flatMap((one) => [...said(one.years), ...within(one.rows), ...within(one.columns)]);
  return [...said(years), ...within(rows), ...within(columns)];
}

function noTerm({ place }: Scalar): Fault {
  return {
    rule: 'missing-key',
    place,
    message: '임기의 해라고 적혀 있으나 plan.yaml에 임기(term)가 없습니다.',
    expected: 'plan.yaml에 term: 첫 해-끝 해 (예: 2022-2026)',
  };
}

/** No page has room for more columns. */
const MOST_COLUMNS = 200;
const MOST_CELLS = 100_000;

function isTooLarge({ leaves: rows }: Axis, { leaves: columns }: Axis, faults: Faults): boolean {
  const refuse = (place: SourceLocation | undefined, message: string, expected: string): boolean => {
    if (place !== undefined) faults.add({ rule: 'too-much-data', place, message, expected });
    return true;
  };
  if (columns.length > MOST_COLUMNS)
    return refuse(
      columns[MOST_COLUMNS]?.place,
      `열이 ${columns.length}개나 됩니다.`,
      `${MOST_COLUMNS}개까지의 열`,
    );
  const most = Math.floor(MOST_CELLS / Math.max(1, columns.length));
  if (rows.length <= most) return false;
  return refuse(rows[most]?.place, `행이 ${rows.length}개나 됩니다.`, `칸이 모두 ${MOST_CELLS}개까지`);
}

function cellOf(table: string, row: Leaf, column: Leaf, entry: CellEntry | undefined): StatisticsCell {
  switch (entry?.kind) {
    case undefined:
    case 'empty':
      return { kind: 'empty' };
    case 'text':
      return entry;
    case 'figure': {
      const { bold, withUnit, scalar } = entry;
      const address = tableAddress(table, row.id, column.id);
      return { kind: 'figure', address, bold, withUnit: withUnit || column.withUnit, place: scalar.place };
    }
  }
}

/** The entries in the order of the axes. What is missing is reported, and read as a figure not known yet. */
function readCells(
  file: StatisticsShape,
  rows: Axis,
  columns: Axis,
  faults: Faults,
): readonly (readonly CellEntry[])[] {
  const lines = new Map<string, { readonly key: Scalar; readonly value: Node }>();
  for (const line of file.cells ?? []) {
    if (rows.byId.has(line.key.text)) lines.set(line.key.text, line);
    else {
      faults.add({
        rule: 'unknown-id',
        place: line.key.place,
        message: `없는 행입니다: ${line.key.text}`,
        expected: didYouMean(
          line.key.text,
          rows.byId.keys(),
          [...rows.byId.keys()].join(', ') || 'rows에 적은 행',
        ),
      });
    }
  }
  return rows.leaves.map((row) => {
    const line = lines.get(row.id);
    if (line === undefined) {
      faults.add({
        rule: 'cells-do-not-tile',
        place: row.place,
        message: `행 ‘${row.id}’의 칸이 cells에 없습니다.`,
        expected: `${row.id}: [${columns.leaves.map(({ id }) => id).join(', ')}의 값]`,
      });
    }
    return readLine(row, line, columns, faults);
  });
}

function readLine(
  row: Leaf,
  line: { readonly key: Scalar; readonly value: Node } | undefined,
  columns: Axis,
  faults: Faults,
): readonly CellEntry[] {
  const items = line?.value.kind === 'sequence' ? line.value.items : [];
  if (line !== undefined && line.value.kind !== 'sequence') {
    faults.add({
      rule: 'wrong-type',
      place: line.value.place,
      message: '행의 칸이 목록이 아닙니다.',
      expected: `[값, 값, …] (열마다 하나씩 ${columns.leaves.length}개)`,
    });
  } else if (line !== undefined && !reportTorn(items, faults) && items.length !== columns.leaves.length) {
    faults.add({
      rule: 'cells-do-not-tile',
      place: line.key.place,
      message: `열은 ${columns.leaves.length}개인데 칸은 ${items.length}개입니다.`,
      expected: `열마다 하나씩: ${columns.leaves.map(({ id }) => id).join(', ')} (빈 칸은 ~)`,
    });
  }
  const tiles = items.length === columns.leaves.length;
  /** How many of the next columns the text before covers. */
  let covered = 0;
  return columns.leaves.map((column): CellEntry => {
    const item = items[column.index];
    // In a line that does not tile, a value may stand under another column; it is not read as this one's.
    if (item !== undefined && tiles) {
      if (covered > 0) {
        covered--;
        if (!isEmpty(item)) reportCovered(item, faults);
        return { kind: 'empty' };
      }
      const entry = readCellEntry(item, column.holdsText, faults);
      covered = entry.kind === 'text' ? entry.across - 1 : 0;
      return entry;
    }
    return column.holdsText ? { kind: 'empty' } : missingAt(line?.key.place ?? row.place);
  });
}

function reportCovered(item: Node, faults: Faults): void {
  faults.add({
    rule: 'cells-do-not-tile',
    place: item.place,
    message: '앞의 글이 차지한 칸에 값이 있습니다.',
    expected: '~',
  });
}

/** `46,567` is two entries, even where their number happens to fit. */
function reportTorn(items: readonly Node[], faults: Faults): boolean {
  let found = false;
  items.forEach((right, index) => {
    const left = items[index - 1];
    if (left?.kind !== 'scalar' || right.kind !== 'scalar') return;
    const number = tornNumber(left, right);
    if (number === undefined) return;
    found = true;
    faults.add({
      rule: 'number-form',
      place: left.place,
      message: `수를 적는 형식이 아닙니다: ${left.text},${right.text}`,
      expected: `${number} (칸 두 개이면 쉼표 뒤에 빈칸)`,
    });
  });
  return found;
}

/** What every table says, whatever its rows are. */
export function tableHead(
  file: Pick<StatisticsShape, 'id' | 'caption' | 'unit-line' | 'labels' | 'density'>,
  id: string,
): Pick<StatisticsTable, 'id' | 'caption' | 'unitLine' | 'labels' | 'density' | 'place'> {
  return {
    id,
    ...defined({
      caption: file.caption && sourceText(file.caption),
      unitLine: file['unit-line'] && sourceText(file['unit-line']),
    }),
    labels: file.labels?.text !== 'false',
    density: file.density?.text === 'dense' ? 'dense' : 'normal',
    place: file.id.place,
  };
}

export function readLabelWidths(
  file: Pick<StatisticsShape, 'id' | 'label-widths'>,
  depth: number,
  faults: Faults,
): readonly number[] {
  const typed = file['label-widths'];
  if (typed === undefined) return new Array<number>(depth).fill(LABEL_WIDTH);
  if (typed.length !== depth) {
    faults.add({
      rule: 'cells-do-not-tile',
      place: typed[0]?.place ?? file.id.place,
      message: `행 이름의 열은 ${depth}개인데 label-widths는 ${typed.length}개입니다.`,
      expected: `너비 ${depth}개`,
    });
  }
  return typed.map((width) => numberWithin(width, 0, MOST_WIDTH) ?? LABEL_WIDTH);
}
