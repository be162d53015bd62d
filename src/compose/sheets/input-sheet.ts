// The programme -> 세부사업별(입력): where the budget team types, its 합계 and 소계 above, lines to spare below.
import Fraction from 'fraction.js';
import type { LiveSum } from '../../document/live-sum.ts';
import type { CellList, Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf, isTaskRow } from '../../figure/address.ts';
import { amountIn } from '../../figure/compute.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { type Programme, tasksOf } from '../../plan/programme.ts';
import type { RowKind } from '../../plan/task-rows.ts';
import { type Books, difference } from './differences.ts';
import { ENDED, INPUT_SHEET, InputColumns, STATES, TASK_SHEET } from './input-columns.ts';
import { freeRows, type InputRow, type RowAmount, spareRows, taskRows, unitOfKind } from './input-rows.ts';
import type { SourceLabels } from './programme-frame.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

const ZERO = new Fraction(0);
const ALL = addressOf('strategies', 'all', 'funding', 'total');

const PROMPTS = {
  task: '목록에서 고릅니다. 다른 실천과제를 고르면 세부사업이 그 과제로 옮겨집니다.',
  name: '새 세부사업은 맨 아래 빈 행에 적습니다.',
  subtask: '그 실천과제에 있는 세부과제의 이름. 없으면 비웁니다.',
  period: '적은 그대로 씁니다. 예: 2023. 3. ~ 11.',
  target: '단위: 명',
  money: '단위: 천원. 다른 단위는 붙여 적습니다. 예: 12억원',
  state: '끝난 세부사업은 행을 지우지 않고 종료를 고릅니다. 종료한 행은 합계에 들지 않습니다.',
  reason: '바꾼 까닭을 적습니다. 변경 대비표에 그대로 나옵니다.',
} as const;

/**
 * `labels`: the names of the tasks, by id, by which other sheets find their rows; `list`: where these names stand; `free`: lines to spare for
 * any task, behind those of each.
 */
export function inputSheet(
  programme: Programme,
  sources: SourceLabels,
  labels: ReadonlyMap<string, string>,
  list: CellList,
  books: Books,
  year: number,
  free = 0,
): Sheet {
  const tasks = tasksOf(programme);
  const columns = new InputColumns(
    programme.sources,
    tasks.some(({ subtasks }) => subtasks.length > 0),
  );
  const rowsOf = (rows: (task: (typeof tasks)[number]) => readonly InputRow[]) =>
    tasks.flatMap((task) =>
      rows(task).map((row) => inputRow(row, labels.get(task.id) ?? '', list, books, columns)),
    );
  const filled = rowsOf((task) => taskRows(task, books.live, year));
  const head = headRows(books, columns);
  const names: Readonly<Record<string, string>> = { target: '목표', ...sources };
  const nameOf = (kind: RowKind) => names[kind] ?? kind;
  return {
    name: INPUT_SHEET,
    caption: [{ text: '세부사업별 목표와 예산', bold: true, raised: false }],
    unitLine: [{ text: '(단위 : 명, 천원)', bold: false, raised: false }],
    columns: [
      ...[12, 34, 44, 24, 9, 14],
      ...columns.sources.map((source) => (source === 'private' || source === 'other' ? 10 : 13)),
      ...[8, 24, 11, ...columns.kinds.map(() => 10), 10, ...(columns.isDivided ? [30] : [])],
    ],
    headerRows: head.length + 1,
    headerColumns: 3,
    rows: [
      ...head,
      [
        ...['id', '실천과제', '세부사업', '기간', '목표', '계'],
        ...columns.sources.map(nameOf),
        ...['상태', '사유', '공시차이\n(계)'],
        ...columns.kinds.map((kind) => `${ENDED}\n(${nameOf(kind)})`),
        '재원 없는 계',
        ...(columns.isDivided ? ['세부과제'] : []),
      ].map((label, column) => text(label, { column, role: 'column-header' })),
      ...filled,
      ...rowsOf(spareRows),
      ...tasks
        .slice(0, 1)
        .flatMap((task) => freeRows(task, '', free).map((row) => inputRow(row, '', list, books, columns))),
    ],
    notes: [],
    orientation: 'landscape',
    hiddenColumns: columns.hidden,
    columnKeys: columns.keys,
    ledger: columns.ledger(head.length + 1 + filled.length),
  };
}

