// The programme -> worksheets of its own: targets and funding by task and by project.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type Programme,
  type Project,
  type Task,
} from '../../plan/programme.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** What the office calls the sources. */
type SourceLabels = Readonly<Record<FundingSource, string>>;

function figure(address: Address | undefined, shape: Shape): SheetCell {
  if (address === undefined) return cell({ kind: 'empty' }, shape);
  return cell({ kind: 'figure', address, suffix: '', bold: false }, { align: 'right', ...shape });
}

function header(labels: readonly string[]): readonly SheetCell[] {
  return labels.map((label, column) => text(label, { column, role: 'column-header' }));
}

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

function sheet(frame: Frame): Sheet {
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
function byTask(
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

/** 실천과제별목표 */
export function taskTargetSheet(programme: Programme): Sheet {
  return sheet({
    name: '실천과제별목표',
    caption: '실천과제별 일자리 목표',
    unit: '(단위 : 명)',
    columns: [36, 40, 14],
    labels: ['추진전략', '실천과제', '목표'],
    headerColumns: 2,
    rows: byTask(programme, ({ target }) => [figure(target.address, { column: 2 })]),
  });
}

/** 세부사업별목표: a project without a target of its own is blank. */
export function projectTargetSheet(programme: Programme): Sheet {
  const rows = programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.projects.map((project, index) => [
        ...(index === 0
          ? [
              text(task.name.canonical.text, {
                column: 0,
                rowSpan: task.projects.length,
                role: 'row-header' as const,
              }),
            ]
          : []),
        text(project.name.canonical.text, { column: 1, role: 'row-header', align: 'left' }),
        text(project.period?.text.text ?? '', { column: 2 }),
        figure(project.target, { column: 3 }),
      ]),
    ),
  );
  return sheet({
    name: '세부사업별목표',
    caption: '세부사업별 일자리 목표',
    unit: '(단위 : 명)',
    columns: [32, 44, 24, 12],
    labels: ['실천과제', '세부사업', '기간', '목표'],
    headerColumns: 2,
    rows,
  });
}

/** The amounts that sheets state beside what they come to, so that both may differ. */
const DIFFERENCES = ['total', 'national', 'province', 'district'] as const;

/** 실천과제별: target and funding by source, with what each stated amount is more than what it is the sum of. */
export function taskBudgetSheet(programme: Programme, labels: SourceLabels): Sheet {
  const rows = byTask(programme, ({ target, funding }) => [
    figure(target.address, { column: 2 }),
    figure(funding.total.address, { column: 3, emphasis: 'total' }),
    ...FUNDING_SOURCES.map((source, index) => figure(funding[source].address, { column: 4 + index })),
    ...DIFFERENCES.map((source, index) =>
      cell({ kind: 'difference', address: funding[source].address }, { column: 9 + index, align: 'right' }),
    ),
  ]);
  return sheet({
    name: '실천과제별',
    caption: '실천과제별 목표와 예산',
    unit: '(단위 : 명, 천원)',
    columns: [30, 34, 10, 15, 15, 14, 14, 11, 11, ...DIFFERENCES.map(() => 11)],
    labels: [
      '추진전략',
      '실천과제',
      '목표',
      '계',
      ...FUNDING_SOURCES.map((source) => labels[source]),
      ...DIFFERENCES.map((source) => `공시차이\n(${source === 'total' ? '계' : labels[source]})`),
    ],
    headerColumns: 2,
    rows,
    orientation: 'landscape',
  });
}

/** Columns of the amounts in 백만원 and 천원 beside each other, from their first. */
function amounts(strategy: string, kind: 'budget' | 'funding', from: number): readonly SheetCell[] {
  return (['total', ...FUNDING_SOURCES] as const).map((source, index) =>
    figure(addressOf('strategies', strategy, kind, source), {
      column: from + index,
      ...(source === 'total' ? { emphasis: 'total' } : {}),
    }),
  );
}

/** Names of the totals' cells: 일자리목표_총계, 예산_합계_백만원, 예산_국비_백만원 … */
const TOTAL_TARGET = '일자리목표_총계';
const TOTAL_BUDGET = '예산_';

