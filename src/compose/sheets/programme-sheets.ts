// The programme -> worksheets of its budget: the summary, by task, and by project, where the budget team types.
import type { Sheet, SheetCell } from '../../document/workbook.ts';
import { type Address, addressOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type Programme,
  type Project,
  type Task,
  tasksOf,
} from '../../plan/programme.ts';
import { byTask, figure, sheet, TOTAL_TARGET } from './programme-frame.ts';
import { cell, type Shape, text } from './sheet-cells.ts';

/** What the office calls the sources. */
type SourceLabels = Readonly<Record<FundingSource, string>>;

const KINDS = ['target', 'total', ...FUNDING_SOURCES] as const;

/** 실천과제별: target and funding by source, with what each stated amount is more than what it is the sum of. */
export function taskBudgetSheet(programme: Programme, labels: SourceLabels, book: FigureBook): Sheet {
  const addressAt = ({ target, funding }: Task, kind: (typeof KINDS)[number]) =>
    (kind === 'target' ? target : funding[kind]).address;
  const names = { target: '목표', total: '계', ...labels };
  const tasks = tasksOf(programme);
  const added = KINDS.filter((kind) => tasks.some((task) => isSum(addressAt(task, kind), book)));
  const all = (...path: string[]) => addressOf('strategies', 'all', ...path);
  const totals = [
    ...KINDS.map((kind, index) =>
      figure(kind === 'target' ? all(kind) : all('funding', kind), { column: 2 + index }),
    ),
    figure(all('budget', 'total'), { column: 2 + KINDS.length }),
    ...added.map((_, index) => cell({ kind: 'empty' }, { column: 3 + KINDS.length + index })),
  ];
  const rows = byTask(programme, totals, (task) => [
    ...KINDS.map((kind, index) =>
      figure(addressAt(task, kind), {
        column: 2 + index,
        ...(kind === 'total' ? { emphasis: 'total' } : {}),
      }),
    ),
    figure(addressOf('tasks', task.id, 'budget', 'total'), { column: 2 + KINDS.length }),
    ...added.map((kind, index) => difference(addressAt(task, kind), { column: 3 + KINDS.length + index })),
  ]);
  return sheet({
    name: '실천과제별',
    caption: '실천과제별 목표와 예산',
    unit: '(단위 : 명, 천원, 백만원)',
    columns: [26, 34, 10, 14, 14, 13, 13, 10, 10, 10, ...added.map(() => 11)],
    labels: [
      '추진전략',
      '실천과제',
      ...KINDS.map((kind) => names[kind]),
      '계\n(백만원)',
      ...added.map((kind) => `공시차이\n(${names[kind]})`),
    ],
    headerColumns: 2,
    rows,
    orientation: 'landscape',
  });
}

function isSum(address: Address | undefined, book: FigureBook): address is Address {
  return address !== undefined && book.get(address)?.definition.relation?.kind === 'sum';
}

function difference(address: Address, shape: Shape): SheetCell {
  return cell({ kind: 'difference', address }, { align: 'right', ...shape });
}

/** What 총괄 lists in 백만원; 지방비 is 시비 and 구비 together, as the ministry counts. */
const BUDGETS = ['total', 'national', 'local', 'province', 'district', 'private', 'other'] as const;
/** What it lists in 천원 beside. */
const AMOUNTS = ['total', ...FUNDING_SOURCES] as const;

/** Names of the totals' cells begin with it: 예산_합계_백만원, 예산_국비_백만원 … */
const TOTAL_BUDGET = '예산_';

/** 총괄: strategies by source in 백만원 by the rounding policy, and the exact 천원 beside. */
export function summarySheet(programme: Programme, labels: SourceLabels): Sheet {
  const names = { total: '합계', local: '지방비', ...labels };
  const row = (id: string, label: string, more: Partial<SheetCell> = {}) => {
    const isAll = id === 'all';
    const at = (...path: string[]) => addressOf('strategies', id, ...path);
    const amount = (address: Address, kind: (typeof BUDGETS)[number], column: number, name: string) =>
      figure(address, {
        column,
        ...(kind === 'total' ? { emphasis: 'total' } : {}),
        ...more,
        ...(isAll && name !== '' ? { name } : {}),
      });
    return [
      text(label, { column: 0, role: 'row-header', ...more }),
      figure(at('target'), { column: 1, ...more, ...(isAll ? { name: TOTAL_TARGET } : {}) }),
      ...BUDGETS.map((kind, index) =>
        amount(at('budget', kind), kind, 2 + index, `${TOTAL_BUDGET}${names[kind]}_백만원`),
      ),
      ...AMOUNTS.map((kind, index) => amount(at('funding', kind), kind, 2 + BUDGETS.length + index, '')),
    ];
  };
  const head = (label: string, shape: Shape) => text(label, { role: 'column-header', ...shape });
  return {
    name: '총괄',
    caption: [{ text: '추진전략별 목표와 예산 총괄', bold: true, raised: false }],
    unitLine: [{ text: '(단위 : 명, 백만원, 천원)', bold: false, raised: false }],
    columns: [36, 10, ...BUDGETS.map(() => 10), ...AMOUNTS.map(() => 13)],
    headerRows: 2,
    headerColumns: 1,
    rows: [
      [
        head('구 분', { column: 0, rowSpan: 2 }),
        head('목표', { column: 1, rowSpan: 2 }),
        head('예산 (백만원, 단수조정)', { column: 2, colSpan: BUDGETS.length }),
        head('예산 (천원)', { column: 2 + BUDGETS.length, colSpan: AMOUNTS.length }),
      ],
      [...BUDGETS, ...AMOUNTS].map((kind, index) => head(names[kind], { column: 2 + index })),
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
        // The difference of a whole task stands beside its total in 실천과제별.
        line.name !== WHOLE_TASK && isSum(line.funding.total, book)
          ? difference(line.funding.total, { column: 13 })
          : cell({ kind: 'empty' }, { column: 13 }),
      ]);
    }),
  );
  return {
    ...sheet({
      name: '세부사업별(입력)',
      caption: '세부사업별 목표와 예산',
      unit: '(단위 : 명, 천원)',
      columns: [12, 30, 40, 22, 9, 14, 13, 13, 13, 10, 10, 8, 24, 11],
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
        '공시차이\n(계)',
      ],
      headerColumns: 3,
      rows,
      orientation: 'landscape',
    }),
    hiddenColumns: [0],
    columnKeys: ['id', 'task', 'name', 'period', 'target', 'total', ...FUNDING_SOURCES, 'state', 'reason'],
  };
}