/** 합계 of all rows and 소계 of those that the filter shows, each with what is to be said of the typed amounts. */
function headRows(books: Books, columns: InputColumns): readonly (readonly SheetCell[])[] {
  const total = { emphasis: 'total', align: 'right' } as const;
  const at = (kind: RowKind): Address =>
    kind === 'target'
      ? addressOf('strategies', 'all', kind)
      : addressOf('strategies', 'all', 'funding', kind);
  const label = (words: string) =>
    text(words, { column: columns.task, role: 'row-header', emphasis: 'total' });
  const says = (sum: LiveSum) =>
    cell(
      { kind: 'live', sum, comes: '' },
      { column: columns.name, colSpan: 2, align: 'left', emphasis: 'total' },
    );
  const blank = (...at: number[]) =>
    at.map((column) => cell({ kind: 'empty' }, { column, emphasis: 'total' }));
  const rest = [
    ...columns.kinds.map((kind) => columns.ended(kind)),
    columns.unsplit,
    ...(columns.isDivided ? [columns.subtask] : []),
  ];
  const sum = (kind: RowKind | 'total', made: LiveSum, address: Address, column: number): SheetCell =>
    cell(
      { kind: 'figure', address, suffix: '', bold: false, unit: unitOfKind(kind), sum: made },
      { column, ...total },
    );
  const shown = (kind: RowKind): LiveSum => ({
    kind: 'shown',
    column: columns.of(kind),
    ended: columns.ended(kind),
  });
  return [
    [
      ...blank(columns.id),
      label('합 계'),
      says({ kind: 'texts', from: columns.target, to: columns.lastSource }),
      sum('target', columns.overRows('target'), at('target'), columns.target),
      sum('total', columns.totalAcross(columns.firstSource), ALL, columns.total),
      ...columns.sources.map((source) =>
        sum(source, columns.overRows(source), at(source), columns.of(source)),
      ),
      ...blank(columns.state, columns.reason),
      difference(ALL, books, unitOfKind('total'), { column: columns.difference, ...total }),
      ...blank(...rest),
    ],
    [
      ...blank(columns.id),
      label('소 계 (보이는 행)'),
      says({
        kind: 'lost',
        addresses: [at('target'), ALL],
        sheet: TASK_SHEET,
        words: '실천과제가 목록에 없는 행이 있습니다.',
      }),
      liveCell(shown('target'), amountOf(at('target'), 'target', books.live), {
        column: columns.target,
        ...total,
      }),
      liveCell(
        { ...columns.across, besides: { kind: 'shown', column: columns.unsplit } },
        amountOf(ALL, 'total', books.live),
        { column: columns.total, ...total },
      ),
      ...columns.sources.map((source) =>
        liveCell(shown(source), amountOf(at(source), source, books.live), {
          column: columns.of(source),
          ...total,
        }),
      ),
      ...blank(columns.state, columns.reason, columns.difference),
      ...blank(...rest),
    ],
  ];
}

function inputRow(
  row: InputRow,
  label: string,
  list: NonNullable<SheetCell['input']>,
  books: Books,
  columns: InputColumns,
): readonly SheetCell[] {
  const left = { align: 'left', role: 'row-header' } as const;
  const isWhole = isTaskRow(row.id);
  return [
    text(row.id, { column: columns.id, align: 'left' }),
    text(label, { column: columns.task, ...left, input: list, prompt: PROMPTS.task }),
    text(row.name, { column: columns.name, ...left, input: 'text', prompt: PROMPTS.name }),
    text(row.period, { column: columns.period, input: 'text', prompt: PROMPTS.period }),
    amountCell(row.amounts.target, 'target', books.live, columns),
    totalCell(row, books.live, columns),
    ...columns.sources.map((source) => amountCell(row.amounts[source], source, books.live, columns)),
    text(row.spare ? '' : (STATES[0] ?? ''), {
      column: columns.state,
      input: { words: STATES },
      prompt: PROMPTS.state,
    }),
    text('', { column: columns.reason, align: 'left', input: 'text', prompt: PROMPTS.reason }),
    // The difference of a whole task stands beside its total in 실천과제별.
    difference(isWhole || typeof row.total === 'object' ? undefined : row.total, books, unitOfKind('total'), {
      column: columns.difference,
    }),
    ...columns.kinds.map((kind) =>
      liveCell({ kind: 'ended', column: columns.of(kind) }, ZERO, { column: columns.ended(kind) }),
    ),
    row.unsplit === 'within'
      ? cell({ kind: 'empty' }, { column: columns.unsplit })
      : liveCell(
          { kind: 'unsplit', total: columns.total, from: columns.firstSource, to: columns.lastSource },
          unsplitOf(row, books.live),
          { column: columns.unsplit },
        ),
    ...(columns.isDivided
      ? [
          text(row.subtask ?? '', {
            column: columns.subtask,
            align: 'left',
            input: 'text',
            prompt: PROMPTS.subtask,
          }),
        ]
      : []),
  ];
}