/** 총괄: strategies by source in 백만원 by the rounding policy, and the exact 천원 beside. */
export function summarySheet(programme: Programme, labels: SourceLabels): Sheet {
  const sources = ['합계', ...FUNDING_SOURCES.map((source) => labels[source])];
  const row = (id: string, label: string, more: Partial<SheetCell> = {}) => [
    text(label, { column: 0, role: 'row-header', ...more }),
    figure(addressOf('strategies', id, 'target'), {
      column: 1,
      ...more,
      ...(id === 'all' ? { name: TOTAL_TARGET } : {}),
    }),
    ...amounts(id, 'budget', 2).map((one, index) => ({
      ...one,
      ...more,
      ...(id === 'all' ? { name: `${TOTAL_BUDGET}${sources[index]}_백만원` } : {}),
    })),
    ...amounts(id, 'funding', 8).map((one) => ({ ...one, ...more })),
  ];
  const head = (label: string, shape: Shape) => text(label, { role: 'column-header', ...shape });
  return {
    name: '총괄',
    caption: [{ text: '추진전략별 목표와 예산 총괄', bold: true, raised: false }],
    unitLine: [{ text: '(단위 : 명, 백만원, 천원)', bold: false, raised: false }],
    columns: [40, 10, ...sources.map(() => 11), ...sources.map(() => 14)],
    headerRows: 2,
    headerColumns: 1,
    rows: [
      [
        head('구 분', { column: 0, rowSpan: 2 }),
        head('목표', { column: 1, rowSpan: 2 }),
        head('예산 (백만원, 단수조정)', { column: 2, colSpan: 6 }),
        head('예산 (천원)', { column: 8, colSpan: 6 }),
      ],
      [...sources, ...sources].map((label, index) => head(label, { column: 2 + index })),
      row('all', '총 계', { emphasis: 'total' }),
      ...programme.strategies.map(({ id, name }) => row(id, name.canonical.text)),
    ],
    notes: [
      [
        {
          text: '※ 합계 일치를 위한 단수조정으로 개별 반올림값과 다를 수 있음',
          bold: false,
          raised: false,
        },
      ],
    ],
    orientation: 'landscape',
  };
}

/** Lines that are kept free below each task for projects that are still to come. */
const SPARE_ROWS = 5;
const STATES = ['유지', '신규', '종료'];
const WHOLE_TASK = '과제 전체';
const SHEET_UNIT = '천원';

/** 세부사업별(입력): what the budget team types into. A task whose projects have no amounts has one row for all of it. */
export function inputSheet(programme: Programme, labels: SourceLabels, book: FigureBook): Sheet {
  // An amount that was published on another scale says so.
  const money = (address: Address | undefined, shape: Shape): SheetCell => {
    const made = figure(address, shape);
    const label = address === undefined ? undefined : book.get(address)?.definition.unit.label;
    if (made.content.kind !== 'figure' || label === undefined || label === SHEET_UNIT) return made;
    return { ...made, content: { ...made.content, suffix: label } };
  };
  const rows = programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) => {
      const broken = task.projects.some(({ funding }) => funding.total !== undefined);
      const lines = broken
        ? task.projects.map((project) => ({
            id: `tasks/${task.id}/projects/${project.id}`,
            name: project.name.canonical.text,
            period: project.period?.text.text ?? '',
            target: project.target,
            funding: project.funding,
            state: '유지',
          }))
        : [
            {
              id: `tasks/${task.id}`,
              name: WHOLE_TASK,
              period: '',
              target: task.target.address,
              funding: Object.fromEntries(
                Object.entries(task.funding).map(([source, { address }]) => [source, address]),
              ) as Project['funding'],
              state: '유지',
            },
          ];
      const spare = Array.from({ length: SPARE_ROWS }, () => ({
        id: `tasks/${task.id}/projects/`,
        name: '',
        period: '',
        target: undefined,
        funding: {} as Project['funding'],
        state: '',
      }));
      return [...lines, ...spare].map((line) => [
        text(line.id, { column: 0, align: 'left' }),
        text(task.name.canonical.text, {
          ...{ column: 1, align: 'left', role: 'row-header' },
          ...(line.name === '' ? {} : { input: 'text' }),
        }),
        text(line.name, { column: 2, align: 'left', role: 'row-header', input: 'text' }),
        text(line.period, { column: 3, input: 'text' }),
        figure(line.target, { column: 4, input: 'number' }),
        money(line.funding.total, { column: 5, emphasis: 'total' }),
        ...FUNDING_SOURCES.map((source, index) =>
          money(line.funding[source], { column: 6 + index, align: 'right', input: 'number' }),
        ),
        text(line.state, { column: 11, input: { words: STATES } }),
        text('', { column: 12, input: 'text' }),
      ]);
    }),
  );
  return {
    ...sheet({
      name: '세부사업별(입력)',
      caption: '세부사업별 목표와 예산',
      unit: '(단위 : 명, 천원)',
      columns: [12, 30, 40, 22, 9, 14, 13, 13, 13, 10, 10, 8, 24],
      labels: [
        'id',
        '실천과제',
        '세부사업',
        '기간',
        '목표',
        '계',
        ...FUNDING_SOURCES.map((source) => labels[source]),
        '상태',
        '사유',
      ],
      headerColumns: 3,
      rows,
      orientation: 'landscape',
    }),
    hiddenColumns: [0],
    columnKeys: ['id', 'task', 'name', 'period', 'target', 'total', ...FUNDING_SOURCES, 'state', 'reason'],
  };
}