function amountCell(
  amount: RowAmount | undefined,
  kind: RowKind | 'total',
  live: FigureBook,
  columns: InputColumns,
): SheetCell {
  const prompt = kind === 'target' ? PROMPTS.target : PROMPTS.money;
  const unit = unitOfKind(kind);
  const shape: Shape =
    kind === 'total'
      ? { column: columns.total, align: 'right', emphasis: 'total' }
      : { column: columns.of(kind), align: 'right' };
  const typed = { ...shape, input: 'number', prompt } as const;
  switch (amount?.kind) {
    case 'figure': {
      const { address, fixed = false } = amount;
      const isInput = live.get(address)?.definition.relation === undefined;
      const content = { kind: 'figure', address, suffix: '', bold: false, unit } as const;
      if (fixed) return cell(content, { ...shape, elsewhere: true });
      return cell(content, isInput ? typed : shape);
    }
    case 'rest': {
      const { whole, amount: comes } = amount;
      return cell({ kind: 'rest', whole, comes, unit }, amount.typed ? typed : shape);
    }
    case 'none':
      return cell({ kind: 'empty' }, amount.typed ? typed : shape);
    case undefined:
      return cell({ kind: 'empty' }, shape);
  }
}

/** A number where it follows from no source; else the sum of the sources, whatever figure it is. */
function totalCell(row: InputRow, live: FigureBook, columns: InputColumns): SheetCell {
  const shape: Shape = { column: columns.total, align: 'right', emphasis: 'total' };
  if (row.total === undefined) return liveCell(columns.across, restTotal(row), shape);
  if (typeof row.total === 'object') return amountCell(row.total, 'total', live, columns);
  const figure = {
    kind: 'figure',
    address: row.total,
    suffix: '',
    bold: false,
    unit: unitOfKind('total'),
  } as const;
  return isTotalTyped(row, live)
    ? cell(figure, { ...shape, input: 'number', prompt: PROMPTS.money })
    : cell({ ...figure, sum: columns.across }, shape);
}

function isTotalTyped({ total }: InputRow, live: FigureBook): boolean {
  if (total === undefined || typeof total === 'object') return total !== undefined;
  return live.get(total)?.definition.relation === undefined;
}

/** The total of the row where it is in no source. */
function unsplitOf(row: InputRow, live: FigureBook): Fraction {
  const { total, amounts } = row;
  if (typeof total === 'object') return total.amount;
  const isSplit = Object.entries(amounts).some(
    ([kind, amount]) =>
      kind !== 'target' && amount.kind === 'figure' && !amountOf(amount.address, kind, live).equals(0),
  );
  return isSplit || !isTotalTyped(row, live) ? ZERO : amountOf(total, 'total', live);
}

function restTotal({ amounts }: InputRow): Fraction {
  return Object.entries(amounts).reduce(
    (sum, [kind, amount]) => (kind !== 'target' && amount.kind === 'rest' ? sum.add(amount.amount) : sum),
    ZERO,
  );
}

function liveCell(sum: LiveSum, comes: Fraction, shape: Shape): SheetCell {
  return cell({ kind: 'live', sum, comes }, { align: 'right', ...shape });
}

function amountOf(address: Address | undefined, kind: RowKind | 'total', live: FigureBook): Fraction {
  const figure = address === undefined ? undefined : live.get(address);
  const operand = figure && { value: figure.effective, unit: figure.definition.unit };
  return (operand && amountIn(unitOfKind(kind), operand)) ?? ZERO;
}
